// The library as the worker keeps it: opened when it is first needed, brought up to date then, mended when it is damaged.
import type { Database } from '../claim/database.ts';
import type { Pointer } from '../store/pointer.ts';
import { DamagedStore, type Store } from '../store/store.ts';
import type { Shard } from '../update/bundle.ts';
import type { BundleSource, Indexer } from '../update/install.ts';
import { inSlices } from '../update/slices.ts';
import { bringUpToDate } from '../update/update.ts';
import { questionsLast } from '../update/whole.ts';
import { fromParts, openCatalogue, partsOf } from './catalogue.ts';
import { libraryOver, openLibrary, type Library } from './library.ts';
import { unite, type Heard } from './united.ts';

export type Keeper = {
  /** Runs with the library, and once more with a mended one when it turns out to be damaged. */
  use<T>(what: (library: Library) => Promise<T>): Promise<T>;
  /** The same once every feed is indexed by this code, for what must not take a feed that is only late for one that has gone. */
  useAll<T>(what: (library: Library) => Promise<T>): Promise<T>;
  /** What was served has changed: what is used next is opened anew. */
  renew(): void;
};

/** A feed the reader hears besides the extension's own. */
export type HeardStore = { key: string; name: string; store: Store };

/** The reader's own records, and when they were last changed, ISO. */
export type OwnData = { database: Database; changed: string };

/** `build` names the code that makes the catalogue: the extension's version, and what it may differ by from other builds of it. */
export const indexerOf = (build: string): Indexer => ({
  by: build,
  async start() {
    const { startCatalogue } = await import('./make-catalogue.ts');
    const making = startCatalogue();
    return { add: making.add, done: async () => partsOf(await inSlices(making.done())) };
  },
  async amend(index, changed) {
    const { amendCatalogue } = await import('./amend-catalogue.ts');
    const amended = amendCatalogue(fromParts(index), changed);
    return amended && partsOf(amended);
  },
});

/**
 * What is read besides the extension's own database; asked each time the library is opened. `mine` null: the reader has no data of their own.
 * `awake` keeps the browser from ending the worker while this is at work and nobody asks for anything.
 */
export type Besides = { heard(): Promise<HeardStore[]>; mine(): Promise<OwnData | null>; awake(work: Promise<void>): Promise<void> };

const NOTHING: Besides = { heard: () => Promise.resolve([]), mine: () => Promise.resolve(null), awake: (work) => work };

/** What is needed once per version is not loaded at every waking. */
export function keepLibrary(store: Store, packaged: BundleSource, build: string, given: Partial<Besides> = {}): Keeper {
  const besides: Besides = { ...NOTHING, ...given };
  const indexer = indexerOf(build);
  const install: typeof bringUpToDate = async (...given) => (await import('../update/install.ts')).install(...given);
  let library: Promise<Library> | null = null;
  const indexed = new Map<string, Promise<void>>();

  /** Of a feed that other code indexed: a large one takes a minute, in which pages are answered without it. Tried once in a worker's life. */
  function indexAnew({ key, store }: HeardStore, pointer: Pointer): void {
    if (indexed.has(key)) return;
    const work = async (): Promise<void> => {
      await (await import('../update/install.ts')).reindex(store, pointer, indexer);
      library = null;
    };
    // What is damaged is mended by the feed's next update.
    indexed.set(key, besides.awake(work()).catch(() => undefined));
  }

  function open(prepare: typeof bringUpToDate): Promise<Library> {
    const own = prepare(store, packaged, indexer).then((pointer) => openLibrary(store, pointer));
    const others = besides.heard().then((feeds) => Promise.all(feeds.map((feed) => openHeard(feed, indexer.by, indexAnew))));
    const opened = Promise.all([own, others, openMine(besides, indexer)]).then(([own, others, mine]) => unite(own, [...others, mine].filter((other) => other !== null)));
    // What failed now may go well later: a disk that was full, a file that was locked.
    opened.catch(() => {
      if (library === opened) library = null;
    });
    return opened;
  }

  async function use<T>(what: (library: Library) => Promise<T>): Promise<T> {
    try {
      return await what(await (library ??= open(bringUpToDate)));
    } catch (error) {
      if (!(error instanceof DamagedStore)) throw error;
      return what(await (library = open(install)));
    }
  }

  return {
    use,
    async useAll(what) {
      await use(() => Promise.resolve());
      await Promise.all(indexed.values());
      return use(what);
    },
    renew() {
      library = null;
    },
  };
}

/** Null for a feed whose database is empty or damaged: its next update mends it, and the others are read meanwhile. And for one that is still to be indexed by this code: what other code made may say something else to it. */
async function openHeard(feed: HeardStore, by: string, indexAnew: (feed: HeardStore, pointer: Pointer) => void): Promise<Heard | null> {
  const { key, name, store } = feed;
  try {
    const pointer = await store.pointer();
    if (pointer === null) return null;
    if (pointer.indexedBy === by) return { key, name, library: forbearing(await openLibrary(store, pointer)) };
    indexAnew(feed, pointer);
    return null;
  } catch {
    return null;
  }
}

/** The key of the reader's own data among the feeds; theirs all end in a fingerprint. */
const MINE = 'mine';

/** In memory: a few hundred questions are soon indexed. Null when there are none, and when they cannot be read: the page of that data says so. */
async function openMine(besides: Besides, indexer: Indexer): Promise<Heard | null> {
  try {
    const mine = await besides.mine();
    if (mine === null || mine.database.questions.length === 0) return null;
    const { questions, events, actors, sources } = mine.database;
    const shards: Shard[] = [{ kind: 'questions', records: questions }, { kind: 'events', records: events }, { kind: 'actors', records: actors }, { kind: 'sources', records: sources }];
    const shard = async (number: number): Promise<Shard> => {
      const found = shards[number];
      if (found === undefined) throw new RangeError(`no shard ${number}`);
      return Promise.resolve(found);
    };
    const about = { version: mine.changed, created: mine.changed.slice(0, 10) };
    const indexing = await indexer.start();
    for (const { records, number } of questionsLast(shards.map((records, number) => ({ records, number, kind: records.kind })))) indexing.add(records, number);
    const parts = [...(await indexing.done())];
    const opened = await openCatalogue((numbers) => Promise.resolve(numbers.map((number) => parts[number])));
    return { key: MINE, name: null, library: forbearing(libraryOver(opened, shard, { ...about, all: shards.length })) };
  } catch {
    return null;
  }
}

/** A feed whose records cannot be read has none: it must not keep the reader from the others. */
function forbearing(library: Library): Library {
  return {
    ...library,
    match: (document, claims) => library.match(document, claims).catch(() => claims.map(() => null)),
    question: (id) => library.question(id).catch(() => null),
    questionOf: (quantity) => library.questionOf(quantity).catch(() => null),
    source: (id) => library.source(id).catch(() => null),
    listing: () => library.listing().catch(() => ({ events: [], questions: [], sources: [] })),
  };
}
