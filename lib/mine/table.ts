import { byId } from '../claim/by-id.ts';
import { BOM, linesOf } from '../export/table.ts';
import { ESTIMATE_FIELDS, QUESTION_FIELDS } from './fields.ts';
import type { Mine } from './mine.ts';
import { estimateDraft } from './read-estimate.ts';
import { questionDraft } from './read-question.ts';
import { COLUMNS } from './read-table.ts';

/** One row an estimate; a question without any has a row of its own. Running counts and names in other languages have no column. */
export function tableOf(mine: Mine): string {
  const sources = byId(mine.sources);
  const rows = mine.questions.flatMap((q) => {
    const question = questionDraft(q, mine);
    const start = QUESTION_FIELDS.map((field) => question[field]);
    if (q.estimates.length === 0) return [[q.id, '', ...start, ...ESTIMATE_FIELDS.map(() => '')]];
    return q.estimates.map((e) => {
      const estimate = estimateDraft(e, sources);
      return [q.id, e.id, ...start, ...ESTIMATE_FIELDS.map((field) => estimate[field])];
    });
  });
  return BOM + linesOf([COLUMNS, ...rows]);
}
