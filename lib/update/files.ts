// Under which names a bundle lies on a host. Apart from its schemas: whoever only looks for it need not load them.
export const MANIFEST_FILE = 'manifest.json';
export const shardFile = (sha256: string): string => `s/${sha256}.json.gz`;
/** Beside the packaged bundle only: the feed it is from. */
export const PACKAGED_FEED_FILE = 'feed.json';
