// Is this a sound claims database? Every rule of checks/ is put to every record, and every problem is told, not only the first.
import type { Database, Question } from './database.ts';
import { dates } from './checks/dates.ts';
import { duplicates } from './checks/duplicates.ts';
import { editorial } from './checks/editorial.ts';
import { figures } from './checks/figures.ts';
import { links } from './checks/links.ts';
import { names } from './checks/names.ts';
import type { Check, Located, Outline, Problem, Records, WholeCheck } from './checks/problem.ts';
import { references } from './checks/references.ts';
import { relations } from './checks/relations.ts';
import { scope } from './checks/scope.ts';
import { series } from './checks/series.ts';
import { compare, shapeOf, shapes, type RawRecord } from './checks/shape.ts';
import { shown } from './checks/shown.ts';

export { shapeOf };
export type { Located, Problem, RawRecord, Records };

const EACH: readonly Check[] = [figures, dates, shown, scope, links, series, duplicates];
const WHOLE: readonly WholeCheck[] = [references, relations, names];

/** Asked of a database whose folder states editorial rules (EDITORIAL.md); a researcher's own may class a source otherwise. */
const EDITED: readonly Check[] = [editorial];

/** One line for a person: the file, the field in it, what is wrong. */
export const describeProblem = (p: Problem): string => [p.file, p.path, p.reason].filter((s) => s !== '').join(': ');

/** What is wrong with records of sound shape. */
export const checkRecords = (records: Records): Problem[] => [...EACH, ...WHOLE].flatMap((check) => check(records));

type Rest = Omit<Database, 'questions'>;

/** `add` answers the questions of sound shape, and keeps but an outline of them; `finish` all problems, by file. */
export type Checking = { add(questions: readonly RawRecord[]): Question[]; finish(): { rest: Rest; problems: Problem[] } };

/** Checks a database part by part, so that one of any size can be: `others` are all records but the questions. */
export function startCheck(others: readonly RawRecord[], edited = true): Checking {
  const { rest, questions, problems } = shapes(others);
  const outlines: Located<Outline>[] = [];
  const outlineOf = outlining();
  problems.push(...dates({ ...rest, questions: [] }));
  return {
    add(raw) {
      const read = questions(raw);
      // What is not a question was judged above, once.
      for (const check of [...EACH, ...(edited ? EDITED : [])]) for (const problem of check({ ...rest, events: [], questions: read })) problems.push(problem);
      for (const { file, record } of read) outlines.push({ file, record: outlineOf(record) });
      return read.map(({ record }) => record);
    },
    finish() {
      const questions = outlines.toSorted((a, b) => compare(a.record.id, b.record.id));
      for (const check of WHOLE) for (const problem of check({ ...rest, questions })) problems.push(problem);
      const database: Rest = { events: rest.events.map((r) => r.record), actors: rest.actors.map((r) => r.record), sources: rest.sources.map((r) => r.record) };
      return { rest: database, problems: problems.toSorted((a, b) => compare(a.file, b.file)) };
    },
  };
}

/** Sources and events are named again and again: each name is held once, and each row that tells nothing by itself shared. */
function outlining(): (question: Question) => Outline {
  const names = new Map<string, string>();
  const one = (name: string): string => {
    const known = names.get(name);
    if (known === undefined) names.set(name, name);
    return known ?? name;
  };
  const none: string[] = [];
  const undated = { dataset: null };
  return ({ id, event, place, by, relations, match, estimates, series }) => ({
    id,
    event: one(event),
    place: { countries: place.countries.map(one) },
    by: { scope: by.scope, actors: by.actors.map(one) },
    relations,
    match: { strong: match.strong, weak: match.weak },
    estimates: estimates.map(({ id, source, via, derived_from }) => ({ id, source: one(source), via: via === null ? null : one(via), derived_from: derived_from.length === 0 ? none : derived_from.map(one) })),
    series: series.map(({ id, source, points }) => ({ id, source: one(source), points: points.map(({ dataset }) => (dataset === null ? undated : { dataset: one(dataset) })) })),
  });
}

/** `database` holds the records whose shape is sound, in the order of their ids; it may be used only if there is no problem. */
export function checkDatabase(raw: readonly RawRecord[], edited = true): { database: Database; problems: Problem[] } {
  const { records, problems } = shapeOf(raw);
  problems.push(...checkRecords(records), ...(edited ? EDITED : []).flatMap((check) => check(records)));
  const database: Database = {
    questions: records.questions.map((r) => r.record),
    events: records.events.map((r) => r.record),
    actors: records.actors.map((r) => r.record),
    sources: records.sources.map((r) => r.record),
  };
  return { database, problems: problems.toSorted((a, b) => compare(a.file, b.file)) };
}
