// One spelling for comparison: the same whatever stands around a letter, and as long as what was written.
import { assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { foldPlain, foldPlainName } from '../lib/link/fold-plain.ts';
import { fold, foldName } from '../lib/link/fold.ts';

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

test('the shorter way for plain texts comes to the same, with each sign there is', () => {
  const different: string[] = [];
  for (let code = 0; code < 0x10000; code++)
    for (const text of [String.fromCharCode(code), `aB ${String.fromCharCode(code)}Zq`, `Q${String.fromCharCode(code)}`, `${String.fromCharCode(code)} q`])
      if (foldPlain(text) !== fold(text) || foldPlainName(text) !== foldName(text)) different.push(text);
  expect(different).toEqual([]);
});
