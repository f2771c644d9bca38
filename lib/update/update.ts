// A published bundle → checked → stored. The data that ships in the extension is update number zero and takes the same way.
import { compareVersions, type Pointer } from '../store/pointer.ts';
import { sha256 } from '../store/sha256.ts';
import { DamagedStore, type Store } from '../store/store.ts';
import { Manifest } from './bundle.ts';
import { install, reindex, type BundleSource, type Indexer } from './install.ts';

/**
 * Sees to it that the store serves at least the packaged version, with an index made by this code; answers what is served.
 * Cheap when nothing is to be done. Throws when the packaged files are not sound: then the extension was built wrongly.
 */
export async function bringUpToDate(store: Store, packaged: BundleSource, indexer: Indexer): Promise<Pointer> {
  const [served, text] = await Promise.all([store.pointer(), packaged.manifest()]);
  if (served === null) return install(store, packaged, indexer);
  const same = served.manifest === (await sha256(new TextEncoder().encode(text)));
  if (same && served.indexedBy === indexer.by) return served;
  const manifest = Manifest.parse(JSON.parse(text));
  const order = compareVersions(manifest.version, served.version);
  if (order > 0 || (order === 0 && !same)) return install(store, packaged, indexer);
  if (served.indexedBy === indexer.by) return served;
  try {
    return await reindex(store, served, indexer);
  } catch (error) {
    if (order === 0 && error instanceof DamagedStore) return install(store, packaged, indexer);
    throw error;
  }
}
