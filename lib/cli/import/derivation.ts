// How a figure was taken from a data set: the query is data, written down beside the claims database, so that anybody can
// compute the figure again. `claims import` writes it, `claims derive` runs it.
import * as z from 'zod/mini';
import { line } from '../../claim/fields.ts';
import type { Gathered, Query } from './gather.ts';
import { columnsOf, ENDS, KINDS, Layout, type End } from './layout.ts';
import { ImportError } from './import-error.ts';

const Common = {
  of: z.string(),
  file: z.string(),
  /** A layout by its name; the columns given beside it take the place of its own. */
  as: z.optional(z.string()),
  where: z.optional(z.record(z.string(), z.union([z.string(), z.tuple([z.number(), z.number()])]))),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  licence: z.optional(line(120)),
  sha256: z.optional(z.string()),
};

/**
 * `sum`: the figures of the rows that fit, added up, for the estimate `of`.
 * `daily`: the total so far on each date, for the running count `of`.
 */
export const Derivation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sum'), ...Common, sum: z.optional(Layout) }),
  z.strictObject({ kind: z.literal('daily'), ...Common, date: z.string(), value: z.string(), carried: z.optional(z.boolean()) }),
]);
export type Derivation = z.infer<typeof Derivation>;

/** Throws ImportError for a layout nobody knows. */
export function queryOf(derivation: Derivation): Query {
  const { as, where = {}, from = null, to = null } = derivation;
  const known = as === undefined ? [{}] : KINDS[as]?.layouts;
  if (known === undefined) throw new ImportError(`no layout ${as ?? ''}; there are ${Object.keys(KINDS).join(', ')}`);
  const own: Layout = derivation.kind === 'sum' ? (derivation.sum ?? {}) : { start: derivation.date, best: derivation.value, cumulative: true };
  return { layouts: known.map((layout) => withOwn(layout, own)), where, from, to };
}

/** Figures are replaced all at once: the low end of one column and the high end of another make no range. */
export function withOwn(layout: Layout, own: Layout): Layout {
  if (!ENDS.some((end) => own[end] !== undefined)) return { ...layout, ...own };
  const { low: _low, best: _best, high: _high, ...rest } = layout;
  return { ...rest, ...own };
}

/** The figures of the rows added up, end by end; null: the layout has no such end. */
export function sumOf({ good, layout }: Gathered): Record<End, number | null> {
  const sums: Record<End, number | null> = { low: null, best: null, high: null };
  for (const end of ENDS) if (columnsOf(layout, end).length > 0) sums[end] = good.reduce((n, row) => n + (row.figures[end] ?? 0), 0);
  return sums;
}

/**
 * The total so far by date; of two rows of one day the later one counts. `carried`: the file repeats a total on the days without a
 * report, so that only the days on which it changes tell of one.
 */
export function totalsOf({ good }: Gathered, carried: boolean): Map<string, number> {
  const totals = good.flatMap(({ start, figures }) => (start === null || figures.best === null ? [] : [[start, figures.best] as const]));
  return new Map(carried ? totals.filter(([, value], i) => value !== totals[i - 1]?.[1]) : totals);
}
