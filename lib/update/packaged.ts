import { MANIFEST_FILE, shardFile } from './files.ts';
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
