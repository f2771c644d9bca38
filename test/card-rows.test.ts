import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisOf } from '../lib/card/axis.ts';
import { questionText } from '../lib/card/question-text.ts';
import { cardView } from '../lib/card/rows.ts';
import type { Plot } from '../lib/card/plot.ts';
import type { Row } from '../lib/card/row.ts';
import type { CardView } from '../lib/card/rows.ts';
import { asText, wordsFor } from '../lib/card/words.ts';
import { QuestionGroup, QuestionMeasure } from '../lib/claim/database.ts';
import type { Question, QuestionRelation, Source } from '../lib/claim/database.ts';
import { contentOf, english, sourcesOf } from './card-content.ts';
import type { Told } from './card-content.ts';

type Expected = { heading: string; rows: string[]; method?: Record<string, string>; plot?: string; totals?: string[]; chart?: string[]; others?: string[] };
type Spec = { sources: Record<string, [string, Source['kind']]>; cases: (Told & Expected)[] };
const spec = JSON.parse(readFileSync(new URL('spec/card/rows.json', import.meta.url), 'utf8')) as Spec;
const sources = sourcesOf(spec.sources);
const words = wordsFor(english, 'en');
const now = new Date('2022-01-08');

function told(row: Row): string {
  const figure = row.figure ? asText(row.figure) : row.said;
  const tags = row.tags.map((tag) => ` {${tag}}`).join('');
  return `${row.tied ? '↳ ' : ''}${row.name}: ${figure}${tags} · ${[...row.meta, ...(row.note ? [row.note] : [])].join(' · ')}`;
}

function plotTold({ axis, page }: Plot): string {
  if (!axis) return 'none';
  const ends = `${axis.log ? 'logarithmic' : 'linear'} ${axis.ticks[0]?.label} to ${axis.ticks.at(-1)?.label}`;
  return page ? `${ends}, ${page.label.replace('This page: ', 'page ')}` : ends;
}

const rowsOf = (view: CardView): Row[] => view.plot?.groups.flatMap((g) => g.rows) ?? [];

describe('a card', () => {
  test.each(spec.cases)('$name', (given) => {
    const view = cardView(contentOf(given, sources), { words, now });
    expect(rowsOf(view).map(told)).toEqual(given.rows);
    expect(view.plot?.heading).toBe(given.heading);
    if (given.plot !== undefined) expect(view.plot && plotTold(view.plot)).toBe(given.plot);
    expect(view.totals?.list.map((t) => `${t.what} ${t.value}`) ?? []).toEqual(given.totals ?? []);
    expect(view.totals?.chart?.lines.map((l) => l.legend) ?? []).toEqual(given.chart ?? []);
    expect(view.others.map((o) => `${o.what}: ${o.value} · ${o.difference}`)).toEqual(given.others ?? []);
    for (const [name, method] of Object.entries(given.method ?? {})) expect(rowsOf(view).find((r) => r.name === name)?.method.join(' · ')).toBe(method);
  });
});

const simple = (claim: Told['claim'], rest: Partial<Told> = {}): CardView =>
  cardView(
    contentOf(
      {
        name: '', page: '2021-06-30', claim,
        question: { title: 'Civilians killed by shelling of the Salt Coast since March 2021', rule: 'nearest-as-of', period: ['2021-03-01', null] },
        estimates: [{ source: 'relief-desk', best: 120, as_of: '2021-06-01' }, { source: 'harbour-watch', best: 90, as_of: '2021-06-01' }],
        ...rest,
      },
      sources,
    ),
    { words, now },
  );

