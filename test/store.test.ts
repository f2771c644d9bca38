import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BadGzip, gunzip } from '../lib/store/gunzip.ts';
import { compareVersions, type Pointer } from '../lib/store/pointer.ts';
import { sha256 } from '../lib/store/sha256.ts';
import { DamagedStore, OlderVersion } from '../lib/store/store.ts';
import { openTables } from '../lib/store/tables.ts';
import { NAME, reopen, store } from './support/fresh-store.ts';

const gzip = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(text));

/** A version whose one shard and index are in the store. */
async function kept(version: string, text = `shard of ${version}`): Promise<Pointer> {
  const shard = { hash: await store.put(gzip(text)), raw: 1000, kind: 'questions' as const };
  const index = `index of ${version}`;
  await store.putIndex(index, [{ names: new Uint32Array([1, 2]) }, 'a second part']);
  return { version, created: '2026-11-14', manifest: 'm', shards: [shard], index, indexedBy: '0.1.0' };
}

/** What the shards of a version say, in order. */
const read = (version: Pointer): Promise<string[]> => Promise.all(version.shards.map((shard) => store.text(shard)));

async function damage(hash: string): Promise<void> {
  const tables = openTables(NAME, 'relaxed');
  const row = await tables.blobs.get(hash);
  if (row === undefined) throw new Error('nothing to damage');
  const bytes = new Uint8Array(row.bytes);
  bytes[bytes.length - 1] = ~(bytes.at(-1) ?? 0);
  await tables.blobs.put({ hash, bytes });
  tables.close();
}

test('a new store serves nothing', async () => {
  expect(await store.pointer()).toBeNull();
});

test('what was flipped to is served after reopening', async () => {
  const next = await kept('2026.11.14');
  await store.flip(next);
  reopen();
  expect(await store.pointer()).toEqual(next);
  expect(await read(next)).toEqual(['shard of 2026.11.14']);
});

describe('the flip', () => {
  test('goes to a newer and to the same version, never to an older one', async () => {
    const older = await kept('2026.9.30');
    const newer = await kept('2026.11.14');
    await store.flip(older);
    await store.flip(newer);
    await store.flip(newer);
    await expect(store.flip(older)).rejects.toThrow(OlderVersion);
    expect((await store.pointer())?.version).toBe('2026.11.14');
  });

  test('refuses a version of which a blob or the index is missing, and changes nothing', async () => {
    const first = await kept('2026.11.14');
    await store.flip(first);
    const next = await kept('2026.11.21');
    await expect(store.flip({ ...next, shards: [{ hash: 'f'.repeat(64), raw: 10, kind: 'questions' }] })).rejects.toThrow(DamagedStore);
    await expect(store.flip({ ...next, index: 'another' })).rejects.toThrow(DamagedStore);
    expect(await store.pointer()).toEqual(first);
  });
});

test('an index of which a part is missing is damaged', async () => {
  const version = await kept('2026.11.14');
  const tables = openTables('test', 'relaxed');
  await tables.indexes.delete(`${version.index}#1`);
  tables.close();
  await expect(store.index(version.index)).rejects.toThrow(DamagedStore);
});

describe('blobs', () => {
  test('are kept under the hash of their bytes, once', async () => {
    const bytes = gzip('same');
    expect(await store.put(bytes)).toBe(await sha256(bytes));
    expect(await store.put(bytes)).toBe(await sha256(bytes));
    expect(await store.held([await sha256(bytes), 'absent'])).toEqual(new Set([await sha256(bytes)]));
  });

  test('a damaged one is noticed on reading and forgotten', async () => {
    const hash = await store.put(gzip('text'));
    await damage(hash);
    await expect(store.text({ hash, raw: 100, kind: 'questions' })).rejects.toThrow(DamagedStore);
    expect(await store.held([hash])).toEqual(new Set());
  });

  test('a damaged one does not count as held', async () => {
    const hash = await store.put(gzip('text'));
    await damage(hash);
    expect(await store.held([hash])).toEqual(new Set());
  });

  test('of this version and the one before are kept, others collected', async () => {
    const first = await kept('1');
    const second = await kept('2');
    const third = await kept('3');
    for (const version of [first, second, third]) await store.flip(version);
    expect(await store.collect()).toBe(2);
    await expect(read(first)).rejects.toThrow(DamagedStore);
    expect(await read(second)).toEqual(['shard of 2']);
    expect(await read(third)).toEqual(['shard of 3']);
    await expect(store.index(first.index)).rejects.toThrow(DamagedStore);
    expect(await store.index(second.index)).toEqual([{ names: new Uint32Array([1, 2]) }, 'a second part']);
  });
});

describe('gunzip', () => {
  test('gives back what gzip took, whole characters across chunks included', async () => {
    const text = 'ع – 12 😀 '.repeat(20_000);
    expect(await gunzip(gzip(text), 1_000_000)).toBe(text);
  });

  test('stops at the limit: a small file that unpacks to a large one', async () => {
    const bomb = gzip('0'.repeat(5_000_000));
    expect(bomb.byteLength).toBeLessThan(10_000);
    await expect(gunzip(bomb, 100_000)).rejects.toThrow('more than 100000 bytes');
  });

  test.each([
    ['not gzip', new TextEncoder().encode('<!doctype html>')],
    ['nothing', new Uint8Array()],
  ])('refuses %s', async (_, bytes) => {
    await expect(gunzip(bytes, 100)).rejects.toThrow(BadGzip);
  });

  test('refuses a truncated file and bytes that are not UTF-8', async () => {
    const bytes = gzip('text that is cut off');
    await expect(gunzip(bytes.slice(0, -4), 100)).rejects.toThrow(BadGzip);
    const latin1 = new Blob([new Uint8Array([0xe9, 0x20])]).stream().pipeThrough(new CompressionStream('gzip'));
    await expect(gunzip(new Uint8Array(await new Response(latin1).arrayBuffer()), 100)).rejects.toThrow(BadGzip);
  });
});

test('versions are ordered by their numbers, not their letters', () => {
  const order = ['2025.12.31', '2026.1.2', '2026.9.30', '2026.11.14', '2026.11.14.1'];
  expect(order.toSorted(compareVersions)).toEqual(order);
  expect(compareVersions('2026.11', '2026.11.0')).toBe(0);
});
