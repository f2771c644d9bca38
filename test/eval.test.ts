import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isafKilled } from '../lib/cli/eval/isaf-count.ts';
import { measure, RULES, type Measures } from '../lib/cli/eval/measure.ts';
import { naiveFigures } from '../lib/cli/eval/naive-regex.ts';
import type { GoldFigure, GoldRecord, PredictedFigure, Prediction } from '../lib/cli/eval/records.ts';
import { groupOf, scoreFigures, type FigureRules } from '../lib/cli/eval/score-figures.ts';
import { linkCauses } from '../lib/cli/eval/link-causes.ts';
import { chooseThreshold, crossValidate } from '../lib/cli/eval/link-threshold.ts';
import { linkCurve, scoreLinking, type LinkGold, type LinkPrediction } from '../lib/cli/eval/score-linking.ts';
import { scorePages, type PageGold } from '../lib/cli/eval/score-pages.ts';
import { loadSets, type Sets } from '../lib/cli/eval/sets.ts';
import { openScanner } from '../lib/cli/scan/scanner.ts';

const ALL: FigureRules = { units: ['killed', 'wounded'], minValue: 0, explicit: false };
const TEXT = 'At the mill nine died and at least forty were hurt; in March two had died.';

const gold = (number: string, unit: string, low: number | null, high: number | null, more: Partial<GoldFigure> = {}): GoldFigure => {
  const start = TEXT.indexOf(number);
  return { value_low: low, value_high: high, unit, start, end: start + number.length, ...more };
};
const read = (number: string, unit: string, low: number | null, high: number | null): PredictedFigure => {
  const start = TEXT.indexOf(number);
  return { unit, low, high, start, end: start + number.length };
};
const record = (figures: GoldFigure[], more: Partial<GoldRecord> = {}): GoldRecord => ({ id: 'a', text: TEXT, gold: figures, ...more });
const scored = (r: GoldRecord, claims: PredictedFigure[], rules = ALL, answer?: Record<string, number>) =>
  scoreFigures([r], [{ id: 'a', claims, ...(answer && { answer }) }], rules);

describe('figures by document', () => {
  const both = [gold('nine', 'killed', 9, 9), gold('forty', 'wounded', 40, null)];

  test('a figure is right when one of its ends is and its unit is', () => {
    const { document } = scored(record(both), [read('nine', 'killed', 9, 9), read('forty', 'wounded', 40, 60)]);
    expect(document).toMatchObject({ tp: 2, fp: 0, fn: 0, f1: 1 });
    expect(scored(record(both), [read('nine', 'wounded', 9, 9)]).document).toMatchObject({ tp: 0, fp: 1, fn: 2 });
  });

  test('the same value twice counts once, and "9" beside "at least 9" is not a second figure', () => {
    expect(scored(record(both), [read('nine', 'killed', 9, 9), read('nine', 'killed', 9, 9), read('nine', 'killed', 9, null)]).document).toMatchObject({ tp: 1, fp: 0, fn: 1 });
  });

  test('what is optional is neither asked nor punished', () => {
    const optional = record([gold('nine', 'killed', 9, 9, { optional: true }), gold('two', 'killed', 2, 2, { explicit: false })]);
    expect(scored(optional, [read('nine', 'killed', 9, 9)], { ...ALL, explicit: true }).document).toMatchObject({ tp: 0, fp: 0, fn: 0 });
    expect(scored(optional, [], ALL).document).toMatchObject({ fn: 1 });
  });

  test('small figures are out of scope on both sides', () => {
    const rules = { ...ALL, minValue: 5 };
    expect(scored(record([...both, gold('two', 'killed', 2, 2)]), [read('nine', 'killed', 9, 9), read('two', 'killed', 2, 2)], rules).document).toMatchObject({ tp: 1, fp: 0, fn: 1 });
  });

  test('alternatives of the gold are right too; other units are not looked at', () => {
    expect(scored(record([gold('nine', 'killed', 9, 9, { alts: [{ value_low: 11, value_high: 11 }] })]), [read('nine', 'killed', 11, 11), read('two', 'missing', 2, 2)]).document).toMatchObject({ tp: 1, fp: 0, fn: 0 });
  });

  test('fields are scored on what was matched', () => {
    const labelled = record([gold('nine', 'killed', 9, 9, { qualifier: 'exact', victim_type: 'CIVILIAN' }), gold('forty', 'wounded', 40, 50, { qualifier: 'at_least' })]);
    const { fields } = scored(labelled, [{ ...read('nine', 'killed', 9, 9), qualifier: 'exact', victimGroup: 'military' }, { ...read('forty', 'wounded', 40, null), qualifier: 'at_least' }]);
    expect(fields).toEqual({ range: { right: 0, of: 1 }, qualifier: { right: 2, of: 2 }, group: { right: 0, of: 1 } });
    expect(['civilian', 'active military', 'law enforcement', 'diplomat', 'x'].map(groupOf)).toEqual(['civilian', 'military', 'police', 'official', 'other']);
  });
});

