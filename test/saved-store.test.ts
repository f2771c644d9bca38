import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Now } from '../lib/saved/changes.ts';
import { edited } from '../lib/saved/edit.ts';
import { readSaved } from '../lib/saved/read.ts';
import type { SavedClaim } from '../lib/saved/schema.ts';
import { DiskFull, openSaved, type SavedStore } from '../lib/store/saved.ts';
import { openStore } from '../lib/store/store.ts';
import version1 from './spec/saved/store-1.json' with { type: 'json' };
import { BESIDE, ESTIMATES, pageOf, savedOf } from './saved-content.ts';

const NOW = '2026-11-22T08:00:00Z';
let store: SavedStore;
beforeEach(() => {
  store = openSaved('test-saved');
});
afterEach(async () => {
  vi.restoreAllMocks();
  store.close();
  await Dexie.delete('test-saved');
});

/** A claim on a page of its own. */
const claimOn = (page: string, change: Partial<SavedClaim> = {}): Promise<SavedClaim> => savedOf(change, { document: pageOf(undefined, { url: `https://news.example/${page}` }) });

async function all(): Promise<SavedClaim[]> {
  const found: SavedClaim[] = [];
  for await (const part of store.whole(null, 2)) found.push(...part);
  return found;
}

test('what was saved is there after reopening, with what stood beside it', async () => {
  const claim = await savedOf();
  expect(await store.save([claim], NOW)).toMatchObject({ added: 1, changed: 0 });
  store.close();
  store = openSaved('test-saved');
  expect(await store.get(claim.id)).toEqual(claim);
  expect(await store.get('0'.repeat(32))).toBeNull();
});

test('the same claim again updates', async () => {
  const claim = await savedOf();
  await store.save([claim], NOW);
  await store.edit([claim.id], (c) => edited(c, { note: 'Mine.' }, NOW), NOW);
  expect(await store.save([await savedOf({}, { now: '2026-12-01T00:00:00Z' })], NOW)).toMatchObject({ added: 0, changed: 1 });
  expect(await store.count()).toBe(1);
  expect(await store.get(claim.id)).toMatchObject({ note: 'Mine.', saved: claim.saved, edited: '2026-12-01T00:00:00Z' });
});

describe('undo', () => {
  test('a saving, an edit, a removal: each is as it was', async () => {
    const claim = await savedOf();
    const saved = await store.save([claim], NOW);
    const edit = await store.edit([claim.id], (c) => edited(c, { note: 'Mine.' }, NOW), NOW);
    const removal = await store.remove([claim.id], NOW);
    expect(await all()).toEqual([]);
    expect(await store.undo(removal.batch)).toBe(1);
    expect((await store.get(claim.id))?.note).toBe('Mine.');
    expect(await store.undo(edit.batch)).toBe(1);
    expect(await store.get(claim.id)).toEqual(claim);
    expect(await store.undo(saved.batch)).toBe(1);
    expect(await all()).toEqual([]);
  });

  test('does not undo what was written since', async () => {
    const [a, b] = await Promise.all([claimOn('a'), claimOn('b')]);
    await store.save([a, b], NOW);
    const tagged = await store.edit([a.id, b.id], (c) => edited(c, { addTags: ['x'] }, NOW), NOW);
    await store.edit([a.id], (c) => edited(c, { note: 'Later.' }, NOW), NOW);
    expect(await store.undo(tagged.batch)).toBe(1);
    expect(await store.get(a.id)).toMatchObject({ note: 'Later.', tags: ['x'] });
    expect(await store.get(b.id)).toMatchObject({ tags: [] });
    expect(await store.undo(tagged.batch)).toBe(0);
  });
});

describe('a write that fails', () => {
  const putFails = (error: DOMException, after: number): void => {
    let done = 0;
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (done++ < after) return put.apply(this, args);
      throw error;
    });
  };

  test('for want of room says so and leaves the list as it was', async () => {
    const [a, b] = await Promise.all([claimOn('a'), claimOn('b')]);
    await store.save([a], NOW);
    for (const after of [0, 1, 2, 3]) {
      putFails(new DOMException('full', 'QuotaExceededError'), after);
      await expect(store.takeIn([{ ...a, note: 'new' }, b], NOW)).rejects.toThrow(DiskFull);
      vi.restoreAllMocks();
      expect(await all()).toEqual([a]);
    }
  });

  test('for another reason is not called a full disk', async () => {
    putFails(new DOMException('broken', 'UnknownError'), 0);
    await expect(store.save([await savedOf()], NOW)).rejects.not.toThrow(DiskFull);
    vi.restoreAllMocks();
    expect(await all()).toEqual([]);
  });

  test('an edit that throws for one claim changes none', async () => {
    const [a, b] = await Promise.all([claimOn('a'), claimOn('b')]);
    await store.save([a, b], NOW);
    const change = (c: SavedClaim): SavedClaim => edited(c, { note: c.id === b.id ? 'x'.repeat(20_001) : 'short' }, NOW);
    await expect(store.edit([a.id, b.id], change, NOW)).rejects.toThrow(TypeError);
    expect((await store.get(a.id))?.note).toBe('');
  });
});

