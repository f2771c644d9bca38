// Names are looked up by a key of their first words. Whatever stands on a page, that finds what looking for each name at each
// word would find.
import { array, assert, constantFrom, oneof, property, string, tuple, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldName, isOtherScript } from '../lib/link/fold.ts';
import { buildNames } from '../lib/link/build-names.ts';
import { numberingNames } from '../lib/link/name-numbers.ts';
import { blockIn, blocksOf, findNames, seekNames, type Hit } from '../lib/link/names.ts';
import { NAME_CAPITALS, NAME_IS_NAME, NAME_PROPER, type NameTable } from '../lib/link/link-index.ts';

type Names = { table: NameTable; blocks: Uint8Array[]; numbers: Uint32Array };

function tableOf(names: readonly string[]): Names {
  const numbering = numberingNames();
  const steps = buildNames(numbering.names, { names: names.map(numbering.of), postings: names.map((_, i) => i * 2), events: [] });
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** With no other blocks than those that were asked for. */
function found({ table, blocks }: Names, text: string): Hit[] {
  const seeking = seekNames(table, text);
  const asked = new Set(blocksOf(table, [seeking]));
  return findNames(table, seeking, blockIn({ blocks: blocks.map((block, number) => (asked.has(number) ? block : new Uint8Array(block.length))) }));
}

/** Where the name stands, told by a pattern: a gap is up to three spaces or hyphens, apostrophes within words and a last "s" do not count. */
function everyPlace(name: string, text: string): string[] {
  const words = foldName(name).split(' ').map((w) => [...w].join("'?"));
  const pattern = new RegExp(`(?<![a-z0-9])(?=(${words.join("(?:'s(?=[ -]))?[ -]{1,3}")})(s?)(?![a-z0-9]))`, 'g');
  return [...fold(text).matchAll(pattern)].flatMap(({ index, 1: body = '', 2: plural = '' }) => (plural === 's' && body.length < 5 ? [] : [`${index}–${index + body.length + plural.length}`]));
}

const word = constantFrom('Mosul', 'Sanaa', "Sana'a", 'war', 'battles', 'battle', 'of', 'the', 'Karma', 'a', 'al', 'Qaedas', '2014', 'Ürümqi');
const gap = constantFrom(' ', ' ', '-', '  ', "'s ", ', ', '. ', '\n');
// "Sana'a's war" has never been taken for the Sanaa war: one apostrophe a word.
const text = array(tuple(word, gap), { maxLength: 12 }).map((parts) => parts.flat().join('')).filter((t) => !/'\w+'/.test(t));
const names = uniqueArray(array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')), { minLength: 1, maxLength: 40, selector: foldName });

test('a name is found by its key wherever it stands, and once', () => {
  assert(
    property(names, text, (written, page) => {
      const names = tableOf(written);
      const hits = found(names, page);
      written.forEach((name, i) => expect(hits.filter((h) => h.name === names.numbers[i]).map((h) => `${h.start}–${h.end}`)).toEqual(everyPlace(name, page)));
    }),
    { numRuns: 1000 },
  );
});

test('other words of a page stay unnamed', () => {
  const names = tableOf(['Gaza', 'Gaza Strip', "Sana'a University", 'tsunami', '東京 大火', 'RSF']);
  const hits = (page: string): string[] => found(names, page).map((h) => page.slice(h.start, h.end));
  expect(hits("Gaza's strip of land, the Gaza Strip and the Gazan coast")).toEqual(['Gaza', "Gaza's strip", 'Gaza', 'Gaza Strip']);
  expect(hits('Sanaa universities, Sanaa University and San University')).toEqual(['Sanaa University']);
  expect(hits('Tsunamis, a tsunami-like wave')).toEqual(['Tsunamis', 'tsunami']);
  expect(hits('The RSF said; rsf')).toEqual(['RSF']);
  expect(hits('1923年の東京 大火')).toEqual(['東京 大火']);
});

test('a page of nothing but apostrophes is read to its end', () => {
  const names = tableOf(['Gaza', "a'b"]);
  const before = "a'b'c'd'e'".repeat(50_000);
  expect(found(names, `${before} in Gaza`).map((h) => h.start)).toEqual([before.length + 4]);
});

test('names with letters that need two bytes or three are found', () => {
  const names = tableOf(['Əliyev', 'Baku Əliyev square', 'the 7 октября attack', 'Mosul', 'Ŋarr', 'Bulgaria']);
  const hits = (page: string): string[] => found(names, page).map((h) => page.slice(h.start, h.end));
  expect(hits('In Mosul, at Baku Əliyev square, before the 7 октября attack on Ŋarr in Bulgaria')).toEqual(['Mosul', 'Baku Əliyev square', 'the 7 октября attack', 'Ŋarr', 'Bulgaria']);
  expect(hits('Baku \u0001liyev square, the 7 \u0001\u0001\u0001\u0001\u0001\u0001\u0001 attack')).toEqual([]);
});

/** What a name is, by its definition. */
function flagsOf(written: string): number {
  const folded = foldName(written);
  const [capitals, other] = [/^[A-Z]{2,4}$/.test(written), isOtherScript(folded.charCodeAt(0))];
  const proper = !capitals && !other && /^[A-ZÀ-Þ]/.test(written) && !folded.includes(' ');
  return (capitals ? NAME_CAPITALS : 0) | (proper ? NAME_PROPER : 0) | (other || /[A-ZÀ-Þ]/.test(written) ? NAME_IS_NAME : 0);
}

test('names that are found in the same places have one number, and no others', () => {
  const sign = oneof(constantFrom('A', 'b', 'R', 'S', 'F', '7', ' ', ' ', '-', "'", '.', 'É', 'ß', 'Ø', 'ж', '東'), string({ minLength: 1, maxLength: 1 }));
  const written = array(sign, { minLength: 1, maxLength: 6 }).map((signs) => signs.join(''));
  assert(
    property(array(written, { maxLength: 60 }), (all) => {
      const { of, names } = numberingNames();
      const numbers = new Map<string, number>();
      for (const name of [...all, ...all]) {
        const number = of(name);
        expect([names.folded[number], names.flags[number]]).toEqual([foldName(name), flagsOf(name)]);
        const alike = JSON.stringify([foldName(name), flagsOf(name)]);
        expect(numbers.get(alike) ?? number).toBe(number);
        numbers.set(alike, number);
      }
      expect(names.folded.length).toBe(numbers.size);
    }),
    { numRuns: 500 },
  );
});

test('of ten thousand names each has its own number, also when it comes again', () => {
  const { of, names } = numberingNames();
  const written = Array.from({ length: 10_000 }, (_, n) => `Name ${n.toString(36)} of ${n % 97}`);
  const first = written.map(of);
  expect(new Set(first).size).toBe(written.length);
  expect(written.toReversed().map(of)).toEqual(first.toReversed());
  expect(names.folded.length).toBe(written.length);
});
