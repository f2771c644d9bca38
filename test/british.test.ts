// British English by hand is British English as the browser has it.
import { assert, date, maxSafeInteger, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { britishDate, britishNumber, britishPlural } from '../lib/card/british.ts';

test('numbers', () => {
  const format = new Intl.NumberFormat('en-GB');
  for (const n of [0, 1, 12, 999, 1_000, 11_300, 1_000_000, -4_500]) expect(britishNumber(n)).toBe(format.format(n));
  assert(property(maxSafeInteger().filter((n) => !Object.is(n, -0)), (n) => britishNumber(n) === format.format(n)));
});

test('dates, of every month and precision', () => {
  const formats = [{ year: 'numeric' }, { year: 'numeric', month: 'short' }, { year: 'numeric', month: 'short', day: 'numeric' }] as const;
  for (const precision of [0, 1, 2] as const) {
    const format = new Intl.DateTimeFormat('en-GB', { ...formats[precision], timeZone: 'UTC' });
    for (let month = 0; month < 12; month++) {
      const day = new Date(Date.UTC(2017, month, 1 + month));
      expect(britishDate(day, precision)).toBe(format.format(day));
    }
    // Before that Intl goes by another calendar than ISO dates do.
    const days = date({ min: new Date('1583-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    assert(property(days, (day) => britishDate(day, precision) === format.format(day)));
  }
});

test('one and more', () => {
  const rules = new Intl.PluralRules('en-GB');
  assert(property(nat(), (n) => britishPlural(n) === rules.select(n)));
  expect(britishPlural(1)).toBe('one');
});
