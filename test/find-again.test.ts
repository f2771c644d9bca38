import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAgain } from '../lib/saved/find-again.ts';
import cases from './spec/saved/find-again.json' with { type: 'json' };

type Case = { name: string; page: string; quote: string; prefix?: string; suffix?: string; is: string; at?: number; now?: string };

describe('a quotation is found again', () => {
  test.each(cases as Case[])('$name', ({ page, quote: exact, prefix = '', suffix = '', is, at, now }) => {
    const found = findAgain(page, { quote: { exact, prefix, suffix }, position: null });
    expect(found.is).toBe(is);
    if (found.is === 'exact') expect(page.slice(found.start, found.end)).toBe(exact);
    if (found.is === 'altered') expect(found.now).toBe(now);
    if (at !== undefined) expect(found).toMatchObject({ start: at });
  });

  test('of equals, the one nearest to where it was', () => {
    const page = 'x killed. '.repeat(50);
    for (const start of [0, 100, 490]) expect(findAgain(page, { quote: { exact: 'x killed.', prefix: '', suffix: '' }, position: { start, end: start + 9 } })).toMatchObject({ is: 'exact', start });
  });

  test('wherever it stands, and whatever stands around it', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(words, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), words, (before, exact, after) => {
        const found = findAgain(before + exact + after, { quote: { exact, prefix: before.slice(-32), suffix: after.slice(0, 32) }, position: null });
        expect(found).toEqual({ is: 'exact', start: before.length, end: before.length + exact.length });
      }),
    );
  });

  test('with one letter changed, in the same place', () => {
    const sentence = 'At least 735 civilians were killed in the harbour of Varland, it said.';
    fc.assert(
      fc.property(fc.nat(sentence.length - 1), (at) => {
        const changed = `${sentence.slice(0, at)}#${sentence.slice(at + 1)}`;
        const found = findAgain(`Before it. ${changed} After it.`, { quote: { exact: sentence, prefix: 'Before it. ', suffix: ' After it.' }, position: null });
        expect(found.is).toBe('altered');
        if (found.is === 'altered') expect(`${found.now}.`.startsWith(changed.slice(0, -1)) || found.now.includes(changed.slice(1, -1))).toBe(true);
      }),
    );
  });
});
