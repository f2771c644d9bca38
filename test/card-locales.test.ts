import { describe, expect, test } from 'vitest';
import { cardView } from '../lib/card/rows.ts';
import { wordsFor } from '../lib/card/words.ts';
import { arabic, contentOf, english, french, LOCALES, sourcesOf } from './card-content.ts';

const FORM = /_(zero|one|two|few|many|other)$/;
const holes = (message: string): string[] => [...new Set(message.match(/\$\d/g))].sort();
const keysOf = (locale: keyof typeof LOCALES): string[] => Object.keys(LOCALES[locale]);

/** What counts: keys that English has in two forms. Others may end in "_other" as well, for other people and other harm. */
const counting = keysOf('en').flatMap((key) => (key.endsWith('_one') ? [key.replace(FORM, '')] : []));
const isForm = (key: string): boolean => FORM.test(key) && counting.includes(key.replace(FORM, ''));

/** The forms a whole number below a million can take, but for nought: where nothing is counted something else is said. */
const FORMS = { fr: ['one', 'other'], ar: ['one', 'two', 'few', 'many', 'other'] };

describe.each(['fr', 'ar'] as const)('%s', (locale) => {
  test('says all that the interface can say in English, and nothing else', () => {
    const single = (of: keyof typeof LOCALES): string[] => keysOf(of).filter((key) => !isForm(key)).sort();
    expect(single(locale)).toEqual(single('en'));
  });

  test('every plural form the language has is written, and no other', () => {
    const forms = FORMS[locale];
    const rules = new Intl.PluralRules(locale);
    expect(new Set(Array.from({ length: 1_000 }, (_, n) => rules.select(n + 1))), 'the forms themselves').toEqual(new Set(forms));
    for (const key of counting) {
      const own = keysOf(locale).filter((k) => isForm(k) && k.replace(FORM, '') === key).map((k) => FORM.exec(k)?.[1]);
      expect(own, key).toEqual(expect.arrayContaining(forms));
      expect(own.filter((form) => !rules.resolvedOptions().pluralCategories.includes(form as Intl.LDMLPluralRule)), key).toEqual([]);
    }
  });

  test('no message is empty, but for numbers that no word fits', () => {
    expect(keysOf(locale).filter((key) => LOCALES[locale][key]?.message.trim() === '' && key !== 'card_numbers')).toEqual([]);
  });

  test('every message carries what it is given; only a number that is said in words may be missing', () => {
    const lost = keysOf(locale).filter((key) => {
      const given = LOCALES.en[key] ?? LOCALES.en[`${key.replace(FORM, '')}_other`];
      const own = LOCALES[locale][key]?.message ?? '';
      if (/_(?:zero|one|two)$/.test(key)) return holes(own).some((h) => !holes(given?.message ?? '').includes(h));
      return holes(own).join() !== holes(given?.message ?? '').join();
    });
    expect(lost).toEqual([]);
  });
});

// Imprimerie nationale: a colon and what stands in guillemets keep a word's space that does not break, the other high marks a narrow one.
test('French punctuation never begins or ends a line alone', () => {
  const loose = Object.entries(LOCALES.fr).filter(([, { message }]) => /« | »|[ \u202f]:|[ \u00a0][;?!%]/.test(message));
  expect(loose.map(([key]) => key)).toEqual([]);
});

const sources = sourcesOf({ a: ['Harbour Watch', 'monitor'], b: ['Coast Guard', 'belligerent'] });
const heading = (n: number, locale: 'en' | 'fr' | 'ar'): string | undefined => {
  const estimates = Array.from({ length: n }, (_, i) => ({ source: i === 0 ? 'a' : `s${i}`, best: 10 + i, as_of: '2018-04-08' }));
  const told = { name: '', page: '2018-05-01', claim: { low: 12, high: 12 }, question: { title: 'x', rule: 'latest-per-source' as const, period: ['2018-04-07', '2018-04-07'] as [string, string] }, estimates };
  return cardView(contentOf(told, sources), { words: wordsFor({ en: english, fr: french, ar: arabic }[locale], locale), now: new Date('2022-01-08') }).plot?.heading;
};

test.each([
  [2, 'en', 'Two counts'],
  [2, 'fr', 'Deux décomptes'],
  [12, 'fr', '12 décomptes'],
  [2, 'ar', 'إحصاءان'],
  [3, 'ar', '3 إحصاءات'],
  [11, 'ar', '11 إحصاءً'],
] as const)('%d counts in %s', (n, locale, said) => {
  // Digits are those of the reader's language; which ones those are is the browser's business.
  const digits = new Intl.NumberFormat(locale).format(n);
  expect(heading(n, locale)).toBe(said.replace(String(n), digits));
});

// In French what is counted has a gender, and the number goes by it.
test('one source and one repeat are feminine in French', () => {
  const estimates = [{ source: 'a', best: 10, as_of: '2018-04-08' }, { source: 'b', best: 10, as_of: '2018-04-08', status: 'restatement' as const }];
  const told = { name: '', page: '2018-05-01', claim: { low: 12, high: 12 }, question: { title: 'x', rule: 'latest-per-source' as const, period: ['2018-04-07', '2018-04-07'] as [string, string] }, estimates };
  expect(cardView(contentOf(told, sources), { words: wordsFor(french, 'fr'), now: new Date('2022-01-08') }).plot?.heading).toBe('Une source, une reprise');
});

test('dates and digits are those of the language', () => {
  const words = wordsFor(french, 'fr');
  expect(words.date('2017-09-29')).toBe('29 sept. 2017');
  expect(words.number(5486).replace(/\s/g, ' ')).toBe('5 486');
  expect(words.rtl).toBe(false);
  expect(wordsFor(arabic, 'ar-EG')).toMatchObject({ rtl: true, locale: 'ar-EG' });
  expect(wordsFor(french, 'fr-CA').locale).toBe('fr-CA');
});

test('a reader whose language has no words here gets English, with English dates', () => {
  expect(wordsFor(english, 'de').date('2017-09-29')).toBe('29 Sept 2017');
  expect(wordsFor(english, 'he').rtl).toBe(false);
  expect(wordsFor(english, 'en-US').date('2017-09-29')).toBe('29 Sept 2017');
});
