// In a browser that keeps nothing the packaged claims are served from memory; any other failure is told as ever.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { keepLibrary } from '../lib/lookup/keeper.ts';
import { memoryStore, openStoreAnyhow } from '../lib/store/memory-store.ts';
import { DamagedStore, type Store } from '../lib/store/store.ts';
import { SmallBundle, estimate, event, question, source } from './support/small-database.ts';

const arlen = question('arlen-civilians', [estimate('arlen-civilians', 'press-a', 9_000), estimate('arlen-civilians', 'monitor-b', 1_260)]);
const bundle = new SmallBundle('2026.11.14', { questions: [arlen], events: [event('arlen')], actors: [], sources: [source('press-a'), source('monitor-b')] });
const served = (store: Store): Promise<unknown> => keepLibrary(store, bundle, '0.1.0').use(async (l) => ({ version: l.version, counts: l.counts, question: await l.question('arlen-civilians'), listing: await l.listing() }));

const refusing = (name: string, message: string): void =>
  void vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException(message, name);
  });

afterEach(async () => {
  vi.restoreAllMocks();
  await Dexie.delete('tallyside');
});

test('the same is served as from a disk', async () => {
  const disk = openStoreAnyhow();
  const fromDisk = await served(disk);
  disk.close();
  expect(fromDisk).toMatchObject({ version: '2026.11.14', question: { id: 'arlen-civilians' } });
  expect(await served(memoryStore())).toEqual(fromDisk);
  expect((await indexedDB.databases()).map(({ name }) => name)).toContain('tallyside');
});

describe('a database that does not open', () => {
  test('because nothing is kept here: memory has to do, and the disk is not asked twice', async () => {
    refusing('InvalidStateError', 'A mutation operation was attempted on a database that did not allow mutations.');
    const store = openStoreAnyhow();
    expect(await served(store)).toMatchObject({ version: '2026.11.14', counts: { questions: 1 } });
    const asked = vi.mocked(indexedDB.open).mock.calls.length;
    expect(await served(store)).toMatchObject({ version: '2026.11.14' });
    expect(vi.mocked(indexedDB.open)).toHaveBeenCalledTimes(asked);
    expect(await indexedDB.databases()).toEqual([]);
  });

  test('for any other reason: it is said', async () => {
    refusing('UnknownError', 'Internal error opening backing store.');
    await expect(served(openStoreAnyhow())).rejects.toThrow('Internal error');
  });
});

test('what is not there is damaged, as on a disk', async () => {
  const store = memoryStore();
  await expect(store.text({ hash: '0'.repeat(64), raw: 10, kind: 'questions' })).rejects.toBeInstanceOf(DamagedStore);
  await expect(store.index('none')).rejects.toBeInstanceOf(DamagedStore);
  expect(await store.pointer()).toBeNull();
});
