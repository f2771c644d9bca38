// Records that are well signed and meant ill: each hostile value, in every field there is, is refused or kept as the plain value it is.
import { describe, expect, test } from 'vitest';
import type { Database } from '../lib/claim/database.ts';
import { Shard } from '../lib/update/bundle.ts';
import { Head, Root } from '../lib/update/roles.ts';
import hostile from './spec/feed/hostile.json' with { type: 'json' };
import { event, estimate, question, source } from './support/small-database.ts';
import { describe as describeRoot, newKeys } from './support/small-feed.ts';

/** Every field a record can have, filled. */
function whole(): Database {
  const full = Object.assign(estimate('q', 'a', 1), {
    claimant: 'A person', via: 'b', derived_from: ['b'], low: 1, high: 2, text_value: 'words', published: '2018-01-01', method: 'a method', caveat: 'a caveat',
    scope: { text: 'another scope', group: 'people', measure: 'killed', place: 'Elsewhere', period: { start: '2016', end: '2017' }, by: 'somebody' }, series: 'a--q', denies: 'harm',
    unchecked: { low: 1, best: 1, high: 1 }, url: 'https://example.org/', url_kind: 'original', title: 'A title', seen_at: 'https://example.org/x', where: 'a note',
    verified: { on: '2026-01-01', outcome: 'confirmed', evidence: 'Read', primary: true },
  });
  const point = (date: string) => ({ date, value: 1, low: 1, high: 2, url: 'https://example.org/p', dataset: 'a/b.csv', checked: 'full' as const, estimate: full.id });
  const asked = question('q', [full], {
    group_text: 'a group', notes: 'a note', by: { scope: 'actor', actors: ['army'], weapons: ['shells'], disputed: true },
    match: { strong: ['Arlen battle'], weak: ['Arlen'], must: [['shelling']], exclude: ['football'], date_phrases: ['last year'], page_dates: { from: '2016', to: '2018' }, aliases_i18n: { fr: ['Arlène'] }, weak_i18n: { fr: ['Arl'] } },
    relations: [{ question: 'other', type: 'sibling', note: 'a note' }],
    series: [{ id: 'a--q', source: 'a', unit: 'people', qualifier: 'exact', points: [point('2016-01-01'), point('2017-01-01')], drops: [{ date: '2017-01-01', from: 2, to: 1, note: 'a note' }] }],
  });
  return {
    questions: [asked],
    events: [{ ...event('arlen'), aliases_i18n: { fr: ['Arlène'] }, parent: 'war' }],
    actors: [{ id: 'army', name: 'An army', aliases: ['the army'] }],
    sources: [{ ...source('a'), aliases: ['Source A'], shared_aliases: ['SA'], homepage: 'https://example.org', country: 'IQ', note: 'a note' }],
  };
}

type Path = readonly (string | number)[];
function leaves(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}
function objects(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, inner]) => objects(inner, [...path, Array.isArray(value) ? Number(key) : key]));
  return Array.isArray(value) ? inside : [path, ...inside];
}
function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);
}
function withValue<T>(value: T, path: Path, put: unknown): T {
  const copy = structuredClone(value);
  const last = path.at(-1) ?? '';
  (at(copy, path.slice(0, -1)) as Record<string | number, unknown>)[last] = put;
  return copy;
}

const strings = [...hostile.markup, ...hostile['templates and formulas'], ...hostile['invisible and turned about'], ...hostile.addresses, ...hostile.long];
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const isAddress = (path: Path): boolean => ['url', 'seen_at', 'homepage'].includes(String(path.at(-1)));

test('there are two hundred of them', () => {
  expect(new Set(strings).size).toBeGreaterThanOrEqual(200);
});

const shards = Object.entries(whole()).map(([kind, records]) => ({ kind, records: records as unknown[] }));

describe.each(shards.map((shard) => [shard.kind, shard] as const))('%s', (_, shard) => {
  test('are sound as they are', () => {
    expect(Shard.safeParse(shard).error?.issues).toBeUndefined();
  });

  const fields = leaves(shard).filter(({ value, path }) => path.length > 1 && typeof value === 'string');
  test.each(fields.map(({ path }) => [path.join('.'), path] as const))('%s: refused whole, or kept as the text it is', (_, path) => {
    const accepted: string[] = [];
    for (const put of strings) {
      const { success, data } = Shard.safeParse(withValue(shard, path, put));
      if (!success) continue;
      expect(at(data, path)).toBe(put);
      accepted.push(put);
    }
    expect(accepted.filter((text) => INVISIBLE.test(text))).toEqual([]);
    if (!isAddress(path)) return;
    for (const text of accepted) {
      const url = new URL(text);
      expect([url.protocol.replace('s:', ':'), url.username, url.password], text).toEqual(['http:', '', '']);
      expect(text.toLowerCase().startsWith(`${url.protocol}//${url.hostname.startsWith('xn--') ? '' : url.hostname}`), `${text} is what a reviewer read`).toBe(true);
    }
  });

  const numbers = leaves(shard).filter(({ value }) => typeof value === 'number');
  test.each(numbers.map(({ path }) => [path.join('.'), path] as const))('%s: a count, or refused', (_, path) => {
    for (const written of hostile.numbers) {
      const put: unknown = written === 'NaN' ? Number.NaN : written === 'Infinity' ? Number.POSITIVE_INFINITY : JSON.parse(written);
      const { success, data } = Shard.safeParse(withValue(shard, path, put));
      if (!success) continue;
      const kept = at(data, path);
      expect(kept === null || (typeof kept === 'number' && Number.isFinite(kept) && kept >= 0 && kept < 1e10), `${written} became ${String(kept)}`).toBe(true);
      expect(kept).toBe(put);
    }
  });

  test('a key that is none of ours is refused, in every object', () => {
    const text = JSON.stringify(shard);
    for (const path of objects(shard)) {
      for (const key of ['__proto__', 'constructor', 'toString', 'onclick', 'innerHTML']) {
        const copy = JSON.parse(text) as unknown;
        Object.defineProperty(at(copy, path), key, { value: ['x'], enumerable: true, configurable: true, writable: true });
        const { success, data } = Shard.safeParse(copy);
        // Names by language may have any key that is a language; one that is none is refused, and this one is never copied.
        if (success && key === '__proto__' && String(path.at(-1)).endsWith('i18n')) expect(Object.hasOwn(at(data, path) as object, key)).toBe(false);
        else expect(success, `${key} in ${path.join('.') || 'the shard'}`).toBe(false);
      }
    }
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

test('what a feed says of itself is held to the same', () => {
  const root = describeRoot(newKeys(), 1, { feed: { id: 'small', name: 'A feed', licence: 'CC0', contact: 'a@example.org', homepage: 'https://example.org' }, mirrors: ['https://example.org/'] });
  const head = { feed: 'small', seq: 1, root: 1, expires: '2026-12-01T00:00:00Z', minSchema: 1, manifest: { version: '2026.11.22', sha256: 'a'.repeat(64), length: 9 } };
  for (const [schema, value] of [[Root, root], [Head, head]] as const) {
    expect(schema.safeParse(value).success).toBe(true);
    for (const { path } of leaves(value))
      for (const put of strings) {
        const { success, data } = schema.safeParse(withValue(value, path, put));
        if (!success) continue;
        expect(at(data, path)).toBe(put);
        expect(INVISIBLE.test(put), `${path.join('.')}: ${put}`).toBe(false);
        if (path.at(-1) === 'homepage') expect(['http:', 'https:']).toContain(new URL(put).protocol);
      }
  }
});
