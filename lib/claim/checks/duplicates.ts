// One answer of one source is told once.
import type { Estimate } from '../database.ts';
import type { Check, Problem } from './problem.ts';

/** The same figure by the same source on the same day may stand twice only where it counts two different things. */
const answerOf = (e: Estimate): string => JSON.stringify([e.source, e.claimant, e.as_of, e.low, e.best, e.high, e.text_value, e.denies, e.scope]);

export const duplicates: Check = ({ questions }) => {
  const problems: Problem[] = [];
  for (const { file, record: q } of questions) {
    const seen = new Map<string, string>();
    q.estimates.forEach((e, i) => {
      if (e.low === null && e.best === null && e.high === null) return;
      const other = seen.get(answerOf(e));
      if (other !== undefined) problems.push({ file, path: `estimates.${i}`, reason: `same source, date and figures as ${other}` });
      seen.set(answerOf(e), e.id);
    });
  }
  return problems;
};
