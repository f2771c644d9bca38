// A reader's feeds, from the first look at one to its removal. Hosts, clock, chance and shelf are ours; the databases are real.
import 'fake-indexeddb/auto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../lib/claim/database.ts';
import { carried } from '../lib/cli/publish/release.ts';
import { feedFolder } from '../lib/feeds/address.ts';
import { FeedRefused, OWN, type FeedRefusal } from '../lib/feeds/feed.ts';
import { keepFeeds, type Feeds } from '../lib/feeds/feeds.ts';
import { records, type Records } from '../lib/feeds/records.ts';
import { openStore, type Store } from '../lib/store/store.ts';
import type { Shard } from '../lib/update/bundle.ts';
import { FAILURES } from '../lib/update/failure.ts';
import { rootFile } from '../lib/update/roles.ts';
import { estimate, question, smallDatabase } from './support/small-database.ts';
import { countingIndexer, describe as describeRoot, newKeys, signRoot, SmallFeed } from './support/small-feed.ts';

const HOUR = 3_600_000;
const PLACE = 'https://claims.example/feed/';

let shelf: Map<string, unknown>;
let hosts: Map<string, SmallFeed | 'down' | 'waits'>;
let asked: string[];
let stores: Map<string, Store>;
let clock: number;
let kept: Records;
let feeds: Feeds;
/** What a host waits for before it answers. */
let slow: (address: string) => Promise<void>;
let changed: string[];

/** The worker woken anew: only shelf and databases are what they were. */
function wake(): void {
  kept = records({
    get: (name) => Promise.resolve(structuredClone(shelf.get(name))),
    set: (values) => Promise.resolve(Object.entries(values).forEach(([name, value]) => shelf.set(name, structuredClone(value)))),
    remove: (names) => Promise.resolve(names.forEach((name) => shelf.delete(name))),
  });
  feeds = keepFeeds({
    records: kept,
    open(key) {
      const store = stores.get(key) ?? openStore(`feed-${key}`);
      stores.set(key, store);
      return store;
    },
    async drop(key) {
      stores.get(key)?.close();
      stores.delete(key);
      await Dexie.delete(`feed-${key}`);
    },
    indexer: countingIndexer('1'),
    request: answer,
    now: () => clock,
    chance: () => 0.5,
    built: Date.parse('2026-11-20'),
    floor: () => Promise.resolve('2026.11.1'),
    changed: (key) => void changed.push(key),
  });
}

const answer = (async (address: URL, { signal }: RequestInit = {}) => {
  asked.push(address.href);
  await slow(address.href);
  const folder = [...hosts.keys()].find((f) => address.href.startsWith(f)) ?? '';
  const host = hosts.get(folder);
  if (host === 'waits') await new Promise((_, stop) => signal?.addEventListener('abort', () => stop(new Error('stopped'))));
  if (host === undefined || typeof host === 'string') throw new TypeError('Failed to fetch');
  const bytes = host.files.get(address.href.slice(folder.length));
  return bytes === undefined ? new Response('', { status: 404 }) : new Response(new Uint8Array(bytes));
}) as unknown as typeof fetch;

beforeEach(async () => {
  for (const store of stores?.values() ?? []) store.close();
  await Promise.all((await Dexie.getDatabaseNames()).map((name) => Dexie.delete(name)));
  [shelf, hosts, stores, asked, changed] = [new Map(), new Map(), new Map(), [], []];
  clock = Date.parse('2026-11-23T12:00:00Z');
  slow = () => Promise.resolve();
  wake();
});

async function figures(key: string): Promise<(number | null)[]> {
  const store = stores.get(key);
  const pointer = await store?.pointer();
  if (!store || !pointer) return [];
  const shards = await Promise.all(pointer.shards.map(async (s) => JSON.parse(await store.text(s)) as Shard));
  return shards.flatMap((s) => (s.kind === 'questions' ? s.records.flatMap((q) => q.estimates.map((e) => e.best)) : []));
}

const why = (done: Promise<unknown>): Promise<string> =>
  done.then(
    () => 'none',
    (error: unknown) => (error instanceof FeedRefused ? error.why : String(error)),
  );

