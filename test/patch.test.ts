// A patch between two releases: it leads to the very bytes that were signed, or to nothing.
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack } from '../assets/pack.ts';
import type { Database } from '../lib/claim/database.ts';
import { patchBetween } from '../lib/cli/publish/patches.ts';
import type { Manifest, Shard } from '../lib/update/bundle.ts';
import { MANIFEST_FILE, shardFile } from '../lib/update/files.ts';
import { openPatch, without } from '../lib/update/patch.ts';
import { takeUpdate, type Taken } from '../lib/update/take.ts';
import { store } from './support/fresh-store.ts';
import { event, question, source, estimate } from './support/small-database.ts';
import { countingIndexer, KeptTrust, SmallFeed } from './support/small-feed.ts';

/** Text that does not compress, and is the same each time. */
const noise = (of: string): string => Array.from({ length: 9 }, (_, i) => createHash('sha256').update(`${of} ${i}`).digest('hex')).join('');

/** So many questions in three collections, some kilobytes each; `figures` tells one release from another. */
function database(ids: readonly number[], figures: (id: number) => number = () => 9_000): Database {
  const questions = ids.map((n) => {
    const id = `q${n}`;
    return question(id, [estimate(id, 'press-a', figures(n)), estimate(id, 'monitor-b', 1_260)], { collection: ['iraq', 'syria', 'yemen'][n % 3] ?? '', notes: noise(id) });
  });
  return { questions: questions.toSorted((a, b) => (a.id < b.id ? -1 : 1)), events: [event('arlen')], actors: [], sources: [source('monitor-b'), source('press-a')] };
}
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

type Packed = { files: Map<string, Uint8Array>; manifest: Manifest };
function packed(data: Database, version: string): Packed {
  const files = pack(data, { version, created: '2026-11-22' });
  return { files, manifest: JSON.parse(new TextDecoder().decode(files.get(MANIFEST_FILE))) as Manifest };
}
const textsOf = (release: Packed, of: Packed): string[] => without(release.manifest, of.manifest).map((s) => gunzipSync(release.files.get(shardFile(s.sha256)) ?? new Uint8Array()).toString());
async function* each<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}

test('what leads from one release to another leads there, whatever was added, changed and taken out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(300), { minLength: 1 }), fc.uniqueArray(fc.nat(300), { minLength: 1 }), fc.nat(5), async (a, b, every) => {
      const [before, after] = [packed(database(a), '2026.11.22'), packed(database(b, (n) => (n % (every + 1) === 0 ? 9_001 : 9_000)), '2026.11.23')];
      const missing = without(after.manifest, before.manifest);
      const patch = new Uint8Array(gzipSync(JSON.stringify(await patchBetween(each(textsOf(before, after)), each(textsOf(after, before))))));
      const patched = await openPatch(patch, (kind) => each(textsOf(before, after).filter((text) => (JSON.parse(text) as Shard).kind === kind)));
      const made: (string | null | undefined)[] = [];
      for (const entry of missing) made.push(await patched?.(entry));
      expect(made).toEqual(textsOf(after, before));
    }),
    { numRuns: 30 },
  );
}, 120_000);

test('a longer record moves the border of no shard but its own', () => {
  const ids = upTo(600);
  const [before, after] = [packed(database(ids), '2026.11.22'), packed(database(ids, (n) => (n === 300 ? 9_000_000 : 9_000)), '2026.11.23')];
  expect(before.manifest.shards.length).toBeGreaterThan(12);
  expect(without(after.manifest, before.manifest).length).toBeLessThanOrEqual(2);
});

describe('a reader', () => {
  const indexer = countingIndexer('1');
  const NOW = new Date('2026-11-23T12:00:00Z');

  async function reader(feed: SmallFeed): Promise<() => Promise<Taken>> {
    const trust = new KeptTrust(feed.trust());
    const take = (): Promise<Taken> => takeUpdate({ host: feed.host, trust, store, indexer, now: NOW, expired: 'refuse', floor: null, unwanted: null });
    await take();
    feed.asked = [];
    return take;
  }
  async function figures(): Promise<Record<string, number | null | undefined>> {
    const pointer = await store.pointer();
    const shards = await Promise.all((pointer?.shards ?? []).map(async (s) => JSON.parse(await store.text(s)) as Shard));
    return Object.fromEntries(shards.flatMap((s) => (s.kind === 'questions' ? s.records.map((q) => [q.id, q.estimates[0]?.best]) : [])));
  }
  const ids = upTo(600);
  const everyTenth = (n: number): number => (n % 10 === 0 ? 9_606 : 9_000);
  const asked = (feed: SmallFeed, folder: string): number => feed.asked.filter((name) => name.startsWith(folder)).length;
  const patchOf = (feed: SmallFeed): string => [...feed.files.keys()].findLast((name) => name.startsWith('p/')) ?? '';

  test('fetches one patch instead of many shards, and later updates know what it made of it', async () => {
    const feed = await SmallFeed.make(undefined, { database: database(ids) });
    const take = await reader(feed);
    await feed.publish('2026.11.23', database(ids, everyTenth));
    expect((await take()).outcome).toBe('updated');
    expect([asked(feed, 'p/'), asked(feed, 's/')]).toEqual([1, 0]);
    const shown = await figures();
    expect(ids.map((n) => shown[`q${n}`])).toEqual(ids.map(everyTenth));
    feed.asked = [];
    await feed.publish('2026.11.24', database(ids, (n) => (n === 7 ? 5 : everyTenth(n))));
    expect((await take()).outcome).toBe('updated');
    expect([asked(feed, 'p/'), asked(feed, 's/')]).toEqual([0, 1]);
    expect((await figures())['q7']).toBe(5);
    expect((await figures())['q10']).toBe(9_606);
  });

  test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['is not there', () => new Uint8Array()],
    ['is a page', () => new TextEncoder().encode('<!doctype html>')],
    ['is cut off', (bytes) => bytes.slice(0, -40)],
    ['has a byte flipped', (bytes) => bytes.map((b, i) => (i === bytes.length >> 1 ? b ^ 1 : b))],
    ['is larger than half of what it spares', (bytes) => new Uint8Array([...bytes, ...new Uint8Array(2_000_000)])],
    ['unpacks to gigabytes', () => new Uint8Array(gzipSync(Buffer.alloc(200_000_000)))],
    ['leads elsewhere', (bytes) => new Uint8Array(gzipSync(gunzipSync(bytes).toString().replace('9606', '9607')))],
    ['speaks of what no record is', () => new Uint8Array(gzipSync('{"format":1,"gone":[{"kind":"__proto__","id":"constructor"}],"changed":[{"kind":"questions","records":[null]}]}'))],
    ['is of another form', () => new Uint8Array(gzipSync('{"format":2,"gone":[],"changed":[]}'))],
  ])('takes the shards when the patch %s', async (_, change) => {
    const feed = await SmallFeed.make(undefined, { database: database(ids) });
    const take = await reader(feed);
    await feed.publish('2026.11.23', database(ids, everyTenth));
    const name = patchOf(feed);
    feed.files.set(name, change(feed.files.get(name) ?? new Uint8Array()));
    expect((await take()).outcome).toBe('updated');
    expect(asked(feed, 's/')).toBeGreaterThan(5);
    const shown = await figures();
    expect(ids.map((n) => shown[`q${n}`])).toEqual(ids.map(everyTenth));
  });
});
