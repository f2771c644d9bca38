// The researcher's own questions and estimates: one value, changed whole, in the form of the claims database. Every record that
// a question names is in it, so that it can be read, checked and handed on by itself.
import * as z from 'zod/mini';
import { byId } from '../claim/by-id.ts';
import { Actor, Event, Question, Source, type Database, type Estimate, type Series, type SeriesPoint } from '../claim/database.ts';
import { derived } from '../claim/derive.ts';

export const FORMAT = 'tallyside-my-data';

/** `changed` is the instant of the last change, ISO, UTC. */
export const Mine = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  changed: z.iso.datetime(),
  questions: z.array(Question),
  events: z.array(Event),
  actors: z.array(Actor),
  sources: z.array(Source),
});
export type Mine = z.infer<typeof Mine>;

/** What the extension ships: its questions can be added to, its sources and events named. */
export type Known = Database;

/** A researcher who has more publishes a feed: everything is read anew whenever the worker wakes. */
export const MOST_QUESTIONS = 1_000;
export const MOST_ESTIMATES = 5_000;

export const NOTHING: Mine = { format: FORMAT, version: 1, changed: '1970-01-01T00:00:00Z', questions: [], events: [], actors: [], sources: [] };

const estimatesIn = (questions: readonly Question[]): number => questions.reduce((n, q) => n + q.estimates.length, 0);

export const isFull = ({ questions }: Pick<Mine, 'questions'>): boolean => questions.length > MOST_QUESTIONS || estimatesIn(questions) > MOST_ESTIMATES;

/** A question of the extension as it is added to: its frame, to which nothing of others' belongs. */
export const frameOf = (question: Question): Question => ({ ...question, relations: [], estimates: [], series: [], thin: true });

/**
 * These questions with every record they name, from the first of `pools` that has it; what nobody names is left out, and so is
 * the bare frame of a question of the extension. A record that is nowhere is missing: the checks say so.
 */
export function settled(questions: readonly Question[], pools: readonly Database[], known: Known): Database {
  const find = <T extends { id: string }>(kind: (database: Database) => readonly T[]): ((id: string) => T | undefined) => {
    const maps = pools.map((pool) => byId(kind(pool)));
    return (id) => maps.find((map) => map.has(id))?.get(id);
  };
  const shipped = byId(known.questions);
  const kept = questions.filter((q) => q.estimates.length > 0 || !shipped.has(q.id));
  const event = find((pool) => pool.events);
  const events = new Map<string, Event>();
  for (const q of kept)
    for (let up = event(q.event); up !== undefined && !events.has(up.id); up = up.parent === null ? undefined : event(up.parent)) events.set(up.id, up);
  const named = (ids: readonly string[]): string[] => [...new Set(ids)];
  const actors = named(kept.flatMap((q) => q.by.actors)).flatMap(optional(find((pool) => pool.actors)));
  const sources = named(kept.flatMap(sourcesOf)).flatMap(optional(find((pool) => pool.sources)));
  const sourceOf = byId(sources);
  return { questions: sorted(kept.map((q) => derived(q, sourceOf))), events: sorted([...events.values()]), actors: sorted(actors), sources: sorted(sources) };
}

const optional =
  <T>(find: (id: string) => T | undefined) =>
  (id: string): T[] =>
    ((found) => (found === undefined ? [] : [found]))(find(id));

/** A data set named by a point of a running count is a source as well. */
const sourcesOf = (q: Question): string[] => [
  ...q.estimates.flatMap((e) => [e.source, ...(e.via === null ? [] : [e.via]), ...e.derived_from]),
  ...q.series.flatMap((s) => [s.source, ...s.points.flatMap((p) => p.dataset?.split('/')[0] ?? [])]),
];

/** By code unit: the same everywhere. */
const sorted = <T extends { id: string }>(records: readonly T[]): T[] => records.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** What a change brings along besides the question: a new source, a new event, new actors. */
export type Along = Partial<Omit<Database, 'questions'>>;

const poolOf = ({ events = [], actors = [], sources = [] }: Along): Database => ({ questions: [], events, actors, sources });

/** With this question in place of the one of its id, if there was one. */
export function withQuestion(mine: Mine, question: Question, along: Along, known: Known): Mine {
  return withAll(mine, [question], along, known);
}

/** The same for many. Where both `along` and the data have a record, what comes along is taken. */
export function withAll(mine: Mine, questions: readonly Question[], along: Along, known: Known): Mine {
  const fresh = byId(questions);
  const all = [...mine.questions.filter((q) => !fresh.has(q.id)), ...fresh.values()];
  return { ...mine, ...settled(all, [poolOf(along), mine, known], known) };
}

export const withoutQuestion = (mine: Mine, id: string, known: Known): Mine => ({ ...mine, ...settled(mine.questions.filter((q) => q.id !== id), [mine, known], known) });

/** An estimate of this id is replaced, where it stood. */
export function withEstimate(question: Question, estimate: Estimate): Question {
  const at = question.estimates.findIndex((e) => e.id === estimate.id);
  return { ...question, estimates: at < 0 ? [...question.estimates, estimate] : question.estimates.with(at, estimate) };
}

/** A question of the extension from which the last estimate went is gone with it. A point of a running count keeps its value. */
export function withoutEstimate(mine: Mine, id: string, known: Known): Mine {
  const without = (q: Question): Question => ({ ...q, estimates: q.estimates.filter((e) => e.id !== id), series: q.series.map((s) => withoutPoints(s, new Set([id]))) });
  return { ...mine, ...settled(mine.questions.map(without), [mine, known], known) };
}

/** A running count keeps its values when the estimates that repeat them go. */
export function withoutPoints(series: Series, estimates: ReadonlySet<string>): Series {
  const point = (p: SeriesPoint): SeriesPoint => (p.estimate !== null && estimates.has(p.estimate) ? { ...p, estimate: null } : p);
  return { ...series, points: series.points.map(point) };
}
