// Older and newer totals: a step line of the running counts, and every value in a list.
import type { CardQuestion } from '../claim/card-content.ts';
import type { Estimate, Series, Source } from '../claim/database.ts';
import { dayOf } from './choose.ts';
import { kindOf } from './kinds.ts';
import type { Kind } from './kinds.ts';
import { asText } from './words.ts';
import type { Words } from './words.ts';

/** Shares of the chart's width and height, 0 to 1; `y` runs upwards from zero people. */
export type StepLine = { kind: Kind; steps: { x: number; y: number }[]; last: string; name: string };
export type Chart = { lines: StepLine[]; years: { x: number; text: string }[]; page: number | null; label: string };
export type Total = { id: string; date: string; name: string; figure: string };
export type Totals = { chart: Chart | null; latest: string | null; list: Total[] };

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

function chartOf(series: readonly Series[], { page, kinds, name, words }: { page: string | null; kinds: Map<string, Kind>; name: (id: string) => string; words: Words }): Chart | null {
  const drawn = series
    .filter((s) => s.points.length > 2)
    .sort((a, b) => b.points.length - a.points.length)
    .slice(0, LINES);
  const points = drawn.flatMap((s) => s.points);
  if (points.length === 0) return null;
  const days = points.map((p) => time(p.date)).concat(page ? time(page) : []);
  const from = Math.min(...days);
  const to = Math.max(...days);
  const max = Math.max(...points.map((p) => p.value)) * 1.05 || 1;
  const x = (at: number): number => (at - from) / (to - from || 1);
  const lines = drawn.map((s) => {
    const points = [...s.points].sort((a, b) => a.date.localeCompare(b.date));
    const steps = points.map((p) => ({ x: x(time(p.date)), y: p.value / max }));
    return { kind: kinds.get(s.id) ?? ('press' as const), steps, last: words.number(points.at(-1)?.value ?? 0), name: name(s.source) };
  });
  const spoken = drawn.map((s) => {
    const [a, b] = [s.points[0], s.points.at(-1)];
    return a && b ? words.t('card_from_to', [name(s.source), words.number(a.value), words.date(a.date), words.number(b.value), words.date(b.date)]) : '';
  });
  return {
    lines,
    years: ticks(from, to, words).map(({ at, text }) => ({ x: x(at), text })),
    page: page ? x(time(page)) : null,
    label: `${words.t('card_over_time')} ${spoken.join(' ')}`,
  };
}

/** Null when every value is already among the rows. `totals` are the values that are not. */
export function totalsOf(
  totals: readonly Estimate[],
  { question, sources, page, words }: { question: CardQuestion; sources: Record<string, Source>; page: string | null; words: Words },
): Totals | null {
  if (totals.length === 0) return null;
  const name = (id: string): string => sources[id]?.name ?? id;
  const kinds = new Map(question.estimates.map((e) => [e.series ?? '', kindOf(e)]));
  const byDay = [...totals].sort((a, b) => (dayOf(b) ?? '').localeCompare(dayOf(a) ?? ''));
  const list = byDay.flatMap((e) => {
    const figure = words.figure(e);
    const day = dayOf(e);
    return figure ? [{ id: e.id, date: day ? words.date(day) : words.t('card_undated'), name: name(e.source), figure: asText(figure) }] : [];
  });
  const seen = new Set<string>();
  const newest = byDay.filter((e) => (page === null || (dayOf(e) ?? '') > page) && !seen.has(e.source) && seen.add(e.source));
  const latest = newest.flatMap((e) => {
    const total = list.find((t) => t.id === e.id);
    return total ? [`${total.name} ${total.figure} (${total.date})`] : [];
  });
  return {
    chart: chartOf(question.series, { page, kinds, name, words }),
    latest: latest.length > 0 ? words.t('card_latest', [latest.slice(0, LINES).join(' · ')]) : null,
    list,
  };
}
