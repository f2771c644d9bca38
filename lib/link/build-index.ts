// The claims database → the compact index that linking works on. Done once per version of the database.
import type { Database } from '../claim/database.ts';
import { buildNames, nameKey } from './names.ts';
import type { LinkIndex } from './link-index.ts';
import { allPlaces } from './places.ts';
import { traitsOf } from './traits.ts';

/** Numbers things in the order they are first met; things with equal keys are one. */
function numbering(keyOf: (thing: string) => string = (thing) => thing): { of(thing: string): number; things: string[] } {
  const known = new Map<string, number>();
  const things: string[] = [];
  return {
    things,
    of(thing) {
      const key = keyOf(thing);
      const old = known.get(key);
      if (old !== undefined) return old;
      known.set(key, things.length);
      return things.push(thing) - 1;
    },
  };
}

/** Cloneable as it is; holds nothing of the estimates but their values and dates. */
export function buildIndex(database: Database): LinkIndex {
  const names = numbering(nameKey);
  const pairs: number[] = []; // name, posting, name, posting …
  database.questions.forEach((question, q) => {
    const { match } = question;
    const strong = new Set([...match.strong, ...Object.values(match.aliases_i18n).flat()].map((n) => names.of(n)));
    const weak = new Set([...match.weak, ...Object.values(match.weak_i18n).flat()].map((n) => names.of(n)));
    for (const name of strong) pairs.push(name, q * 2 + 1);
    for (const name of weak) if (!strong.has(name)) pairs.push(name, q * 2);
  });

  const places: LinkIndex['places'] = [];
  const placeNames = allPlaces().map((p) => {
    places.push({ country: p.country, kind: p.kind });
    return names.of(p.name);
  });
  const actorNames = database.actors.map((a) => ({ id: a.id, names: [a.name, ...a.aliases].map((n) => names.of(n)) }));
  const sourceNames = database.sources.map((s) => ({ id: s.id, names: [s.name, ...s.aliases, ...s.shared_aliases].map((n) => names.of(n)) }));

  const count = names.things.length;
  const placeOf = new Uint16Array(count);
  placeNames.forEach((name, i) => (placeOf[name] = i + 1));
  const actors = shared(actorNames, count);
  const sources = shared(sourceNames, count);

  const { offsets, postings } = packed(pairs, count);
  const spread = Uint8Array.from({ length: count }, (_, name) => {
    const events = new Set<string>();
    for (const p of postings.subarray(offsets[name], offsets[name + 1])) events.add(database.questions[p >> 1]?.event ?? '');
    return Math.min(events.size, 255);
  });
  const context = contextOf(database);
  return {
    names: buildNames(names.things),
    offsets,
    postings,
    spread,
    placeOf,
    places,
    actorOf: actors.of,
    actors: actors.sets,
    sourceOf: sources.of,
    sources: sources.sets,
    traits: database.questions.map((q) => JSON.stringify(traitsOf(q, context))),
  };
}

/** name → the set of ids that share it; equal sets are kept once. */
function shared(owners: readonly { id: string; names: number[] }[], count: number): { of: Uint16Array; sets: string[][] } {
  const byName = new Map<number, string[]>();
  for (const { id, names } of owners) for (const name of new Set(names)) byName.set(name, [...(byName.get(name) ?? []), id]);
  const sets = numbering();
  const of = new Uint16Array(count);
  for (const [name, ids] of byName) of[name] = sets.of(ids.join(' ')) + 1;
  return { of, sets: sets.things.map((ids) => ids.split(' ')) };
}

/** Compressed rows: all postings of name 0, then of name 1 … */
function packed(pairs: readonly number[], count: number): { offsets: Uint32Array; postings: Uint32Array } {
  const offsets = new Uint32Array(count + 1);
  for (let i = 0; i < pairs.length; i += 2) {
    const name = pairs[i] ?? 0;
    offsets[name + 1] = (offsets[name + 1] ?? 0) + 1;
  }
  for (let i = 1; i <= count; i++) offsets[i] = (offsets[i] ?? 0) + (offsets[i - 1] ?? 0);
  const at = offsets.slice();
  const postings = new Uint32Array(pairs.length / 2);
  for (let i = 0; i < pairs.length; i += 2) {
    const name = pairs[i] ?? 0;
    const slot = at[name] ?? 0;
    postings[slot] = pairs[i + 1] ?? 0;
    at[name] = slot + 1;
  }
  return { offsets, postings };
}

function contextOf(database: Database): Parameters<typeof traitsOf>[1] {
  const parents = new Map(database.events.map((e) => [e.id, e.parent]));
  const killed = new Set(database.questions.filter((q) => q.measure === 'killed' && ['people', 'civilians'].includes(q.group)).map((q) => q.event));
  const types = new Map(database.events.map((e) => [e.id, e.type]));
  const actors = new Map(database.actors.map((a) => [a.id, [a.name, ...a.aliases]]));
  return {
    eventsOf(id) {
      const chain: string[] = [];
      for (let at: string | null | undefined = id; at && !chain.includes(at); at = parents.get(at)) chain.push(at);
      return chain;
    },
    hasKilled: (event) => killed.has(event),
    typeOf: (id) => types.get(id) ?? null,
    actorNames: (id) => actors.get(id) ?? [],
  };
}
