import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Question } from '../lib/claim/database.ts';
import { HIDDEN_KEPT, hiddenKey, withHidden } from '../lib/lookup/hidden.ts';
import { keepLibrary } from '../lib/lookup/keeper.ts';
import type { Library } from '../lib/lookup/library.ts';
import { relatedTo } from '../lib/lookup/related.ts';
import { DamagedStore, openStore, type Store } from '../lib/store/store.ts';
import { openTables } from '../lib/store/tables.ts';
import { SmallBundle, estimate, event, question, source } from './support/small-database.ts';

const civilians = question(
  'arlen-civilians',
  [estimate('arlen-civilians', 'press-a', 9_000), estimate('arlen-civilians', 'monitor-b', 1_260)],
  { relations: [{ question: 'arlen-police', type: 'sibling', note: 'police officers, not civilians' }, { question: 'arlen-graves', type: 'compare-with', note: null }] },
);
const police = question(
  'arlen-police',
  [
    { ...estimate('arlen-police', 'press-a', 700), id: 'arlen-police--press-a-2016', as_of: '2016-12-01' },
    { ...estimate('arlen-police', 'press-a', 820), id: 'arlen-police--press-a-2017', as_of: '2017-07-01' },
    { ...estimate('arlen-police', 'monitor-b', 5), id: 'arlen-police--monitor-b-2017', status: 'misreport' },
  ],
  { group: 'police', title: 'Police officers killed in the Battle of Arlen', relations: [{ question: 'arlen-civilians', type: 'sibling', note: null }] },
);
const graves = question('arlen-graves', [], { kind: 'context', relations: [{ question: 'arlen-civilians', type: 'compare-with', note: null }] });
const bundle = (): SmallBundle =>
  new SmallBundle('2026.11.14', { questions: [civilians, graves, police], events: [event('arlen')], actors: [], sources: [source('press-a'), source('monitor-b')] });

let store: Store;
beforeEach(() => {
  store = openStore('test');
});
afterEach(async () => {
  store.close();
  await Dexie.delete('test');
});

const asked = async (library: Library): Promise<[Question | null, Question | null]> => [await library.question('arlen-police'), await library.question('nowhere')];

describe('the library', () => {
  test('gives records of the version it was opened on, null for what is not in it', async () => {
    expect(await keepLibrary(store, bundle(), '0.1.0').use(asked)).toEqual([police, null]);
  });

  test('is installed once and opened from what is stored after that', async () => {
    await keepLibrary(store, bundle(), '0.1.0').use(asked);
    const packaged = bundle();
    await keepLibrary(store, packaged, '0.1.0').use(asked);
    expect(packaged.fetched).toEqual([]);
  });

  test.each(['blobs', 'indexes'] as const)('is mended from the packaged bundle when its %s are damaged', async (table) => {
    await keepLibrary(store, bundle(), '0.1.0').use(asked);
    const tables = openTables('test', 'relaxed');
    await tables[table].clear();
    tables.close();
    expect(await keepLibrary(store, bundle(), '0.1.0').use(asked)).toEqual([police, null]);
  });

  test('that cannot be mended says so, and is tried again the next time', async () => {
    const broken = bundle();
    const keeper = keepLibrary(store, broken, '0.1.0');
    const files = [...broken.files];
    broken.files.clear();
    await expect(keeper.use(asked)).rejects.toThrow();
    for (const [name, bytes] of files) broken.files.set(name, bytes);
    expect(await keeper.use(asked)).toEqual([police, null]);
  });

  test('does not run twice what failed for another reason', async () => {
    let runs = 0;
    const failing = async (): Promise<never> => {
      runs += 1;
      throw new RangeError('ours');
    };
    await expect(keepLibrary(store, bundle(), '0.1.0').use(failing)).rejects.toThrow(RangeError);
    expect(runs).toBe(1);
  });

  test('is mended once, not for ever', async () => {
    let runs = 0;
    const hopeless = async (): Promise<never> => {
      runs += 1;
      throw new DamagedStore('again');
    };
    await expect(keepLibrary(store, bundle(), '0.1.0').use(hopeless)).rejects.toThrow(DamagedStore);
    expect(runs).toBe(2);
  });
});

describe('what counts something else', () => {
  const related = (date: string | null) => keepLibrary(store, bundle(), '0.1.0').use((library) => relatedTo(civilians, library, date));

  test('comes with how it differs, without context numbers', async () => {
    expect(await related(null)).toMatchObject([{ id: 'arlen-police', type: 'sibling', group: 'police', note: 'police officers, not civilians' }]);
  });

  test.each([
    ['2016-12-24', 700],
    ['2017-06-24', 820],
    [null, 820],
  ])('one figure per source, the nearest to a page of %s; no misreported one', async (date, best) => {
    expect((await related(date))[0]?.figures).toMatchObject([{ source: 'Name of press-a', best }]);
  });
});

describe('"not this event"', () => {
  test('is one page, one quotation and one question; a place in the page is the same page', async () => {
    const key = await hiddenKey('https://news.example/a', '735 civilians', 'arlen-civilians');
    expect(await hiddenKey('https://news.example/a#part', '735 civilians', 'arlen-civilians')).toBe(key);
    expect(await hiddenKey('https://news.example/a?page=2', '735 civilians', 'arlen-civilians')).not.toBe(key);
    expect(await hiddenKey('https://news.example/a', '736 civilians', 'arlen-civilians')).not.toBe(key);
    expect(await hiddenKey('https://news.example/a', '735 civilians', 'arlen-police')).not.toBe(key);
  });

  test('tells nothing of the page to who reads the settings', async () => {
    expect(await hiddenKey('https://news.example/a', '735 civilians', 'arlen-civilians')).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is kept once, newest last, and not without end', () => {
    expect(withHidden(['a', 'b'], 'a', true)).toEqual(['b', 'a']);
    expect(withHidden(['a', 'b'], 'a', false)).toEqual(['b']);
    const many = Array.from({ length: HIDDEN_KEPT }, (_, i) => String(i));
    expect(withHidden(many, 'new', true)).toHaveLength(HIDDEN_KEPT);
    expect(withHidden(many, 'new', true).at(-1)).toBe('new');
  });
});
