// What the extension carries of its own feed: its name, and where and by whose keys it is updated. `root.json` beside
// feed.json is the feed's signed root; without it a build has nobody to believe, and its data changes with the extension only.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFeedFile } from '../lib/cli/publish/feed-file.ts';
import { readRoot } from '../lib/cli/publish/feed-folder.ts';
import type { PackagedFeed } from '../lib/update/packaged.ts';

/** Throws PublishError when feed.json or root.json is not sound. */
export async function packFeed(assets: string): Promise<Uint8Array> {
  const { id: _, mirrors, ...info } = await readFeedFile(assets);
  const root = await readFile(join(assets, 'root.json'), 'utf8').catch(() => null);
  if (root !== null) await readRoot(root);
  const feed: PackagedFeed = { ...info, root, address: root === null ? null : (mirrors[0] ?? null) };
  return new TextEncoder().encode(JSON.stringify(feed));
}
