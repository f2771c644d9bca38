// Is a row sound? Read strictly: what breaks a rule is kept aside with its reason, never repaired.
import { columnsOf, ENDS, type End, type Layout } from './layout.ts';
import type { Cells } from './read-rows.ts';

/** `start` and `end` null: the layout knows no days. An end is null when the row does not say it. */
export type Good = { id: string | null; start: string | null; end: string | null; figures: Record<End, number | null> };

/** A word that stands for nothing known, as statistics programs write it. */
const UNKNOWN = new Set(['', 'NA', 'N/A', 'null']);

export const textOf = (cell: unknown): string => (typeof cell === 'string' ? cell.trim() : cell === null || cell === undefined ? '' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell as number | boolean));

/** The row, or why it is none, in words; null: a day on which a running total was not reported. */
export function judge(cells: Cells, layout: Layout): Good | string | null {
  if (layout.cumulative === true && ENDS.every((end) => columnsOf(layout, end).every((column) => UNKNOWN.has(textOf(cells[column]))))) return null;
  const id = layout.id === undefined ? null : textOf(cells[layout.id]);
  if (id === '') return `no ${layout.id ?? ''}`;
  const start = dayIn(cells, layout.start, layout);
  if (start.wrong !== null) return start.wrong;
  const end = layout.end === undefined ? start : dayIn(cells, layout.end, layout);
  if (end.wrong !== null) return end.wrong;
  if (start.day !== null && end.day !== null && end.day < start.day) return `ends (${end.day}) before it starts (${start.day})`;
  const figures: Record<End, number | null> = { low: null, best: null, high: null };
  for (const name of ENDS) {
    const found = countIn(cells, columnsOf(layout, name));
    if (typeof found === 'string') return found;
    figures[name] = found;
  }
  return outOfOrder(figures, layout) ?? { id, start: start.day, end: end.day, figures };
}

function outOfOrder({ low, best, high }: Record<End, number | null>, layout: Layout): string | null {
  const missing = ENDS.filter((end) => columnsOf(layout, end).length > 0 && { low, best, high }[end] === null);
  if (missing.length > 0) return `no figure in ${missing.flatMap((end) => columnsOf(layout, end)).join(', ')}`;
  if (low !== null && best !== null && low > best) return `low ${low} is above best ${best}`;
  if (best !== null && high !== null && best > high) return `best ${best} is above high ${high}`;
  if (low !== null && high !== null && low > high) return `low ${low} is above high ${high}`;
  return null;
}

/** A sum of the columns; null when none of them says anything; words when one says what is no count. */
function countIn(cells: Cells, columns: readonly string[]): number | string | null {
  let sum: number | null = null;
  for (const column of columns) {
    const text = textOf(cells[column]);
    if (UNKNOWN.has(text)) continue;
    if (!/^\d{1,10}$/.test(text)) return `${column}: ${text} is not a whole number from 0 on`;
    sum = (sum ?? 0) + Number(text);
  }
  return sum;
}

type Day = { day: string | null; wrong: string | null };

function dayIn(cells: Cells, column: string | undefined, { days = 'iso' }: Layout): Day {
  if (column === undefined) return { day: null, wrong: null };
  const text = textOf(cells[column]);
  if (UNKNOWN.has(text)) return { day: null, wrong: `${column}: no day` };
  const written = days === 'iso' ? text : turned(text);
  // Databases write midnight behind a day that has no hour.
  const day = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00:00(?:\.0+)?Z?)?$/.exec(written)?.[1];
  if (day === undefined) return { day: null, wrong: `${column}: ${text} is not a day` };
  return isReal(day) ? { day, wrong: null } : { day: null, wrong: `${column}: ${text} is no day that exists` };
}

/** "Thu, 01/02/2026 - 12:00": the day of the week and the hour are the same in every row of such files. */
function turned(text: string): string {
  const [, month, day, year] = /^(?:[A-Z][a-z]{2}, )?(\d{2})\/(\d{2})\/(\d{4})(?: - \d{2}:\d{2})?$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month}-${day}`;
}

export function isReal(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
