// A running count: dated, in order, each step down explained, and tied to the estimates that are also its points.
import type { Estimate, Question, Series, SeriesPoint } from '../database.ts';
import { isAfter } from './dates.ts';
import type { Check, Problem } from './problem.ts';

/** A plot of more points says no more; longer counters keep the last point of each month. */
export const MOST_POINTS = 24;

export const series: Check = ({ questions }) =>
  questions.flatMap(({ file, record: question }) => [
    ...question.series.flatMap((s, i) => seriesProblems(s, question).map(([path, reason]): Problem => ({ file, path: `series.${i}${path}`, reason }))),
    ...question.estimates.flatMap((e, i) => estimateProblems(e, question).map((reason): Problem => ({ file, path: `estimates.${i}.series`, reason }))),
  ]);

function seriesProblems(s: Series, question: Question): [path: string, reason: string][] {
  const found: [string, string][] = [];
  if (s.unit !== question.unit) found.push(['.unit', `is ${s.unit}, the question counts ${question.unit}`]);
  s.points.forEach((p, i) => {
    const at = `.points.${i}`;
    const before = s.points[i - 1];
    if (before !== undefined && isAfter(before.date, p.date)) found.push([`${at}.date`, `${p.date} stands after ${before.date}`]);
    if (before !== undefined && s.points.length > MOST_POINTS && before.date.slice(0, 7) === p.date.slice(0, 7)) found.push([`${at}.date`, 'is a second point of its month']);
    if (p.url === null && p.dataset === null) found.push([at, 'has neither url nor dataset']);
    if ((p.low ?? p.value) > p.value || (p.high ?? p.value) < p.value) found.push([`${at}.value`, 'is not between low and high']);
    if (before !== undefined && p.value < before.value && !s.drops.some((d) => d.date === p.date && d.to === p.value))
      found.push([`${at}.value`, `falls from ${before.value} to ${p.value} and drops does not say so`]);
    if (p.estimate !== null) found.push(...pointEstimateProblems(p, s, question).map((reason): [string, string] => [`${at}.estimate`, reason]));
  });
  s.drops.forEach((d, i) => {
    if (!s.points.some((p) => p.date === d.date && p.value === d.to)) found.push([`.drops.${i}`, `no point says ${d.to} on ${d.date}`]);
    if (d.to >= d.from) found.push([`.drops.${i}`, 'does not go down']);
  });
  return found;
}

function pointEstimateProblems(p: SeriesPoint, s: Series, question: Question): string[] {
  const e = question.estimates.find((other) => other.id === p.estimate);
  if (e === undefined) return [`${p.estimate} is not an estimate of this question`];
  const reasons: string[] = [];
  if (e.series !== s.id) reasons.push(`${e.id} does not name this series`);
  if (e.source !== s.source) reasons.push(`${e.id} is by ${e.source}`);
  if (e.as_of !== p.date) reasons.push(`${e.id} counts up to ${e.as_of ?? 'no date'}`);
  if (![e.low, e.best, e.high].includes(p.value)) reasons.push(`${e.id} does not say ${p.value}`);
  if (p.url !== null && p.url !== e.url) reasons.push(`${e.id} is read at another address`);
  return reasons;
}

function estimateProblems(e: Estimate, question: Question): string[] {
  if (e.series === null) return [];
  const own = question.series.find((s) => s.id === e.series);
  if (own === undefined) return [`${e.series} is not a series of this question`];
  return own.source === e.source ? [] : [`${e.series} is by ${own.source}`];
}
