// Records as the claims database keeps them: a question's file, those of its sources, events and actors, several in a list, or all of
// them in the file this data is saved as.
import { shapeOf, type RawRecord } from '../claim/check.ts';
import type { Database, Question } from '../claim/database.ts';
import { FORMAT, type Mine } from './mine.ts';
import { fileOf } from './problems.ts';
import { codeOf, slipOf } from './slip.ts';
import type { Brought, Rejected, Where } from './take-in.ts';

export type FoundRecord = { where: Where; value: unknown };

type Kind = keyof Database;
type Named = Record<string, unknown> & { id: string };

const isNamed = (value: unknown): value is Named => typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';

/** By what only one kind of record has; null: none of ours. */
function kindOf(value: unknown): Kind | null {
  if (!isNamed(value)) return null;
  if ('estimates' in value) return 'questions';
  if ('shared_aliases' in value) return 'sources';
  if ('start' in value) return 'events';
  return 'aliases' in value ? 'actors' : null;
}

/** The records of a parsed file; null: it holds none. */
export function recordsIn(value: unknown, file: string): FoundRecord[] | null {
  const values = Array.isArray(value) ? value : isAll(value) ? [...value.questions, ...value.events, ...value.actors, ...value.sources] : [value];
  if (!values.some((v) => kindOf(v) !== null)) return null;
  // Entries of a list are counted as rows are.
  return values.map((v, i) => ({ where: { file, line: values.length > 1 ? i + 1 : null }, value: v }));
}

const isAll = (value: unknown): value is Record<Kind, unknown[]> =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT && (['questions', 'events', 'actors', 'sources'] as const).every((kind) => kind in value && Array.isArray((value as Record<string, unknown>)[kind]));

/** What is of no sound shape is told; of a question that has some unsound estimates the others come in. */
export function readRecords(found: readonly FoundRecord[], mine: Mine): Brought {
  const brought: Brought = { questions: new Map(), along: {}, at: new Map(), rejected: [] };
  const along: Required<Brought['along']> = { events: [], actors: [], sources: [] };
  for (const { where, value } of found) {
    const kind = kindOf(value);
    if (kind === null || !isNamed(value)) {
      brought.rejected.push({ where, slip: { field: '', code: 'other', given: 'no question, event, actor or source' } });
      continue;
    }
    const { record, rejected } = kind === 'questions' ? question(value, where) : other(kind, value, where);
    brought.rejected.push(...rejected);
    if (record === null) continue;
    if ('estimates' in record) {
      const there = brought.questions.get(record.id) ?? mine.questions.find((q) => q.id === record.id);
      brought.questions.set(record.id, there === undefined ? record : together(there, record));
      brought.at.set(record.id, where);
      for (const e of record.estimates) brought.at.set(e.id, where);
    } else (along[kind as Exclude<Kind, 'questions'>] as (typeof record)[]).push(record);
  }
  return { ...brought, along };
}

/** What was there stays, but for what comes with the same id. */
function together(there: Question, fresh: Question): Question {
  const estimates = new Set(fresh.estimates.map((e) => e.id));
  const series = new Set(fresh.series.map((s) => s.id));
  return { ...fresh, estimates: [...there.estimates.filter((e) => !estimates.has(e.id)), ...fresh.estimates], series: [...there.series.filter((s) => !series.has(s.id)), ...fresh.series] };
}

type Read<T> = { record: T | null; rejected: Rejected[] };

function question(value: Named, where: Where): Read<Question> {
  const given = 'collection' in value && typeof value['collection'] === 'string' ? value['collection'] : '';
  const whole = shaped({ file: fileOf.question({ collection: given, id: value.id }), value });
  const [record] = whole.records.questions;
  const rejected = whole.problems.map((p) => ({ where, slip: slipOf(p) }));
  if (record !== undefined) return { record: record.record, rejected };
  const bad = new Set(whole.problems.flatMap((p) => /^estimates\.(\d+)(?:\.|$)/.exec(p.path)?.[1] ?? []).map(Number));
  const list = value['estimates'];
  const only = whole.problems.every((p) => /^estimates\.\d/.test(p.path));
  if (!only || !Array.isArray(list)) return { record: null, rejected };
  const [rest] = shaped({ file: fileOf.question({ collection: given, id: value.id }), value: { ...value, estimates: list.filter((_, i) => !bad.has(i)) } }).records.questions;
  return { record: rest?.record ?? null, rejected };
}

function other(kind: Exclude<Kind, 'questions'>, value: Named, where: Where): Read<Database[Exclude<Kind, 'questions'>][number]> {
  const { records, problems } = shaped({ file: `${kind}/${value.id}.json`, value });
  return { record: records[kind][0]?.record ?? null, rejected: problems.map((p) => ({ where, slip: { field: '' as const, ...codeOf(`${p.path}: ${p.reason}`) } })) };
}

const shaped = (raw: RawRecord): ReturnType<typeof shapeOf> => shapeOf([raw]);
