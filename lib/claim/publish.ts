// What leaves the maintainers' files for readers: only what was seen, and only what a card or the linking can use.
import type { Database, Estimate, Question, Series } from './database.ts';

type Rest = Omit<Database, 'questions'>;

/** Estimates that may be shown, running counts that rest on them, and the sources, events and actors these name. */
export function publish({ questions, ...rest }: Database): Database {
  const publishing = startPublishing();
  return { questions: questions.map(publishing.question), ...publishing.rest(rest) };
}

/** The same one question after the other; `rest` comes when all have been. */
export function startPublishing(): { question(question: Question): Question; rest(all: Rest): Rest } {
  const sources = new Set<string>();
  const actors = new Set<string>();
  return {
    question(question) {
      const published = publishQuestion(question);
      for (const source of sourcesOf(published)) sources.add(source);
      for (const actor of published.by.actors) actors.add(actor);
      return published;
    },
    rest: (all) => ({ events: all.events, actors: all.actors.filter((a) => actors.has(a.id)), sources: all.sources.filter((s) => sources.has(s.id)) }),
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
