// Is this a sound claims database? Every rule of checks/ is put to every record, and every problem is told, not only the first.
import type { Database } from './database.ts';
import { dates } from './checks/dates.ts';
import { duplicates } from './checks/duplicates.ts';
import { figures } from './checks/figures.ts';
import { links } from './checks/links.ts';
import { names } from './checks/names.ts';
import type { Check, Located, Problem, Records } from './checks/problem.ts';
import { references } from './checks/references.ts';
import { relations } from './checks/relations.ts';
import { scope } from './checks/scope.ts';
import { series } from './checks/series.ts';
import { shapeOf, type RawRecord } from './checks/shape.ts';
import { shown } from './checks/shown.ts';

export { shapeOf };
export type { Located, Problem, RawRecord, Records };

const CHECKS: readonly Check[] = [references, figures, dates, relations, names, shown, scope, links, series, duplicates];

/** One line for a person: the file, the field in it, what is wrong. */
export const describeProblem = (p: Problem): string => [p.file, p.path, p.reason].filter((s) => s !== '').join(': ');

/** What is wrong with records of sound shape. */
export const checkRecords = (records: Records): Problem[] => CHECKS.flatMap((check) => check(records));

/** `database` holds the records whose shape is sound, in the order of their ids; it may be used only if there is no problem. */
export function checkDatabase(raw: readonly RawRecord[]): { database: Database; problems: Problem[] } {
  const { records, problems } = shapeOf(raw);
  problems.push(...checkRecords(records));
  const database: Database = {
    questions: records.questions.map((r) => r.record),
    events: records.events.map((r) => r.record),
    actors: records.actors.map((r) => r.record),
    sources: records.sources.map((r) => r.record),
  };
  return { database, problems: problems.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)) };
}