describe('one number for a document', () => {
  test('first, largest, sum and the answer given', () => {
    const { single } = scored(record([], { single: { killed: 11, wounded: 0 } }), [read('nine', 'killed', 9, 9), read('two', 'killed', 2, 2)], ALL, { killed: 11 });
    expect(single['killed']).toEqual({ first: { right: 0, of: 1 }, max: { right: 0, of: 1 }, sum: { right: 1, of: 1 }, answer: { right: 1, of: 1 } });
    expect(single['wounded']?.max).toEqual({ right: 1, of: 1 });
  });
});

describe('mentions', () => {
  test('precision counts only where everything was labelled', () => {
    const claims = [read('nine', 'killed', 9, 9), read('two', 'killed', 2, 2)];
    expect(scored(record([gold('nine', 'killed', 9, 9)], { exhaustive: true }), claims).mention).toMatchObject({ of: 1, recall: 1, precision: 0.5 });
    expect(scored(record([gold('nine', 'killed', 9, 9)]), claims).mention).toMatchObject({ recall: 1, precision: null, f1: null });
  });

  test('a true figure that the labels pass over is not held against us', () => {
    const ignore: [number, number][] = [[TEXT.indexOf('two'), TEXT.indexOf('two') + 3]];
    expect(scored(record([gold('nine', 'killed', 9, 9)], { exhaustive: true, ignore }), [read('nine', 'killed', 9, 9), read('two', 'killed', 2, 2)]).mention.precision).toBe(1);
  });

  test('a hit with another value is a hit, with its value wrong', () => {
    expect(scored(record([gold('nine', 'killed', 9, 9)]), [read('nine', 'killed', 19, 19)]).mention).toMatchObject({ recall: 1, valueRight: { right: 0, of: 1 } });
  });
});

test('a sentence without casualties counts once, however many false claims it has', () => {
  const none = record([], { negative: true });
  expect(scored(none, [read('nine', 'killed', 9, 9), read('two', 'killed', 2, 2)], { ...ALL, units: null }).negatives).toEqual({ sentences: 1, withClaim: 1, claims: 2 });
  expect(scored(none, [], { ...ALL, units: null }).negatives.withClaim).toBe(0);
});