describe('what the page says', () => {
  test.each([
    ['a plain count', { low: 735, high: 735, group: 'civilians' }, '735|civilians killed'],
    ['a bound keeps its word', { low: 1200, high: null, bound: 'at-least', groupText: 'security personnel' }, 'At least 1,200|security personnel killed'],
    ['more than', { low: 40, high: null, bound: 'more-than' }, 'More than 40|people killed'],
    ['up to', { low: null, high: 300, bound: 'at-most', group: 'children' }, 'Up to 300|children killed'],
    ['fewer than', { low: null, high: 300, bound: 'less-than' }, 'Fewer than 300|people killed'],
    ['a range in words, not a dash', { low: 9000, high: 11000, bound: 'range' }, '9,000 to 11,000|people killed'],
    ['nearly', { low: 4000, high: 4000, bound: 'nearly', measure: 'wounded' }, 'Nearly 4,000|people wounded'],
    ['an increment', { low: 50, high: 50, increment: true }, 'Another 50|people killed'],
    ['vague words stand as they are', { text: 'dozens of people', low: null, high: null, bound: 'vague', kind: 'vague' }, 'Dozens of people|'],
    ['a share is no number of people', { text: 'a third of the dead', low: null, high: null, kind: 'share' }, 'A third of the dead|'],
  ] as const)('%s', (_name, claim, expected) => {
    const view = simple(claim);
    expect(`${view.figure}|${view.unit}`).toBe(expected);
    // The line in the plot says the same as the heading of the card.
    if (view.plot?.page) expect(view.plot.page.label.toLowerCase()).toBe(`this page: ${view.figure.toLowerCase()}`);
  });

  test('no line in the plot for what has no number', () => {
    expect(simple({ text: 'dozens', low: null, high: null, bound: 'vague', kind: 'vague' }).plot?.page).toBeNull();
    expect(simple({ text: 'a third', low: 33, high: 33, kind: 'share' }).plot?.page).toBeNull();
  });

  test('by whom, for which time, on which day', () => {
    expect(simple({ low: 1, high: 1, saidBy: 'the coalition', period: { text: 'since 2014', from: '2014', to: null } }).by).toBe('The coalition, since 2014 · 30 Jun 2021');
    expect(simple({ low: 1, high: 1 }).by).toBe('30 Jun 2021');
    expect(simple({ low: 1, high: 1 }, { page: null }).by).toBe('');
  });
});

