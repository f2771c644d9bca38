// Totals by day → a running count: the last value of each month and the latest one.
import { MOST_POINTS } from '../../claim/checks/series.ts';
import type { Question, Series, SeriesPoint } from '../../claim/database.ts';
import { totalsOf } from './derivation.ts';
import type { Gathered } from './gather.ts';
import { ImportError } from './import-error.ts';

/** `dataset`: the source that publishes the file, and the file. `carried`: see totalsOf. */
export type Count = { source: string; dataset: string; carried: boolean; qualifier: Series['qualifier'] };

/**
 * The running count of this source with the values of the file in it. A point somebody entered by hand stays; in a long count, which has one
 * point a month, it is that of its month, but for the last one, where the latest value stands. Throws ImportError when fewer than two values are left.
 */
export function seriesFrom(gathered: Gathered, question: Question, { source, dataset, carried, qualifier }: Count): Series {
  const id = `${source}--${question.id}`;
  const old = question.series.find((s) => s.id === id);
  const byHand = (old?.points ?? []).filter((p) => p.dataset !== dataset);
  const given = [...totalsOf(gathered, carried)].map(([date, value]): SeriesPoint => ({ date, value, url: null, dataset, checked: 'full', estimate: null }));
  const points = monthly(byHand, given);
  if (points.length < 2) throw new ImportError(`${points.length} dated values are no running count: two are needed`);
  const drops = points.flatMap((p, i) => {
    const before = points[i - 1];
    if (before === undefined || p.value >= before.value) return [];
    const known = old?.drops.find((d) => d.date === p.date && d.to === p.value);
    return [known ?? { date: p.date, from: before.value, to: p.value, note: null }];
  });
  return { id, source, unit: question.unit, qualifier: old?.qualifier ?? qualifier, points, drops };
}

const monthOf = (p: SeriesPoint): string => p.date.slice(0, 7);

function monthly(byHand: readonly SeriesPoint[], given: readonly SeriesPoint[]): SeriesPoint[] {
  const lastOfMonths = [...Map.groupBy(byDay(given), monthOf).values()].flatMap((points) => points.at(-1) ?? []);
  const days = new Set(byHand.map((p) => p.date));
  const both = byDay([...byHand, ...lastOfMonths.filter((p) => !days.has(p.date))]);
  return both.length <= MOST_POINTS ? both : oneAMonth(both, byHand);
}

function oneAMonth(points: readonly SeriesPoint[], byHand: readonly SeriesPoint[]): SeriesPoint[] {
  const latest = points.at(-1);
  return [...Map.groupBy(points, monthOf).values()].flatMap((month) => (latest !== undefined && month.includes(latest) ? latest : (month.findLast((p) => byHand.includes(p)) ?? month.at(-1) ?? [])));
}

const byDay = (points: readonly SeriesPoint[]): SeriesPoint[] => points.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

/** A question's running counts with this one among them. */
export const withSeries = (list: readonly Series[], added: Series): Series[] => (list.some((s) => s.id === added.id) ? list.map((s) => (s.id === added.id ? added : s)) : [...list, added]);
