import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardView } from '../lib/card/rows.ts';
import { wordsFor } from '../lib/card/words.ts';
import { cardThen } from '../lib/saved/card-then.ts';
import { changesSince, flagged } from '../lib/saved/changes.ts';
import { edited } from '../lib/saved/edit.ts';
import { choicesOf, filtered, listed, rowOf, sorted, type Filter, type Sort } from '../lib/saved/list.ts';
import { pageKey } from '../lib/saved/page-key.ts';
import { readSaved, type Problem } from '../lib/saved/read.ts';
import { makeSaved, savedAgain } from '../lib/saved/saved.ts';
import { MAX, type Change, type FrozenEstimate, type SavedClaim } from '../lib/saved/schema.ts';
import changeCases from './spec/saved/changes.json' with { type: 'json' };
import pages from './spec/saved/pages.json' with { type: 'json' };
import { english } from './card-content.ts';
import { BESIDE, ESTIMATES, estimateOf, hash, keepOf, pageOf, savedOf } from './saved-content.ts';

describe('a claim that is saved', () => {
  test('is its sentence, with what stands around it and where', async () => {
    const saved = await savedOf();
    expect(saved.quote).toEqual({
      exact: 'At least 735 civilians were killed in the harbour of Varland, it said.',
      prefix: 'e coast guard spoke on Monday. '.padStart(32, 'h').slice(-32),
      suffix: ' Fishing has begun again.\nA seco',
    });
    const { text } = pageOf();
    expect(text.slice(saved.position?.start, saved.position?.end)).toBe(saved.quote.exact);
    expect(text).toContain(saved.quote.prefix + saved.quote.exact + saved.quote.suffix);
    expect(saved.figure).toMatchObject({ text: 'At least 735 civilians', at: { start: 0, end: 22 }, low: 735, high: null, bound: 'at-least', saidBy: 'the coast guard' });
  });

  test('says where it comes from', async () => {
    const saved = await savedOf();
    expect(saved.page).toMatchObject({ key: 'news.example/varland', host: 'news.example', site: 'The Example', author: 'Ada Writer', date: '2018-04-09', lang: 'en' });
    expect(saved).toMatchObject({ saved: '2026-11-22T08:00:00Z', extension: '0.1.0', match: { question: 'varland-harbour', relation: 'same', event: 'varland-shelling' } });
    expect(saved.paragraphSha256).toBe(await hash(pageOf().text.split('\n')[1] ?? ''));
  });

  test('is read back as it was', async () => {
    const saved = await savedOf();
    expect(readSaved(JSON.parse(JSON.stringify(saved)))).toEqual({ claim: saved });
  });

  test('by hand: the words that were selected, without a figure', async () => {
    const document = pageOf();
    const start = document.text.indexOf(' spoke on');
    const saved = await makeSaved(keepOf({ document, span: { start, end: start + 17 }, claim: null, match: null, beside: null }), hash);
    expect(saved).toMatchObject({ quote: { exact: 'spoke on Monday.' }, figure: null, match: null, beside: null });
    expect(readSaved(saved)).toEqual({ claim: saved });
  });

  test('of a page without full stops is the words around the figure', async () => {
    const document = pageOf([`${'word '.repeat(2_000)}At least 735 civilians were killed ${'word '.repeat(2_000)}`]);
    const { quote } = await savedOf({}, { document });
    expect(quote.exact).toContain('At least 735 civilians were killed');
    expect(quote.exact.length).toBeLessThan(1_100);
    expect(quote.exact).toMatch(/^word .* word$/);
  });

  test('whatever a page says of itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 4 }), fc.option(fc.string({ unit: 'binary', maxLength: 3_000 })), async (lines, words) => {
        const document = pageOf([...lines, '735 civilians were killed'], { title: words, headline: words, site: words, author: words, lang: words?.slice(0, 9) ?? null, url: words });
        const saved = await savedOf({}, { document, words: '735 civilians', canonical: words });
        expect(readSaved(saved)).toEqual({ claim: saved });
        expect(saved.quote.exact.slice(saved.figure?.at?.start, saved.figure?.at?.end)).toBe('735 civilians');
      }),
    );
  });
});