describe('the frame of a card', () => {
  test('how old the database is, and when that is too old', () => {
    expect(simple({ low: 1, high: 1 }).database).toBe('Database 2022.1.1, 7 days old');
    expect(simple({ low: 1, high: 1 }).stale).toBeNull();
    const content = contentOf({ name: '', page: null, claim: { low: 1, high: 1 }, question: { title: 'x', rule: 'all', period: [null, null] }, estimates: [] }, sources);
    expect(cardView(content, { words, now: new Date('2022-03-02T12:00') }).stale).toBeNull();
    expect(cardView(content, { words, now: new Date('2022-03-03T12:00') }).stale).toBe('The database is 61 days old. Newer totals may exist.');
    expect(cardView(content, { words, now: new Date('2022-01-02') }).database).toBe('Database 2022.1.1, 1 day old');
    expect(cardView(content, { words, now }).plot).toBeNull();
  });

  test('links only where a recognised publisher is known, by their host', () => {
    const view = simple({ low: 1, high: 1 }, {
      estimates: [
        { source: 'relief-desk', best: 120, as_of: '2021-06-01', url: 'https://www.relief.example/report', link: true },
        { source: 'harbour-watch', best: 90, as_of: '2021-06-01', url: 'https://copies.example/x', link: false },
        { source: 'daily-tide', best: 95, as_of: '2021-06-01', url: 'https://tide.example/x', link: true, seen_at: 'https://copies.example/y', title: 'A long count' },
      ],
    });
    const rows = Object.fromEntries(rowsOf(view).map((r) => [r.name, r]));
    expect(rows['Relief Desk']?.link).toEqual({ href: 'https://www.relief.example/report', host: 'relief.example' });
    expect(rows['Harbour Watch']?.link).toBeNull();
    expect(rows['Harbour Watch']?.method).toEqual(['Seen at copies.example']);
    expect(rows['The Daily Tide']?.method).toEqual(['“A long count”', 'Seen at copies.example']);
  });

  test('how the page’s figure stands to the question, where it is not the same', () => {
    const content = contentOf({ name: '', page: null, claim: { low: 1, high: 1 }, question: { title: 'x', rule: 'all', period: [null, null] }, estimates: [] }, sources);
    const said = (['same', 'narrower', 'broader', 'overlaps'] as const).map((relation) => cardView({ ...content, match: { ...content.match, relation } }, { words, now }).relation);
    expect(said).toEqual([null, 'The page’s figure is a part of this', 'The page’s figure counts more than this', 'The page’s figure counts some of the same people']);
  });

  test('who said it and who passed it on', () => {
    const view = simple({ low: 1, high: 1 }, { estimates: [{ source: 'interior', role: 'government', best: 90, as_of: '2021-06-01', claimant: 'Minister Ada Vole', via: 'daily-tide', method: 'No list published' }] });
    expect(rowsOf(view)[0]?.method).toEqual(['Minister Ada Vole, via The Daily Tide', 'No list published']);
  });

  test('nobody is a party to the conflict in an accident', () => {
    const view = simple({ low: 1, high: 1 }, {
      question: { title: 'People killed', rule: 'all', period: [null, null], by: { scope: 'accident', actors: [], weapons: [], disputed: false } },
      estimates: [{ source: 'interior', role: 'party', best: 90, as_of: '2021-06-01' }],
    });
    expect(rowsOf(view)[0]?.meta[0]).toBe('Party to the event');
  });

  test('methods show up to three rows, then behind a button, and from ten rows on the rows stand close and grouped', () => {
    const many = (n: number): CardView => simple({ low: 1, high: 1 }, { estimates: Array.from({ length: n }, (_, i) => ({ source: `s${i}`, best: 10 + i, as_of: '2021-06-01', role: i % 2 ? 'press' : 'un' })) });
    expect([3, 4, 9, 10].map((n) => many(n).plot?.density)).toEqual(['full', 'brief', 'brief', 'compact']);
    expect(many(9).plot?.groups).toHaveLength(1);
    expect(many(10).plot?.groups.map((g) => g.title)).toEqual(['UN', 'News']);
    const byIssuer = simple({ low: 1, high: 1 }, {
      question: { title: 'x', rule: 'all', period: [null, null] },
      estimates: Array.from({ length: 12 }, (_, i) => ({ source: i % 2 ? 'relief-desk' : 'interior', best: 10 + i, as_of: `2021-0${1 + (i % 9)}-01` })),
    });
    expect(byIssuer.plot?.groups.map((g) => g.title)).toEqual(['Varland interior ministry', 'Relief Desk']);
    expect(byIssuer.plot?.groups[0]?.rows[0]).toMatchObject({ name: 'as of 1 Jan 2021', meta: ['Monitoring group'], tags: [] });
  });

  test('a replaced figure that the page still gives is in the plot even in a running count', () => {
    const view = simple({ low: 77, high: 77 }, {
      estimates: [
        { source: 'relief-desk', best: 120, as_of: '2021-06-01' },
        { source: 'interior', role: 'government', best: 77, as_of: '2021-05-01', status: 'superseded' },
        { source: 'interior', role: 'government', best: 70, as_of: '2021-04-01', status: 'superseded' },
        { source: 'interior', role: 'government', best: 80, as_of: '2021-06-01' },
      ],
    });
    expect(rowsOf(view).map((r) => [r.figure && asText(r.figure), r.gone])).toEqual([['77', 'superseded'], ['80', null], ['120', null]]);
    expect(view.totals?.list.map((t) => t.value)).toEqual(['70']);
  });

  test('the citation names page, question, every count with its bound and state, and the database', () => {
    const view = simple({ low: 735, high: 735, saidBy: 'the coalition' }, {
      estimates: [
        { source: 'relief-desk', low: 120, qualifier: 'at-least', as_of: '2021-06-01', url: 'https://relief.example/r', link: true },
        { source: 'harbour-watch', best: 90, as_of: '2021-06-01', status: 'withdrawn' },
      ],
    });
    expect(view.citation).toBe(
      [
        '735 people killed', 'The coalition · 30 Jun 2021', 'Shelling goes on. The Example. https://news.example/a', '',
        'How many civilians have been killed by shelling of the Salt Coast since March 2021?',
        '- Harbour Watch: 90 (withdrawn, as of 1 Jun 2021)',
        '- Relief Desk: at least 120 (as of 1 Jun 2021) https://relief.example/r', '',
        'From the Tallyside claims database, version 2022.1.1',
      ].join('\n'),
    );
  });

  test.each([
    ['Civilians killed in the siege of Port Arlen', 'How many civilians were killed in the siege of Port Arlen?'],
    ['Varland soldiers wounded since March 2021', 'How many Varland soldiers have been wounded since March 2021?'],
    ['Deaths from the Varland famine, 2010-2012', 'Deaths from the Varland famine, 2010-2012'],
    ['People killed or missing after the flood', 'People killed or missing after the flood'],
    ['Varland military killed and wounded in the war', 'Varland military killed and wounded in the war'],
  ])('%s', (title, question) => expect(questionText(title)).toBe(question));
});

