// What saved pages said of one question, and what its sources say, over time: points, and the table they are read in.
import { axisOf, type Axis } from '../../lib/card/axis.ts';
import { isWords } from '../../lib/card/says.ts';
import { kindOf, type Kind } from '../../lib/card/kinds.ts';
import type { Words } from '../../lib/card/words.ts';
import type { Listed } from '../../lib/saved/list.ts';
import type { FrozenEstimate } from '../../lib/saved/schema.ts';
import { nameOf, standing } from './says.ts';

/** `at` is the stated figure, or the one stated end; a range has both ends. */
type Drawn = { t: number; at: number | null; low: number | null; high: number | null };
export type Point = { id: string; day: string; says: string; by: string; gone: boolean } & Drawn & ({ is: 'claim' } | { is: 'estimate'; kind: Kind });

/** Oldest first. `undated` could not be placed. `axis` null: nothing has a number. */
export type Timeline = { points: Point[]; undated: number; axis: Axis | null; from: number; to: number; ticks: { t: number; label: string }[] };

const DAY = 86_400_000;

/** The middle of the day, month or year that was given; NaN for what is no date. */
export function timeOf(iso: string): number {
  const start = Date.parse(iso.length <= 10 ? iso : iso.slice(0, 10));
  return iso.length <= 4 ? start + 182 * DAY : iso.length <= 7 ? start + 14 * DAY : start;
}

export function timelineOf(claims: readonly Listed[], estimates: readonly FrozenEstimate[], { words, source }: { words: Words; source(id: string): string }): Timeline {
  const all = [...claims.map((claim) => claimPoint(claim, words)), ...estimates.map((e) => estimatePoint(e, words, source(e.source)))];
  const points = all.filter((p) => p !== null && !Number.isNaN(p.t)).filter((p) => p !== null).sort((a, b) => a.t - b.t);
  const values = points.flatMap(({ at, low, high }) => [at, low, high].filter((n) => n !== null));
  const [first, last] = [points[0]?.t ?? 0, points.at(-1)?.t ?? 0];
  // Some air, so that nothing lies on the edge; a month where all is of one day.
  const air = Math.max((last - first) * 0.04, 15 * DAY);
  const [from, to] = [first - air, last + air];
  return { points, undated: all.length - points.length, axis: axisOf(values), from, to, ticks: ticksOf(from, to, words) };
}

function claimPoint(claim: Listed, words: Words): Point | null {
  const { id, figure, page } = claim;
  if (page.date === null || figure === null || isWords(figure)) return null;
  const { low, high } = figure;
  return { is: 'claim', id, day: page.date, t: timeOf(page.date), says: nameOf(claim, words), by: page.site ?? page.host, gone: false, ...ends(low, low === high ? low : null, high) };
}

function estimatePoint(e: FrozenEstimate, words: Words, name: string): Point | null {
  const day = e.as_of ?? e.published;
  if (day === null) return null;
  return { is: 'estimate', id: e.id, day, t: timeOf(day), says: standing(e, words), by: name, kind: kindOf(e, undefined), gone: e.status === 'superseded' || e.status === 'withdrawn', ...ends(e.low, e.best, e.high) };
}

function ends(low: number | null, best: number | null, high: number | null): Omit<Drawn, 't'> {
  const range = low !== null && high !== null && low !== high;
  return { at: best ?? (range ? null : (low ?? high)), low: range ? low : null, high: range ? high : null };
}

/** Years, or months where there are less than two years; no more than eight. */
function ticksOf(from: number, to: number, words: Words): Timeline['ticks'] {
  const months = (to - from) / (30.4 * DAY);
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((s) => months / s <= 8) ?? 480;
  const start = new Date(from);
  const ticks: Timeline['ticks'] = [];
  for (let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step; ; month += step) {
    const t = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (t > to) return ticks;
    const iso = new Date(t).toISOString();
    if (t >= from) ticks.push({ t, label: words.date(step % 12 === 0 ? iso.slice(0, 4) : iso.slice(0, 7)) });
  }
}