describe('pages', () => {
  const mention = (start: number, low: number, unit = 'killed', more = {}) => ({ quote: '', number_text: '', start, end: start + 2, low, high: low, kind: 'count', unit, ...more });
  const claim = (start: number, low: number, measure: 'killed' | 'wounded' | 'other' = 'killed', more = {}) => ({ start, end: start + 5, text: '', low, high: low, kind: 'count' as const, measure, hypothetical: false, increment: false, ...more });
  const page = (mentions: PageGold['mentions']): PageGold => ({ slug: 'p', title: null, url: null, mentions });
  const score = (mentions: PageGold['mentions'], claims: ReturnType<typeof claim>[]) => scorePages([page(mentions)], new Map([['p', claims]]));

  test('strictly, a wrong end is a false figure and a missed one', () => {
    const { mention: loose, strict } = score([mention(0, 5), mention(20, 7)], [claim(0, 5), claim(20, 8)]);
    expect(loose).toMatchObject({ tp: 2, fp: 0, fn: 0 });
    expect(strict).toMatchObject({ tp: 1, fp: 1, fn: 1 });
  });

  test('the unit must be right', () => {
    expect(score([mention(0, 5)], [claim(0, 5, 'wounded')]).mention).toMatchObject({ tp: 0, fp: 1, fn: 1 });
  });

  test('denials, other harm and what has not happened are neither asked nor punished', () => {
    const { mention: loose } = score([mention(0, 0, 'killed', { kind: 'zero' }), mention(20, 9, 'killed', { hypothetical: true }), mention(40, 9, 'other')], [claim(0, 0), claim(20, 9), claim(40, 9), claim(60, 3, 'other')]);
    expect(loose).toMatchObject({ tp: 0, fp: 0, fn: 0 });
  });

  test('"another 50" is counted where it is told', () => {
    expect(score([mention(0, 5, 'killed', { incr: true }), mention(20, 5, 'killed', { incr: true })], [claim(0, 5, 'killed', { increment: true }), claim(20, 5)]).increment).toEqual({ right: 1, of: 2 });
  });
});

