import { MANIFEST_FILE, PACKAGED_FEED_FILE, shardFile } from './files.ts';
import type { BundleSource } from './install.ts';

/** The bundle among the extension's own files. `folder` is its address: "chrome-extension://…/claims/". */
export function packagedBundle(folder: string): BundleSource {
  const file = async (name: string): Promise<Response> => {
    const response = await fetch(new URL(name, folder));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response;
  };
  return {
    manifest: async () => (await file(MANIFEST_FILE)).text(),
    shard: async (sha256) => new Uint8Array(await (await file(shardFile(sha256))).arrayBuffer()),
  };
}

/** What the extension knows of the feed its packaged data is from. `root`: its first signed root; null: this build trusts none, and is updated with the extension. */
export type PackagedFeed = { root: string | null; address: string | null; name: string; licence: string; contact: string | null; homepage: string | null };

export async function packagedFeed(folder: string): Promise<PackagedFeed> {
  const response = await fetch(new URL(PACKAGED_FEED_FILE, folder));
  return (await response.json()) as PackagedFeed;
}
