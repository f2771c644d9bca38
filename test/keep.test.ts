// From a page to saved claims, with a real database: what is found again, what stands beside it, what a later database changes.
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import type { Question } from '../lib/claim/database.ts';
import { besideNow } from '../lib/lookup/freeze.ts';
import { idsOf, keep, type Wanted } from '../lib/lookup/keep.ts';
import { keepLibrary } from '../lib/lookup/keeper.ts';
import { claimsOf } from '../lib/lookup/lookup.ts';
import { flagged } from '../lib/saved/changes.ts';
import { keyOf } from '../lib/saved/page-key.ts';
import { readSaved } from '../lib/saved/read.ts';
import type { SavedClaim } from '../lib/saved/schema.ts';
import { openStore } from '../lib/store/store.ts';
import { hash, pageOf } from './saved-content.ts';
import { store } from './support/fresh-store.ts';
import { SmallBundle, estimate, event, question, source } from './support/small-database.ts';

const arlen = question('arlen-civilians', [
  estimate('arlen-civilians', 'press-a', 9_000),
  { ...estimate('arlen-civilians', 'monitor-b', 1_260), derived_from: ['press-c'] },
  { ...estimate('arlen-civilians', 'monitor-b', 1_500), id: 'arlen-civilians--monitor-b-2019', as_of: '2019-01-01' },
]);
const bundleOf = (version: string, questions: Question[]): SmallBundle =>
  new SmallBundle(version, { questions, events: [event('arlen')], actors: [], sources: [source('press-a'), source('monitor-b'), source('press-c')] });

const LINES = [
  'A count is made in Arlen',
  'Press A counted again. It found that 9,000 civilians were killed in the Battle of Arlen. Elsewhere 12 soldiers were wounded.',
  'Earlier, 12 soldiers were wounded on the road. Nobody said who fell there, though nine of them were boys.',
];
const document = pageOf(LINES, { date: '2017-12-21' });
const page = { document, canonical: 'https://news.example/arlen' };
const options = { now: '2026-11-22T08:00:00Z', extension: '0.1.0', hash };
const kept = (wanted: Wanted, of = page): Promise<SavedClaim[]> => keepLibrary(store, bundleOf('2026.11.14', [arlen]), '0.1.0').use((library) => keep(library, of, wanted, options));
const figure = (text: string, start = document.text.indexOf(text)): Wanted => ({ is: 'figures', figures: [{ text, start }] });

describe('a figure of the page', () => {
  test('with its sentence, its question, and the estimates that stand beside it at the page’s date', async () => {
    const [claim] = await kept(figure('9,000 civilians'));
    expect(claim).toMatchObject({
      quote: { exact: 'It found that 9,000 civilians were killed in the Battle of Arlen.' },
      page: { canonical: 'https://news.example/arlen', key: 'news.example/arlen' },
      figure: { low: 9_000, measure: 'killed' },
      match: { question: 'arlen-civilians', event: 'arlen' },
      beside: { database: { version: '2026.11.14' }, estimates: [{ id: 'arlen-civilians--press-a-2017', best: 9_000 }, { id: 'arlen-civilians--monitor-b-2017', best: 1_260 }], latest: [{ best: 1_500 }] },
    });
    expect(Object.keys(claim?.beside?.sources ?? {}).sort()).toEqual(['monitor-b', 'press-a', 'press-c']);
    expect(readSaved(claim)).toEqual({ claim });
  });

  test('the nearest of two in the same words', async () => {
    const [first, second] = await Promise.all([kept(figure('12 soldiers')), kept(figure('12 soldiers', document.text.lastIndexOf('12 soldiers')))]);
    expect(first[0]?.quote.exact).toBe('Elsewhere 12 soldiers were wounded.');
    expect(second[0]?.quote.exact).toBe('Earlier, 12 soldiers were wounded on the road.');
    expect(first[0]).toMatchObject({ match: null, beside: null });
  });

  test('under the id by which a later reading knows that it is kept', async () => {
    const claims = claimsOf(document);
    expect(claims.length).toBeGreaterThan(2);
    expect(await idsOf(page, claims, hash)).toEqual((await kept({ is: 'all' })).map((claim) => claim.id));
    expect((await kept({ is: 'all' })).map((claim) => claim.page.key)).toEqual(claims.map(() => keyOf({ canonical: page.canonical, url: document.info.url })));
  });

  test('found though the page grew above it', async () => {
    const longer = { ...page, document: pageOf(['News', 'A new first line.', ...LINES], { date: '2017-12-21' }) };
    const [before, after] = await Promise.all([kept(figure('9,000 civilians')), kept(figure('9,000 civilians'), longer)]);
    expect(after[0]?.id).toBe(before[0]?.id);
  });

  test('nothing when it is gone', async () => {
    expect(await kept(figure('9,001 civilians', 10))).toEqual([]);
  });
});

test('all figures of the page', async () => {
  const claims = await kept({ is: 'all' });
  expect(claims.map((c) => c.figure?.text)).toEqual(expect.arrayContaining(['9,000 civilians', '12 soldiers']));
  expect(new Set(claims.map((c) => c.id)).size).toBe(claims.length);
});

describe('words that were selected', () => {
  const select = (words: string): Wanted => {
    const start = document.text.indexOf(words);
    return { is: 'passage', span: { start, end: start + words.length } };
  };

  test('with a figure in them', async () => {
    const [claim] = await kept(select('found that 9,000 civilians were killed'));
    expect(claim).toMatchObject({ quote: { exact: 'found that 9,000 civilians were killed' }, figure: { low: 9_000, at: { start: 11, end: 26 } }, match: { question: 'arlen-civilians' } });
  });

  test('without one: the reader fills it in', async () => {
    const [claim] = await kept(select('Nobody said who fell there'));
    expect(claim).toMatchObject({ quote: { exact: 'Nobody said who fell there' }, figure: null, match: null, beside: null, byHand: false });
    expect(readSaved(claim)).toEqual({ claim });
  });
});

describe('a later database', () => {
  const later = async (estimates: Question['estimates'] | null): Promise<SavedClaim['changed']> => {
    const [claim] = await kept(figure('9,000 civilians'));
    if (claim === undefined) throw new Error('not kept');
    await Dexie.delete('later');
    const next = openStore('later');
    const other = question('arlen-other', [estimate('arlen-other', 'press-a', 1), estimate('arlen-other', 'monitor-b', 2)]);
    const now = await keepLibrary(next, bundleOf('2026.12.1', estimates === null ? [other] : [{ ...arlen, estimates }]), '0.1.0').use((library) => besideNow(library, 'arlen-civilians'));
    next.close();
    return flagged(claim, now).changed;
  };
  const [a, b, c] = arlen.estimates as [Question['estimates'][0], Question['estimates'][0], Question['estimates'][0]];

  test.each<[string, Question['estimates'] | null, string[]]>([
    ['the same', [a, b, c], []],
    ['one corrected', [{ ...a, best: 9_100 }, b, c], ['changed press-a']],
    ['one withdrawn', [a, { ...b, status: 'withdrawn' }, c], ['withdrawn monitor-b']],
    ['a total that was known already is no news', [c, b, a], []],
    ['a newer total', [a, b, c, { ...c, id: 'arlen-civilians--monitor-b-2020', best: 1_700, as_of: '2020-01-01' }], ['newer monitor-b']],
    ['the question gone', null, ['removed press-a', 'removed monitor-b']],
  ])('%s', async (_, estimates, changes) => {
    expect((await later(estimates))?.list.map((x) => `${x.what} ${x.source}`) ?? []).toEqual(changes);
  });
});
