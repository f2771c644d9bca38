import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Question } from '../lib/claim/database.ts';
import { plainDocument } from '../lib/claim/plain-text.ts';
import { HIDDEN_KEPT, hiddenKey, withHidden } from '../lib/lookup/hidden.ts';
import { indexerOf, keepLibrary, type HeardStore, type Keeper, type OwnData } from '../lib/lookup/keeper.ts';
import type { Library } from '../lib/lookup/library.ts';
import { claimsOf } from '../lib/lookup/lookup.ts';
import { relatedTo } from '../lib/lookup/related.ts';
import type { Pointer } from '../lib/store/pointer.ts';
import { DamagedStore, openStore, type Store } from '../lib/store/store.ts';
import { install } from '../lib/update/install.ts';
import { openTables } from '../lib/store/tables.ts';
import { NAME, store } from './support/fresh-store.ts';
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
    const tables = openTables(NAME, 'relaxed');
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

describe('feeds beside the extension\'s own', () => {
  const other = question('arlen-civilians', [estimate('arlen-civilians', 'count-c', 1_400)], { title: 'Renamed by the feed', thin: true });
  const sameQuantity = question('police-of-arlen', [estimate('police-of-arlen', 'press-a', 4)], { group: 'police' });
  const further = question('brenna-flood', [estimate('brenna-flood', 'count-c', 31), estimate('brenna-flood', 'press-a', 40)], {
    event: 'brenna',
    group: 'people',
    by: { scope: 'disaster', actors: [], weapons: [], disputed: false },
    place: { name: 'Brenna', countries: ['PL'] },
    match: { ...civilians.match, strong: ['Brenna flood'], weak: [] },
    relations: [{ question: 'arlen-civilians', type: 'sibling', note: null }, { question: 'brenna-missing', type: 'sibling', note: null }],
  });
  const feed = new SmallBundle('2026.11.20', { questions: [other, sameQuantity, further], events: [event('arlen'), { ...event('brenna'), type: 'disaster' }], actors: [], sources: [source('count-c'), { ...source('press-a'), name: 'Another Press A' }] });

  let second: Store;
  beforeEach(async () => {
    second = openStore('second');
    await install(second, feed, indexerOf('0.1.0'));
  });
  afterEach(async () => {
    second.close();
    await Dexie.delete('second');
  });
  const keeper = (): Keeper => keepLibrary(store, bundle(), '0.1.0', { heard: () => Promise.resolve([{ key: 'f', name: 'Second feed', store: second }]) });

  test('add their estimates to the question of the same id, and to that of the same quantity; title and rows of the other stay', async () => {
    const { same, alike } = await keeper().use(async (l) => ({ same: await l.question('arlen-civilians'), alike: await l.question('arlen-police') }));
    expect(same).toMatchObject({ title: civilians.title, estimates: [...civilians.estimates, { id: 'f.arlen-civilians--count-c-2017', source: 'f.count-c', best: 1_400 }] });
    expect(alike?.estimates.map((e) => e.source)).toEqual(['press-a', 'press-a', 'monitor-b', 'f.press-a']);
  });

  test('name themselves at each source, also where both have one of the same id', async () => {
    const sources = await keeper().use((l) => Promise.all([l.source('press-a'), l.source('f.press-a')]));
    expect(sources).toMatchObject([{ name: 'Name of press-a' }, { name: 'Another Press A', feed: 'Second feed' }]);
    expect(sources[0]).not.toHaveProperty('feed');
  });

  test('add questions of their own, which can point to those of the other', async () => {
    const question = await keeper().use((l) => l.question('f.brenna-flood'));
    expect(question?.relations.map((r) => r.question)).toEqual(['arlen-civilians', 'f.brenna-missing']);
  });

  test('link what the extension\'s own questions have nothing for, and nothing else', async () => {
    const document = plainDocument('Battle of Arlen\n\nIn the Battle of Arlen 9,100 civilians were killed.\n\nThe Brenna flood of July 2017 killed 31 people.', { date: '2017-08-01' });
    const claims = claimsOf(document);
    const own = await keepLibrary(store, bundle(), '0.1.0').use((l) => l.match(document, claims));
    const both = await keeper().use((l) => l.match(document, claims));
    expect(own.map((m) => m?.question ?? null)).toEqual(['arlen-civilians', null]);
    expect(both.map((m) => m?.question ?? null)).toEqual(['arlen-civilians', 'f.brenna-flood']);
    expect(both[0]).toEqual(own[0]);
  });

  test('are passed over when their database is damaged', async () => {
    const tables = openTables('second', 'relaxed');
    for (const row of await tables.blobs.toArray()) await tables.blobs.put({ ...row, bytes: row.bytes.slice(1) });
    tables.close();
    expect((await keeper().use((l) => l.question('arlen-civilians')))?.estimates).toEqual(civilians.estimates);
  });

  test('that other code indexed keep no page waiting: they are indexed anew meanwhile, and then read', async () => {
    const heard = (): Promise<HeardStore[]> => Promise.resolve([{ key: 'f', name: 'Second feed', store: second }]);
    let goOn = (): void => undefined;
    const held = new Promise<void>((done) => (goOn = done));
    const slow = new Proxy(second, { get: (store, key: keyof Store) => (key === 'flip' ? async (pointer: Pointer) => held.then(() => store.flip(pointer)) : store[key]) });
    const kept = keepLibrary(store, bundle(), '0.2.0', { heard: () => Promise.resolve([{ key: 'f', name: 'Second feed', store: slow }]) });
    const sources = async (l: Library): Promise<string[] | undefined> => (await l.question('arlen-civilians'))?.estimates.map((e) => e.source);
    expect(await kept.use(sources)).toEqual(['press-a', 'monitor-b']);
    const all = kept.useAll(sources);
    expect(await kept.use(sources)).toEqual(['press-a', 'monitor-b']);
    goOn();
    expect(await all).toEqual(['press-a', 'monitor-b', 'f.count-c']);
    expect(await kept.use(sources)).toEqual(['press-a', 'monitor-b', 'f.count-c']);
    expect((await second.pointer())?.indexedBy).toBe('0.2.0');
    expect(await keepLibrary(store, bundle(), '0.2.0', { heard }).use(sources)).toEqual(['press-a', 'monitor-b', 'f.count-c']);
  });

  test('are opened anew when one was added or removed', async () => {
    let heard = [{ key: 'f', name: 'Second feed', store: second }];
    const kept = keepLibrary(store, bundle(), '0.1.0', { heard: () => Promise.resolve(heard) });
    const count = (): Promise<number | undefined> => kept.use(async (l) => (await l.question('arlen-civilians'))?.estimates.length);
    expect(await count()).toBe(3);
    heard = [];
    kept.renew();
    expect(await count()).toBe(2);
  });
});

