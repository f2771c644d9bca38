import type { Question } from '../claim/database.ts';

/** Every source a question's card names. */
export const sourcesOf = (question: Question): Set<string> =>
  new Set([
    ...question.estimates.flatMap((e) => [e.source, ...(e.via === null ? [] : [e.via]), ...e.derived_from]),
    ...question.series.map((s) => s.source),
  ]);