describe('linking', () => {
  const figure = (id: string, start: number, question: string | null, relation: string | null, more: Partial<LinkGold> = {}): LinkGold => ({
    id, doc_id: 'd', start, end: start + 3, low: 9, high: 9, gold: { question, relation, acceptable: [], ambiguous: false }, ...more,
  });
  const linked = (start: number, question: string | null, relation = 'same', score = 0.9) => ({ start, end: start + 8, low: 9, high: 9, match: question ? { question, relation, score } : null });
  const predict = (...claims: LinkPrediction['claims']): LinkPrediction[] => [{ doc_id: 'd', claims }];

  test('right question, right relation, wrong card, abstaining', () => {
    const all = [figure('1', 0, 'a', 'same'), figure('2', 10, 'a', 'same'), figure('3', 20, null, null), figure('4', 30, 'a', 'narrower'), figure('5', 40, 'b', 'same')];
    const s = scoreLinking(all, predict(linked(0, 'a'), linked(10, 'b'), linked(20, 'a'), linked(30, 'a'), linked(40, null)));
    expect(s).toMatchObject({ mentions: 5, aligned: 5, same: 4, sameQuestionRight: 2, sameRight: 1, goldSame: 3, goldSameFound: 1, goldNone: 1, wrongCard: 1, goldOther: 1, otherAsSame: 1, questionRight: 2, relationRight: 1 });
    expect(s.errors.map((e) => e.id)).toEqual(['2', '3', '4', '5']);
  });

  test('twins and other accepted relations are right', () => {
    const twin = figure('1', 0, 'a', 'same', { gold: { question: 'a', relation: 'same', acceptable: ['b'], ambiguous: false, relations_ok: ['narrower'] } });
    expect(scoreLinking([twin], predict(linked(0, 'b', 'narrower')))).toMatchObject({ same: 0, goldSameFound: 1, relationRight: 1, errors: [] });
    expect(scoreLinking([figure('1', 0, 'a', 'same', { question_old: 'old' })], predict(linked(0, 'old')))).toMatchObject({ sameRight: 1 });
  });

  test('ambiguous figures are left out; a claim serves the figure it covers most, equal ends first', () => {
    const unclear = figure('1', 0, 'a', 'same', { gold: { question: 'a', relation: 'same', acceptable: [], ambiguous: true } });
    expect(scoreLinking([unclear], predict(linked(0, 'x')))).toMatchObject({ mentions: 0, same: 0 });
    const near = [figure('1', 0, 'a', 'same', { low: 4, high: 4 }), figure('2', 5, 'b', 'same')];
    expect(scoreLinking(near, predict({ ...linked(0, 'b'), end: 8 }))).toMatchObject({ aligned: 1, sameRight: 1 });
  });

  test('what goes wrong is counted by kind, near misses by how close they come', () => {
    const all = [figure('1', 0, 'a', 'same', { text_kind: 'reworded' }), figure('2', 10, 'a', 'same'), figure('3', 20, null, null, { near: 'incident' }), figure('4', 30, 'a', 'narrower'), figure('5', 40, 'b', 'same'), figure('6', 50, 'a', 'same')];
    const causes = linkCauses(all, predict(linked(0, 'x'), linked(10, 'y'), linked(20, 'a'), linked(30, 'a'), linked(40, null)));
    expect(causes).toEqual([
      { cause: '`same`, given another question', near: null, count: 2, reworded: 1 },
      { cause: '`narrower`, taken for `same`', near: null, count: 1, reworded: 0 },
      { cause: '`same`, not read', near: null, count: 1, reworded: 0 },
      { cause: '`same`, read and left alone', near: null, count: 1, reworded: 0 },
      { cause: 'a card (`same`) where the database asks nothing', near: 'incident', count: 1, reworded: 0 },
    ]);
  });

  test('the threshold is the lowest at which no bar is missed, and is chosen without the documents it is checked on', () => {
    const all = ['a', 'b', 'c', 'd'].flatMap((doc_id) => [figure(`${doc_id}1`, 0, 'q', 'same', { doc_id }), figure(`${doc_id}2`, 10, null, null, { doc_id })]);
    const pages = (wrong: Record<string, number>): LinkPrediction[] => ['a', 'b', 'c', 'd'].map((doc_id) => ({ doc_id, claims: [linked(0, 'q', 'same', 0.9), linked(10, 'q', 'same', wrong[doc_id] ?? 0.2)] }));
    expect(chooseThreshold(all, pages({}))).toBe(0.21);
    expect(chooseThreshold(all, pages({ c: 0.95 }))).toBe(0.96);
    const folds = crossValidate(all, pages({ c: 0.6 }), 4);
    expect(folds.map((f) => f.threshold)).toEqual([0.61, 0.61, 0.21, 0.61]);
    expect(folds.map((f) => f.score.wrongCard)).toEqual([0, 0, 1, 0]);
  });

  test('the curve gives up matches as the threshold rises', () => {
    const all = [figure('1', 0, 'a', 'same'), figure('2', 10, null, null)];
    const curve = linkCurve(all, predict(linked(0, 'a', 'same', 0.8), linked(10, 'a', 'same', 0.3)), 10);
    expect(curve.map((p) => [p.threshold, p.precision, p.wrongCard])).toEqual([[0.3, 0.5, 1], [0.8, 1, 0]]);
  });
});

test('the naive regex takes the number right before or behind a casualty word', () => {
  expect(naiveFigures('Police said 12 people were killed on Friday and 1,200 injured. The blast killed nine. On 4 May he sold 6 cows.').map((f) => [f.low, f.unit])).toEqual([
    [12, 'killed'],
    [1200, 'wounded'],
    [9, 'killed'],
  ]);
});

describe('counting as the coders of the press releases did', async () => {
  const scanner = await openScanner();
  test.each([
    ['A patrol shot and killed one insurgent near the river. The security force returned fire, killing him.', 1],
    ['The team engaged the position, killing several insurgents.', 3],
    ['Coalition troops killed numerous militants in the valley.', 4],
    ['The strike killed more than ten insurgents.', 11],
    ['An aircraft struck the truck, killing a senior facilitator and two armed men.', 3],
    ['The bomb maker is linked to an attack that killed four soldiers last year.', 0],
    ['Two insurgents were detained and a rifle was found.', 0],
  ])('%s → %i', (text, expected) => {
    expect(isafKilled(text, scanner.scan({ text, lang: 'en' }).claims)).toBe(expected);
  });
});

