// The reader's feeds: added after a fingerprint was compared, looked at when they are due, switched off, gone back in, removed.
// Each has a database of its own, so that none can touch another's, and removing one leaves nothing behind.
import type { Pointer } from '../store/pointer.ts';
import type { Store } from '../store/store.ts';
import type { Release } from '../update/check.ts';
import { carriedHost } from '../update/carried.ts';
import { UpdateFailure } from '../update/failure.ts';
import { fileHost, type Host } from '../update/host.ts';
import type { Indexer } from '../update/install.ts';
import { after, BY_HAND_AGAIN, nextLook } from '../update/schedule.ts';
import { takeUpdate, type Taken } from '../update/take.ts';
import { rootOf } from '../update/trust.ts';
import { feedFolder } from './address.ts';
import { describeUpdate } from './describe-update.ts';
import { FeedRefused, NEW_STATE, OWN, type Feed, type FeedState, type Offer } from './feed.ts';
import { meet, refused, type Met } from './meet.ts';
import type { Records } from './records.ts';

/** A reader who hears more than these hears nobody. */
const MOST_FEEDS = 12;

/** `keep`: where a feed's database is kept, opened by its key; `drop` removes it whole. `built`: day of this extension's build, ms. */
export type Surroundings = {
  records: Records;
  open(key: string): Store;
  drop(key: string): Promise<void>;
  indexer: Indexer;
  request: typeof fetch;
  now(): number;
  chance(): number;
  built: number;
  /** Version of the packaged data: the feed it came from may not fall below it. */
  floor(): Promise<string | null>;
  /** Told whenever what is shown may have changed. */
  changed(key: string): void;
};

/** Of a look that is under way: shards that are here, of all; both 0 while it is not known. */
export type Progress = { done: number; all: number };

export type Feeds = {
  /** What a feed at an address says of itself, proved by its own keys; nothing is kept. Throws FeedRefused. */
  offered(typed: string): Promise<Offer>;
  /** The same of a file. */
  offeredBy(file: Uint8Array<ArrayBuffer>): Promise<Offer>;
  /** Adds what was offered, once its fingerprint is the one that was compared, and fetches it. Throws FeedRefused. */
  add(typed: string, fingerprint: string): Promise<Feed>;
  addFile(file: Uint8Array<ArrayBuffer>, fingerprint: string): Promise<Feed>;
  /** Takes a newer release of a feed that is known from a file. Throws FeedRefused. */
  bring(key: string, file: Uint8Array<ArrayBuffer>): Promise<Taken['outcome']>;
  remove(key: string): Promise<void>;
  turn(key: string, on: boolean): Promise<void>;
  /** Looks now; at most once a minute. Throws FeedRefused. */
  check(key: string): Promise<Taken['outcome'] | 'too-soon'>;
  cancel(key: string): void;
  /** Null: nothing is under way. */
  progress(key: string): Progress | null;
  /** Serves the version before again. False: there is none. */
  goBack(key: string): Promise<boolean>;
  /** Looks at every feed that is due, one after the other. */
  checkDue(): Promise<void>;
  /** Instant of the next look, ms; null: there is none to be made. */
  nextDue(): Promise<number | null>;
};