async function subscribed(feed?: SmallFeed): Promise<{ feed: SmallFeed; key: string }> {
  const small = feed ?? (await SmallFeed.make());
  hosts.set(PLACE, small);
  const { fingerprint } = await feeds.offered(PLACE);
  return { feed: small, key: (await feeds.add(PLACE, fingerprint)).key };
}

describe('adding', () => {
  test('shows what a feed says of itself, and asks for nothing but its files', async () => {
    hosts.set(PLACE, await SmallFeed.make());
    const offer = await feeds.offered(`${PLACE}head.json`);
    expect(offer).toMatchObject({ name: 'A small feed', licence: 'CC BY 4.0', address: PLACE, version: '2026.11.22' });
    expect(offer.fingerprint).toMatch(/^(?:[0-9a-f]{4} ){9}[0-9a-f]{4}$/);
    expect(asked.every((address) => address.startsWith(PLACE))).toBe(true);
    expect([...shelf.keys()]).toEqual([]);
  });

  test('takes it once its fingerprint was compared', async () => {
    const { key } = await subscribed();
    expect(await figures(key)).toEqual([9_000, 1_260]);
    expect((await kept.feeds()).map((f) => [f.name, f.on])).toEqual([['A small feed', true]]);
    expect(changed).toContain(key);
  });

  test('refuses, with a reason, and leaves nothing', async () => {
    hosts.set(PLACE, await SmallFeed.make());
    const { fingerprint } = await feeds.offered(PLACE);
    expect(await why(feeds.add('claims', fingerprint))).toBe('not-an-address');
    expect(await why(feeds.add(PLACE, 'dead beef'))).toBe('another-fingerprint');
    expect(await why(feeds.offered('https://elsewhere.example/'))).toBe('unreachable');
    const small = await SmallFeed.make(newKeys(), { database: { ...smallDatabase(1), questions: [question('arlen-civilians', [], { event: 'nowhere' })] } });
    hosts.set('https://bad.example/', small);
    const bad = await feeds.offered('https://bad.example/');
    expect(await why(feeds.add('https://bad.example/', bad.fingerprint))).toBe('bad-data');
    expect(await kept.feeds()).toEqual([]);
    expect([...shelf.keys()].filter((name) => name.startsWith('feed:'))).toEqual([]);
    await feeds.add(PLACE, fingerprint);
    expect(await why(feeds.add(PLACE, fingerprint))).toBe('there-already');
  });

  test('takes a feed from a file, also when its head has expired, and a newer file of it', async () => {
    const small = await SmallFeed.make();
    const file = async (): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array((await carried('1', new Map([[1, small.text(rootFile(1))]]), small.files)).bytes);
    clock = Date.parse('2027-05-01');
    const offer = await feeds.offeredBy(await file());
    const { key } = await feeds.addFile(await file(), offer.fingerprint);
    expect(await figures(key)).toEqual([9_000, 1_260]);
    await small.publish('2026.11.23', smallDatabase(9_606));
    expect(await feeds.bring(key, await file())).toBe('updated');
    expect(await figures(key)).toEqual([9_606, 1_260]);
    expect(await why(feeds.offeredBy(new Uint8Array(20)))).toBe('malformed');
  });
});

