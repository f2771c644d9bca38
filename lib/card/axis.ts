// One axis for all rows. Linear from zero; logarithmic when the largest figure is twenty times the smallest or more.

/** `at` gives a share of the axis, 0 to 1, cut at its ends. */
export type Axis = { log: boolean; ticks: number[]; at(n: number): number };

const LOG_FROM = 20;
const cut = (share: number): number => Math.max(0, Math.min(1, share));

/** Null when there is nothing to measure. A stated zero lies at the start of either axis. */
export function axisOf(values: readonly number[]): Axis | null {
  if (values.length === 0) return null;
  const counted = values.filter((v) => v > 0);
  const max = Math.max(1, ...counted);
  const min = Math.min(max, ...counted);
  return max / min >= LOG_FROM ? logarithmic(min, max) : linear(max);
}

/** Steps of 1, 2, 2.5 or 5 × 10ⁿ, four or five of them; people are not halved. */
function linear(max: number): Axis {
  const rough = (max * 1.04) / 4;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 2.5, 5, 10].map((m) => m * unit).find((s) => s >= rough && (s >= 10 || Number.isInteger(s))) ?? 10 * unit);
  const count = Math.ceil((max * 1.02) / step);
  return { log: false, ticks: Array.from({ length: count + 1 }, (_, i) => i * step), at: (n) => cut(n / (count * step)) };
}

/** Ticks at 1, 2, 5 × 10ⁿ; with more than six of them the powers of ten and the two ends, those too close dropped. */
function logarithmic(min: number, max: number): Axis {
  const round: number[] = [];
  for (let e = 0; e <= Math.ceil(Math.log10(max * 1.1)); e++) for (const m of [1, 2, 5]) round.push(m * 10 ** e);
  const start = round.findLast((n) => n <= min) ?? 1;
  const end = round.find((n) => n >= max * 1.1) ?? max;
  const span = Math.log10(end / start);
  let ticks = round.filter((n) => n >= start && n <= end);
  if (ticks.length > 6) ticks = ticks.filter((n) => n === start || n === end || Number.isInteger(Math.log10(n)));
  const apart = (a: number, b: number): number => Math.log10(b / a) / span;
  ticks = ticks.filter((n) => n === start || n === end || (apart(start, n) > 0.09 && apart(n, end) > 0.17));
  return { log: true, ticks, at: (n) => (n <= 0 ? 0 : cut(Math.log10(n / start) / span)) };
}
