// The sieve before judging may only save work: it refuses many questions together as it would each alone, and one that nobody
// names in the sentence as judging would.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { assert, constantFrom, property, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { loadDatabase } from '../assets/compile.ts';
import { plainDocument } from '../lib/claim/plain-text.ts';
import { detect } from '../lib/detect/detect.ts';
import { languages } from '../lib/detect/languages.ts';
import { buildIndex } from '../lib/link/build-index.ts';
import { blockIn } from '../lib/link/names.ts';
import { candidatesOf, prospectsOf } from '../lib/link/candidates.ts';
import type { Candidate } from '../lib/link/candidates.ts';
import { askedOf, compareMeasure } from '../lib/link/compare/measure.ts';
import { judge } from '../lib/link/judge.ts';
import { readingOf } from '../lib/link/reading.ts';
import type { Case } from '../lib/link/reading.ts';
import { fieldOf, sift } from '../lib/link/sieve.ts';
import { traitsAt } from '../lib/link/traits.ts';
import { seekInPage, viewClaims, viewPage } from '../lib/link/view.ts';

const SPEC = join(import.meta.dirname, 'spec/link');
const sentences = readdirSync(SPEC)
  .filter((f) => f.endsWith('.json'))
  .flatMap((f) => (JSON.parse(readFileSync(join(SPEC, f), 'utf8')) as { text: string }[]).map((c) => c.text));
const index = buildIndex(await loadDatabase(resolve(import.meta.dirname, '../assets')));

/** Pages of a few of the cases, as paragraphs: the names of one are then on the page of the figures of another. */
const page = uniqueArray(constantFrom(...sentences), { minLength: 1, maxLength: 6 }).map((texts) => texts.join('\n'));

/** Every figure of the page with what is read of it, and all questions that the page can be about. */
function casesOf(text: string, date: string | null): { candidates: Candidate[]; given: Case }[] {
  const english = languages['en'];
  if (english === undefined) throw new Error('no English');
  const document = plainDocument(text, { date });
  const view = viewPage(seekInPage(document, index), index, blockIn(index));
  const candidates = candidatesOf(prospectsOf(view, index), view, (question) => traitsAt(index, question));
  return viewClaims(document, detect(document, english), view).map((claim) => ({ candidates, given: { view: claim, reading: readingOf(claim, view), page: view, previous: null, answers: new Map() } }));
}

test('a question is left or refused alike alone and among others, and refused where judging would refuse it', () => {
  let left = 0;
  let refused = 0;
  let unnamed = 0;
  assert(
    property(page, constantFrom('2024-06-01', '2017-12-20', null), (text, date) => {
      for (const { candidates, given } of casesOf(text, date)) {
        const together = sift(fieldOf(candidates), given);
        const alone = candidates.flatMap((c) => sift(fieldOf([c]), given));
        expect(together).toEqual(alone);
        for (const { candidate, measure } of together) expect(measure).toEqual(compareMeasure(given.reading.harm, askedOf(candidate.traits)));
        for (const candidate of candidates.filter((c) => !c.named && given.view.claim.kind !== 'share' && !together.some((k) => k.candidate === c))) {
          const [named] = sift(fieldOf([{ ...candidate, named: true }]), given);
          if (named === undefined) continue;
          unnamed++;
          expect(judge({ ...named, candidate }, given)).toBeNull();
        }
        left += together.length;
        refused += candidates.length - together.length;
      }
    }),
    { numRuns: 100 },
  );
  expect(left).toBeGreaterThan(0);
  expect(unnamed).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(left);
});
