// Figures beside this one: the whole it is a part of, the other harm told in one breath, and what something is compared with.
import type { Claim } from '../../claim/claim.ts';
import type { Candidate } from '../candidates.ts';
import type { Traits } from '../link-index.ts';
import { mentionsIn } from '../mention.ts';
import type { Case } from '../reading.ts';
import type { Span } from '../sentences.ts';
import type { ClaimView } from '../view.ts';

/** "The worst since the flood of 1931, which killed 90": from "since" on it is the other one's. */
const WORST_SINCE = /\b(?:deadliest|worst|bloodiest|largest|biggest|highest|heaviest|most|first)\b[^.;]*\bsince (?=[^.;]* (?:that|which|when|where|in which) [^.;]*$)/;
/** "In contrast, 90 died at": as far as its sentence goes it is about another. */
const IN_CONTRAST = /^["'(]*(?:(?:in|by) (?:contrast|comparison)|for comparison|compared (?:with|to))\b/;

export function comparedIn({ before, sentence, sentenceText, claim }: ClaimView): Span | null {
  if (IN_CONTRAST.test(sentenceText)) return sentence;
  const since = WORST_SINCE.exec(before);
  return since === null ? null : { start: sentence.start + since.index + since[0].length, end: claim.start };
}

const ONE_BREATH = /^(?: (?:people|others|dead|deaths|killed|civilians))?(?: (?:(?:have|has|had|were|was|been) )*(?:killed|dead|died))?(?:,|,? (?:and|with|while))(?: (?:another|at least|about|some|over|more than|nearly|almost|around|a further|as many as))* ?$/;

/** The harm differs, and nothing but an "and" stands between. */
export const pairOf = ({ siblings, claim, before, sentence }: ClaimView): Claim | null =>
  siblings.find((s) => s.claim.end <= claim.start && s.claim.measure !== claim.measure && ONE_BREATH.test(before.slice(Math.max(0, s.claim.number.end - sentence.start))))?.claim ?? null;

/** The last larger figure before it in the sentence, of the same harm. */
export const wholeOf = ({ siblings, claim }: ClaimView): Claim | null =>
  siblings.findLast((s) => s.claim.end <= claim.start && s.claim.measure === claim.measure && (s.claim.low ?? s.claim.high ?? 0) > (claim.low ?? claim.high ?? 0))?.claim ?? null;

/** Characters back to what a paragraph goes on with. */
const EARLIER_REACH = 600;

/** "… 9,000 died. Of these, 6,700": the larger figure of the same harm in the sentence before. */
export function earlierWhole({ view: { claim, previous, sentence }, answers }: Case): Claim | null {
  let whole: Claim | null = null;
  for (const [earlier, answer] of answers) {
    const isNear = previous === null ? answer !== null && claim.start - earlier.end < EARLIER_REACH : earlier.start >= previous.start;
    if (isNear && earlier.start < sentence.start && earlier.measure === claim.measure && (earlier.low ?? 0) > (claim.low ?? 0)) whole = earlier;
  }
  return whole;
}

/** "2,500 dead and 12,000 hurt": both are of one event, unless the second has a place of its own. */
export function isOfAnotherPair({ view, reading, answers }: Case, { events }: Traits): boolean {
  const pair = reading.pair();
  const answer = pair === null ? null : answers.get(pair);
  return answer !== null && answer !== undefined && !answer.events.some((e) => events.includes(e)) && !view.clausePlaces.some((p) => p.start >= view.claim.start);
}

/** What something is compared with goes by its own name: none of this question's stands there. */
export function isCompared({ reading }: Case, { mentions }: Candidate): boolean {
  const other = reading.compared();
  return other !== null && !mentionsIn(mentions(), other).some((m) => m.strong || (m.isName && !m.bare));
}

const WITH_OTHERS = /^[^.;:,]{0,30},? and (?:(?:another|at least|about|some|over|more than|nearly|almost|around) )?$/;

/** "Eight dead and 90 missing after a tower fell in Bangkok": what follows the second number is said of both. */
export function breathEnd({ siblings, claim, clause, sentence }: ClaimView): number {
  const after = siblings.filter((s) => s.claim.start > claim.start);
  const [mate, next] = after;
  if (mate === undefined || mate.claim.measure === claim.measure || !WITH_OTHERS.test(mate.between)) return clause.end;
  return next?.claim.start ?? sentence.end;
}
