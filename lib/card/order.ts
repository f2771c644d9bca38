// Rows in the order a plot is read: by value, repeats under what they repeat, positions without a number after the numbers.
import type { Estimate, Source } from '../claim/database.ts';
import { dayOf } from './choose.ts';

export type Ordered = {
  estimate: Estimate;
  /** The row right above that this one only repeats or reworks; null: it stands by itself. */
  under: Estimate | null;
  /** An earlier total of a source that has a newer one among the rows. */
  older: boolean;
};

/** Best, else low, else high; null: no number. */
export const valueOf = (e: Estimate): number | null => e.best ?? e.low ?? e.high;

/** Encyclopaedias and "what scholars agree on" have counted nothing: they come last and say what they are. */
function isSummary(e: Estimate, sources: Record<string, Source>): boolean {
  return sources[e.source]?.kind === 'encyclopaedia' || e.source === 'scholarly-consensus';
}

/** A figure that was taken from another source and not counted anew. A newspaper that rests on one source has added it up, at most. */
function origin(e: Estimate, rows: readonly Estimate[]): Estimate | null {
  const taken = e.status === 'restatement' || e.status === 'derived' || (e.role === 'press' && e.derived_from.length === 1);
  if (!taken) return null;
  const candidates = rows.filter((o) => o !== e && e.derived_from.includes(o.source) && o.status !== 'restatement');
  const day = dayOf(e) ?? '';
  // Of two totals of one source it rests on the one of its own time.
  return candidates.findLast((o) => (dayOf(o) ?? '') <= day) ?? candidates[0] ?? null;
}

function isOlder(e: Estimate, rows: readonly Estimate[]): boolean {
  const value = valueOf(e);
  const day = dayOf(e);
  return (
    value !== null &&
    day !== null &&
    e.as_of !== null &&
    e.status === 'current' &&
    // A part counted by itself is not an older state of the whole.
    e.scope === null &&
    rows.some((o) => o.source === e.source && o.status === 'current' && (dayOf(o) ?? '').slice(0, day.length) > day && (valueOf(o) ?? 0) > value)
  );
}

/** `replacing`: a later total of a source stands for its earlier ones; without it every value is a count of its own. */
export function order(rows: readonly Estimate[], sources: Record<string, Source>, replacing: boolean): Ordered[] {
  const rank = (e: Estimate): number => (isSummary(e, sources) ? 2 : valueOf(e) === null ? 1 : 0);
  const byValue = (a: Estimate, b: Estimate): number =>
    rank(a) - rank(b) || (valueOf(a) ?? 0) - (valueOf(b) ?? 0) || (a.high ?? 0) - (b.high ?? 0) || (dayOf(a) ?? '').localeCompare(dayOf(b) ?? '');
  const sorted = [...rows].sort(byValue);
  const under = new Map(sorted.map((e) => [e, origin(e, sorted)]));
  const out: Ordered[] = [];
  const put = (e: Estimate): void => {
    out.push({ estimate: e, under: under.get(e) ?? null, older: replacing && isOlder(e, rows) });
    for (const o of sorted) if (under.get(o) === e) put(o);
  };
  for (const e of sorted) if (!under.get(e)) put(e);
  // Two sources that each name the other as their origin would otherwise be lost.
  for (const e of sorted) if (!out.some((o) => o.estimate === e)) out.push({ estimate: e, under: null, older: false });
  return out;
}