// The sets are other people's text and stay outside the project: ../shared/eval holds them where they are at hand.
const SHARED = resolve(import.meta.dirname, '../../shared/eval');

describe.skipIf(!existsSync(SHARED))('beside the scorers that came with the sets (../shared/eval)', async () => {
  const sets: Sets | null = existsSync(SHARED) ? await loadSets(SHARED) : null;
  const measures: Measures | null = sets && measure(await openScanner(), sets);

  test('the same figures for every set of figures', async () => {
    const theirs = (await import(resolve(SHARED, 'score.mjs'))) as { score: (gold: GoldRecord[], predictions: Prediction[], options: FigureRules) => TheirFigures };
    expect([...(sets?.figures.keys() ?? [])]).not.toHaveLength(0);
    for (const [name, records] of sets?.figures ?? []) {
      const own = measures?.sets.get(name);
      const rules = RULES[name];
      if (!own || !rules) throw new Error(`${name} was not measured`);
      const { doc, mention, neg, single, field } = theirs.score(records, own.predictions, rules);
      const { ours } = own;
      expect([ours.document.tp, ours.document.fp, ours.document.fn], name).toEqual([doc.tp, doc.fp, doc.fn]);
      expect(ours.mention.of, name).toBe(mention?.n ?? 0);
      if (mention) expect([ours.mention.recall, ours.mention.precision, ours.mention.f1], name).toEqual([mention.recall, mention.precision, mention.f1]);
      expect([ours.negatives.sentences, ours.negatives.withClaim, ours.negatives.claims], name).toEqual([neg?.n ?? 0, neg?.hit ?? 0, neg?.claims ?? 0]);
      expect([ours.fields.qualifier, ours.fields.group, ours.fields.range], name).toEqual([
        { right: field.qual_ok, of: field.qual_n },
        { right: field.grp_ok, of: field.grp_n },
        { right: field.range_ok, of: field.range_n },
      ]);
      for (const [unit, { pol }] of Object.entries(single)) {
        for (const pick of ['first', 'max', 'sum'] as const) expect(ours.single[unit]?.[pick].right, `${name} ${unit} ${pick}`).toBe(pol[pick]?.em);
        if (pol['answer']) expect(ours.single[unit]?.answer.right, `${name} ${unit} answer`).toBe(pol['answer'].em);
      }
    }
  });

  test('the same figures for linking', async () => {
    const theirs = (await import(resolve(SHARED, 'score-link.mjs'))) as { score: (gold: LinkGold[], predictions: LinkPrediction[]) => TheirLinks };
    const own = measures?.link;
    if (!own) throw new Error('linking was not measured');
    const { counts: c } = theirs.score(own.gold, own.predictions);
    const s = own.all;
    expect([s.mentions, s.aligned, s.valueEqual, s.same, s.sameRight, s.sameQuestionRight]).toEqual([c['mentions'], c['aligned'], c['value_equal'], c['pred_same'], c['pred_same_right'], c['pred_same_right_question']]);
    expect([s.goldSame, s.goldSameFound, s.goldSameQuestion, s.goldNone, s.wrongCard, s.anyCard]).toEqual([c['gold_same'], c['gold_same_hit'], c['gold_same_question_hit'], c['gold_null'], c['null_same'], c['null_any']]);
    expect([s.goldOther, s.otherFound, s.otherAsSame, s.questionRight, s.relationRight]).toEqual([c['gold_other'], c['gold_other_hit'], c['gold_other_same'], c['question_right'], c['relation_right']]);
  });
});

type TheirFigures = {
  doc: { tp: number; fp: number; fn: number };
  mention?: { n: number; recall: number; precision: number | null; f1: number | null };
  neg?: { n: number; hit: number; claims: number };
  single: Record<string, { pol: Record<string, { em: number }> }>;
  field: Record<'qual_ok' | 'qual_n' | 'grp_ok' | 'grp_n' | 'range_ok' | 'range_n', number>;
};
type TheirLinks = { counts: Record<string, number> };