describe('the same claim again', () => {
  const id = async (keep: Parameters<typeof keepOf>[0]): Promise<string> => (await savedOf({}, keep)).id;

  test.each(pages)('$a and $b: same page is $same', ({ a, b, same }) => {
    expect(pageKey(a) === pageKey(b)).toBe(same);
  });

  test('has the same id on another visit, and when the text around it changed', async () => {
    const first = await id({});
    expect(await id({ document: pageOf(undefined, { url: 'http://news.example/varland/?fbclid=1' }), now: '2027-01-01T00:00:00Z' })).toBe(first);
    expect(await id({ document: pageOf(['New first line', 'At least 735 civilians were killed in the harbour of Varland, it said.']) })).toBe(first);
  });

  test('is another one on another page, in other words, or for another figure of the sentence', async () => {
    const lines = ['At least 735 civilians were killed, and 12 soldiers.'];
    const ids = await Promise.all([
      id({}),
      id({ document: pageOf(undefined, { url: 'https://news.example/other' }) }),
      id({ document: pageOf(lines) }),
      id({ document: pageOf(lines), words: '12 soldiers' }),
    ]);
    expect(new Set(ids).size).toBe(4);
  });

  test('keeps what the reader wrote and what stood beside it the first time', async () => {
    const first = edited(await savedOf(), { note: 'See chapter 2.', addTags: ['harbour'], collection: 'Thesis' }, '2026-11-23T08:00:00Z');
    const later = await savedOf({}, { now: '2027-03-01T08:00:00Z', beside: { ...BESIDE, database: { version: '2027.3.1', created: '2027-03-01' }, estimates: [] } });
    const again = savedAgain(first, later);
    expect(again).toMatchObject({ note: 'See chapter 2.', tags: ['harbour'], collection: 'Thesis', saved: first.saved, edited: '2027-03-01T08:00:00Z' });
    expect(again.beside).toEqual(BESIDE);
    expect(savedAgain({ ...first, beside: null, match: null }, later).beside?.database.version).toBe('2027.3.1');
  });

  test('keeps the figure as the reader corrected it', async () => {
    const first = await savedOf();
    const figure = first.figure && { ...first.figure, measure: 'wounded' as const };
    const again = savedAgain(edited(first, { figure }, first.edited), await savedOf());
    expect(again).toMatchObject({ byHand: true, figure: { measure: 'wounded' } });
  });
});

describe('editing', () => {
  test('tags are tidied, once each whatever their case', async () => {
    const claim = edited(await savedOf(), { tags: [' harbour  front', 'Harbour Front', '', 'a;b', 'Zoë'.normalize('NFD')] }, '2026-11-23T08:00:00Z');
    expect(claim.tags).toEqual(['harbour front', 'a,b', 'Zoë']);
    expect(edited(claim, { removeTags: ['HARBOUR FRONT'], addTags: ['new'] }, claim.edited).tags).toEqual(['a,b', 'Zoë', 'new']);
  });

  test('a note that is too long is refused, not cut', async () => {
    const claim = await savedOf();
    expect(() => edited(claim, { note: 'x'.repeat(MAX.note + 1) }, claim.edited)).toThrow('20000');
  });

  test('whatever is typed, the claim can be read back', async () => {
    const claim = await savedOf();
    const typed = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(fc.array(typed), typed, typed, (tags, collection, note) => {
        const next = edited(claim, { tags, collection, note }, claim.edited);
        expect(readSaved(next)).toEqual({ claim: next });
      }),
    );
  });
});

describe('told when the database changes', () => {
  const byId = new Map(ESTIMATES.map((e) => [e.id, e]));
  type Case = { name: string; beside?: (Partial<FrozenEstimate> & { id: string; source: string; feed: string | null })[]; now: (Partial<FrozenEstimate> & { id: string })[] | null; changes: [Change['what'], string][] };
  test.each(changeCases as Case[])('$name', ({ beside = [], now, changes }) => {
    const estimates = now?.map((change) => ({ ...(byId.get(change.id) ?? estimateOf({ source: 'harbour-watch', ...change })), ...change })) ?? null;
    const sources = Object.fromEntries(beside.map(({ source, feed }) => [source, { name: source, kind: 'press' as const, country: null, feed }]));
    const was = { ...BESIDE, estimates: [...BESIDE.estimates, ...beside.map(({ feed: _feed, ...e }) => estimateOf(e))], sources: { ...BESIDE.sources, ...sources } };
    expect(changesSince(was, { database: '2026.12.1', estimates }).map((c) => [c.what, c.estimate])).toEqual(changes);
  });

  test('what it was and what it is', async () => {
    const [watch, guard] = ESTIMATES;
    if (!watch || !guard) throw new Error('no estimates');
    const claim = flagged(await savedOf(), { database: '2026.12.1', estimates: [watch, { ...guard, best: 740 }] });
    expect(claim.changed).toMatchObject({ database: '2026.12.1', seen: false, list: [{ what: 'changed', source: 'coast-guard', from: { best: 735 }, to: { best: 740 } }] });
    expect(readSaved(claim)).toEqual({ claim });
    const seen = edited(claim, { seen: true }, claim.edited);
    expect(flagged(seen, { database: '2026.12.8', estimates: [watch, { ...guard, best: 740 }] })).toBe(seen);
    expect(flagged(seen, { database: '2026.12.8', estimates: [watch, { ...guard, best: 741 }] }).changed?.seen).toBe(false);
    expect(flagged(seen, { database: '2026.12.8', estimates: ESTIMATES }).changed).toBeNull();
  });
});

