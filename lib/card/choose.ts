// Which of a question's estimates stand beside a page of a given date. Nothing is added up, nothing is left out:
// what is not chosen here is an older or newer total, or counts something else.
import type { CardQuestion } from '../claim/card-content.ts';
import type { Estimate, Series, SeriesPoint } from '../claim/database.ts';

export type Chosen = {
  /** The rows of the plot, in the order of the database. */
  rows: Estimate[];
  /** Dated values of the same sources that are older or newer than those in `rows`. */
  totals: Estimate[];
  /** Estimates filed under this question that count something else. */
  others: Estimate[];
};

/** Names the stream of an estimate: values of one source that replace each other, in one running count or one scope of counting. */
function streamsOf(estimates: readonly Estimate[]): (e: Estimate) => string {
  const series = Map.groupBy(estimates.filter((e) => e.series), (e) => e.source);
  return ({ source, series: own, scope: s }) => {
    if (own) return own;
    // A value that was noted apart still belongs to its source's only running count.
    const known = new Set(series.get(source)?.map((e) => e.series));
    if (!s && known.size === 1) return [...known].join('');
    // Wording changes from one report to the next; who, what, where, by whom and since when do not. An end is only a date.
    const fields = [s?.group, s?.measure, s?.place, s?.by, s?.period?.start?.slice(0, 4)].join('|');
    return [source, fields, s && !s.period && fields === '||||' ? s.text : ''].join('|');
  };
}

/** The day an estimate describes; where unknown, the day it appeared. Null sorts first. */
export function dayOf(e: Estimate): string | null {
  return e.as_of ?? e.published;
}

const gone = (e: Estimate): boolean => e.status === 'superseded' || e.status === 'withdrawn';

/** The end of an ISO period: "2017" holds for all of 2017. */
const notAfter = (day: string, page: string): boolean => day <= page.slice(0, day.length);

/** The value valid at `page`: the last one until then, or, when all came later, the first. Equals by date stay together. */
function validAt(values: readonly Estimate[], page: string | null): Estimate[] {
  const days = values.map((e) => dayOf(e) ?? '').sort();
  const day = page === null ? days.at(-1) : (days.findLast((d) => notAfter(d, page)) ?? days[0]);
  return values.filter((e) => (dayOf(e) ?? '') === day);
}

/** A point's value in the terms of an estimate: the value of a count of bounds is its bound. */
export function pointFigure({ value, low, high }: SeriesPoint, qualifier: Series['qualifier']): Pick<Estimate, 'low' | 'best' | 'high' | 'qualifier'> {
  const range = low !== undefined && high !== undefined;
  const floor = qualifier === 'at-least' || qualifier === 'more-than';
  const ceiling = qualifier === 'at-most' || qualifier === 'less-than';
  return {
    low: low ?? (floor ? value : null),
    best: range || floor || ceiling ? null : value,
    high: high ?? (ceiling ? value : null),
    qualifier: range ? 'range' : qualifier,
  };
}

/** A point of a running count that is no estimate of its own, said in the words of its nearest estimate. */
function fromPoint(point: SeriesPoint, series: Series, like: Estimate): Estimate {
  return {
    ...like,
    ...pointFigure(point, series.qualifier),
    id: `${series.id}-${point.date}`,
    as_of: point.date,
    published: null,
    date_precision: 'day',
    claimant: null,
    via: null,
    caveat: null,
    status: 'current',
    contested: false,
    url: point.url,
    url_kind: point.dataset ? 'dataset' : 'report-of',
    link: false,
    title: point.dataset,
    seen_at: null,
    where: null,
  };
}

/** The estimates that may be shown, with the dated points between them made estimates too. */
function withPoints(question: CardQuestion): Estimate[] {
  const shown = question.estimates.filter((e) => e.show && e.status !== 'excluded');
  const points = question.series.flatMap((series) => {
    const own = shown.filter((e) => e.series === series.id);
    const like = own.find((e) => !gone(e)) ?? own[0];
    if (!like) return [];
    const days = new Set(own.map(dayOf));
    return series.points.filter((p) => !days.has(p.date)).map((p) => fromPoint(p, series, like));
  });
  return [...shown, ...points];
}

/** A count this much later than the page still speaks of about the same day, ms: three months. */
const SOON = 92 * 86_400_000;
/** While people go on dying, a total that stood still for longer than this is an older total, ms: a year. */
const STALE = 366 * 86_400_000;

/** A running count that had not begun at the page's date is a newer total, unless too little would be left to compare; so for one that had ended. */
function inTime(rows: Estimate[], page: string, running: boolean): Estimate[] {
  const begun = (e: Estimate): boolean => notAfter(dayOf(e) ?? '', page);
  const since = (e: Estimate): number => Date.parse(page) - Date.parse(dayOf(e) ?? '');
  const enough = (few: Estimate[], all: Estimate[]): Estimate[] => (new Set(few.map((e) => e.source)).size > 1 ? few : all);
  const sources = new Set(rows.filter(begun).map((e) => e.source));
  const own = rows.filter((e) => begun(e) || !sources.has(e.source));
  const soon = enough(own.filter((e) => begun(e) || -since(e) < SOON), own);
  return running ? enough(soon.filter((e) => !(since(e) > STALE)), soon) : soon;
}

/** How many superseded figures the plot takes before they go to the totals: two cards' worth of rows stay readable. */
const ROOM = 9;

/**
 * `page` is the page's date, ISO; null: the newest of everything.
 * `figures` are the numbers the page states: a replaced figure that the page still gives is never folded away.
 */
export function choose(question: CardQuestion, page: string | null, figures: readonly number[]): Chosen {
  const all = withPoints(question);
  const others = all.filter((e) => e.comparable === 'no' || e.status === 'misreport');
  const rivals = all.filter((e) => !others.includes(e));
  if (question.series_rule === 'all') return { rows: rivals, totals: [], others };

  const at = question.series_rule === 'nearest-as-of' ? page : null;
  const streams = Map.groupBy(rivals.filter((e) => !gone(e)), streamsOf(rivals));
  let rows = [...streams.values()].flatMap((values) => validAt(values, at));
  if (at !== null) rows = inTime(rows, at, question.period.end === null);
  const stated = (e: Estimate): boolean => [e.low, e.best, e.high].some((n) => n !== null && figures.includes(n));
  const replaced = rivals.filter(gone);
  const withdrawn = replaced.filter((e) => e.status === 'withdrawn' || stated(e));
  const rest = replaced.filter((e) => !withdrawn.includes(e));
  rows.push(...withdrawn);
  // Running counts revise themselves all the time; their replaced values are a matter of the series, unless they are all there is.
  const alone = new Set(rows.filter((e) => !gone(e)).map((e) => e.source)).size < 2;
  const fit = rest.filter((e) => alone || (at === null && e.series === null));
  if (rows.length + fit.length <= ROOM) rows.push(...fit);
  const inRows = new Set(rows);
  return { rows: all.filter((e) => inRows.has(e)), totals: rivals.filter((e) => !inRows.has(e)), others };
}