describe('the axis', () => {
  test.each([
    [[735, 5486], 'linear', [0, 2000, 4000, 6000]],
    [[49, 70, 75], 'linear', [0, 20, 40, 60, 80]],
    [[1], 'linear', [0, 1, 2]],
    [[64, 985, 1052, 1400, 3290, 8498], 'log', [50, 100, 1000, 10000]],
    [[1260, 2521, 9000, 11000, 40000], 'log', [1000, 2000, 5000, 10000, 20000, 50000]],
    [[100, 1999], 'linear', [0, 1000, 2000, 3000]],
    [[100, 2000], 'log', [100, 200, 500, 1000, 2000, 5000]],
    [[3, 40_000_000], 'log', [2, 10, 100, 1000, 10_000, 50_000_000]],
  ] as const)('%j', (values, scale, ticks) => {
    const axis = axisOf(values);
    expect(axis?.log ? 'log' : 'linear').toBe(scale);
    expect(axis?.ticks).toEqual(ticks);
  });

  test('nothing to measure, no axis', () => expect(axisOf([])).toBeNull());

  test('order on the axis is order of the numbers, every value lies on it, and its ends are ticks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50_000_000 }), { minLength: 1, maxLength: 12 }), (values) => {
        const axis = axisOf(values);
        const sorted = [...values].sort((a, b) => a - b);
        const at = sorted.map((v) => axis?.at(v) ?? -1);
        expect(at.every((a) => a >= 0 && a <= 1)).toBe(true);
        expect(at).toEqual([...at].sort((a, b) => a - b));
        expect(axis?.at(axis.ticks[0] ?? -1)).toBeCloseTo(0);
        expect(axis?.at(axis.ticks.at(-1) ?? -1)).toBeCloseTo(1);
        // The largest figure does not stick to the edge: an open arrow starts there.
        expect(axis?.at(Math.max(1, ...values)) ?? 1).toBeLessThan(1);
        expect(axis?.ticks.length ?? 0).toBeLessThan(8);
      }),
    );
  });
});

test('no average, no midpoint, no sum: every number on a card was stated', () => {
  const stated = fc.record({ source: fc.constantFrom(...Object.keys(spec.sources)), low: fc.integer({ min: 1, max: 900 }), more: fc.integer({ min: 1, max: 90 }) });
  fc.assert(
    fc.property(fc.array(stated, { minLength: 1, maxLength: 8 }), (given) => {
      const estimates = given.map(({ source, low, more }) => ({ source, low, high: low + more, qualifier: 'range' as const, as_of: '2021-06-01' }));
      const view = simple({ low: 5, high: 5 }, { estimates });
      const known = new Set(estimates.flatMap((e) => [e.low, e.high]).map(String));
      for (const row of rowsOf(view)) {
        expect(row.lane?.at).toBeNull();
        for (const n of (row.figure ? asText(row.figure) : '').match(/\d+/g) ?? []) expect(known).toContain(n);
      }
    }),
  );
});

const SOURCE_KINDS = Object.keys({
  belligerent: 0, government: 0, intergovernmental: 0, monitor: 0, press: 0, academic: 0, record: 0, court: 0, encyclopaedia: 0, individual: 0, dataset: 0,
} satisfies Record<Source['kind'], 0>);

test('every code of the database and of claims has its word', () => {
  const word = (kind: string, code: string): string => english(`card_${kind}_${code.replaceAll('-', '_')}`, ['x']);
  const codes: [string, readonly string[]][] = [
    ['group', [...QuestionGroup.options, 'officials']],
    ['measure', QuestionMeasure.options],
    ['unit', ['killed', 'wounded', 'missing', 'displaced', 'detained', 'casualties', 'other']],
    ['kind', [...SOURCE_KINDS, 'un', 'party', 'party_event']],
    ['tag', ['superseded', 'superseded_on', 'withdrawn', 'projection', 'derived', 'disputed-by-source', 'older', 'contested']],
    ['denies', ['harm', 'responsibility', 'event', 'figure']],
    ['relation', ['narrower', 'broader', 'overlaps']],
  ];
  expect(codes.flatMap(([kind, all]) => all.filter((code) => word(kind, code) === '').map((code) => `${kind} ${code}`))).toEqual([]);
  const view = simple({ low: 3, high: 3, group: 'aid-workers' }, {
    related: [{ id: 'r', title: 'All deaths', type: 'subset-of', measure: 'excess-deaths', figures: [{ source: 'X', best: 9 }] }],
  });
  expect(view.unit).toBe('aid workers killed');
  expect(view.others[0]?.difference).toBe('This question is part of it: all deaths that followed, not only those killed. X');
});

