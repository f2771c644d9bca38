// The client of claims-update v1: what it takes, and everything it refuses.
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { signed } from '../lib/cli/publish/sign.ts';
import type { Store } from '../lib/store/store.ts';
import type { Manifest, Shard } from '../lib/update/bundle.ts';
import { readEnvelope } from '../lib/update/envelope.ts';
import type { FailureCode } from '../lib/update/failure.ts';
import { UpdateFailure } from '../lib/update/failure.ts';
import { shardFile } from '../lib/update/files.ts';
import { HEAD_FILE, LIMITS, manifestFile, rootFile, SCHEMA } from '../lib/update/roles.ts';
import { takeUpdate, type Taken } from '../lib/update/take.ts';
import { store } from './support/fresh-store.ts';
import { question, smallDatabase } from './support/small-database.ts';
import { countingIndexer, describe as describeRoot, KeptTrust, newKey, newKeys, signRoot, SmallFeed } from './support/small-feed.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const indexer = countingIndexer('1');

type Reader = { trust: KeptTrust; take(change?: { now?: Date; floor?: string; unwanted?: string; expired?: 'refuse' | 'allow' }): Promise<Taken> };
function reader(feed: SmallFeed): Reader {
  const trust = new KeptTrust(feed.trust());
  return { trust, take: ({ now = NOW, floor, unwanted, expired = 'refuse' } = {}) => takeUpdate({ host: feed.host, trust, store, indexer, now, expired, floor: floor ?? null, unwanted: unwanted ?? null }) };
}

/** The figure a reader is shown; null: nothing is served. */
async function figure(): Promise<number | null> {
  const pointer = await store.pointer();
  if (pointer === null) return null;
  const shards = await Promise.all(pointer.shards.map(async (s) => JSON.parse(await store.text(s)) as Shard));
  return shards.flatMap((s) => (s.kind === 'questions' ? s.records : []))[0]?.estimates[0]?.best ?? null;
}

const codeOf = (taken: Promise<unknown>): Promise<FailureCode | 'none' | string> =>
  taken.then(
    () => 'none',
    (error: unknown) => (error instanceof UpdateFailure ? error.code : String(error)),
  );

describe('a sound feed', () => {
  test('is taken, and the next look asks for nothing but its head and manifest', async () => {
    const feed = await SmallFeed.make();
    const { take } = reader(feed);
    expect((await take()).outcome).toBe('updated');
    expect(await figure()).toBe(9_000);
    feed.asked = [];
    expect((await take()).outcome).toBe('current');
    expect(feed.asked.map((name) => name.replace(/[0-9a-f]{64}/, '*'))).toEqual(['head.json', 'm/*.json']);
  });

  test('brings a new version by the shards that changed', async () => {
    const feed = await SmallFeed.make();
    const { take } = reader(feed);
    await take();
    await feed.publish('2026.11.23', smallDatabase(9_606));
    feed.asked = [];
    expect((await take()).outcome).toBe('updated');
    expect(await figure()).toBe(9_606);
    expect(feed.asked.filter((name) => name.startsWith('s/'))).toHaveLength(1);
  });

  test('is not taken again in a version the reader went back from, but in the next', async () => {
    const feed = await SmallFeed.make();
    const { take } = reader(feed);
    await take();
    await feed.publish('2026.11.23', smallDatabase(9_606));
    expect((await take({ unwanted: '2026.11.23' })).outcome).toBe('current');
    expect(await figure()).toBe(9_000);
    await feed.publish('2026.11.24', smallDatabase(9_700));
    expect((await take({ unwanted: '2026.11.23' })).outcome).toBe('updated');
  });

  test('changes all its keys in one step, or in several', async () => {
    const feed = await SmallFeed.make();
    const { trust, take } = reader(feed);
    await take();
    for (const version of ['2026.11.23', '2026.11.24']) {
      const next = newKeys();
      await feed.rotate(next);
      Object.assign(feed.keys, next);
      await feed.publish(version, smallDatabase(9_606), '2026-11-22', next);
    }
    expect((await take()).outcome).toBe('updated');
    expect(trust.kept.root).toBe(feed.text(rootFile(3)));
  });

  test('recovers when a thief has pushed its numbers to the end: a new root names new keys, and the marks start anew, also after a stop in between', async () => {
    const feed = await SmallFeed.make();
    const { trust, take } = reader(feed);
    await take();
    await feed.signHead({ seq: Number.MAX_SAFE_INTEGER });
    await take();
    expect(trust.kept.head?.seq).toBe(Number.MAX_SAFE_INTEGER);
    const next = { ...newKeys(), roots: feed.keys.roots };
    await feed.rotate(next);
    feed.files.delete(HEAD_FILE);
    await feed.publish('2026.11.23', smallDatabase(9_606), '2026-11-22', next);
    const manifest = feed.headNow()?.manifest.sha256 ?? '';
    const bytes = feed.files.get(manifestFile(manifest)) ?? new Uint8Array();
    feed.files.delete(manifestFile(manifest));
    expect(await codeOf(take())).toBe('mix-and-match');
    feed.files.set(manifestFile(manifest), bytes);
    expect((await take()).outcome).toBe('updated');
    expect(await figure()).toBe(9_606);
  });

  test('is held to one content a version by who has seen it, also under a new root that keeps its keys', async () => {
    const feed = await SmallFeed.make();
    const { take } = reader(feed);
    await take();
    const keys = { ...feed.keys, roots: [newKey(), newKey(), newKey()] };
    await feed.rotate(keys);
    await feed.publish('2026.11.22', smallDatabase(1), '2026-11-22', keys);
    expect(await codeOf(take())).toBe('equivocation');
    expect(await figure()).toBe(9_000);
  });

  test('may take a version back that was signed with stolen keys: a new root names new ones, and the same version is another', async () => {
    const feed = await SmallFeed.make();
    const { take } = reader(feed);
    await take();
    const next = { ...newKeys(), roots: feed.keys.roots };
    await feed.rotate(next);
    await feed.publish('2026.11.22', smallDatabase(9_606), '2026-11-22', next);
    expect((await take()).outcome).toBe('updated');
    expect(await figure()).toBe(9_606);
  });

  test('may have expired when somebody brings it along as a file', async () => {
    const feed = await SmallFeed.make();
    expect((await reader(feed).take({ now: new Date('2027-06-01'), expired: 'allow' })).outcome).toBe('updated');
  });
});

