// An estimate that counts something other than its question says so, in words for readers and in fields for the code.
import type { Estimate, Question } from '../database.ts';
import { isAfter } from './dates.ts';
import type { Check, Problem } from './problem.ts';

const FIELDS = ['group', 'measure', 'place', 'period', 'by'] as const;

export const scope: Check = ({ questions }) =>
  questions.flatMap(({ file, record: question }) =>
    question.estimates.flatMap((e, i) => scopeProblems(e, question).map(([field, reason]): Problem => ({ file, path: `estimates.${i}.${field}`, reason }))),
  );

function scopeProblems(e: Estimate, question: Question): [field: string, reason: string][] {
  if (!e.show) return [];
  const found: [string, string][] = [];
  const differing = FIELDS.filter((field) => e.scope?.[field] !== undefined);
  if (e.comparable === 'full' && differing.length > 0) found.push(['comparable', `is full although scope gives another ${differing.join(' and ')}`]);
  if (e.comparable !== 'full' && e.scope === null && e.caveat === null) found.push(['scope', `is missing: ${e.comparable} needs the difference in words, here or in caveat`]);
  for (const field of ['group', 'measure'] as const)
    if (e.scope?.[field] === question[field]) found.push([`scope.${field}`, `is the question's own ${field}`]);
  const { start } = question.period;
  if (start !== null && e.as_of !== null && isAfter(start, e.as_of)) found.push(['as_of', `is before the question's period, which starts ${start}`]);
  return found;
}
