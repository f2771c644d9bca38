// Each file against its schema, and its name against its id.
import type * as z from 'zod/mini';
import { Actor, Event, Question, Source } from '../database.ts';
import type { Located, Problem } from './problem.ts';

/** What a file held before anybody looked: `file` is relative to the database's folder, with `/`; `value` is its parsed JSON. */
export type RawRecord = { file: string; value: unknown };

export type Records = {
  questions: Located<Question>[];
  events: Located<Event>[];
  actors: Located<Actor>[];
  sources: Located<Source>[];
};

/** The records of sound shape, by id, and what is wrong with the others. */
export function shapeOf(raw: readonly RawRecord[]): { records: Records; problems: Problem[] } {
  const problems: Problem[] = [];
  const of = <T extends { id: string }>(folder: string, schema: z.ZodMiniType<T>): Located<T>[] => {
    const found: Located<T>[] = [];
    for (const { file, value } of raw) {
      if (!file.startsWith(`${folder}/`)) continue;
      const parsed = schema.safeParse(withoutSchemaReference(value), { reportInput: true });
      if (!parsed.success) {
        for (const issue of parsed.error.issues) problems.push({ file, path: issue.path.join('.'), reason: reasonOf(issue) });
        continue;
      }
      found.push({ file, record: parsed.data });
    }
    return found.sort((a, b) => compare(a.record.id, b.record.id));
  };
  const records: Records = {
    questions: of('questions', Question),
    events: of('events', Event),
    actors: of('actors', Actor),
    sources: of('sources', Source),
  };
  for (const { file, record } of records.questions) expectFile(file, `questions/${record.collection}/${record.id}.json`);
  for (const folder of ['events', 'actors', 'sources'] as const)
    for (const { file, record } of records[folder]) expectFile(file, `${folder}/${record.id}.json`);
  return { records, problems };

  function expectFile(file: string, expected: string): void {
    if (file !== expected) problems.push({ file, path: 'id', reason: `belongs into ${expected}` });
  }
}

/** Editors find the schema by `$schema`; it is not part of the record. */
function withoutSchemaReference(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key, v]) => !(key === '$schema' && typeof v === 'string')));
}

/** By code unit: the same everywhere, whatever the locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `unknown field ${issue.keys.join(', ')}`;
    case 'invalid_value':
      return `is not one of ${issue.values.join(', ')}`;
    case 'invalid_type':
      return issue.input === undefined ? `is missing (${issue.expected} expected)` : `is not ${issue.expected}`;
    case 'too_small':
      return `is too short (at least ${issue.minimum})`;
    case 'too_big':
      return `is too long (at most ${issue.maximum})`;
    default:
      return issue.message;
  }
}
