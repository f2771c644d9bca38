// One spelling for comparison: the same whatever stands around a letter, and as long as what was written.
import { assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../lib/link/fold.ts';

test('quotes, dashes, spaces, marks and capitals', () => {
  expect(fold('“Sana’a” – ÅNGSTRÖM\u00a0ÇA, `Łódź`\tЙод')).toBe('"sana\'a" - angstrom ca, \'lodz\' йод');
});

test('a text of plain letters is folded as one that has others', () => {
  const text = string({ unit: oneof(constantFrom('A', 'z', '`', '\t', '\n', '\u0000', '\u007f', ' '), constantFrom('’', 'É', 'İ')), maxLength: 3000 });
  assert(
    property(text, string({ maxLength: 3000 }), (mixed, plain) => {
      for (const t of [mixed, plain]) {
        expect(fold(t)).toBe([...t].map((sign) => fold(`${sign}é`).slice(0, -1)).join(''));
        expect(fold(t)).toHaveLength(t.length);
      }
    }),
  );
});
