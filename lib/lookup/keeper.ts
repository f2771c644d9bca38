// The library as the worker keeps it: opened when it is first needed, brought up to date then, mended when it is damaged.
import { DamagedStore, type Store } from '../store/store.ts';
import type { BundleSource, Indexer } from '../update/install.ts';
import { bringUpToDate } from '../update/update.ts';
import { openLibrary, type Library } from './library.ts';
import { unite, type Heard } from './united.ts';

export type Keeper = {
  /** Runs with the library, and once more with a mended one when it turns out to be damaged. */
  use<T>(what: (library: Library) => Promise<T>): Promise<T>;
  /** What was served has changed: what is used next is opened anew. */
  renew(): void;
};

/** A feed the reader hears besides the extension's own. */
export type HeardStore = { key: string; name: string; store: Store };

/** `build` names the code that makes the catalogue: the extension's version. */
export const indexerOf = (build: string): Indexer => ({ by: build, index: async (shards) => (await import('./catalogue.ts')).makeCatalogue(shards) });

/** `heard` is asked each time the library is opened. What is needed once per version is not loaded at every waking. */
export function keepLibrary(store: Store, packaged: BundleSource, build: string, heard: () => Promise<HeardStore[]> = () => Promise.resolve([])): Keeper {
  const indexer = indexerOf(build);
  const install: typeof bringUpToDate = async (...given) => (await import('../update/install.ts')).install(...given);
  let library: Promise<Library> | null = null;

  function open(prepare: typeof bringUpToDate): Promise<Library> {
    const own = prepare(store, packaged, indexer).then((pointer) => openLibrary(store, pointer));
    const others = heard().then((feeds) => Promise.all(feeds.map((feed) => openHeard(feed, indexer))));
    const opened = Promise.all([own, others]).then(([own, others]) => unite(own, others.filter((other) => other !== null)));
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
    renew() {
      library = null;
    },
  };
}

/** Null for a feed whose database is empty or damaged: its next update mends it, and the others are read meanwhile. */
async function openHeard({ key, name, store }: HeardStore, indexer: Indexer): Promise<Heard | null> {
  try {
    const pointer = await store.pointer();
    if (pointer === null) return null;
    const served = pointer.indexedBy === indexer.by ? pointer : await (await import('../update/install.ts')).reindex(store, pointer, indexer);
    return { key, name, library: forbearing(await openLibrary(store, served)) };
  } catch {
    return null;
  }
}

/** A feed whose records cannot be read has none: it must not keep the reader from the others. */
function forbearing(library: Library): Library {
  return {
    ...library,
    question: (id) => library.question(id).catch(() => null),
    source: (id) => library.source(id).catch(() => null),
  };
}