export function keepFeeds(around: Surroundings): Feeds {
  const { records, now } = around;
  const running = new Map<string, { stop: AbortController; progress: Progress; outcome: Promise<Taken['outcome']> }>();

  /** Never before this extension was built: a clock set back would let an expired head in. */
  const instant = (): Date => new Date(Math.max(now(), around.built));

  const hostFor = (address: string, signal: AbortSignal): Host => fileHost(address, signal, around.request);

  async function admit({ offer: found, trust }: Met, fingerprint: string): Promise<Feed> {
    if (found.fingerprint !== fingerprint) throw new FeedRefused('another-fingerprint');
    const { id, version: _, ...info } = found;
    const key = `${id}-${fingerprint.replaceAll(' ', '').slice(0, 8)}`;
    const feeds = await records.feeds();
    if (feeds.some((f) => f.key === key)) throw new FeedRefused('there-already');
    if (feeds.length >= MOST_FEEDS) throw new FeedRefused('too-many');
    const feed: Feed = { ...info, key, added: new Date(now()).toISOString().slice(0, 10), on: true };
    await records.add(feed, trust);
    return feed;
  }

  /** Adds and fetches; a feed whose first release cannot be had is not added. */
  async function addFrom(host: Host, address: string | null, fingerprint: string, expired: 'refuse' | 'allow'): Promise<Feed> {
    const feed = await admit(await meet(host, address, instant(), expired), fingerprint);
    try {
      await run(feed.key, host, expired);
      return feed;
    } catch (error) {
      await remove(feed.key);
      throw refused(error);
    }
  }

  function run(key: string, host: Host | null, expired: 'refuse' | 'allow'): Promise<Taken['outcome']> {
    const under = running.get(key);
    if (under !== undefined) return under.outcome;
    const stop = new AbortController();
    const progress: Progress = { done: 0, all: 0 };
    const outcome = take(key, host, expired, stop.signal, progress).finally(() => running.delete(key));
    running.set(key, { stop, progress, outcome });
    return outcome;
  }

  async function take(key: string, given: Host | null, expired: 'refuse' | 'allow', signal: AbortSignal, progress: Progress): Promise<Taken['outcome']> {
    const state = await records.state(key);
    const store = around.open(key);
    try {
      const before = await store.pointer();
      const trust = records.trustStore(key);
      const floor = key === OWN ? await around.floor() : null;
      const common = { trust, floor, now: instant(), expired, store, indexer: around.indexer, unwanted: state.unwanted, progress: (done: number, all: number) => void Object.assign(progress, { done, all }) };
      const hosts = given === null ? await hostsOf(key, signal) : [given];
      const taken = await firstGood(hosts, (host) => takeUpdate({ ...common, host }));
      await settle(key, state, store, before, taken);
      return taken.outcome;
    } catch (error) {
      const failure = error instanceof UpdateFailure ? error : new UpdateFailure('bad-data', String(error));
      await records.setState(key, { ...state, rhythm: after(state.rhythm, now(), failure), detail: failure.message });
      throw failure;
    }
  }

  /** The address it was added by, and the copies its root names, in random order: one that lies can only deny. */
  async function hostsOf(key: string, signal: AbortSignal): Promise<Host[]> {
    const feed = (await records.feeds()).find((f) => f.key === key);
    const trust = await records.trust(key);
    const mirrors = trust === null ? [] : rootOf(trust).mirrors.flatMap((m) => feedFolder(m) ?? []);
    const folders = [...new Set([...(feed?.address === null || feed === undefined ? [] : [feed.address]), ...mirrors])];
    return shuffled(folders, around.chance).map((folder) => hostFor(folder, signal));
  }

  async function settle(key: string, state: FeedState, store: Store, before: Pointer | null, { outcome, pointer, release }: Taken): Promise<void> {
    const update = outcome === 'updated' && before !== null ? await describeUpdate(store, before, pointer, instant()) : state.update;
    const vouched = { at: now(), until: Date.parse(release.head.expires) };
    const unwanted = outcome === 'updated' ? null : state.unwanted;
    await records.setState(key, { rhythm: after(state.rhythm, now(), null), detail: null, vouched, unwanted, update });
    await describeAnew(key, release);
    if (outcome === 'updated') around.changed(key);
  }

  /** A new root may give the feed another name, licence or contact. The fingerprint stays the one that was compared. */
  async function describeAnew(key: string, { root }: Release): Promise<void> {
    const feed = (await records.feeds()).find((f) => f.key === key);
    const { id: _, ...info } = root.feed;
    if (feed !== undefined && JSON.stringify({ ...feed, ...info }) !== JSON.stringify(feed)) await records.change({ ...feed, ...info });
  }

  async function remove(key: string): Promise<void> {
    running.get(key)?.stop.abort();
    await running.get(key)?.outcome.catch(() => undefined);
    await records.remove(key);
    await around.drop(key);
    around.changed(key);
  }

  return {
    offered: async (typed) => (await meet(hostFor(folderOf(typed), new AbortController().signal), folderOf(typed), instant(), 'refuse')).offer,
    offeredBy: async (file) => (await meet(await fromFile(file), null, instant(), 'allow')).offer,
    add: async (typed, fingerprint) => addFrom(hostFor(folderOf(typed), new AbortController().signal), folderOf(typed), fingerprint, 'refuse'),
    addFile: async (file, fingerprint) => addFrom(await fromFile(file), null, fingerprint, 'allow'),
    async bring(key, file) {
      const host = await fromFile(file);
      return run(key, host, 'allow').catch((error: unknown) => Promise.reject(refused(error)));
    },
    remove,
    async turn(key, on) {
      const feed = (await records.feeds()).find((f) => f.key === key);
      if (feed === undefined || feed.on === on) return;
      await records.change({ ...feed, on });
      around.changed(key);
    },
    async check(key) {
      const { rhythm } = await records.state(key);
      if (!running.has(key) && rhythm.last !== null && now() - rhythm.last < BY_HAND_AGAIN && now() >= rhythm.last) return 'too-soon';
      return run(key, null, 'refuse').catch((error: unknown) => Promise.reject(refused(error)));
    },
    cancel: (key) => running.get(key)?.stop.abort(),
    progress: (key) => running.get(key)?.progress ?? null,
    async goBack(key) {
      const store = around.open(key);
      const left = await store.goBack(key === OWN ? await around.floor() : null);
      if (left === null) return false;
      await records.setState(key, { ...(await records.state(key)), unwanted: left, update: null });
      around.changed(key);
      return true;
    },
    async checkDue() {
      for (const feed of await heard()) {
        const { rhythm } = await records.state(feed.key);
        if (rhythm.last === null || nextLook(rhythm, now(), 0) <= now()) await run(feed.key, null, 'refuse').catch(() => undefined);
      }
    },
    async nextDue() {
      const due = await Promise.all((await heard()).map(async ({ key }) => nextLook((await records.state(key)).rhythm, now(), around.chance())));
      // What became due while the browser was closed waits its minutes as well: a start is busy enough.
      return due.length === 0 ? null : Math.max(Math.min(...due), nextLook(NEW_STATE.rhythm, now(), around.chance()));
    },
  };

  /** Feeds that are switched on and can be asked. */
  async function heard(): Promise<Feed[]> {
    const feeds = (await records.feeds()).filter((f) => f.on);
    const asked = await Promise.all(feeds.map(async (f) => (await hostsOf(f.key, new AbortController().signal)).length > 0));
    return feeds.filter((_, i) => asked[i]);
  }
}

function folderOf(typed: string): string {
  const folder = feedFolder(typed);
  if (folder === null) throw new FeedRefused('not-an-address');
  return folder;
}

async function fromFile(file: Uint8Array<ArrayBuffer>): Promise<Host> {
  return carriedHost(file).catch((error: unknown) => Promise.reject(refused(error)));
}

/** The first host that gives a good answer; else the failure that tells most: a host that answers wrongly before one that does not answer. */
async function firstGood<T>(hosts: readonly Host[], run: (host: Host) => Promise<T>): Promise<T> {
  let worst: unknown = null;
  for (const host of hosts) {
    try {
      return await run(host);
    } catch (error) {
      if (error instanceof UpdateFailure && (error.code === 'cancelled' || error.code === 'no-room')) throw error;
      if (worst === null || (worst instanceof UpdateFailure && worst.code === 'unreachable')) worst = error;
    }
  }
  throw worst ?? new UpdateFailure('unreachable', 'this feed has no address');
}

function shuffled<T>(things: readonly T[], chance: () => number): T[] {
  return things
    .map((thing) => ({ thing, at: chance() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ thing }) => thing);
}