describe('looking', () => {
  test('brings what is new, says what changed, and is possible once a minute', async () => {
    const { feed, key } = await subscribed();
    expect(await feeds.check(key)).toBe('too-soon');
    clock += 2 * HOUR;
    expect(await feeds.check(key)).toBe('current');
    await feed.publish('2026.11.23', smallDatabase(9_606));
    clock += 2 * HOUR;
    expect(await feeds.check(key)).toBe('updated');
    expect((await kept.state(key)).update).toMatchObject({ from: '2026.11.22', to: '2026.11.23', more: 0, changes: [{ question: 'arlen-civilians', estimates: [{ kind: 'changed', before: { best: 9_000 }, after: { best: 9_606 } }] }] });
  });

  test('keeps the data and says why, when it went wrong', async () => {
    const { key } = await subscribed();
    hosts.set(PLACE, 'down');
    clock += 2 * HOUR;
    expect(await why(feeds.check(key))).toBe('unreachable');
    expect(await figures(key)).toEqual([9_000, 1_260]);
    expect((await kept.state(key)).rhythm).toMatchObject({ failed: 1, failure: 'unreachable' });
    wake();
    clock += 20 * 24 * HOUR;
    expect(await why(feeds.check(key))).toBe('unreachable');
    expect((await kept.state(key)).vouched?.until).toBeLessThan(clock);
  });

  test('can be stopped', async () => {
    const { key } = await subscribed();
    hosts.set(PLACE, 'waits');
    clock += 2 * HOUR;
    const check = why(feeds.check(key));
    while (asked.length === 0 || feeds.progress(key) === null) await new Promise((done) => setTimeout(done, 1));
    await new Promise((done) => setTimeout(done, 20));
    feeds.cancel(key);
    expect(await check).toBe('cancelled');
    expect((await kept.state(key)).rhythm.failed).toBe(0);
  });

  test('goes on with a copy when the first host is down, lies, or both', async () => {
    const keys = newKeys();
    const small = await SmallFeed.make(keys);
    const mirror = 'https://copy.example/';
    small.write(rootFile(1), await signRoot(describeRoot(keys, 1, { mirrors: [mirror] }), keys.roots));
    const { key } = await subscribed(small);
    await small.publish('2026.11.23', smallDatabase(9_606));
    hosts.set(mirror, small);
    const liar = await SmallFeed.make();
    for (const first of ['down', liar] as const) {
      hosts.set(PLACE, first);
      clock += 2 * HOUR;
      expect(['updated', 'current']).toContain(await feeds.check(key));
    }
    expect(await figures(key)).toEqual([9_606, 1_260]);
  });

  test('is due by the clock, not at the start, and not for a feed that is off', async () => {
    const { feed, key } = await subscribed();
    expect(((await feeds.nextDue()) ?? 0) - clock).toBe(24 * HOUR);
    await feed.publish('2026.11.23', smallDatabase(9_606));
    await feeds.checkDue();
    expect(await figures(key)).toEqual([9_000, 1_260]);
    clock += 25 * HOUR;
    expect(((await feeds.nextDue()) ?? 0) - clock).toBe(17.5 * 60_000);
    await feeds.checkDue();
    expect(await figures(key)).toEqual([9_606, 1_260]);
    await feeds.turn(key, false);
    expect(await feeds.nextDue()).toBeNull();
  });

  test('a clock set back to before this extension was built lets no expired head in', async () => {
    const { feed, key } = await subscribed();
    await feed.publish('2026.11.23', smallDatabase(9_606));
    await feed.signHead({ seq: 9, expires: '2026-11-19T00:00:00Z' });
    clock = Date.parse('2020-01-01');
    expect(await why(feeds.check(key))).toBe('frozen');
    expect(await figures(key)).toEqual([9_000, 1_260]);
  });
});

test('the reader goes back to the version before, and is not brought forward again until there is another', async () => {
  const { feed, key } = await subscribed();
  expect(await feeds.goBack(key)).toBe(false);
  await feed.publish('2026.11.23', smallDatabase(9_606));
  clock += 2 * HOUR;
  await feeds.check(key);
  expect(await feeds.goBack(key)).toBe(true);
  expect(await figures(key)).toEqual([9_000, 1_260]);
  clock += 2 * HOUR;
  expect(await feeds.check(key)).toBe('current');
  expect(await figures(key)).toEqual([9_000, 1_260]);
  await feed.publish('2026.11.24', smallDatabase(9_700));
  clock += 2 * HOUR;
  expect(await feeds.check(key)).toBe('updated');
  expect(await figures(key)).toEqual([9_700, 1_260]);
});

test('what a large update changed is told in the order of the questions, the rest of it counted, whichever shards they went to', async () => {
  const ids = Array.from({ length: 900 }, (_, i) => `q${String(i).padStart(3, '0')}`);
  const data = (kept: readonly string[], figure: (id: string) => number): Database => ({
    ...smallDatabase(1),
    questions: kept.map((id) => question(id, [estimate(id, 'press-a', figure(id)), estimate(id, 'monitor-b', 1_260)], { notes: `${id} `.repeat(60).trim() })),
  });
  const small = await SmallFeed.make(undefined, { database: data(ids.slice(0, 880), () => 9_000) });
  const { key } = await subscribed(small);
  // 20 added, 10 gone, every other of the 870 that stay changed.
  await small.publish('2026.11.23', data(ids.slice(10), (id) => (Number(id.slice(1)) % 2 === 0 ? 9_606 : 9_000)));
  clock += 2 * HOUR;
  expect(await feeds.check(key)).toBe('updated');
  const { update } = await kept.state(key);
  const told = update?.changes.map((c) => `${c.kind} ${c.question}`) ?? [];
  const expected = [...ids.slice(0, 10).map((id) => `gone ${id}`), ...ids.slice(10, 880).filter((_, i) => i % 2 === 0).map((id) => `changed ${id}`), ...ids.slice(880).map((id) => `added ${id}`)];
  expect(told).toEqual(expected.slice(0, 200));
  expect(update?.more).toBe(expected.length - 200);
});

