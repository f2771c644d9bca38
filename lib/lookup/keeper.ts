// The library as the worker keeps it: opened when it is first needed, brought up to date then, mended when it is damaged.
import { DamagedStore, type Store } from '../store/store.ts';
import type { BundleSource, Indexer } from '../update/install.ts';
import { bringUpToDate } from '../update/update.ts';
import { openLibrary, type Library } from './library.ts';

export type Keeper = {
  /** Runs with the library, and once more with a mended one when it turns out to be damaged. */
  use<T>(what: (library: Library) => Promise<T>): Promise<T>;
};

/** `build` names the code that makes the catalogue: the extension's version. */
export function keepLibrary(store: Store, packaged: BundleSource, build: string): Keeper {
  // What is needed once per version is not loaded at every waking.
  const indexer: Indexer = { by: build, index: async (shards) => (await import('./catalogue.ts')).makeCatalogue(shards) };
  const install: typeof bringUpToDate = async (...given) => (await import('../update/install.ts')).install(...given);
  let library: Promise<Library> | null = null;

  function open(prepare: typeof bringUpToDate): Promise<Library> {
    const opened = prepare(store, packaged, indexer).then((pointer) => openLibrary(store, pointer));
    // What failed now may go well later: a disk that was full, a file that was locked.
    opened.catch(() => {
      if (library === opened) library = null;
    });
    return opened;
  }

  return {
    async use(what) {
      try {
        return await what(await (library ??= open(bringUpToDate)));
      } catch (error) {
        if (!(error instanceof DamagedStore)) throw error;
        return what(await (library = open(install)));
      }
    },
  };
}
