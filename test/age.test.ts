// How old the claims database is, said in words; the tone of a notice only repeats them.
import { expect, test } from 'vitest';
import { wordsFor } from '../lib/card/words.ts';
import { ageOf } from '../lib/ui/age.ts';
import { arabic, english } from './card-content.ts';

const NOW = new Date('2026-11-22T08:00:00Z');

test.each([
  ['2026-11-22', '0 days old', '', ''],
  ['2026-11-21', '1 day old', '', ''],
  ['2026-09-23', '60 days old', '', ''],
  ['2026-09-22', '61 days old', 'aged', 'Newer totals may exist.'],
  ['2026-05-26', '180 days old', 'aged', 'Newer totals may exist.'],
  ['2026-05-25', '181 days old', 'old', 'Totals of conflicts that go on are out of date.'],
  // A clock that is wrong makes no database of the future.
  ['2027-01-01', '0 days old', '', ''],
])('made on %s', (created, age, tone, note) => expect(ageOf(created, NOW, wordsFor(english, 'en'))).toEqual({ age, tone, note }));

test('in Arabic, with its own forms', () => {
  const words = wordsFor(arabic, 'ar');
  expect(['2026-11-21', '2026-11-20', '2026-11-17'].map((day) => ageOf(day, NOW, words).age)).toEqual(['قبل يوم', 'قبل يومين', `قبل ${new Intl.NumberFormat('ar').format(5)} أيام`]);
});
