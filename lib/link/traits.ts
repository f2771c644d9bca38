// What linking needs to know of each question: its traits, without its prose, packed small and read when first needed.
import type { Database, Question } from '../claim/database.ts';
import { firstDay, lastDay } from './days.ts';
import { isSudden } from './event-time.ts';
import { foldPlain, foldPlainName } from './fold-plain.ts';
import { TRAITS_TOGETHER, type LinkIndex, type Traits, type WholeIndex } from './link-index.ts';
import { placesOf } from './numbering.ts';
import { allPlaces } from './places.ts';

/** A running count needs no more points than this to tell which order of magnitude stood when. */
const MAX_VALUES = 24;
/** Values closer than this say the same. */
const SAME_VALUE = 0.02;
const MAX_COUNTERS = 12;
/** Longer events have single incidents inside them; the labelling rules put the border at about so many days. */
const LONG_DAYS = 60;
/** Words of a title that say nothing of where. */
const COMMON = /\b(?:people|civilians|soldiers|killed|wounded|deaths?|dead|in|the|of|and|by|at|on|to|for|war|since|all|from|missing|or|with|after|during)\b|[^\p{L}\d' -]/gu;

type Peoples = ReadonlyMap<string, string>;
const peoples = (): Peoples => new Map([...allPlaces().filter((p) => p.kind === 'people').map((p) => [foldPlainName(p.name), p.country] as const), ['us', 'US']]);

/** Countries whose people the words name: "Iraqi army, police" → IQ. */
function peopleIn(words: string, known: Peoples): string[] {
  const tokens = foldPlainName(words).split(/[^a-z.]+/);
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
    if (value > 0 && !values.some(([d, v]) => (d === day || question.period.end !== null) && Math.abs(Math.log(v / value)) < SAME_VALUE)) values.push([day, value]);
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

const countersOf = (question: Question, sources: ReadonlyMap<string, number>): number[] => known([...new Set(question.estimates.map((e) => e.source))], sources).slice(0, MAX_COUNTERS);

/** What only the other questions can tell of one: which contain it, and of a question of all deaths (`excess`: its event) whether another counts those killed. */
type Open = { question: number; row: Row; within: readonly string[]; excess: string | null };

/** Questions, or texts, to a step. */
const STEP = 64;

export type TraitsPacking = { add(question: Question): void; done(): Generator<void, string[]> };

/** One JSON text a question, in the order in which they come; of the question itself nothing is held. `listOf` keeps a list of strings once and gives its number. */
export function startTraits(others: Omit<Database, 'questions'>, listOf: (list: readonly string[]) => number): TraitsPacking {
  const events = numbered(others.events);
  const actors = numbered(others.actors);
  const sources = numbered(others.sources);
  const ids: string[] = [];
  const of = peoples();
  const eventOf = new Map(others.events.map((e) => [e.id, e]));
  const actorPeople = new Map(others.actors.map((a) => [a.id, [a.name, ...a.aliases].flatMap((n) => peopleIn(n, of))]));
  const killed = new Set<string>();

  const chains = new Map<string, number[]>();
  const chainOf = (event: string): number[] => {
    let numbers = chains.get(event);
    if (numbers === undefined) {
      const chain: string[] = [];
      for (let at: string | null | undefined = event; at && !chain.includes(at); at = eventOf.get(at)?.parent) chain.push(at);
      chains.set(event, (numbers = known(chain, events)));
    }
    return numbers;
  };

  /** But for what only the other questions can tell. */
  const rowOf = (q: Question): Row => {
    const { match, by } = q;
    const from = firstDay(q.period.start);
    const to = lastDay(q.period.end);
    const type = eventOf.get(q.event)?.type;
    const long = !isSudden({ type }) && (to === null || (from !== null && to - from > LONG_DAYS));
    const whose = /^(.*?)\b(?:killed|wounded|dead|missing|displaced|abducted|who|executed|shot|losses|military dead)\b/i.exec(q.title)?.[1] ?? '';
    const side = /\bon the (\w+) side\b/.exec(q.title)?.[1] ?? '';
    const people = new Set<string>();
    for (const words of [whose, side, q.group_text ?? '']) if (words !== '') for (const country of peopleIn(words, of)) people.add(country);
    const place = foldPlainName(q.place.name);
    const words = foldPlain(`${q.title} ${q.group_text ?? ''}`).replace(COMMON, ' ').split(/ +/).filter((w, i, all) => w.length > 2 && !place.includes(w) && all.indexOf(w) === i);
    return [
      q.id,
      chainOf(q.event),
      listOf([q.kind, q.group, q.measure, by.scope, type ?? ''] satisfies Nature),
      known(by.actors, actors),
      by.weapons,
      [...people].join(' '),
      q.place.countries.join(' '),
      by.actors.length === 0 ? '' : [...new Set(by.actors.flatMap((a) => actorPeople.get(a) ?? []))].join(' '),
      from,
      to,
      match.must.map((list) => listOf(list.map(foldPlain))),
      match.exclude.length === 0 ? null : listOf(match.exclude.map(foldPlain)),
      valuesOf(q).flat(),
      countersOf(q, sources),
      [],
      [place, ...words].join(' '),
      (long ? 1 : 0) | (q.thin ? THIN : 0) | (/missing|disappeared/i.test(q.title) ? 8 : 0),
    ];
  };

  const lines: string[] = [];
  const open: Open[] = [];
  return {
    add(question) {
      const number = ids.push(question.id) - 1;
      if (question.measure === 'killed' && (question.group === 'people' || question.group === 'civilians')) killed.add(question.event);
      const row = rowOf(question);
      const within = question.relations.flatMap((r) => (r.type === 'subset-of' ? [r.question] : []));
      const excess = question.measure === 'excess-deaths' ? question.event : null;
      const isOpen = within.length > 0 || excess !== null;
      if (isOpen) open.push({ question: number, row, within, excess });
      lines.push(isOpen ? '' : JSON.stringify(row));
    },
    *done() {
      const questions = placesOf(ids, new Set(open.flatMap(({ within }) => within)));
      for (const [i, { question, row, within, excess }] of open.entries()) {
        if (i % STEP === 0) yield;
        row[WITHIN] = known(within, questions);
        if (excess !== null && killed.has(excess)) row[BITS] |= VIOLENT_TWIN;
        lines[question] = JSON.stringify(row);
      }
      const texts: string[] = [];
      for (let at = 0; at < lines.length; at += TRAITS_TOGETHER) {
        if (at % (STEP * TRAITS_TOGETHER) === 0) yield;
        texts.push(lines.slice(at, at + TRAITS_TOGETHER).join('\n'));
      }
      return texts;
    },
  };
}

/** Many questions have the same, so each is held once. */
type Nature = [kind: Traits['kind'], group: Traits['group'], measure: Traits['measure'], scope: string, type: string];

type Row = [
  id: string,
  events: number[],
  nature: number,
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
const [VALUES, COUNTERS, WITHIN, BITS] = [12, 13, 14, 16] as const;

const [THIN, VIOLENT_TWIN] = [2, 4];

/** In which of the texts the traits of a question are. */
export const traitsText = (question: number): number => Math.floor(question / TRAITS_TOGETHER);

/** What is kept of a question, in its text; '' for a number that none has. */
const lineIn = (text: string, question: number): string => text.split('\n')[question % TRAITS_TOGETHER] ?? '';

export const traitsLine = ({ traits }: Pick<WholeIndex, 'traits'>, question: number): string => lineIn(traits[traitsText(question)] ?? '', question);

/** Changes it where only the figures changed, and whether it is thin. `sources`: their numbers, by id. */
export function amendTraits(index: WholeIndex, number: number, question: Question, sources: ReadonlyMap<string, number>): void {
  const row = JSON.parse(traitsLine(index, number)) as Row;
  row[VALUES] = valuesOf(question).flat();
  row[COUNTERS] = countersOf(question, sources);
  row[BITS] = (row[BITS] & ~THIN) | (question.thin ? THIN : 0);
  const at = traitsText(number);
  const lines = index.traits[at]?.split('\n') ?? [];
  lines[number % TRAITS_TOGETHER] = JSON.stringify(row);
  index.traits[at] = lines.join('\n');
}

const codes = (text: string): string[] => (text === '' ? [] : text.split(' '));

/** `text` is the one of `traitsText`, as the index has it. */
export function unpackTraits({ lists }: Pick<LinkIndex, 'lists'>, text: string, question: number): Traits {
  const [id, events, nature, actors, weapons, people, countries, hands, from, to, must, exclude, flat, counters, within, words, bits] =
    JSON.parse(lineIn(text, question)) as Row;
  const [kind, group, measure, scope, type] = lists[nature] as Nature;
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
    must: must.map((n) => lists[n] ?? []),
    exclude: exclude === null ? [] : (lists[exclude] ?? []),
    long: (bits & 1) !== 0,
    thin: (bits & THIN) !== 0,
    violentTwin: (bits & VIOLENT_TWIN) !== 0,
    withMissing: (bits & 8) !== 0,
  };
}

/** Traits once read, for as long as their index is in use. */
const caches = new WeakMap<WholeIndex, Map<number, Traits>>();

export function traitsAt(index: WholeIndex, question: number): Traits {
  let cache = caches.get(index);
  if (cache === undefined) caches.set(index, (cache = new Map()));
  let traits = cache.get(question);
  if (traits === undefined) cache.set(question, (traits = unpackTraits(index, index.traits[traitsText(question)] ?? '', question)));
  return traits;
}
