// How a derived figure is computed from the rows of a data set: the query is data, written down beside the claims database.
import * as z from 'zod/mini';

/** A column's wanted value, or the first and last of a run of years or numbers. */
const Wanted = z.union([z.string(), z.tuple([z.number(), z.number()])]);

/**
 * `sum`: the named columns added up over the rows that fit `where`, for the estimate `of`.
 * `daily`: the value of a column on each date of the running count `of`.
 */
export const Derivation = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sum'),
    of: z.string(),
    file: z.string(),
    where: z.record(z.string(), Wanted),
    sum: z.strictObject({ low: z.optional(z.string()), best: z.optional(z.string()), high: z.optional(z.string()) }),
  }),
  z.strictObject({ kind: z.literal('daily'), of: z.string(), file: z.string(), date: z.string(), value: z.string() }),
]);
export type Derivation = z.infer<typeof Derivation>;
export type SumQuery = Extract<Derivation, { kind: 'sum' }>;
export type DailyQuery = Extract<Derivation, { kind: 'daily' }>;

export const ENDS = ['low', 'best', 'high'] as const;
type End = (typeof ENDS)[number];

type Row = Readonly<Record<string, unknown>>;

/** Sums by end, and how many rows they rest on. A cell that is no number ("NA") adds nothing. */
export function sumRows(query: SumQuery, rows: readonly Row[]): { rows: number; sums: Partial<Record<End, number>> } {
  const fitting = rows.filter((row) => Object.entries(query.where).every(([column, wanted]) => fits(row[column], wanted)));
  const sums: Partial<Record<End, number>> = {};
  for (const end of ENDS) {
    const column = query.sum[end];
    if (column !== undefined) sums[end] = fitting.reduce((n, row) => n + numberIn(row[column]), 0);
  }
  return { rows: fitting.length, sums };
}

/** Value by date. */
export function dailyValues(query: DailyQuery, rows: readonly Row[]): Map<string, number> {
  return new Map(rows.flatMap((row) => (row[query.value] === undefined ? [] : [[String(row[query.date]), numberIn(row[query.value])] as const])));
}

function fits(cell: unknown, wanted: z.infer<typeof Wanted>): boolean {
  if (typeof wanted === 'string') return String(cell) === wanted;
  const n = numberIn(cell);
  return n >= wanted[0] && n <= wanted[1];
}

function numberIn(cell: unknown): number {
  const n = Number(cell);
  return Number.isFinite(n) ? n : 0;
}
