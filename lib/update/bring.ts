// What the store serves is not what was packaged, or was made by other code: the way back to a sound state.
import { compareVersions, type Pointer } from '../store/pointer.ts';
import { DamagedStore, type Store } from '../store/store.ts';
import { Manifest } from './bundle.ts';
import { install, reindex, type BundleSource, type Indexer } from './install.ts';

/** `text` is the packaged manifest; `same`: it is the one served. Answers what is served then. Throws when the packaged files are not sound. */
export async function bring(store: Store, packaged: BundleSource, indexer: Indexer, { served, text, same }: { served: Pointer | null; text: string; same: boolean }): Promise<Pointer> {
  if (served === null) return install(store, packaged, indexer);
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
