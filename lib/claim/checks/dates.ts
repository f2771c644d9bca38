// Days are in order, and say no more than is known of them.
import type { Check, Problem } from './problem.ts';

/** Characters of an ISO date of that precision. */
const LENGTH = { year: 4, month: 7, day: 10 } as const;

/** A precise day is not after one known to the year or month only: they are compared as far as both go. */
export function isAfter(a: string, b: string): boolean {
  const common = Math.min(a.length, b.length);
  return a.slice(0, common) > b.slice(0, common);
}

export const dates: Check = ({ questions, events }) => {
  const problems: Problem[] = [];
  const ordered = (file: string, path: string, start: string | null, end: string | null): void => {
    if (start !== null && end !== null && isAfter(start, end)) problems.push({ file, path, reason: `ends (${end}) before it starts (${start})` });
  };
  for (const { file, record: e } of events) ordered(file, 'end', e.start, e.end);
  for (const { file, record: q } of questions) {
    ordered(file, 'period.end', q.period.start, q.period.end);
    ordered(file, 'match.page_dates.to', q.match.page_dates?.from ?? null, q.match.page_dates?.to ?? null);
    q.estimates.forEach((e, i) => {
      const at = `estimates.${i}`;
      ordered(file, `${at}.scope.period.end`, e.scope?.period?.start ?? null, e.scope?.period?.end ?? null);
      if ((e.as_of === null) !== (e.date_precision === null)) problems.push({ file, path: `${at}.date_precision`, reason: 'as_of and date_precision come together' });
      if (e.as_of !== null && e.date_precision !== null && e.as_of.length < LENGTH[e.date_precision])
        problems.push({ file, path: `${at}.as_of`, reason: `${e.as_of} is less precise than a ${e.date_precision}` });
      // A model run may describe a day that was still to come: that is a projection, or arithmetic on one.
      if (e.as_of !== null && e.published !== null && isAfter(e.as_of, e.published) && e.checked !== 'no' && !['projection', 'derived'].includes(e.status))
        problems.push({ file, path: `${at}.as_of`, reason: `counts up to ${e.as_of} but appeared on ${e.published}` });
    });
  }
  return problems;
};