test('a page is answered from what there was, while a release is on its way', async () => {
  const { feed, key } = await subscribed();
  const before = await figures(key);
  await feed.publish('2026.11.23', smallDatabase(9_606));
  let goOn = (): void => undefined;
  const held = new Promise<void>((done) => (goOn = done));
  slow = (name) => (name.includes('/s/') ? held : Promise.resolve());
  clock += 2 * HOUR;
  asked = [];
  const taking = feeds.check(key);
  while (!asked.at(-1)?.includes('/s/')) await new Promise((later) => setTimeout(later, 1));
  expect(feeds.progress(key)?.all).toBeGreaterThan(0);
  expect(await figures(key)).toEqual(before);
  goOn();
  expect(await taking).toBe('updated');
  expect(await figures(key)).toEqual([9_606, 1_260]);
});

test('a database the browser threw away is filled anew, and the marks outlive it: nothing older is taken', async () => {
  const { feed, key } = await subscribed();
  const old = new Map(feed.files);
  await feed.publish('2026.11.23', smallDatabase(9_606));
  clock += 2 * HOUR;
  await feeds.check(key);
  stores.get(key)?.close();
  stores.delete(key);
  await Dexie.delete(`feed-${key}`);
  wake();
  const now = new Map(feed.files);
  for (const [name, bytes] of old) feed.files.set(name, bytes);
  clock += 2 * HOUR;
  expect(await why(feeds.check(key))).toBe('head-rollback');
  expect(await figures(key)).toEqual([]);
  for (const [name, bytes] of now) feed.files.set(name, bytes);
  clock += 2 * HOUR;
  expect(await feeds.check(key)).toBe('updated');
  expect(await figures(key)).toEqual([9_606, 1_260]);
});

test('a feed that is removed leaves nothing', async () => {
  const { key } = await subscribed();
  await feeds.remove(key);
  expect(await kept.feeds()).toEqual([]);
  expect([...shelf.keys()]).toEqual(['feeds']);
  expect(await Dexie.getDatabaseNames()).not.toContain(`feed-${key}`);
});

test('the packaged feed never falls below what is packaged', async () => {
  const small = await SmallFeed.make(newKeys(), { version: '2026.10.1' });
  hosts.set(PLACE, small);
  await kept.add({ key: OWN, name: 'Own', licence: 'x', contact: null, homepage: null, address: PLACE, fingerprint: null, added: '2026-11-01', on: true }, small.trust());
  expect(await why(feeds.check(OWN))).toBe('rollback');
});

test('a folder of a feed is told from other addresses', () => {
  expect(['https://a.example/x', ' https://a.example/x/head.json ', 'https://a.example/root.1.json', 'http://127.0.0.1:8080/', 'http://localhost/f'].map(feedFolder)).toEqual([
    'https://a.example/x/',
    'https://a.example/x/',
    'https://a.example/',
    'http://127.0.0.1:8080/',
    'http://localhost/f/',
  ]);
  for (const bad of ['http://a.example/', 'javascript:alert(1)', 'data:,x', 'https://user:pass@a.example/', 'https://a.example/?q', 'a.example', '']) expect(feedFolder(bad), bad).toBeNull();
});

test.each(['en', 'ar', 'fr'])('every reason why a look brought nothing has words: %s', async (language) => {
  const messages = JSON.parse(await readFile(join(import.meta.dirname, `../assets/public/_locales/${language}/messages.json`), 'utf8')) as Record<string, unknown>;
  const reasons: FeedRefusal[] = ['not-an-address', 'there-already', 'another-fingerprint', 'too-many', ...FAILURES];
  expect(reasons.map((why) => `options_feed_no_${why.replaceAll('-', '_')}`).filter((name) => !(name in messages))).toEqual([]);
});
