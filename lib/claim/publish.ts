// What leaves the maintainers' files for readers: only what was seen, and only what a card or the linking can use.
import type { Database, Estimate, Question, Series } from './database.ts';

/** Estimates that may be shown, running counts that rest on them, and the sources, events and actors these name. */
export function publish(database: Database): Database {
  const questions = database.questions.map(publishQuestion);
  const sources = new Set(questions.flatMap(sourcesOf));
  const actors = new Set(questions.flatMap((q) => q.by.actors));
  return {
    questions,
    events: database.events,
    actors: database.actors.filter((a) => actors.has(a.id)),
    sources: database.sources.filter((s) => sources.has(s.id)),
  };
}

function publishQuestion(question: Question): Question {
  const hidden = new Set(question.estimates.filter((e) => !e.show).map((e) => e.id));
  const series = question.series.flatMap((s) => withoutHidden(s, hidden));
  const kept = new Set(series.map((s) => s.id));
  const publishEstimate = (e: Estimate): Estimate => {
    const series = e.series !== null && kept.has(e.series) ? e.series : null;
    const { verified: _, ...shipped } = e;
    return { ...shipped, series, unchecked: null, where: null };
  };
  const estimates = question.estimates.filter((e) => e.show).map(publishEstimate);
  return { ...question, estimates, series };
}

/** A point that repeats a hidden estimate would show it after all; one point alone is not a running count. */
function withoutHidden(series: Series, hidden: ReadonlySet<string>): Series[] {
  const points = series.points.filter((p) => p.estimate === null || !hidden.has(p.estimate));
  if (points.length < 2) return [];
  const values = new Set(points.map((p) => `${p.date} ${p.value}`));
  return [{ ...series, points, drops: series.drops.filter((d) => values.has(`${d.date} ${d.to}`)) }];
}

const sourcesOf = (question: Question): string[] => [
  ...question.estimates.flatMap((e) => [e.source, ...(e.via === null ? [] : [e.via]), ...e.derived_from]),
  ...question.series.map((s) => s.source),
];
