// References in citation styles: what a page says of itself, in the order and with the words the style asks for.
import { describe, expect, test } from 'vitest';
import { PACKED, styled } from '../lib/export/styled.ts';
import { readStyle } from '../lib/export/style-file.ts';
import type { SavedClaim } from '../lib/saved/schema.ts';
import cases from './spec/export/styles.json' with { type: 'json' };
import saved from './spec/export/saved.json' with { type: 'json' };

const CLAIMS = saved as SavedClaim[];

test.each(cases.packed)('$style, $lang', async ({ style, lang, expected }) => {
  expect((await styled([CLAIMS], PACKED[style] ?? { xml: '' }, lang)).split('\n\n')).toEqual(expected);
});

describe('a style of the reader’s own', () => {
  test.each(cases.own)('$is', async ({ file, title, problem, to, expected }) => {
    const found = readStyle(file);
    if (problem !== undefined) return expect(found).toEqual(to === undefined ? { problem } : { problem, to });
    expect(found).toMatchObject({ title });
    if ('style' in found) expect((await styled([CLAIMS], found.style, 'en')).split('\n\n')).toEqual(expected);
  });
});
