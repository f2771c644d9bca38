// Older and newer totals: a step line of the running counts, and every value in a list.
import type { CardQuestion, CardSource } from '../claim/card-content.ts';
import type { Estimate, Series } from '../claim/database.ts';
import { dayOf, pointFigure } from './choose.ts';
import { kindOf } from './kinds.ts';
import type { Kind } from './kinds.ts';
import { withFeed } from './names.ts';
import type { Other } from './others.ts';
import { asText } from './words.ts';
import type { Words } from './words.ts';

/** One running count, drawn: a path in the chart's box and its last value; whose it is stands below, with its kind's shape. */
type StepLine = { kind: Kind; path: string; x: number; y: number; last: string; legend: string };
export type Chart = {
  width: number;
  height: number;
  lines: StepLine[];
  /** Base line with its ticks. */
  rule: string;
  years: { x: number; text: string }[];
  page: { path: string; x: number; y: number; anchor: 'start' | 'end' } | null;
  /** The chart as a sentence. */
  label: string;
};
export type Totals = { count: string; chart: Chart | null; list: Other[] };

/** The box of the chart, px: line on the start side, last values on the other, years below. */
const W = 326;
const H = 92;
const LABELS = 52;
const TOP = 8;
const BASE = H - 16;
/** Two labels need this much between them, px. */
const APART = 13;
/** More lines than this cannot be told apart in a hundred pixels. */
const LINES = 3;
/** Months between the ticks below the line; the first step that needs at most four of them is taken. */
const STEPS = [1, 3, 6, 12, 24, 60, 120, 240];

const time = (iso: string): number => Date.parse(iso);

function ticks(from: number, to: number, words: Words): { at: number; text: string }[] {
  const months = (to - from) / 2_629_800_000;
  const step = STEPS.find((s) => months / s <= 4) ?? 600;
  const first = new Date(from);
  const out: { at: number; text: string }[] = [];
  for (let m = first.getUTCFullYear() * 12 + (step < 12 ? first.getUTCMonth() : 0); out.length < 7; m++) {
    if (m % step !== 0) continue;
    const at = Date.UTC(Math.floor(m / 12), m % 12);
    if (at > to) break;
    if (at < from) continue;
    const iso = new Date(at).toISOString();
    out.push({ at, text: words.date(iso.slice(0, step < 12 ? 7 : 4)) });
  }
  return out;
}

type Drawing = { page: string | null; kinds: Map<string, Kind>; name: (id: string) => string; words: Words };

/** The last value with its bounds: 8,106 to 12,980. */
function lastOf({ qualifier, points }: Series, words: Words): string {
  const last = points.at(-1);
  if (!last) return '';
  const figure = words.figure(pointFigure(last, qualifier));
  return `${figure ? asText(figure) : words.number(last.value)} (${words.date(last.date)})`;
}

/** A running count jumps when it is reported: steps, never a slope, and nothing after the last report. */
function chartOf(series: readonly Series[], { page, kinds, name, words }: Drawing): Chart | null {
  const drawn = series
    .filter((s) => s.points.length > 2)
    .sort((a, b) => b.points.length - a.points.length)
    .slice(0, LINES);
  const points = drawn.flatMap((s) => s.points);
  if (points.length === 0) return null;
  const days = points.map((p) => time(p.date)).concat(page ? time(page) : []);
  const from = Math.min(...days);
  const to = Math.max(...days);
  const max = Math.max(1, ...points.map((p) => p.value)) * 1.05;
  const round = (n: number): number => +n.toFixed(1);
  const x = (at: number): number => {
    const along = ((at - from) / (to - from || 1)) * (W - LABELS);
    return round(words.rtl ? W - along : along);
  };
  const y = (value: number): number => round(BASE - (value / max) * (BASE - TOP));
  const out = words.rtl ? -5 : 5;

  let floor = H + APART;
  const lines = drawn
    .map((s) => ({ s, last: s.points.at(-1) }))
    .sort((a, b) => (a.last?.value ?? 0) - (b.last?.value ?? 0))
    .map(({ s, last }) => {
      const path = s.points.map((p, i) => (i ? `H${x(time(p.date))}V${y(p.value)}` : `M${x(time(p.date))} ${y(p.value)}`)).join('');
      floor = Math.min(y(last?.value ?? 0) + 4, floor - APART);
      return { kind: kinds.get(s.id) ?? ('press' as const), path, x: x(last ? time(last.date) : to) + out, y: floor, last: words.number(last?.value ?? 0), legend: `${name(s.source)}: ${lastOf(s, words)}` };
    });
  const spoken = drawn.map((s) => {
    const [a, b] = [s.points[0], s.points.at(-1)];
    return a && b ? words.t('card_from_to', [name(s.source), words.number(a.value), words.date(a.date), words.number(b.value), words.date(b.date)]) : '';
  });
  const years = ticks(from, to, words).map(({ at, text }) => ({ x: x(at), text }));
  const here = page ? x(time(page)) : 0;
  const early = (words.rtl ? W - here : here) < 70;
  return {
    width: W,
    height: H,
    lines,
    rule: `M${x(from)} ${BASE}H${x(to)}${years.map((v) => `M${v.x} ${BASE}v4`).join('')}`,
    years,
    page: page ? { path: `M${here} ${TOP}V${BASE}`, x: early ? here + out : here - out, y: TOP + 6, anchor: early ? 'start' : 'end' } : null,
    label: `${words.t('card_over_time')} ${spoken.join(' ')}`,
  };
}

/** Null when every value is already among the rows. `totals` are the values that are not. */
export function totalsOf(
  totals: readonly Estimate[],
  { question, sources, name: bare, page, words }: { question: CardQuestion; sources: Record<string, CardSource>; name: (source: string) => string; page: string | null; words: Words },
): Totals | null {
  if (totals.length === 0) return null;
  const name = (source: string): string => withFeed(bare(source), sources[source], words.t);
  const kinds = new Map(question.estimates.map((e) => [e.series ?? '', kindOf(e, sources[e.source])]));
  const byDay = [...totals].sort((a, b) => (dayOf(b) ?? '').localeCompare(dayOf(a) ?? ''));
  const list = byDay.flatMap((e) => {
    const figure = words.figure(e);
    const day = dayOf(e);
    return figure ? [{ id: e.id, what: `${day ? words.date(day) : words.t('card_undated')} · ${name(e.source)}`, value: asText(figure), difference: '' }] : [];
  });
  return {
    count: words.plural('card_totals_n', list.length),
    chart: chartOf(question.series, { page, kinds, name, words }),
    list,
  };
}
