/** What keeps a feed from being published, in the maintainer's words. */
export class PublishError extends Error {
  override name = 'PublishError';
}