/** Each is done to a feed whose version 2026.11.22 the reader has; the second release is there when it is done. */
type Attack = (feed: SmallFeed, before: Map<string, Uint8Array>) => Promise<unknown> | unknown;
const newest = (feed: SmallFeed): string => manifestFile(feed.headNow()?.manifest.sha256 ?? '');
const shardsOf = (feed: SmallFeed, before: Map<string, Uint8Array>): string[] => [...feed.files.keys()].filter((name) => name.startsWith('s/') && !before.has(name));
const edit = (feed: SmallFeed, name: string, change: (bytes: Uint8Array) => Uint8Array): void => void feed.files.set(name, change(feed.files.get(name) ?? new Uint8Array()));
const flip = (bytes: Uint8Array): Uint8Array => bytes.map((b, i) => (i === bytes.length >> 1 ? b ^ 1 : b));

const ATTACKS: Record<string, [Attack, FailureCode]> = {
  'the host answers with a page for everything': [(feed) => feed.files.clear(), 'malformed'],
  'the head is longer than a head may be': [(feed) => feed.write(HEAD_FILE, ' '.repeat(LIMITS.head + 1)), 'too-large'],
  'a byte of the head is flipped': [(feed) => edit(feed, HEAD_FILE, flip), 'malformed'],
  'a byte of its signature is flipped': [(feed) => edit(feed, HEAD_FILE, (b) => b.map((byte, i) => (i === b.length - 20 ? byte ^ 1 : byte))), 'bad-signature'],
  'a byte of the manifest is flipped': [(feed) => edit(feed, newest(feed), flip), 'mix-and-match'],
  'the manifest is longer than the head says': [(feed) => edit(feed, newest(feed), (b) => new Uint8Array([...b, 32])), 'too-large'],
  'a byte of a shard is flipped': [(feed, before) => shardsOf(feed, before).forEach((name) => edit(feed, name, flip)), 'mix-and-match'],
  'a shard is cut short': [(feed, before) => shardsOf(feed, before).forEach((name) => edit(feed, name, (b) => b.slice(0, -1))), 'mix-and-match'],
  'a shard goes on and on': [(feed, before) => shardsOf(feed, before).forEach((name) => edit(feed, name, (b) => new Uint8Array([...b, ...b]))), 'too-large'],
  'a shard is missing': [(feed, before) => shardsOf(feed, before).forEach((name) => feed.files.delete(name)), 'mix-and-match'],
  'the head is signed by a stranger': [(feed) => feed.signHead({}, newKey()), 'bad-signature'],
  'the head is signed by the data key': [(feed) => feed.signHead({}, feed.keys.data), 'bad-signature'],
  'the manifest is signed by the head key': [(feed) => feed.publish('2026.11.24', smallDatabase(1), '2026-11-22', { data: feed.keys.head, head: feed.keys.head }), 'bad-signature'],
  'the head stands where the manifest belongs': [
    async (feed) => {
      const head = feed.text(HEAD_FILE);
      const sha256 = [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(head)))].map((b) => b.toString(16).padStart(2, '0')).join('');
      feed.write(manifestFile(sha256), head);
      await feed.signHead({ seq: 9, manifest: { version: '2026.11.24', sha256, length: head.length } });
    },
    'wrong-type',
  ],
  'the old head is served again': [(feed, before) => feed.files.set(HEAD_FILE, before.get(HEAD_FILE) ?? new Uint8Array()), 'head-rollback'],
  'a new head names the old data': [(feed, before) => feed.signHead({ seq: 9, manifest: oldManifest(before) }), 'rollback'],
  'one head number, another head': [(feed) => feed.signHead({ expires: '2026-12-20T00:00:00Z' }), 'equivocation'],
  'one version, other data': [
    async (feed) => {
      await feed.publish('2026.11.23', smallDatabase(1));
      await feed.signHead({ seq: 9 });
    },
    'equivocation',
  ],
  'the manifest is of another version than the head says': [(feed) => feed.signHead({ seq: 9, manifest: { ...(feed.headNow()?.manifest ?? oldManifest(new Map())), version: '2026.11.25' } }), 'mix-and-match'],
  'the head has expired': [(feed) => feed.signHead({ seq: 9, expires: '2026-11-23T11:59:59Z' }), 'frozen'],
  'the head is of another feed': [(feed) => feed.signHead({ seq: 9, feed: 'other' }), 'mix-and-match'],
  'the data is of a newer form': [(feed) => feed.signHead({ seq: 9, minSchema: SCHEMA + 1 }), 'needs-newer-extension'],
  'a new root is signed by the old keys only': [(feed) => stepTo(feed, (keys) => feed.rotate(keys, feed.keys.roots)), 'bad-signature'],
  'a new root is signed by its own keys only': [(feed) => stepTo(feed, (keys) => feed.rotate(keys, keys.roots)), 'bad-signature'],
  'a new root is signed by one key twice': [
    (feed) =>
      stepTo(feed, async (keys) => {
        const [key = newKey()] = keys.roots;
        const written = await signRoot(describeRoot(keys, 2), [key, key, ...feed.keys.roots.slice(0, 2)]);
        feed.write(rootFile(2), written);
        feed.root = describeRoot(keys, 2);
      }),
    'bad-signature',
  ],
  'a new root skips a number': [
    (feed) =>
      stepTo(feed, async (keys) => {
        await feed.rotate(keys);
        feed.write(rootFile(2), await signRoot(describeRoot(keys, 3), [...feed.keys.roots, ...keys.roots]));
      }),
    'mix-and-match',
  ],
  'a new root is that of another feed': [
    (feed) =>
      stepTo(feed, async (keys) => {
        await feed.rotate(keys);
        const other = describeRoot(keys, 2, { feed: { id: 'other', name: 'Other', licence: 'CC0', contact: null, homepage: null } });
        feed.write(rootFile(2), await signRoot(other, [...feed.keys.roots, ...keys.roots]));
      }),
    'mix-and-match',
  ],
  'the head tells of a million new roots': [(feed) => feed.signHead({ seq: 9, root: 1_000_000 }), 'malformed'],
  'a shard unpacks to more than its manifest says': [(feed) => bomb(feed, 100_000_000), 'bad-data'],
  'a record is well signed and not sound': [(feed) => feed.publish('2026.11.24', { ...smallDatabase(1), questions: [question('arlen-civilians', [], { event: 'nowhere' })] }), 'bad-data'],
};

