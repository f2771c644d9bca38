// The short way to "this is sound" says nothing that the schema itself does not say.
import { assert, constantFrom, jsonValue, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Actor, Event, Question, Source } from '../lib/claim/database.ts';
import { quickly } from '../lib/update/sound.ts';
import hostile from './spec/feed/hostile.json' with { type: 'json' };
import { at, leaves, objects, whole, withValue, type Path } from './support/every-field.ts';

const { questions, events, actors, sources } = whole();
const kinds: [string, z.ZodMiniType, unknown][] = [
  ['a question', Question, questions[0]],
  ['an event', Event, events[0]],
  ['an actor', Actor, actors[0]],
  ['a source', Source, sources[0]],
];

const ODD: unknown[] = [
  null, true, false, 0, -0, 1, -1, 1.5, 1e10, 9_999_999_999.5, Number.NaN, Number.POSITIVE_INFINITY, [], [null], [[]], ['a'], ['A', 'a b'], [1], {}, { a: 1 }, { fr: [] }, { fr: ['x'] }, { fr: ['ab'] }, { fra: ['ab'] }, '', 'a', 'A',
  'a-b', 'a--b', 'a--b--c', '-a', 'full', 'constructor', '__proto__', '2017', '2017-02-29', '2016-02-29', '2016-2-9', '2017-13-01', '2017-12-31', 'IQ', 'iq', 'http://a.b', 'https://a', 'e\u0301t', '\u00e9t', '\u212b', ' a', 'a ', 'a'.repeat(121), 'a'.repeat(2001),
  ...hostile.markup.slice(0, 5), ...hostile['invisible and turned about'], ...hostile.addresses,
];

/** What is said of a value: what is wrong with it, or how much of it was taken, since zod gives fields in the order of its schema. */
const verdict = (result: { success: boolean; data?: unknown; error?: { issues: unknown[] } | undefined }): string =>
  result.success ? `sound: ${JSON.stringify(result.data).length} letters` : JSON.stringify(result.error?.issues);

describe.each(kinds)('%s', (_, schema, record) => {
  const quick = quickly(schema);
  const same = (value: unknown): void => void expect(verdict(quick.safeParse(value))).toBe(verdict(schema.safeParse(value)));
  const places: Path[] = [...objects(record), ...leaves(record).map((leaf) => leaf.path)].filter((path) => path.length > 0);

  test('that is sound is the value that was given', () => {
    expect(quick.parse(record)).toBe(record);
    expect(schema.safeParse(record).success).toBe(true);
  });

  test('with any odd value in any place', () => {
    for (const path of places) for (const odd of ODD) same(withValue(record, path, odd));
    for (const odd of [...ODD, undefined]) same(odd);
  });

  test('without any of its fields', () => {
    for (const path of places) {
      const copy = structuredClone(record);
      const holder = at(copy, path.slice(0, -1)) as Record<string | number, unknown>;
      if (Array.isArray(holder)) holder.splice(Number(path.at(-1)), 1);
      else delete holder[path.at(-1) ?? ''];
      same(copy);
    }
  });

  test('with a field that is none of ours, in any of its objects, first or last', () => {
    for (const path of objects(record))
      for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'x', 'fr', 'de', '0', 'id'])
        for (const value of [null, 'x', ['ab']])
          for (const first of [true, false]) {
            const own = Object.entries((path.length === 0 ? record : at(record, path)) as object);
            const text = (entries: [string, unknown][]): string => `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join(',')}}`;
            const others = own.filter(([k]) => k !== key);
            const put = JSON.parse(text(first ? [[key, value], ...others] : [...others, [key, value]])) as unknown;
            same(path.length === 0 ? put : withValue(record, path, put));
          }
  });

  test('with its fields in another order', () => {
    const turned = (value: unknown): unknown =>
      typeof value !== 'object' || value === null ? value : Array.isArray(value) ? value.map(turned) : Object.fromEntries(Object.entries(value).toReversed().map(([key, inner]) => [key, turned(inner)]));
    const value = turned(record);
    expect(quick.parse(value)).toBe(value);
  });

  test('with anything anywhere', () => {
    assert(property(constantFrom(...places), jsonValue(), (path, value) => void same(withValue(record, path, value))), { numRuns: 500 });
    assert(property(constantFrom(...places), string({ unit: 'binary', maxLength: 12 }), (path, value) => void same(withValue(record, path, value))), { numRuns: 500 });
  });
});

describe('a schema of another kind', () => {
  const kinds: Record<string, z.ZodMiniType> = {
    'a value for what is not there': z._default(z.string(), 'x'),
    'an object with any key': z.looseObject({ a: z.string() }),
    'an object that drops keys': z.object({ a: z.string() }),
    'a whole number': z.int(),
    'a form of its own': z.email(),
    'a tuple': z.tuple([z.string()]),
    'a conversion': z.pipe(z.string(), z.transform(Number)),
    'anything': z.unknown(),
  };
  test.each(Object.entries(kinds))('%s: is not understood, which is an error', (_, schema) => {
    expect(() => quickly(z.array(schema)).safeParse(['a'])).toThrow(RangeError);
  });

  const checks: Record<string, [z.ZodMiniType, unknown[]]> = {
    'a number with a bound': [z.number().check(z.minimum(1)), [0, 1, 2, '2']],
    'a number of steps': [z.number().check(z.multipleOf(3)), [0, 1, 3]],
    'a text that is changed': [z.string().check(z.trim()), ['a', ' a']],
    'a pattern that remembers': [z.string().check(z.regex(/a/g)), ['a', 'a', 'ba', 'b']],
    'a text out of anything': [z.coerce.string(), ['a', 1, null]],
    'a length in letters': [z.string().check(z.minLength(2)), ['a', 'ab', '\u{1f600}', '\u{1f600}\u{1f600}', '\u{1f600}a']],
    'a list of so many': [z.array(z.string()).check(z.length(1)), [[], ['a'], ['a', 'b']]],
    'an object as a whole': [z.strictObject({ a: z.number(), b: z.optional(z.number()) }).check(z.refine(({ a, b }) => a !== b)), [{ a: 1 }, { a: 1, b: 2 }, { a: 1, b: 1 }]],
  };
  test.each(Object.entries(checks))('%s: is held to as zod holds to it', (_, [schema, values]) => {
    for (const value of values) expect(verdict(quickly(schema).safeParse(value))).toBe(verdict(schema.safeParse(value)));
  });

  test('a check that has to be waited for is left to zod, which cannot wait here', () => {
    const schema = z.string().check(z.refine(async (s) => Promise.resolve(s === 'a')));
    expect(() => quickly(schema).safeParse('b')).toThrow();
  });
});
