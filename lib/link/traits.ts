// What linking needs to know of each question: its traits, without its prose, packed small and read when first needed.
import type { Database, Event, Question } from '../claim/database.ts';
import { firstDay, lastDay } from './days.ts';
import { fold, foldName } from './fold.ts';
import type { LinkIndex, Traits } from './link-index.ts';
import { allPlaces } from './places.ts';

/** A running count needs no more points than this to tell which order of magnitude stood when. */
const MAX_VALUES = 24;
/** Values closer than this say the same. */
const SAME_VALUE = 0.02;
const MAX_COUNTERS = 12;
/** Longer events have single incidents inside them; the labelling rules put the border at about so many days. */
const LONG_DAYS = 60;
/** These happen at once, however long the counting goes on. */
const SUDDEN = new Set<Event['type'] | undefined>(['disaster', 'accident', 'incident', 'attack', 'massacre']);
/** Words of a title that say nothing of where. */
const COMMON = /\b(?:people|civilians|soldiers|killed|wounded|deaths?|dead|in|the|of|and|by|at|on|to|for|war|since|all|from|missing|or|with|after|during)\b|[^\p{L}\d' -]/gu;

type Peoples = ReadonlyMap<string, string>;
const peoples = (): Peoples => new Map([...allPlaces().filter((p) => p.kind === 'people').map((p) => [foldName(p.name), p.country] as const), ['us', 'US']]);

/** Countries whose people the words name: "Iraqi army, police" → IQ. */
function peopleIn(words: string, known: Peoples): string[] {
  const tokens = foldName(words).split(/[^a-z.]+/);
  const found = new Set<string>();
  tokens.forEach((token, i) => {
    const two = known.get(`${token} ${tokens[i + 1] ?? ''}`);
    const one = known.get(token);
    const before = known.has(`${tokens[i - 1] ?? ''} ${token}`); // "South Sudanese" is not Sudanese
    if (two !== undefined) found.add(two);
    else if (one !== undefined && !before) found.add(one);
  });
  return [...found];
}

function valuesOf(question: Question): [number | null, number][] {
  const values: [number | null, number][] = [];
  const add = (day: number | null, value: number): void => {
    if (value > 0 && !values.some(([d, v]) => Math.abs(Math.log(v / value)) < SAME_VALUE && (d === day || question.period.end !== null))) values.push([day, value]);
  };
  for (const e of question.estimates) {
    if (e.status === 'excluded' || e.checked === 'no' || e.comparable === 'no') continue;
    for (const v of [e.best, e.low, e.high]) if (v !== null) add(lastDay(e.as_of ?? e.published), v);
  }
  const points = question.series.flatMap((s) => s.points);
  const step = Math.max(1, Math.ceil(points.length / MAX_VALUES));
  for (let i = 0; i < points.length; i += step) {
    const p = points[i];
    if (p) add(lastDay(p.date), p.value);
  }
  return values;
}

const numbered = (ids: readonly { id: string }[]): Map<string, number> => new Map(ids.map(({ id }, i) => [id, i]));
const known = (ids: readonly string[], numbers: ReadonlyMap<string, number>): number[] => ids.map((id) => numbers.get(id)).filter((n) => n !== undefined);

/** A step is some questions. One JSON text a question; `listOf` keeps a list of strings once and gives its number. */
export function* packTraits(database: Database, listOf: (list: readonly string[]) => number): Generator<void, string[]> {
  const events = numbered(database.events);
  const actors = numbered(database.actors);
  const sources = numbered(database.sources);
  const questions = numbered(database.questions);
  const of = peoples();
  const eventOf = new Map(database.events.map((e) => [e.id, e]));
  const actorPeople = new Map(database.actors.map((a) => [a.id, [a.name, ...a.aliases].flatMap((n) => peopleIn(n, of))]));
  const killed = new Set(database.questions.filter((q) => q.measure === 'killed' && (q.group === 'people' || q.group === 'civilians')).map((q) => q.event));

  const chainOf = (event: string): number[] => {
    const chain: string[] = [];
    for (let at: string | null | undefined = event; at && !chain.includes(at); at = eventOf.get(at)?.parent) chain.push(at);
    return known(chain, events);
  };

  const rows: string[] = [];
  for (const [i, q] of database.questions.entries()) {
    if (i % 16 === 0) yield;
    const { match, by } = q;
    const from = firstDay(q.period.start);
    const to = lastDay(q.period.end);
    const type = eventOf.get(q.event)?.type;
    const long = !SUDDEN.has(type) && (to === null || (from !== null && to - from > LONG_DAYS));
    const whose = /^(.*?)\b(?:killed|wounded|dead|missing|displaced|abducted|who|executed|shot|losses|military dead)\b/i.exec(q.title)?.[1] ?? '';
    const side = /\bon the (\w+) side\b/.exec(q.title)?.[1] ?? '';
    const people = new Set([whose, side, q.group_text ?? ''].flatMap((words) => peopleIn(words, of)));
    const place = foldName(q.place.name);
    const words = fold(`${q.title} ${q.group_text ?? ''}`).replace(COMMON, ' ').split(/ +/).filter((w, i, all) => w.length > 2 && !place.includes(w) && all.indexOf(w) === i);
    const row: Row = [
      q.id,
      chainOf(q.event),
      q.kind,
      q.group,
      q.measure,
      by.scope,
      type ?? '',
      known(by.actors, actors),
      by.weapons,
      [...people].join(' '),
      q.place.countries.join(' '),
      [...new Set(by.actors.flatMap((a) => actorPeople.get(a) ?? []))].join(' '),
      from,
      to,
      match.must.map((list) => listOf(list.map(fold))),
      match.exclude.length === 0 ? null : listOf(match.exclude.map(fold)),
      valuesOf(q).flat(),
      known([...new Set(q.estimates.map((e) => e.source))], sources).slice(0, MAX_COUNTERS),
      known(q.relations.filter((r) => r.type === 'subset-of').map((r) => r.question), questions),
      [place, ...words].join(' '),
      (long ? 1 : 0) | (q.thin ? 2 : 0) | (q.measure === 'excess-deaths' && killed.has(q.event) ? 4 : 0) | (/missing|disappeared/i.test(q.title) ? 8 : 0),
    ];
    rows.push(JSON.stringify(row));
  }
  return rows;
}

type Row = [
  id: string,
  events: number[],
  kind: Traits['kind'],
  group: Traits['group'],
  measure: Traits['measure'],
  scope: string,
  type: string,
  actors: number[],
  weapons: string[],
  people: string,
  countries: string,
  hands: string,
  from: number | null,
  to: number | null,
  must: number[],
  exclude: number | null,
  values: (number | null)[],
  counters: number[],
  within: number[],
  words: string,
  bits: number,
];

const codes = (text: string): string[] => (text === '' ? [] : text.split(' '));

function unpack(index: LinkIndex, question: number): Traits {
  const [id, events, kind, group, measure, scope, type, actors, weapons, people, countries, hands, from, to, must, exclude, flat, counters, within, words, bits] =
    JSON.parse(index.traits[question] ?? '') as Row;
  const values: Traits['values'] = [];
  for (let i = 0; i < flat.length; i += 2) values.push([flat[i] ?? null, flat[i + 1] ?? 0, Math.log(flat[i + 1] ?? 1)]);
  return {
    index: question,
    id,
    events,
    kind,
    group,
    measure,
    scope,
    type,
    actors,
    weapons,
    from,
    to,
    values,
    counters,
    within,
    words,
    people: codes(people),
    countries: codes(countries),
    hands: codes(hands),
    must: must.map((n) => index.lists[n] ?? []),
    exclude: exclude === null ? [] : (index.lists[exclude] ?? []),
    long: (bits & 1) !== 0,
    thin: (bits & 2) !== 0,
    violentTwin: (bits & 4) !== 0,
    withMissing: (bits & 8) !== 0,
  };
}

/** Traits once read, for as long as their index is in use. */
const caches = new WeakMap<LinkIndex, Map<number, Traits>>();
/** A worker that lives long and sees many pages keeps the questions of the last of them. */
const CACHE_MAX = 2000;

export function traitsAt(index: LinkIndex, question: number): Traits {
  let cache = caches.get(index);
  if (cache === undefined) caches.set(index, (cache = new Map()));
  let traits = cache.get(question);
  if (traits === undefined) {
    if (cache.size >= CACHE_MAX) cache.clear();
    cache.set(question, (traits = unpack(index, question)));
  }
  return traits;
}
