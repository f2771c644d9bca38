// What may be shown is what was seen, and read again by somebody else: a figure and its claimant, in a named document.
import type { Estimate, Question } from '../database.ts';
import { hasFigure } from './figures.ts';
import type { Check, Problem } from './problem.ts';

/** Stand for "some newspaper said" and the like: a reader cannot be told who counted, so nothing from them is shown. */
const NOBODY: ReadonlySet<string> = new Set(['press-unattributed', 'encyclopaedias-unnamed', 'researchers-unnamed', 'sum-of-published-lists']);

/** Words of people making a database, not of people telling what they found. */
const WORKING_NOTE = /from memory|recalled|\bseed \d|compiler|schema\b/i;

export const mayShow = (e: Estimate): boolean =>
  e.verified !== undefined &&
  e.checked !== 'no' &&
  e.unchecked?.attribution !== true &&
  e.status !== 'excluded' &&
  !NOBODY.has(e.source) &&
  (hasFigure(e) || e.text_value !== null || e.denies !== null);

/** Misreports and restatements are there to be recognised on pages; they are not another source's answer. */
export const countedSources = (question: Question): Set<string> =>
  new Set(question.estimates.filter((e) => e.show && e.status !== 'misreport' && e.status !== 'restatement').map((e) => e.source));

export const shown: Check = ({ questions }) => {
  const problems: Problem[] = [];
  for (const { file, record: q } of questions) {
    const report = (path: string, reason: string): void => void problems.push({ file, path, reason });
    const n = countedSources(q).size;
    if (q.thin !== n < 2) report('thin', `is ${q.thin} with ${n} distinct source${n === 1 ? '' : 's'} that may be shown`);
    if (q.notes !== null && WORKING_NOTE.test(q.notes)) report('notes', 'reads like a working note');
    q.estimates.forEach((e, i) => {
      if (e.show !== mayShow(e)) report(`estimates.${i}.show`, `is ${e.show}, the rule gives ${mayShow(e)}`);
      if (!e.show) return;
      for (const field of ['method', 'caveat', 'title', 'text_value', 'claimant'] as const)
        if (WORKING_NOTE.test(e[field] ?? '')) report(`estimates.${i}.${field}`, 'reads like a working note');
      // The card sets one line for it.
      if ((e.method?.split(' ').length ?? 0) > 14) report(`estimates.${i}.method`, 'has more than 14 words');
    });
  }
  return problems;
};