/** A well signed release whose first shard is a bomb: some kilobytes that unpack to `raw` bytes. */
async function bomb(feed: SmallFeed, raw: number): Promise<void> {
  await feed.publish('2026.11.24', smallDatabase(1));
  const gz = new Uint8Array(gzipSync(Buffer.alloc(raw, 32)));
  const hash = createHash('sha256').update(gz).digest('hex');
  const manifest = JSON.parse(readEnvelope('manifest', feed.text(newest(feed))).text) as Manifest;
  const shards = manifest.shards.map((s, i) => (i === 0 ? { ...s, sha256: hash, gz: gz.length } : s));
  const envelope = await signed('manifest', JSON.stringify({ ...manifest, shards }), [feed.keys.data]);
  const sha256 = createHash('sha256').update(envelope).digest('hex');
  feed.files.set(shardFile(hash), gz);
  feed.write(manifestFile(sha256), envelope);
  await feed.signHead({ seq: 9, manifest: { version: manifest.version, sha256, length: envelope.length } });
}

function oldManifest(before: Map<string, Uint8Array>): { version: string; sha256: string; length: number } {
  const name = [...before.keys()].find((n) => n.startsWith('m/')) ?? '';
  return { version: '2026.11.22', sha256: name.slice(2, 66), length: before.get(name)?.length ?? 1 };
}

