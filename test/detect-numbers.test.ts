// A number printed in any form is read as the same number; the gate never stops a text that holds a claim.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../lib/claim/claim.ts';
import { detect } from '../lib/detect/detect.ts';
import { languages } from '../lib/detect/languages.ts';
import { mayHoldFigure } from '../lib/detect/languages/en/gate.ts';
import { lexiconOf, T } from '../lib/detect/lexicon.ts';
import type { Word } from '../lib/detect/lexicon.ts';

const english = languages['en'];
if (!english) throw new Error('no English');

const read = (text: string): Claim[] => detect({ text, blocks: [{ start: 0, end: text.length, role: 'paragraph', header: null }] }, english);

const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

function inWords(n: number): string {
  if (n < 20) return SMALL[n] ?? '';
  if (n < 100) return `${TENS[Math.floor(n / 10)]}${n % 10 ? `-${SMALL[n % 10]}` : ''}`;
  if (n < 1000) return `${SMALL[Math.floor(n / 100)]} hundred${n % 100 ? ` and ${inWords(n % 100)}` : ''}`;
  if (n < 1e6) return `${inWords(Math.floor(n / 1000))} thousand${n % 1000 ? `${n % 1000 < 100 ? ' and' : ''} ${inWords(n % 1000)}` : ''}`;
  return `${inWords(Math.floor(n / 1e6))} million${n % 1e6 ? ` ${inWords(n % 1e6)}` : ''}`;
}

const grouped = (n: number, mark: string): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, mark);
const shifted = (n: number, zero: number): string => String(n).replace(/\d/g, (d) => String.fromCharCode(zero + Number(d)));

function indian(n: number): string {
  const s = String(n);
  return s.length <= 3 ? s : `${s.slice(0, -3).replace(/\B(?=(?:\d{2})+$)/g, ',')},${s.slice(-3)}`;
}

const FORMS: Record<string, (n: number) => string> = {
  'plain digits': String,
  'comma groups': (n) => grouped(n, ','),
  'dot groups': (n) => grouped(n, '.'),
  'space groups': (n) => grouped(n, ' '),
  'no-break space groups': (n) => grouped(n, '\u00a0'),
  'thin space groups': (n) => grouped(n, '\u2009'),
  'narrow no-break space groups': (n) => grouped(n, '\u202f'),
  'apostrophe groups': (n) => grouped(n, '’'),
  'Indian groups': indian,
  'words': inWords,
  'Arabic-Indic digits': (n) => shifted(n, 0x660),
  'Persian digits': (n) => shifted(n, 0x6f0),
  'Devanagari digits': (n) => shifted(n, 0x966),
  'full-width digits': (n) => shifted(n, 0xff10),
  'soft hyphens inside': (n) => String(n).split('').join('\u00ad'),
  'thousands with k': (n) => (n % 100 === 0 && n >= 1000 && n < 1e6 ? `${n / 1000}k` : String(n)),
  'millions': (n) => (n % 1e5 === 0 && n >= 1e6 ? `${n / 1e6} million` : grouped(n, ',')),
};

const numbers = fc.oneof(fc.integer({ min: 2, max: 99 }), fc.integer({ min: 100, max: 9_999_999 }), fc.integer({ min: 1, max: 90 }).map((n) => n * 1e5));

describe('a printed number is read as itself', () => {
  for (const [name, print] of Object.entries(FORMS))
    test(name, () => {
      fc.assert(
        fc.property(numbers, (n) => {
          const text = `The quake killed ${print(n)} people on Monday.`;
          const [claim, ...rest] = read(text);
          expect(rest).toEqual([]);
          expect(claim).toMatchObject({ low: n, high: n, bound: 'exact', kind: 'count', measure: 'killed' });
          expect(text.slice(claim?.number.start, claim?.number.end)).toBe(print(n));
          expect(mayHoldFigure(text)).toBe(true);
        }),
      );
    });
});

test('any text at all is read without failing, and every claim is a piece of it', () => {
  const words = fc.constantFrom('killed', 'were', 'people', 'and', 'of', 'them', '12', '1,200', 'at least', 'dead', ',', '.', 'the', 'toll', 'rose to', 'one', 'a', 'dozen', 'who', 'by', 'said', '(', '5-7', '%', 'no', 'million', '’s', '—');
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 6 })), { maxLength: 40 }), (parts) => {
      const text = parts.join(' ');
      for (const c of read(text)) {
        expect(text.slice(c.start, c.end)).toBe(c.text);
        expect(c.start).toBeLessThanOrEqual(c.number.start);
        expect(c.end).toBeGreaterThanOrEqual(c.number.end);
        if (c.low !== null && c.high !== null) expect(c.low).toBeLessThanOrEqual(c.high);
        expect(c.rules.length).toBeGreaterThan(1);
        expect(mayHoldFigure(text)).toBe(true);
      }
    }),
  );
});

test('the gate knows every word of harm and every number word of the reader', () => {
  const { words, phrases } = lexiconOf(english);
  const all: [string, Word][] = [...words, ...[...phrases].flatMap(([first, list]) => list.map(({ rest, word }): [string, Word] => [[first, ...rest].join(' ').replaceAll('*', 'their'), word]))];
  const harm = all.filter(([, w]) => w.measure !== null || (w.tags & T.life) !== 0 || w.marks.has('clinic') || w.marks.has('loses'));
  expect(harm.length).toBeGreaterThan(300);
  expect(harm.filter(([text]) => !mayHoldFigure(`12 ${text}`)).map(([text]) => text)).toEqual([]);
  const counts = all.filter(([, w]) => w.number !== null && w.number.role !== 'scale');
  expect(counts.filter(([text]) => !mayHoldFigure(`killed ${text}`)).map(([text]) => text)).toEqual([]);
});

test('a soft hyphen hides no word of harm', () => {
  const text = 'The quake kil\u00adled 12 people.';
  expect(mayHoldFigure(text)).toBe(true);
  expect(read(text)).toMatchObject([{ measure: 'killed', low: 12 }]);
});

test('the gate lets a page without harm or without numbers pass by', () => {
  expect(mayHoldFigure('Rain fell on the garden all day.')).toBe(false);
  expect(mayHoldFigure('Tulips, roses, lilies: a guide to 12 flowers.')).toBe(false);
});
