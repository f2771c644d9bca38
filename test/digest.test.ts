import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { digest } from '../lib/page/digest.ts';

test('the same for the same text, and another when a letter is another', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 0xffff }), (text, n, by) => {
      expect(digest(text)).toBe(digest(`${text}`));
      const at = n % text.length;
      const changed = text.slice(0, at) + String.fromCharCode((text.charCodeAt(at) + by) % 0x10000) + text.slice(at + 1);
      if (changed !== text) expect(digest(changed)).not.toBe(digest(text));
    }),
  );
});

test('told piece by piece as well', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      expect(digest(after, digest(before))).toBe(digest(before + after));
    }),
  );
});

test.each([
  ['a count that has grown', '12 people were killed', '13 people were killed'],
  ['two that have changed places', 'killed 12, wounded 21', 'killed 21, wounded 12'],
  ['a text that goes on', 'killed 12', 'killed 12.'],
  ['no text', '', 'killed'],
])('another for %s', (_, before, after) => expect(digest(before)).not.toBe(digest(after)));
