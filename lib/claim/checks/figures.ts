// A figure says what its qualifier says: a floor has a lower end, a range both, and nothing is in the wrong order.
import type { Estimate, Question } from '../database.ts';
import type { Check, Problem } from './problem.ts';

export const figures: Check = ({ questions }) =>
  questions.flatMap(({ file, record: question }) =>
    question.estimates.flatMap((estimate, i) => figureProblems(estimate, question).map(([field, reason]): Problem => ({ file, path: `estimates.${i}.${field}`, reason }))),
  );

type Finding = [field: string, reason: string];

function figureProblems(e: Estimate, question: Question): Finding[] {
  return [...orderProblems(e), ...qualifierProblems(e), ...uncheckedProblems(e), ...(question.unit === 'percent' ? percentProblems(e) : [])];
}

const ENDS = ['low', 'best', 'high'] as const;

export const hasFigure = (e: Estimate): boolean => ENDS.some((end) => e[end] !== null);

function orderProblems({ low, best, high }: Estimate): Finding[] {
  const found: Finding[] = [];
  if (low !== null && high !== null && low > high) found.push(['low', `low ${low} is above high ${high}`]);
  if (low !== null && best !== null && low > best) found.push(['low', `low ${low} is above best ${best}`]);
  if (best !== null && high !== null && best > high) found.push(['best', `best ${best} is above high ${high}`]);
  return found;
}

/** An estimate that nobody has read at its source yet cannot be shown, and is not held to what its source really says. */
function qualifierProblems(e: Estimate): Finding[] {
  const found: Finding[] = [];
  const read = e.show || e.checked !== 'no';
  const needs = (...ends: (typeof ENDS)[number][]): void => {
    for (const end of ends) if (e[end] === null && read) found.push([end, `${e.qualifier} needs ${end}`]);
  };
  const only = (end: 'low' | 'high'): void => {
    for (const other of ENDS) if (other !== end && e[other] !== null && read) found.push([other, `${e.qualifier} has ${end} only: a forecast or another version goes into the caveat`]);
  };
  switch (e.qualifier) {
    case 'at-least':
    case 'more-than':
      needs('low');
      only('low');
      break;
    case 'at-most':
    case 'less-than':
      needs('high');
      only('high');
      break;
    case 'exact':
    case 'about':
    case 'nearly':
      needs('best');
      break;
    case 'range':
      needs('low', 'high');
      if (e.best !== null) found.push(['best', 'a range has no centre: use about']);
      break;
    case 'vague':
      if (e.text_value === null) found.push(['text_value', 'vague needs the words']);
      break;
    case 'none':
      if (hasFigure(e)) found.push(['qualifier', 'none stands beside a figure']);
      if (e.denies === null && e.text_value === null) found.push(['denies', 'none needs denies or text_value']);
  }
  return found;
}

function uncheckedProblems(e: Estimate): Finding[] {
  const { unchecked } = e;
  if (unchecked === null) return [];
  return ENDS.flatMap((end): Finding[] => (end in unchecked && e[end] !== null && e[end] === unchecked[end] ? [[end, 'is given as seen and as not seen']] : []));
}

const percentProblems = (e: Estimate): Finding[] => ENDS.flatMap((end): Finding[] => ((e[end] ?? 0) > 100 ? [[end, 'is above 100 percent']] : []));
