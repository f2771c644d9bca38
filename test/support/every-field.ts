// Records in which every field there is has a value, and a way to any of them.
import type { Database } from '../../lib/claim/database.ts';
import { event, estimate, question, source } from './small-database.ts';

/** Every field a record can have, filled. */
export function whole(): Database {
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

export type Path = readonly (string | number)[];
export function leaves(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}
export function objects(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, inner]) => objects(inner, [...path, Array.isArray(value) ? Number(key) : key]));
  return Array.isArray(value) ? inside : [path, ...inside];
}
export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);
}
export function withValue<T>(value: T, path: Path, put: unknown): T {
  const copy = structuredClone(value);
  const last = path.at(-1) ?? '';
  (at(copy, path.slice(0, -1)) as Record<string | number, unknown>)[last] = put;
  return copy;
}
