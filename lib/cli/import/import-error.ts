/** What keeps a file from being imported, in the maintainer's words. */
export class ImportError extends Error {
  override name = 'ImportError';
}
