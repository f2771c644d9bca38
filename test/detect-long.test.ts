// A text is taken apart bit by bit, and what no figure can point back to is let go of: what is read of a sentence must not depend
// on how much stands before it.
import { assert, constantFrom, integer, property, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim } from '../lib/claim/claim.ts';
import type { Block } from '../lib/claim/document.ts';
import { detect } from '../lib/detect/detect.ts';
import { languages } from '../lib/detect/languages.ts';

const SENTENCES = [
  'Officials in Marl said at least 1,200 people were killed and more than 300 were unaccounted for on 12 May 2019.',
  'According to the ministry, 14 soldiers have died in the northern city of Oram since March.',
  'The U.S. army put the death toll at 612, and nine people are in critical condition.',
  'He said 40 of them were children.',
  'Twenty-three villagers are feared dead; dozens of families were forced to leave their homes.',
];

/** Paragraphs, each of some sentences. */
function readAll(paragraphs: readonly (readonly string[])[], most?: number): Claim[] {
  const language = languages['en'];
  if (language === undefined) throw new Error('no English');
  const texts = paragraphs.map((sentences) => sentences.join(' '));
  let end = -1;
  const blocks = texts.map((text): Block => ({ start: end + 1, end: (end += text.length + 1), role: 'paragraph', header: null }));
  return detect({ text: texts.join('\n'), blocks }, language, most);
}

const read = (sentences: readonly string[], most?: number): Claim[] => readAll([sentences], most);

/** Where the claim stands is told from the beginning of the part of the text that it is in. */
const from = (claims: readonly Claim[], start: number): unknown[] =>
  claims.filter((c) => c.start >= start).map(({ start: at, end, number, ...rest }) => [at - start, end - start, number.start - start, number.end - start, rest]);

test('a sentence far down a block is read as one at its beginning', () => {
  const page = uniqueArray(constantFrom(...SENTENCES), { minLength: 2, maxLength: 5 });
  assert(
    property(page, integer({ min: 0, max: 60 }), integer({ min: 1, max: 20 }), (sentences, words, times) => {
      // As many words as it takes for the text to be cut between any two of a sentence.
      const opening = [`${'word '.repeat(words)}word.`, ...sentences, ...sentences];
      const middle = Array.from({ length: times }, () => sentences).flat();
      const near = read([...opening, ...sentences]);
      const far = read([...opening, ...middle, ...sentences]);
      expect(from(far, [...opening, ...middle].join(' ').length + 1)).toEqual(from(near, opening.join(' ').length + 1));
      expect(near.length).toBeGreaterThan(0);
    }),
    { numRuns: 100 },
  );
});

test('reading ends with as many figures as are asked for', () => {
  const sentences = Array.from({ length: 200 }, (_, i) => `At least ${i + 20} people were killed in Oram.`);
  const all = read(sentences);
  expect(all).toHaveLength(200);
  expect(read(sentences, 7)).toEqual(all.slice(0, 7));
  expect(read(sentences, 200)).toEqual(all);
});

test('who spoke is known as far back as a pronoun points, in one paragraph and in several', () => {
  const sentences = ['The ministry of health said 14 soldiers had died.', ...Array.from({ length: 7 }, (_, i) => `He said ${i + 20} people were killed.`)];
  for (const claims of [read(sentences), readAll(sentences.map((sentence) => [sentence]))])
    expect(claims.map((c) => c.saidBy)).toEqual([...Array.from({ length: 6 }, () => 'ministry of health'), null, null]);
});
