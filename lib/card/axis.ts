// One axis for all rows. Linear from zero; logarithmic when the largest figure is twenty times the smallest or more.
import { clamp } from '../page/geometry.ts';

/** `at` gives a share of the axis, 0 to 1, cut at its ends. */
export type Axis = { log: boolean; ticks: number[]; at(n: number): number };

const LOG_FROM = 20;
const cut = (share: number): number => clamp(share, 0, 1);

/** Null when there is nothing to measure. A stated zero lies at the start of either axis. */
export function axisOf(values: readonly number[]): Axis | null {
  if (values.length === 0) return null;
  const counted = values.filter((v) => v > 0);
  const max = Math.max(1, ...counted);
  const min = Math.min(max, ...counted);
  return max / min >= LOG_FROM ? logarithmic(min, max) : linear(max);
}

/** One digit of a tick's label, as a share of the axis at the card's ordinary width. */
const DIGIT = 0.02;
/** Between two labels. */
const CLEAR = 0.02;

/** Of thousands; ticks are whole. Counted, since a formatter is a millisecond of every waking of the worker. */
const separators = (n: number): number => Math.floor((String(n).length - 1) / 3);

/** Ends and what stands clear of them and of each other: long numbers take more room than short ones. */
function clear(ticks: readonly number[], at: (n: number) => number): number[] {
  const width = (n: number): number => (String(n).length + separators(n)) * DIGIT;
  const last = ticks.at(-1) ?? 0;
  const kept: number[] = [];
  let edge = -1;
  for (const n of ticks) {
    const half = width(n) / 2;
    // The first label starts at the edge of the card, and the last one ends there: two digits further out than the axis.
    const room = kept.length === 0 || n === last || (at(n) - half >= edge && at(n) + half + CLEAR <= 1 + 2 * DIGIT - width(last));
    if (!room) continue;
    edge = (kept.length === 0 ? width(n) - 2 * DIGIT : at(n) + half) + CLEAR;
    kept.push(n);
  }
  return kept;
}

/** Steps of 1, 2, 2.5 or 5 × 10ⁿ, four or five of them; people are not halved. */
function linear(max: number): Axis {
  const rough = (max * 1.04) / 4;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * unit).find((s) => s >= rough && Number.isInteger(s)) ?? Math.max(1, 10 * unit);
  const count = Math.ceil((max * 1.02) / step);
  const at = (n: number): number => cut(n / (count * step));
  return { log: false, ticks: clear(Array.from({ length: count + 1 }, (_, i) => i * step), at), at };
}

/** Two decades have seven of them; more is too dense. */
const TICKS = 7;

/** Ticks at 1, 2, 5 × 10ⁿ; over more than two decades the powers of ten and the two ends. */
function logarithmic(min: number, max: number): Axis {
  const round: number[] = [];
  for (let e = 0; e <= Math.ceil(Math.log10(max * 1.1)); e++) for (const m of [1, 2, 5]) round.push(m * 10 ** e);
  const start = round.findLast((n) => n <= min) ?? 1;
  const end = round.find((n) => n >= max * 1.1) ?? max;
  const span = Math.log10(end / start);
  const at = (n: number): number => (n <= 0 ? 0 : cut(Math.log10(n / start) / span));
  const all = round.filter((n) => n >= start && n <= end);
  const ticks = all.length > TICKS ? all.filter((n) => n === start || n === end || Number.isInteger(Math.log10(n))) : all;
  return { log: true, ticks: clear(ticks, at), at };
}