describe('reading', () => {
  test('first rows by an index, the rest in parts', async () => {
    const claims = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((page, i) => claimOn(page, { saved: `2026-11-2${i}T00:00:00Z` })));
    await store.save(claims, NOW);
    const first = await store.first({ by: 'saved', descending: true, limit: 2 });
    expect(first.map((c) => c.page.key)).toEqual(['news.example/e', 'news.example/d']);
    expect(first[0]).not.toHaveProperty('beside');
    expect(first[0]?.sources).toEqual(['harbour-watch', 'coast-guard']);
    const parts: number[] = [];
    const keys = new Set<string>();
    for await (const part of store.list(2)) {
      parts.push(part.length);
      for (const c of part) keys.add(c.page.key);
    }
    expect(parts).toEqual([2, 2, 1]);
    expect(keys.size).toBe(5);
    expect((await all()).map((c) => c.beside)).toEqual(claims.map(() => BESIDE));
    expect(await store.onPage('news.example/c')).toHaveLength(1);
  });
});

describe('a later database', () => {
  const [watch, guard] = ESTIMATES;
  if (!watch || !guard) throw new Error('no estimates');
  const withdrawn: Now = { database: '2026.12.1', estimates: [watch, { ...guard, status: 'withdrawn' }] };

  test('is compared once, and what changed is told', async () => {
    const [a, b] = await Promise.all([claimOn('a'), claimOn('b', { match: null, beside: null })]);
    await store.save([a, b], NOW);
    const ask = vi.fn(() => Promise.resolve(withdrawn));
    expect(await store.compare('2026.12.1', ask)).toBe(1);
    expect(ask.mock.calls).toEqual([['varland-harbour']]);
    expect((await store.get(a.id))?.changed).toMatchObject({ seen: false, list: [{ what: 'withdrawn', source: 'coast-guard' }] });
    expect((await store.get(b.id))?.changed).toBeNull();
    expect(await store.compare('2026.12.1', ask)).toBe(0);
    await store.edit([a.id], (c) => edited(c, { seen: true }, NOW), NOW);
    expect(await store.compare('2026.12.1', ask)).toBe(0);
    expect(ask).toHaveBeenCalledOnce();
  });

  test('with what stood beside it as it was, however many claims there are, and with the version they were saved with: feeds and own data have none', async () => {
    const claims = await Promise.all(Array.from({ length: 230 }, (_, n) => claimOn(String(n))));
    await store.save(claims, NOW);
    const ask = vi.fn(() => Promise.resolve(withdrawn));
    expect(await store.compare(BESIDE.database.version, ask)).toBe(230);
    expect(ask).toHaveBeenCalledOnce();
    expect((await all()).every((c) => c.changed?.list[0]?.what === 'withdrawn' && c.beside?.estimates.length === ESTIMATES.length)).toBe(true);
    expect(await store.compare(BESIDE.database.version, ask)).toBe(0);
  });

  test('goes on where it was stopped', async () => {
    const other = { ...BESIDE, question: { ...BESIDE.question, id: 'other' } };
    const [a, b] = await Promise.all([claimOn('a'), claimOn('b', { beside: other, match: { question: 'other', title: 'Other', event: 'e', relation: 'same', why: [] } })]);
    await store.save([a, b], NOW);
    let asked = 0;
    const dies = (): Promise<Now> => (asked++ === 0 ? Promise.resolve(withdrawn) : Promise.reject(new Error('killed')));
    await expect(store.compare('2026.12.1', dies)).rejects.toThrow('killed');
    expect(await store.compare('2026.12.1', () => Promise.resolve(withdrawn))).toBe(1);
    expect((await all()).map((c) => c.changed?.list.length)).toEqual([1, 1]);
  });
});

test('throwing the claims database away leaves the list alone', async () => {
  const claim = await savedOf();
  const real = openSaved();
  await real.save([claim], NOW);
  openStore().close();
  await Dexie.delete('tallyside');
  expect(await real.get(claim.id)).toEqual(claim);
  real.close();
  await Dexie.delete('tallyside-saved');
});

test('a list of version 1 is read by this version', async () => {
  store.close();
  await Dexie.delete('test-saved');
  // As version 1 made it; these lines stay as they are.
  const old = new Dexie('test-saved');
  old.version(1).stores({ claims: 'id, saved, edited, page.date, page.key, match.question, checked', besides: 'id', journal: '++n, batch, id', batches: '++batch' });
  for (const [table, rows] of Object.entries(version1)) await old.table(table).bulkAdd(rows);
  old.close();

  store = openSaved('test-saved');
  const claims = await all();
  expect(claims.map((c) => [c.figure?.text, c.note, c.tags, c.collection, c.beside?.estimates.length])).toEqual(
    expect.arrayContaining([
      ['At least 735 civilians', 'Look again.', ['harbour'], 'Thesis', 2],
      ['Some 40 fishermen', '', [], null, undefined],
    ]),
  );
  for (const claim of claims) expect(readSaved(claim)).toEqual({ claim });
  expect(await store.undo(version1.batches.at(-1)?.batch ?? 0)).toBe(1);
});