describe('the list', () => {
  const make = async (lines: string[], words: string, info: Parameters<typeof pageOf>[1], change: object): Promise<ReturnType<typeof listed>> =>
    listed(await savedOf(change, { document: pageOf(lines, info), words }));
  const rows = async () =>
    (
      await Promise.all([
        make(['735 civilians were killed'], '735 civilians', { date: '2018-04-09' }, { note: 'Sá e Benevides', tags: ['harbour'], collection: 'Thesis', saved: '2026-01-02T00:00:00Z' }),
        make(['735 people were killed'], '735 people', { date: '2019', url: 'https://other.example/' }, { match: null, beside: null, saved: '2026-01-01T00:00:00Z' }),
        make(['More than 735 were killed'], 'More than 735', { date: null }, { figure: null, changed: { database: 'x', seen: false, list: [] }, saved: '2026-01-03T00:00:00Z' }),
      ])
    ).map(rowOf);
  const found = async (filter: Filter): Promise<string[]> => filtered(await rows(), filter).map((r) => r.claim.quote.exact.slice(0, 8));

  test.each<[Filter, string[]]>([
    [{}, ['735 civi', '735 peop', 'More tha']],
    [{ text: 'sa BENE' }, ['735 civi']],
    [{ text: 'thes KILLED' }, ['735 civi']],
    [{ text: 'nowhere' }, []],
    [{ collection: 'Thesis' }, ['735 civi']],
    [{ collection: null }, ['735 peop', 'More tha']],
    [{ tag: 'harbour' }, ['735 civi']],
    [{ source: 'harbour-watch' }, ['735 civi', 'More tha']],
    [{ event: 'varland-shelling', site: 'news.example' }, ['735 civi', 'More tha']],
    [{ site: 'other.example' }, ['735 peop']],
    [{ relation: null }, ['735 peop']],
    [{ from: '2018-04-09', to: '2018' }, ['735 civi']],
    [{ from: '2018-04-10' }, ['735 peop']],
    [{ measure: 'killed', group: 'civilians' }, ['735 civi', '735 peop']],
    [{ changed: true }, ['More tha']],
  ])('%j', async (filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });

  test.each<[Sort, string[]]>([
    [{ by: 'saved', descending: true }, ['More tha', '735 civi', '735 peop']],
    [{ by: 'date', descending: false }, ['735 civi', '735 peop', 'More tha']],
    [{ by: 'date', descending: true }, ['735 peop', '735 civi', 'More tha']],
    [{ by: 'figure', descending: true }, ['735 civi', '735 peop', 'More tha']],
  ])('%j', async (sort, expected) => {
    expect(sorted(await rows(), sort).map((r) => r.claim.quote.exact.slice(0, 8))).toEqual(expected);
  });

  test('claims of one moment stand as on their page', async () => {
    const at = (words: string, start: number): ReturnType<typeof make> => make([`${words} were killed`], words, {}, { saved: '2026-01-02T00:00:00Z', position: { start, end: start + 5 } });
    const both = (await Promise.all([at('40 people', 900), at('12 people', 30)])).map(rowOf);
    for (const descending of [true, false]) expect(sorted(both, { by: 'saved', descending }).map((r) => r.claim.position?.start)).toEqual([30, 900]);
  });

  test('what can be chosen from', async () => {
    const choices = choicesOf(await rows());
    expect(choices.site).toEqual([['news.example', 2], ['other.example', 1]]);
    expect(choices.source).toEqual([['coast-guard', 2], ['harbour-watch', 2]]);
    expect(choices.tag).toEqual([['harbour', 1]]);
  });
});

test('the card as it was then', async () => {
  const content = cardThen(await savedOf());
  if (content === null) throw new Error('no card');
  const view = cardView(content, { words: wordsFor(english, 'en'), now: new Date('2026-11-22') });
  expect(view).toMatchObject({ figure: 'At least 735', question: 'Civilians killed, Varland harbour' });
  expect(view.plot?.groups.flatMap((g) => g.rows).map((r) => r.name).sort()).toEqual(['Coast Guard', 'Harbour Watch']);
});

describe('what is not a saved claim', () => {
  test.each<[string, (saved: SavedClaim) => object, Problem]>([
    ['of a later version', (s) => ({ ...s, version: 2 }), { what: 'later', where: 'version' }],
    ['a number in words', (s) => ({ ...s, figure: { ...s.figure, low: 'many' } }), { what: 'wrong-kind', where: 'figure.low' }],
    ['a key nobody knows', (s) => ({ ...s, html: '<b>' }), { what: 'unknown-field', where: 'html' }],
    ['a measure nobody knows', (s) => ({ ...s, figure: { ...s.figure, measure: 'slain' } }), { what: 'not-allowed', where: 'figure.measure' }],
    ['an address that runs', (s) => ({ ...s, page: { ...s.page, url: 'javascript:alert(1)' } }), { what: 'wrong-form', where: 'page.url' }],
    ['a note as long as a book', (s) => ({ ...s, note: 'x'.repeat(MAX.note + 1) }), { what: 'too-long', where: 'note' }],
    ['a figure outside its quotation', (s) => ({ ...s, figure: { ...s.figure, at: { start: 0, end: 9_999 } } }), { what: 'wrong-form', where: 'figure.at' }],
    ['nothing at all', () => [], { what: 'wrong-kind', where: '' }],
  ])('%s', async (_, broken, problem) => {
    expect(readSaved(broken(await savedOf()))).toEqual({ problem });
  });
});