describe('the reader\'s own data', () => {
  const added = question('arlen-police', [estimate('arlen-police', 'press-a', 900)], { group: 'police', title: 'As the reader calls it', thin: true });
  const brenna = question('brenna-flood', [estimate('brenna-flood', 'diary', 31), estimate('brenna-flood', 'press-a', 40)], {
    event: 'brenna',
    group: 'people',
    by: { scope: 'disaster', actors: [], weapons: [], disputed: false },
    place: { name: 'Brenna', countries: ['PL'] },
    period: { start: '2017-07-02', end: '2017-07-04' },
    match: { ...civilians.match, strong: ['Brenna flood'], weak: [] },
  });
  const database = { questions: [added, brenna], events: [event('arlen'), { ...event('brenna'), type: 'disaster' as const, aliases: ['Brenna flood'] }], actors: [], sources: [source('press-a'), source('diary')] };
  const keeper = (data: OwnData | null): Keeper => keepLibrary(store, bundle(), '0.1.0', { mine: () => Promise.resolve(data) });
  const kept = { database, changed: '2026-11-22T04:00:00.000Z' };

  test('adds rows to a question of the extension\'s and changes nothing in it', async () => {
    const joined = await keeper(kept).use((l) => l.question('arlen-police'));
    expect(joined).toEqual({ ...police, estimates: [...police.estimates, { ...added.estimates[0], id: 'mine.arlen-police--press-a-2017', source: 'mine.press-a' }] });
  });

  test('is named as such at each of its sources, and nowhere else', async () => {
    const sources = await keeper(kept).use((l) => Promise.all([l.source('mine.press-a'), l.source('press-a')]));
    expect(sources[0]).toEqual({ ...source('press-a'), id: 'mine.press-a', feed: null });
    expect(sources[1]).toEqual(source('press-a'));
    const related = await keeper(kept).use(async (l) => relatedTo(civilians, l, null));
    expect(related.flatMap((r) => r.figures.map(({ source, best, feed }) => [source, best, feed]))).toEqual([['Name of press-a', 820, undefined], ['Name of press-a', 900, null]]);
  });

  test('makes rivals of a question with one source only by another source', async () => {
    const lone = question('arlen-fire', [estimate('arlen-fire', 'press-a', 12)], { event: 'arlen', group: 'children', thin: true });
    const shipped = new SmallBundle('2026.11.14', { questions: [lone], events: [event('arlen')], actors: [], sources: [source('press-a')] });
    const thinWith = async (by: string): Promise<boolean | undefined> => {
      const mine = { ...lone, estimates: [{ ...estimate('arlen-fire', by, 14), as_of: '2018-01-01' }] };
      const data = { changed: kept.changed, database: { questions: [mine], events: [event('arlen')], actors: [], sources: [source(by)] } };
      return keepLibrary(store, shipped, '0.1.0', { mine: () => Promise.resolve(data) }).use(async (l) => (await l.question('arlen-fire'))?.thin);
    };
    expect([await thinWith('press-a'), await thinWith('diary')]).toEqual([true, false]);
  });

  test('links what the extension has nothing for', async () => {
    const document = plainDocument('Floods\n\nThe Brenna flood of July 2017 killed 31 people.\n\nIn the Battle of Arlen 9,100 civilians were killed.', { date: '2017-08-01' });
    const matches = await keeper(kept).use((l) => l.match(document, claimsOf(document)));
    expect(matches.map((m) => m?.question ?? null)).toEqual(['mine.brenna-flood', 'arlen-civilians']);
  });

  test('is left out when there is none, and when it cannot be read', async () => {
    expect(await keeper(null).use((l) => l.question('arlen-police'))).toEqual(police);
    const broken = keepLibrary(store, bundle(), '0.1.0', { mine: () => Promise.reject(new Error('damaged')) });
    expect(await broken.use((l) => l.question('arlen-police'))).toEqual(police);
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
