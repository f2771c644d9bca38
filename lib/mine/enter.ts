// One question or one estimate entered by form: read, checked beside all there is, and taken in or told what is wrong.
import { byId } from '../claim/by-id.ts';
import type { Estimate, Question } from '../claim/database.ts';
import type { EstimateDraft, QuestionDraft } from './fields.ts';
import { frameOf, isFull, withEstimate, withQuestion, type Along, type Known, type Mine } from './mine.ts';
import { problemsIn } from './problems.ts';
import { readEstimate } from './read-estimate.ts';
import { readQuestion } from './read-question.ts';
import type { Slip } from './slip.ts';
import { toOwner } from './to-owner.ts';

/** `id` of the question or estimate. */
export type Entered = { mine: Mine; id: string } | { slips: Slip[] };

export function enterQuestion(mine: Mine, draft: QuestionDraft, before: Question | null, known: Known): Entered {
  const read = readQuestion(draft, { mine, known, before });
  if ('slips' in read) return read;
  const entered = checked(mine, read.question, read.along, known, null);
  // An event that was given no end of its own has the question's.
  return 'slips' in entered && draft.event_end === '' ? { slips: unique(entered.slips.map((s): Slip => (s.field === 'event_end' ? { field: 'to', code: s.code, given: s.given } : s))) } : entered;
}

/** `question`: one of the extension's, or one of one's own. */
export function enterEstimate(mine: Mine, question: string, draft: EstimateDraft, before: Estimate | null, known: Known): Entered {
  const own = byId(mine.questions).get(question);
  const shipped = byId(known.questions).get(question);
  const frame = own ?? (shipped && frameOf(shipped));
  if (frame === undefined) return { slips: [{ field: '', code: 'unknown-question', given: question }] };
  const read = readEstimate(draft, { question: frame, mine, known, before });
  return 'slips' in read ? read : checked(mine, withEstimate(frame, read.estimate), { sources: read.sources }, known, read.estimate.id);
}

/** Only what was entered now is held against the checks: what was there before was sound when it came. */
function checked(mine: Mine, question: Question, along: Along, known: Known, estimate: string | null): Entered {
  const next = withQuestion(mine, question, along, known);
  if (isFull(next)) return { slips: [{ field: '', code: 'full', given: '' }] };
  const slips = problemsIn(next, known, (id) => id === question.id).flatMap((p) => (p.question === question.id && (p.estimate === estimate || (estimate === null && p.part === null)) ? [p.slip] : []));
  if (estimate !== null && slips.length === 0 && isByNobody(next, question.id, estimate)) slips.push({ field: 'source', code: 'nobody', given: '' });
  return slips.length > 0 ? { slips: unique(slips) } : { mine: next, id: estimate ?? question.id };
}

const unique = (slips: readonly Slip[]): Slip[] => [...new Map(slips.map((s) => [`${s.field} ${s.code}`, s])).values()];

/** It could be shown but for its source, which stands for "some newspaper said". */
function isByNobody(mine: Mine, question: string, estimate: string): boolean {
  const e = byId(toOwner(mine).questions).get(question)?.estimates.find((other) => other.id === estimate);
  return e !== undefined && !e.show && e.checked !== 'no' && e.unchecked?.attribution !== true && e.status !== 'excluded';
}