const FRAME: Question['by'] = { scope: 'actor', actors: [], weapons: [], disputed: false };
const by = (...actors: string[]): Question['by'] => ({ ...FRAME, actors });
const ALL: Question['by'] = { ...FRAME, scope: 'all-causes' };

test('a figure that repeats a count of another day says whose it is, and is no source of its own', () => {
  const view = simple({ low: 100, high: 100 }, {
    estimates: [
      { source: 'relief-desk', best: 90, as_of: '2021-06-01', status: 'restatement', derived_from: ['survey-group'] },
      { source: 'harbour-watch', best: 120, as_of: '2021-06-01' },
    ],
  });
  expect(view.plot?.heading).toBe('One source, one repeat');
  expect(rowsOf(view)[0]?.meta[0]).toBe('Restates the figure of survey-group');
});

test('a denial that was withdrawn is counted once', () => {
  const view = simple({ low: 100, high: 100 }, {
    estimates: [
      { source: 'relief-desk', qualifier: 'none', denies: 'responsibility', as_of: '2021-06-01', status: 'withdrawn' },
      { source: 'harbour-watch', best: 120, as_of: '2021-06-01' },
    ],
  });
  expect(view.plot?.heading).toBe('One count, one denial');
  expect(rowsOf(view).at(-1)?.tags).toEqual(['withdrawn']);
});

describe('the difference between two questions names whose hand each is framed by', () => {
  test.each<[string, Question['by'], Question['by'], QuestionRelation, string]>([
    ['a side among all causes', ALL, by('the guard'), 'superset-of', 'Part of this question: by the guard only'],
    ['all causes around a side', by('the guard'), ALL, 'subset-of', 'This question is part of it: from all causes, not only by the guard'],
    ['one side beside the other', by('the guard'), by('the rebels'), 'sibling', 'By the rebels, not by the guard'],
    ['one of two sides', by('the guard', 'the rebels'), by('the rebels'), 'superset-of', 'Part of this question: by the rebels only'],
    ['two sides around one', by('the guard'), by('the guard', 'the rebels'), 'subset-of', 'This question is part of it: by the guard, the rebels, not only by the guard'],
    ['sides of which one is the same', by('the guard', 'the militia'), by('the guard', 'the rebels'), 'overlaps', 'Overlaps with this question: by the guard, the rebels'],
    ['a hand that is disputed', ALL, { ...by('the guard'), disputed: true }, 'superset-of', 'Part of this question: attributed to the guard'],
    ['a hand that is not settled', by('the guard'), { ...FRAME, scope: 'unknown' }, 'superset-of', 'Part of this question: responsibility not settled'],
    ['hunger beside all causes', ALL, { ...FRAME, scope: 'indirect' }, 'superset-of', 'Part of this question: from indirect causes'],
    ['the same hand', by('the guard'), by('the guard'), 'overlaps', 'Overlaps with this question'],
    ['a hand without a name', by('the guard'), by(), 'overlaps', 'Overlaps with this question'],
  ])('%s', (_, ours, theirs, type, sentence) => {
    const hands = { ours: { ...ours, names: ours.actors }, theirs: { ...theirs, names: theirs.actors.length > 0 ? theirs.actors : null } };
    const view = simple({ low: 3, high: 3 }, { related: [{ id: 'r', title: 'Others killed', type, hands, figures: [{ source: 'X', best: 9 }] }] });
    expect(view.others[0]?.difference).toBe(`${sentence}. X`);
  });
});

test('every message the card may ask for is there', () => {
  const files = ['rows', 'row', 'plot', 'says', 'words', 'heading', 'totals', 'others', 'difference', 'beside', 'cite', 'correction', 'kinds'].map((f) => `${f}.ts`).concat('Card.tsx', 'EstimateRow.tsx', 'PlotView.tsx', 'Folds.tsx', 'mount.tsx');
  const code = files.map((f) => readFileSync(new URL(`../lib/card/${f}`, import.meta.url), 'utf8')).join('\n');
  const plurals = [...code.matchAll(/plural\(\s*'(card_[a-z_]+)'/g)].map((m) => `${m[1]}_other`);
  const asked = [...code.matchAll(/'(card_[a-z_]+)'/g)].map((m) => m[1] ?? '');
  const missing = [...new Set([...asked, ...plurals])].filter((key) => english(key) === '' && english(`${key}_other`) === '');
  expect(asked.length).toBeGreaterThan(60);
  expect(missing).toEqual([]);
});
