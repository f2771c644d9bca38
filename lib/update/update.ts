// A published bundle → checked → stored. The data that ships in the extension is update number zero and takes the same way.
import type { Pointer } from '../store/pointer.ts';
import { sha256 } from '../store/sha256.ts';
import type { Store } from '../store/store.ts';
import type { BundleSource, Indexer } from './install.ts';

/**
 * Sees to it that the store serves at least the packaged version, with an index made by this code; answers what is served.
 * Cheap when nothing is to be done. Throws when the packaged files are not sound: then the extension was built wrongly.
 */
export async function bringUpToDate(store: Store, packaged: BundleSource, indexer: Indexer): Promise<Pointer> {
  const [served, text] = await Promise.all([store.pointer(), packaged.manifest()]);
  const same = served?.manifest === (await sha256(new TextEncoder().encode(text)));
  if (served !== null && same && served.indexedBy === indexer.by) return served;
  // Only now: a worker is woken for every page, and the schemas of a bundle cost it as much as opening the database.
  const { bring } = await import('./bring.ts');
  return bring(store, packaged, indexer, { served, text, same });
}
