// The rows of a file that answer a question: those that fit, are sound and stand there once; and what was kept aside.
import { allColumns, type Layout } from './layout.ts';
import { ImportError } from './import-error.ts';
import { judge, textOf, type Good } from './judge-row.ts';
import type { Row } from './read-rows.ts';

/** A column's wanted value, or the first and last of a run of years or numbers. */
export type Where = Readonly<Record<string, string | readonly [number, number]>>;
export type Query = { layouts: readonly Layout[]; where: Where; from: string | null; to: string | null };

/** A row that is not counted, and why; `line` as in Row. */
export type Aside = { line: number; id: string | null; reason: string };
export type Gathered = { layout: Layout; rows: number; good: Good[]; aside: Aside[] };

/**
 * `rows` in the answer are all that the file has. A row outside `where`, `from` and `to` is neither good nor aside; one that lies
 * across one of the two days is aside. Throws ImportError when the file has none of the layouts, or lacks a column that `where` names.
 */
export async function gather(rows: AsyncIterable<Row>, query: Query): Promise<Gathered> {
  let layout: Layout | null = null;
  let count = 0;
  const [good, aside]: [Good[], Aside[]] = [[], []];
  const seen = new Map<string, number>();
  const columns = new Set<string>();
  for await (const { line, cells } of rows) {
    count += 1;
    for (const column of Object.keys(cells)) columns.add(column);
    layout ??= layoutOf(query.layouts, columns);
    if (layout === null || !fitsAll(cells, query.where)) continue;
    const row = judge(cells, layout);
    if (row === null) continue;
    const id = layout.id === undefined ? null : textOf(cells[layout.id]);
    const reason = typeof row === 'string' ? row : across(row, query);
    if (reason === 'outside') continue;
    const before = id === null ? undefined : seen.get(id);
    if (id !== null && before === undefined) seen.set(id, line);
    if (before !== undefined) aside.push({ line, id, reason: `${id} stands in line ${before} already` });
    else if (reason !== null) aside.push({ line, id, reason });
    else if (typeof row !== 'string') good.push(row);
  }
  if (layout === null) throw new ImportError(`the file has none of the layouts known for it: no column ${missing(query.layouts, columns)}`);
  const unknown = Object.keys(query.where).find((column) => !columns.has(column));
  if (unknown !== undefined) throw new ImportError(`the file has no column ${unknown}; it has ${[...columns].join(', ')}`);
  return { layout, rows: count, good, aside };
}

/** JSON leaves out what is not known, so a figure's column need not be in the first row. */
function layoutOf(layouts: readonly Layout[], columns: ReadonlySet<string>): Layout | null {
  return layouts.find((layout) => allColumns(layout).every((column) => columns.has(column))) ?? null;
}

const missing = (layouts: readonly Layout[], columns: ReadonlySet<string>): string =>
  layouts.map((layout) => allColumns(layout).filter((column) => !columns.has(column)).join(', ')).join('; or ');

const fitsAll = (cells: Row['cells'], where: Where): boolean => Object.entries(where).every(([column, wanted]) => fits(textOf(cells[column]), wanted));

function fits(cell: string, wanted: Where[string]): boolean {
  if (typeof wanted === 'string') return cell === wanted;
  const n = Number(cell);
  return cell !== '' && n >= wanted[0] && n <= wanted[1];
}

/** Null: within the days that were asked for. */
function across({ start, end }: Good, { from, to }: Query): string | null {
  if (start === null || end === null) return null;
  if ((from !== null && end < from) || (to !== null && start > to)) return 'outside';
  if (from !== null && start < from) return `begins (${start}) before ${from} and ends after`;
  return to !== null && end > to ? `ends (${end}) after ${to} and begins before` : null;
}
