// A large database's catalogue lies in parts: the worker opens the first, and reads the traits of those questions that a page can be about.
import 'fake-indexeddb/auto';
import { assert, array, asyncProperty, integer } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Database } from '../lib/claim/database.ts';
import { plainDocument } from '../lib/claim/plain-text.ts';
import { buildIndex } from '../lib/link/build-index.ts';
import { link } from '../lib/link/link.ts';
import { fromParts, openCatalogue, partsOf, type WholeCatalogue } from '../lib/lookup/catalogue.ts';
import { hold } from '../lib/lookup/hold.ts';
import { indexerOf, keepLibrary } from '../lib/lookup/keeper.ts';
import { openLibrary, type Library } from '../lib/lookup/library.ts';
import { claimsOf } from '../lib/lookup/lookup.ts';
import { startCatalogue } from '../lib/lookup/make-catalogue.ts';
import { openTables } from '../lib/store/tables.ts';
import { install } from '../lib/update/install.ts';
import { NAME, store } from './support/fresh-store.ts';
import { SmallBundle, estimate, event, question, source } from './support/small-database.ts';

/** Towns with a battle each, and a dozen places around each: more questions and more names than are read at once. */
const TOWNS = 2_600;
const AROUND = 13;
const nameOf = (town: number): string => `Zar${[...String(town)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}ov`;
const placeOf = (town: number, n: number): string => `Lower ${'abcdefghijklm'[n]}${nameOf(town).toLowerCase()}`;
const idOf = (town: number): string => `town-${String(town).padStart(4, '0')}`;
const large: Database = {
  questions: Array.from({ length: TOWNS }, (_, town) =>
    question(idOf(town), [estimate(idOf(town), 'press-a', 100 + town), estimate(idOf(town), 'monitor-b', 90 + town)], {
      event: `battle-${idOf(town)}`,
      title: `Civilians killed in the Battle of ${nameOf(town)}`,
      match: { strong: [`Battle of ${nameOf(town)}`], weak: [nameOf(town), ...Array.from({ length: AROUND }, (_, n) => placeOf(town, n))], must: [], exclude: [], date_phrases: [], page_dates: null, aliases_i18n: {}, weak_i18n: {} },
    }),
  ),
  events: Array.from({ length: TOWNS }, (_, town) => ({ ...event(`battle-${idOf(town)}`), name: `Battle of ${nameOf(town)}`, aliases: [] })),
  actors: [],
  sources: [source('press-a'), source('monitor-b')],
};

function catalogueOf({ questions, ...others }: Database): WholeCatalogue {
  const making = startCatalogue();
  making.add({ kind: 'events', records: others.events }, 0);
  making.add({ kind: 'sources', records: others.sources }, 1);
  making.add({ kind: 'questions', records: questions }, 2);
  const steps = making.done();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** A page about the battles of these towns, undated. */
const pageOf = (towns: readonly number[]): ReturnType<typeof plainDocument> =>
  plainDocument(towns.map((town) => `${town % 3 === 0 ? `At ${placeOf(town, town % AROUND)} in ${nameOf(town)}` : `In the Battle of ${nameOf(town)}`} at least ${100 + town} civilians were killed, the agency said.`).join('\n'), {});

const towns = array(integer({ min: 0, max: TOWNS - 1 }), { minLength: 1, maxLength: 12 });

describe('parts', () => {
  const catalogue = catalogueOf(large);
  const parts = [...partsOf(catalogue)];

  test('are the whole', () => {
    expect(parts.length).toBeGreaterThan(2);
    expect(fromParts(structuredClone(parts))).toEqual(catalogue);
  });

  test.each(['traits', 'blocks'] as const)('of %s are read as they are asked for, whichever and in whichever order', async (kind) => {
    const things = catalogue.link[kind];
    let asked = 0;
    await assert(
      asyncProperty(array(integer({ min: 0, max: things.length - 1 }), { maxLength: 20 }), async (numbers) => {
        const read: number[] = [];
        const opened = await openCatalogue((of) => Promise.resolve(of.map((number) => (read.push(number), parts[number]))));
        expect(await opened[kind === 'traits' ? 'texts' : 'blocks'](numbers)).toEqual(numbers.map((number) => things[number]));
        expect(new Set(read).size).toBe(read.length);
        asked += read.length - 1;
      }),
    );
    expect(asked).toBeGreaterThan(0);
  });
});

describe('a library of many questions', () => {
  test('finds what linking finds that holds the traits of all of them, page after page', async () => {
    const pointer = await install(store, new SmallBundle('2026.11.14', large), indexerOf('0.1.0'));
    const library = await openLibrary(store, pointer);
    const whole = buildIndex(large);
    let found = 0;
    await assert(
      asyncProperty(towns, async (named) => {
        const page = pageOf(named);
        const claims = claimsOf(page);
        const matches = await library.match(page, claims);
        expect(matches).toEqual(link(page, claims, whole));
        found += matches.filter((match) => match !== null).length;
      }),
      // More questions than it keeps.
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(500);
  });

  test('is mended where parts of its index are gone', async () => {
    const match = (library: Library): Promise<unknown> => library.match(pageOf([2_500]), claimsOf(pageOf([2_500])));
    const before = await keepLibrary(store, new SmallBundle('2026.11.14', large), '0.1.0').use(match);
    expect(before).toMatchObject([{ question: 'town-2500' }]);
    const tables = openTables(NAME, 'relaxed');
    const keys = await tables.indexes.toCollection().primaryKeys();
    await tables.indexes.bulkDelete(keys.filter((key) => /#[1-9]/.test(key)));
    tables.close();
    expect(await keepLibrary(store, new SmallBundle('2026.11.14', large), '0.1.0').use(match)).toEqual(before);
  });
});

describe('what is held', () => {
  test('is read once as long as it is asked for, and never weighs more than it may', async () => {
    const read: number[] = [];
    const held = hold((numbers) => Promise.resolve(numbers.map((number) => (read.push(number), number * 10))), { weigh: () => 1, most: 3 });
    const told = await held([1, 2, 3]);
    expect([1, 2, 3].map(told)).toEqual([10, 20, 30]);
    await held([1]);
    await held([4]);
    expect(read).toEqual([1, 2, 3, 4]);
    // Of 1 to 4 the one that was asked for longest ago has gone.
    await held([1, 3, 4]);
    expect(read).toEqual([1, 2, 3, 4]);
    expect((await held([2]))(2)).toBe(20);
    expect(read).toEqual([1, 2, 3, 4, 2]);
    expect(() => told(4)).toThrow(RangeError);
  });

  test('of a page that needs more than is kept is told all the same', async () => {
    const held = hold((numbers) => Promise.resolve(numbers.map(String)), { weigh: (text) => text.length, most: 4 });
    const numbers = Array.from({ length: 50 }, (_, n) => n);
    const told = await held(numbers);
    expect(numbers.map(told)).toEqual(numbers.map(String));
  });
});