async function stepTo(feed: SmallFeed, root: (keys: ReturnType<typeof newKeys>) => Promise<void>): Promise<void> {
  const keys = newKeys();
  await root(keys);
  await feed.publish('2026.11.24', smallDatabase(1), '2026-11-22', keys);
}

describe('is refused, and what was served is served', () => {
  test.each(Object.entries(ATTACKS))('%s', async (_, [attack, code]) => {
    const feed = await SmallFeed.make();
    const { take } = reader(feed);
    await take();
    const before = new Map(feed.files);
    await feed.publish('2026.11.23', smallDatabase(9_606));
    // Marks are set by what was seen: the second release has been looked at, and its shards were not.
    const shards = shardsOf(feed, before).map((name) => [name, feed.files.get(name) ?? new Uint8Array()] as const);
    for (const [name] of shards) feed.files.delete(name);
    expect(await codeOf(take())).toBe('mix-and-match');
    for (const [name, bytes] of shards) feed.files.set(name, bytes);
    await attack(feed, before);
    expect(await codeOf(take())).toBe(code);
    expect(await figure()).toBe(9_000);
  });

  test('data older than what ships inside the extension', async () => {
    const feed = await SmallFeed.make();
    expect(await codeOf(reader(feed).take({ floor: '2026.11.23' }))).toBe('rollback');
    expect(await figure()).toBeNull();
  });

  test('a disk that is full: what was served is served, and the next try ends well', async () => {
    const feed = await SmallFeed.make();
    const { trust, take } = reader(feed);
    await take();
    await feed.publish('2026.11.23', smallDatabase(9_606));
    const full = Object.assign(new Error('aborted'), { name: 'AbortError', inner: Object.assign(new Error('no room'), { name: 'QuotaExceededError' }) });
    const small: Store = { ...store, flip: () => Promise.reject(full) };
    expect(await codeOf(takeUpdate({ host: feed.host, trust, store: small, indexer, now: NOW, expired: 'refuse', floor: null, unwanted: null }))).toBe('no-room');
    expect(await figure()).toBe(9_000);
    await take();
    expect(await figure()).toBe(9_606);
  });
});

describe('every byte of a small release', () => {
  const changes: Record<string, (bytes: Uint8Array, at: number) => Uint8Array> = {
    flipped: (bytes, at) => bytes.map((b, i) => (i === at ? b ^ (1 << (at % 8)) : b)),
    'cut off from': (bytes, at) => bytes.slice(0, at),
    doubled: (bytes, at) => new Uint8Array([...bytes.slice(0, at), bytes[at] ?? 0, ...bytes.slice(at)]),
  };

  for (const [name, change] of Object.entries(changes))
    test(`${name}: nothing of it is accepted`, async () => {
      const feed = await SmallFeed.make();
      const next = { ...newKeys(), roots: feed.keys.roots };
      await feed.rotate(next);
      await feed.publish('2026.11.23', smallDatabase(9_606), '2026-11-22', next);
      const used = [rootFile(2), HEAD_FILE, newest(feed), ...[...feed.files.keys()].filter((f) => f.startsWith('s/'))].filter((f) => isCurrent(feed, f));
      const accepted: string[] = [];
      for (const file of used) {
        const whole = feed.files.get(file) ?? new Uint8Array();
        for (let at = 0; at < whole.length; at++) {
          feed.files.set(file, change(whole, at));
          // Sound shards of a refused release are kept for the next try; here each try starts from nothing.
          await store.collect();
          if ((await codeOf(reader(feed).take())) === 'none') accepted.push(`${file} at ${at}`);
        }
        feed.files.set(file, whole);
      }
      expect(accepted).toEqual([]);
      expect((await reader(feed).take()).outcome).toBe('updated');
    }, 120_000);

  /** Shards of the first release are not fetched any more. */
  function isCurrent(feed: SmallFeed, name: string): boolean {
    if (!name.startsWith('s/')) return true;
    const { payload } = JSON.parse(feed.text(newest(feed))) as { payload: string };
    return atob(payload).includes(name.slice(2, 66));
  }
});

test('two signatures of different kinds never stand for each other', async () => {
  const feed = await SmallFeed.make();
  feed.write(HEAD_FILE, await signed('manifest', JSON.stringify(feed.headNow()), [feed.keys.head]));
  expect(await codeOf(reader(feed).take())).toBe('wrong-type');
});
