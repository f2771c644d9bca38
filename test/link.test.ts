// Linking from text to question on the claims database that ships. The cases of spec/link are sentences of our own; where
// ../shared is there, its link tests are run too and the labelled set is held to floors a little under what is reached.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDatabase } from '../assets/compile.ts';
import type { Claim } from '../lib/claim/claim.ts';
import type { Match, Relation } from '../lib/claim/match.ts';
import { plainDocument } from '../lib/claim/plain-text.ts';
import { scoreLinking, type LinkGold } from '../lib/cli/eval/score-linking.ts';
import { loadSets } from '../lib/cli/eval/sets.ts';
import { detect } from '../lib/detect/detect.ts';
import { languages } from '../lib/detect/languages.ts';
import { buildIndex } from '../lib/link/build-index.ts';
import { link } from '../lib/link/link.ts';

const SPEC = join(import.meta.dirname, 'spec/link');
const SHARED = resolve(import.meta.dirname, '../../shared');

/** `figure` stands in the claim's words. `reason`: one of the reasons given. `absent`: not even read as a claim. */
type Case = { text: string; title?: string; date?: string; figure: string; question: string | null; relation?: Relation; reason?: string; absent?: boolean; why?: string };

const index = buildIndex(await loadDatabase(resolve(import.meta.dirname, '../assets')));
const english = languages['en'];

function linked(text: string, title: string | null, date: string | null): { claim: Claim; match: Match | null }[] {
  if (english === undefined) throw new Error('no English');
  const document = plainDocument(text, { title, date });
  const claims = detect(document, english);
  const matches = link(document, claims, index);
  return claims.map((claim, i) => ({ claim, match: matches[i] ?? null }));
}

describe('every case names what decides it', () => {
  for (const file of readdirSync(SPEC).filter((f) => f.endsWith('.json'))) {
    describe(file, () => {
      for (const c of JSON.parse(readFileSync(join(SPEC, file), 'utf8')) as Case[])
        test(`${c.figure}: ${c.text}`, () => {
          const found = linked(c.text, c.title ?? null, c.date ?? null).filter(({ claim }) => claim.text.includes(c.figure));
          if (c.absent === true) return expect(found).toEqual([]);
          expect(found.length, 'the figure is read').toBe(1);
          const match = found[0]?.match ?? null;
          if (c.question === null) {
            expect(c.why, 'a case that links to nothing says why').toBeDefined();
            return expect(match).toBeNull();
          }
          expect(match).toMatchObject({ question: c.question, relation: c.relation });
          if (c.reason !== undefined) expect(match?.why).toContain(c.reason);
        });
    });
  }
});

describe('what is said of a match', () => {
  const match = linked('The health ministry in Gaza says the Gaza war has killed 40,000 Palestinians.', null, '2024-08-16')[0]?.match;

  test('names what stands on the page first, then who and what, then the dates', () => {
    expect(match?.why[0]).toMatch(/^“.+” (?:stands in|and “.+” stand in) the (?:clause|sentence)$/);
    expect(match?.why.some((w) => w.includes('killed'))).toBe(true);
    expect(match?.why).toContain('article of Aug 2024; the event began in Oct 2023');
  });

  test('scores lie between 0 and 1', () => {
    expect(match?.score).toBeGreaterThan(0);
    expect(match?.score).toBeLessThanOrEqual(1);
  });
});

test('one answer a claim, in order; none for a page that names nothing', () => {
  const answers = linked('Three people died in a fire in Leeds.\nTwo others were hurt.', null, '2024-02-01');
  expect(answers.map((a) => a.match)).toEqual(answers.map(() => null));
});

test('the index is plain data: a structured clone links alike', () => {
  const document = plainDocument('The siege of Sarajevo killed 11,500 people.', { date: '2012-04-06' });
  const claims = english === undefined ? [] : detect(document, english);
  expect(claims.length).toBe(1);
  expect(link(document, claims, structuredClone(index))).toEqual(link(document, claims, index));
});

const TESTS = join(SHARED, 'facts/link-tests.json');
type Sentence = { text: string; page_date: string; number: number | null; unit: string; expect: string | null; acceptable: string[] };

describe.skipIf(!existsSync(TESTS))('link tests of ../shared', () => {
  const cases = existsSync(TESTS) ? (JSON.parse(readFileSync(TESTS, 'utf8')) as Sentence[]) : [];
  for (const c of cases)
    test(c.text, () => {
      const found = linked(c.text, null, c.page_date).filter(({ claim }) => c.number === null || claim.low === c.number || claim.high === c.number);
      // Graves are no casualty figure and are not read; the question that counts them is there all the same.
      const questions = c.unit === 'people' ? found.map(({ match }) => match?.question ?? null) : [linkedAs(c, 'other')];
      if (c.expect === null) return expect(questions.filter((q) => q !== null)).toEqual([]);
      expect([c.expect, ...c.acceptable]).toContain(questions[0]);
    });
});

/** The question of the sentence's number, taken for a claim of this measure. */
function linkedAs(c: Sentence, measure: Claim['measure']): string | null {
  const document = plainDocument(c.text, { date: c.page_date });
  const written = (c.number ?? 0).toLocaleString('en');
  const start = c.text.indexOf(written);
  const number = { start, end: start + written.length };
  const amount = { low: c.number, high: c.number, bound: 'exact' as const };
  const unsaid = { groupText: null, increment: false, hypothetical: false, saidBy: null, actor: null, place: null, period: null, rules: [] };
  const claim: Claim = { ...amount, ...number, ...unsaid, text: written, number, block: 0, kind: 'count', measure, group: 'other' };
  return link(document, [claim], index)[0]?.question ?? null;
}

const EVAL = join(SHARED, 'eval');

describe.skipIf(!existsSync(EVAL))('labelled set of ../shared', async () => {
  const sets = existsSync(EVAL) ? await loadSets(EVAL) : null;

  test('precision, recall and wrong cards stay where they are', () => {
    if (!sets?.link) throw new Error('no link set');
    // Other languages are not read yet.
    const inEnglish = new Set(sets.link.gold.filter((g: LinkGold & { lang?: string }) => g.lang === undefined || g.lang === 'en').map((g) => g.doc_id));
    const predictions = sets.link.documents.map((d) => ({
      doc_id: d.id,
      claims: linked(d.text, d.title ?? null, d.date ?? null).map(({ claim, match }) => ({ start: claim.start, end: claim.end, low: claim.low, high: claim.high, match })),
    }));
    const score = scoreLinking(
      sets.link.gold.filter((g) => inEnglish.has(g.doc_id)),
      predictions.filter((p) => inEnglish.has(p.doc_id)),
    );
    const share = (part: number, of: number): number => part / (of || 1);
    expect(share(score.sameQuestionRight, score.same), 'right question of claims given same').toBeGreaterThan(0.97);
    expect(share(score.sameRight, score.same), 'right question and relation').toBeGreaterThan(0.95);
    expect(share(score.goldSameFound, score.goldSame), 'found').toBeGreaterThan(0.8);
    expect(share(score.wrongCard, score.goldNone), 'cards where none belongs').toBeLessThan(0.01);
    expect(share(score.otherAsSame, score.goldOther), 'parts and sums taken for the whole').toBeLessThan(0.05);
    expect(share(score.relationRight, score.questionRight), 'right relation of those linked right').toBeGreaterThan(0.95);
  });
});
