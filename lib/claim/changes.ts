// What differs between two versions of a claims database, as a reader would see it: whose figure came, changed, was
// superseded or taken back. Names that only serve linking are not among it.
import { byId } from './by-id.ts';
import type { Estimate, Question, Series } from './database.ts';

/** The figure of an estimate, and nothing else of it. */
export type Figure = Pick<Estimate, 'low' | 'best' | 'high' | 'qualifier' | 'text_value' | 'as_of'>;

/** `gone`: it stands in the new version no more. `fields`: what differs, by its name in the record. `before` and `after` null where there is none. */
export type EstimateChange = {
  estimate: string;
  source: string;
  kind: 'added' | 'changed' | 'superseded' | 'withdrawn' | 'gone';
  fields: string[];
  before: Figure | null;
  after: Figure | null;
};

/** `fields` of the question itself. `points`: dated values of running counts that are new. */
export type QuestionChange = {
  question: string;
  title: string;
  kind: 'added' | 'changed' | 'gone';
  fields: string[];
  estimates: EstimateChange[];
  points: number;
};

/** Not shown, or told by the changes of estimates and series. */
const TOLD_ELSEWHERE = new Set(['match', 'estimates', 'series', 'thin', 'collection']);
const NEVER_SHOWN = new Set(['unchecked', 'where', 'verified', 'checked', 'seen_at']);
/** An estimate with one of these states is no longer what its source says. */
const TAKEN_BACK = new Set<Estimate['status']>(['withdrawn', 'excluded', 'misreport']);

/** In the order of the question ids; questions that are alike in both are left out. */
export function changesBetween(before: readonly Question[], after: readonly Question[]): QuestionChange[] {
  const old = byId(before);
  const now = byId(after);
  return [...new Set([...old.keys(), ...now.keys()])].toSorted().flatMap((id) => {
    const change = questionChange(old.get(id) ?? null, now.get(id) ?? null);
    return change === null ? [] : [change];
  });
}

function questionChange(before: Question | null, after: Question | null): QuestionChange | null {
  const either = after ?? before;
  if (either === null) return null;
  const { id: question, title } = either;
  if (before === null || after === null)
    return { question, title, kind: before === null ? 'added' : 'gone', fields: [], estimates: estimateChanges(before?.estimates ?? [], after?.estimates ?? []), points: 0 };
  const fields = differing(before, after, TOLD_ELSEWHERE);
  const estimates = estimateChanges(before.estimates, after.estimates);
  const points = newPoints(before.series, after.series);
  return fields.length + estimates.length + points === 0 ? null : { question, title, kind: 'changed', fields, estimates, points };
}

function estimateChanges(before: readonly Estimate[], after: readonly Estimate[]): EstimateChange[] {
  const old = byId(before);
  const now = byId(after);
  return [...new Set([...old.keys(), ...now.keys()])].toSorted().flatMap((id) => estimateChange(old.get(id) ?? null, now.get(id) ?? null) ?? []);
}

/** What became of one estimate; null: nothing a reader would see. */
export function estimateChange(before: Estimate | null, after: Estimate | null): EstimateChange | null {
  const either = after ?? before;
  if (either === null) return null;
  const fields = before && after ? differing(before, after, NEVER_SHOWN) : [];
  if (before && after && fields.length === 0) return null;
  return { estimate: either.id, source: either.source, kind: kindOf(before, after), fields, before: before && figureOf(before), after: after && figureOf(after) };
}

function kindOf(before: Estimate | null, after: Estimate | null): EstimateChange['kind'] {
  if (after === null) return 'gone';
  if (before === null) return 'added';
  if (before.status === after.status) return 'changed';
  if (TAKEN_BACK.has(after.status)) return 'withdrawn';
  return after.status === 'superseded' ? 'superseded' : 'changed';
}

const figureOf = ({ low, best, high, qualifier, text_value, as_of }: Estimate): Figure => ({ low, best, high, qualifier, text_value, as_of });

function differing<T extends object>(before: T, after: T, leftOut: ReadonlySet<string>): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const value = (record: T, key: string): string => JSON.stringify((record as Record<string, unknown>)[key] ?? null);
  return [...keys].filter((key) => !leftOut.has(key) && value(before, key) !== value(after, key)).toSorted();
}

function newPoints(before: readonly Series[], after: readonly Series[]): number {
  const known = new Set(before.flatMap((s) => s.points.map((p) => `${s.source} ${p.date} ${p.value}`)));
  return after.flatMap((s) => s.points.map((p) => `${s.source} ${p.date} ${p.value}`)).filter((point) => !known.has(point)).length;
}
