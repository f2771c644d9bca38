// What a file brought, taken in beside what is there: what does not hold together is left out and told, the rest comes in.
import { byId } from '../claim/by-id.ts';
import { Estimate, type Question } from '../claim/database.ts';
import { frameOf, isFull, withAll, withoutPoints, type Along, type Known, type Mine } from './mine.ts';
import { problemsIn, type Found } from './problems.ts';
import type { Slip } from './slip.ts';

/** `line`: of a table, its heading being line 1; null: of a file that has none. */
export type Where = { file: string; line: number | null };
export type Rejected = { where: Where; slip: Slip };

/** `questions` by id, each with the estimates that are brought and those that were there; `at`: where a question or estimate stood, by id. */
export type Brought = { questions: Map<string, Question>; along: Along; at: Map<string, Where>; rejected: Rejected[] };

/** `known`: estimates that are the extension's own already. */
export type Taken = { mine: Mine; added: number; changed: number; questions: number; known: number; rejected: Rejected[] };

export function takeIn(mine: Mine, given: Brought, known: Known): Taken {
  const brought = { ...given, at: new Map(given.at) };
  const { questions, already } = withoutKnown(brought, known);
  const rejected = [...brought.rejected];
  for (;;) {
    const next = withAll(mine, [...questions.values()], brought.along, known);
    if (isFull(next)) return { mine, added: 0, changed: 0, questions: 0, known: already, rejected: [{ where: { file: '', line: null }, slip: { field: '', code: 'full', given: '' } }] };
    const found = problemsIn(next, known, (id) => questions.has(id)).filter((p) => brought.at.has(p.estimate ?? p.question));
    if (found.length === 0) return { ...counted(mine, next), known: already, rejected: once(rejected).toSorted(byPlace) };
    // What names something that is not there goes first: others may be blamed only because of it.
    const missing = found.filter((p) => p.slip.code === 'missing');
    rejected.push(...leaveOut(missing.length > 0 ? missing : found, questions, brought, mine));
  }
}

/** A file of the extension's questions, to which one's own were added, brings those along that were there. */
function withoutKnown({ questions }: Brought, known: Known): { questions: Map<string, Question>; already: number } {
  const shipped = byId(known.questions);
  let already = 0;
  const own = (q: Question): Question => {
    const theirs = byId(shipped.get(q.id)?.estimates ?? []);
    const left = q.estimates.filter((e) => !isSame(e, theirs.get(e.id)));
    already += q.estimates.length - left.length;
    const frame = shipped.get(q.id);
    return frame === undefined ? q : { ...frameOf(frame), estimates: left };
  };
  return { questions: byId([...questions.values()].map(own)), already };
}

const SAID = ['source', 'low', 'best', 'high', 'qualifier', 'text_value', 'as_of', 'status'] as const satisfies (keyof Estimate)[];
const isSame = (e: Estimate, other: Estimate | undefined): boolean => other !== undefined && SAID.every((field) => e[field] === other[field]);

/** Takes out of `questions` what is to blame, at least one thing; answers why, once for each. */
function leaveOut(found: readonly Found[], questions: Map<string, Question>, { at }: Brought, mine: Mine): Rejected[] {
  const was = byId(mine.questions);
  const out: Rejected[] = [];
  for (const [id, problems] of Map.groupBy(found, (p) => p.question)) {
    const question = questions.get(id);
    if (question === undefined) continue;
    const where = at.get(id) ?? { file: '', line: null };
    const whole = problems.filter((p) => p.estimate === null && p.part === null);
    if (whole.length > 0) {
      questions.delete(id);
      at.delete(id);
      for (const p of whole) out.push({ where, slip: p.slip });
      // Its other rows fall with it, and are told.
      for (const e of question.estimates) {
        const row = at.get(e.id);
        if (row !== undefined && row.line !== where.line) out.push({ where: row, slip: { field: '', code: 'refused', given: question.title } });
      }
      continue;
    }
    const bad = new Set(problems.flatMap((p) => p.estimate ?? []));
    for (const p of problems) out.push({ where: (p.estimate === null ? null : at.get(p.estimate)) ?? where, slip: p.slip });
    const parts = (of: 'relations' | 'series'): Set<number> => new Set(problems.flatMap((p) => (p.part?.of === of ? p.part.at : [])));
    const before = byId(was.get(id)?.estimates ?? []);
    const series = question.series.filter((_, i) => !parts('series').has(i)).map((s) => withoutPoints(s, bad));
    const kept = new Set(series.map((s) => s.id));
    const inSeries = (e: Estimate): Estimate => (e.series === null || kept.has(e.series) ? e : { ...e, series: null });
    questions.set(id, {
      ...question,
      relations: question.relations.filter((_, i) => !parts('relations').has(i)),
      series,
      // What a bad one would have replaced stays as it was.
      estimates: question.estimates.flatMap((e) => (bad.has(e.id) ? (before.get(e.id) ?? []) : inSeries(e))),
    });
    for (const estimate of bad) at.delete(estimate);
  }
  return out;
}

const once = (rejected: readonly Rejected[]): Rejected[] => [...new Map(rejected.map((r) => [JSON.stringify([r.where, r.slip.field, r.slip.code, r.slip.given]), r])).values()];

const byPlace = (a: Rejected, b: Rejected): number => (a.where.file < b.where.file ? -1 : a.where.file > b.where.file ? 1 : (a.where.line ?? 0) - (b.where.line ?? 0));

/** With the fields in the order of the schema, whoever made the record. */
const canonical = (e: Estimate | undefined): string => JSON.stringify(Estimate.parse(e));

function counted(mine: Mine, next: Mine): Pick<Taken, 'mine' | 'added' | 'changed' | 'questions'> {
  const before = byId(mine.questions.flatMap((q) => q.estimates));
  const after = next.questions.flatMap((q) => q.estimates);
  const was = new Set(mine.questions.map((q) => q.id));
  return {
    mine: next,
    added: after.filter((e) => !before.has(e.id)).length,
    changed: after.filter((e) => before.has(e.id) && canonical(before.get(e.id)) !== canonical(e)).length,
    questions: next.questions.filter((q) => !was.has(q.id)).length,
  };
}
