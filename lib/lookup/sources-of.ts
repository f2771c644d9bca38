import type { Question } from '../claim/database.ts';

/** Every source a question's card names. */
export const sourcesOf = (question: Question): Set<string> =>
  new Set([
    ...question.estimates.flatMap((e) => [e.source, ...(e.via === null ? [] : [e.via]), ...e.derived_from]),
    ...question.series.map((s) => s.source),
  ]);

/** Those whose counts it holds. */
export const countersOf = (question: Question): Set<string> => new Set(question.estimates.map((e) => e.source));

/** The shards that hold these sources. */
export const shardsOf = (named: ReadonlySet<string>, sources: ReadonlyMap<string, number>): number[] => [...new Set([...named].flatMap((id) => sources.get(id) ?? []))];
