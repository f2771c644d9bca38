// One spelling for comparison: the same whatever stands around a letter, and as long as what was written.
import { assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../lib/link/fold.ts';

test('quotes, dashes, spaces, marks and capitals', () => {
  expect(fold('“Sana’a” – ÅNGSTRÖM\u00a0ÇA, `Łódź`\tЙод')).toBe('"sana\'a" - angstrom ca, \'lodz\' йод');
});

test('each sign is folded by itself, in texts of any length', () => {
  const text = string({ unit: oneof(constantFrom('A', 'z', '`', '\t', '\n', '\u0000', '\u007f', ' '), constantFrom('’', 'É', 'İ')), maxLength: 20 });
  assert(
    property(text, constantFrom(1, 500, 5000), (few, times) => {
      const folded = [...few].map((sign) => fold(`${sign}é`).slice(0, -1)).join('');
      expect(folded).toHaveLength(few.length);
      expect(fold(few.repeat(times))).toBe(folded.repeat(times));
    }),
  );
});
