// Each file against its schema, and its name against its id.
import * as z from 'zod/mini';
import { Actor, Event, Publisher, Question, Source } from '../database.ts';
import type { Located, Problem, Records } from './problem.ts';

/** What a file held before anybody looked: `file` is relative to the database's folder, with `/`; `value` is its parsed JSON. */
export type RawRecord = { file: string; value: unknown };

export const PUBLISHERS_FILE = 'publishers.json';
const QUESTIONS = 'questions';

/** All but the questions, by id, of sound shape. */
type Rest = Omit<Records, 'questions'>;

/** Reads files as records. `problems` and `rest.unread` grow with what is wrong in them; `questions` may be called again and again. */
export function shapes(others: readonly RawRecord[]): { rest: Rest; questions(raw: readonly RawRecord[]): Located<Question>[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const unread: string[] = [];
  const parse = <T>({ file, value }: RawRecord, schema: z.ZodMiniType<T>): Located<T>[] => {
    const parsed = schema.safeParse(withoutSchemaReference(value), { reportInput: true });
    if (parsed.success) return [{ file, record: parsed.data }];
    unread.push(file);
    for (const issue of parsed.error.issues) problems.push({ file, path: issue.path.join('.'), reason: reasonOf(issue) });
    return [];
  };
  const of = <T extends { id: string }>(raw: readonly RawRecord[], folder: string, schema: z.ZodMiniType<T>, place: (record: T) => string): Located<T>[] => {
    const found = raw.filter(({ file }) => file.startsWith(`${folder}/`)).flatMap((r) => parse(r, schema));
    for (const { file, record } of found) {
      const expected = `${folder}/${place(record)}.json`;
      if (file !== expected) problems.push({ file, path: 'id', reason: `belongs into ${expected}` });
    }
    return found.sort((a, b) => compare(a.record.id, b.record.id));
  };
  const rest: Rest = {
    events: of(others, 'events', Event, (e) => e.id),
    actors: of(others, 'actors', Actor, (a) => a.id),
    sources: of(others, 'sources', Source, (s) => s.id),
    publishers: others.filter(({ file }) => file === PUBLISHERS_FILE).flatMap((r) => parse(r, z.array(Publisher)).flatMap((l) => l.record)),
    unread,
  };
  return { rest, questions: (raw) => of(raw, QUESTIONS, Question, (q) => `${q.collection}/${q.id}`), problems };
}

/** The records of sound shape, by id, and what is wrong with the others. */
export function shapeOf(raw: readonly RawRecord[]): { records: Records; problems: Problem[] } {
  const { rest, questions, problems } = shapes(raw);
  return { records: { ...rest, questions: questions(raw) }, problems };
}

/** Editors find the schema by `$schema`; it is not part of the record. */
function withoutSchemaReference(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key, v]) => !(key === '$schema' && typeof v === 'string')));
}

/** By code unit: the same everywhere, whatever the locale. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `unknown field ${issue.keys.join(', ')}`;
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : `is not one of ${issue.values.join(', ')}`;
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
