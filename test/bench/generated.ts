// A database of any size with the shape of the real one: copies of its questions and events under other names.
import type { Database, Event, Question } from '../../lib/claim/database.ts';

/** A name as long and as many-worded as the given one, of syllables that no other has. */
function otherName(name: string, seed: number): string {
  let n = seed;
  return name.replace(/\p{Lu}[\p{L}'’]*/gu, (word) => {
    let out = '';
    while (out.length < word.length) {
      n = (Math.imul(n, 1_103_515_245) + 12_345) >>> 0;
      out += ('bcdfghklmnprstvz'[(n >>> 8) % 16] ?? 'b') + ('aeiou'[(n >>> 16) % 5] ?? 'a');
    }
    return out.charAt(0).toUpperCase() + out.slice(1);
  });
}

/** Names that many events share (countries, armies) stay as they are, but for strong names, of which each event has its own. */
export function* generated(database: Database, size: number): Generator<Question> {
  const uses = new Map<string, Set<string>>();
  for (const q of database.questions) for (const n of [...q.match.strong, ...q.match.weak]) uses.set(n, (uses.get(n) ?? new Set<string>()).add(q.event));
  const taken = new Map(database.questions.flatMap((q) => q.match.strong.map((n) => [n.toLowerCase(), q.event] as const)));
  // An actor's name names one event only as long as the actor has one.
  const actors = new Set(database.actors.flatMap((a) => [a.name, ...a.aliases]).map((n) => n.toLowerCase()));
  const models = database.questions.filter((q) => !q.match.strong.some((n) => actors.has(n.toLowerCase()))).slice(0, size);
  for (let i = 0; i < size; i++) {
    const q = models[i % models.length];
    if (q === undefined) return;
    const round = Math.floor(i / models.length);
    const seed = round * 7919 + [...q.event].reduce((h, c) => Math.imul(h, 31) + c.charCodeAt(0), 7);
    yield round === 0 ? { ...q, relations: q.relations.filter((r) => models.some((m) => m.id === r.question)) } : copyOf(q, round, { rename: (n) => ((uses.get(n)?.size ?? 0) > 3 ? n : otherName(n, seed)), strong: (n) => ownName(n, seed, copied(q.event, round), taken) });
  }
}

/** Two events never get one strong name: syllables are few, and short names run out of them. */
function ownName(name: string, seed: number, event: string, taken: Map<string, string>): string {
  for (let attempt = 0; ; attempt++) {
    const made = (attempt < 3 ? otherName(name, seed + attempt * 104_729) : `${otherName(name, seed)} ${attempt}${seed % 100_000}`).slice(0, 80).trim();
    const owner = taken.get(made.toLowerCase());
    if (made !== name && made.length > 3 && (owner ?? event) === event) {
      taken.set(made.toLowerCase(), event);
      return made;
    }
  }
}

type Copying = { rename: (name: string) => string; strong: (name: string) => string };

/** Ids of a pair are question--source-date of an estimate, source--question of a running count. */
function copyOf(q: Question, round: number, { rename, strong }: Copying): Question {
  const id = copied(q.id, round);
  const estimateId = (old: string): string => `${id}${old.slice(q.id.length)}`;
  const seriesId = (old: string): string => old.replace('--', `--r${round}-`);
  const names = [...new Map(q.match.strong.map(strong).map((n) => [n.toLowerCase(), n])).values()];
  const weak = [...new Map(q.match.weak.map(rename).map((n) => [n.toLowerCase(), n])).values()].filter((n) => !names.some((s) => s.toLowerCase() === n.toLowerCase()));
  return {
    ...q,
    id,
    event: copied(q.event, round),
    match: { ...q.match, strong: names, weak: weak.length > 1 || names.length > 0 ? weak : q.match.weak },
    relations: [],
    estimates: q.estimates.map((e) => ({ ...e, id: estimateId(e.id), series: e.series === null ? null : seriesId(e.series) })),
    series: q.series.map((s) => ({ ...s, id: seriesId(s.id), points: s.points.map((p) => ({ ...p, estimate: p.estimate === null ? null : estimateId(p.estimate) })) })),
  };
}

/** Before the name, so that in a shard a copy stands beside others and not beside its model, which would compress like nothing real. */
const copied = (id: string, round: number): string => `r${round}-${id}`;

/** The events of the generated questions, each once. */
export function eventsOf(database: Database, used: Iterable<string>): Event[] {
  const real = new Map(database.events.map((e) => [e.id, e]));
  const found = new Map<string, Event>();
  const take = (id: string): void => {
    const [, round, own = id] = /^r(\d+)-(.*)$/.exec(id) ?? [];
    const event = real.get(own);
    if (event === undefined || found.has(id)) return;
    const parent = event.parent === null || round === undefined ? event.parent : copied(event.parent, Number(round));
    found.set(id, { ...event, id, parent });
    if (parent !== null) take(parent);
  };
  for (const id of used) take(id);
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
