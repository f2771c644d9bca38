// Records that are well signed and meant ill: each hostile value, in every field there is, is refused or kept as the plain value it is.
import { describe, expect, test } from 'vitest';
import { Shard } from '../lib/update/bundle.ts';
import { Head, Root } from '../lib/update/roles.ts';
import hostile from './spec/feed/hostile.json' with { type: 'json' };
import { at, leaves, objects, whole, withValue, type Path } from './support/every-field.ts';
import { describe as describeRoot, newKeys } from './support/small-feed.ts';

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
