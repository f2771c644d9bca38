// Deaths by violence among all deaths: "9,400 died, 6,700 of them by violence".
import type { Claim } from '../../claim/claim.ts';
import type { Traits } from '../link-index.ts';
import type { ClaimView } from '../view.ts';
import type { Part } from './part.ts';
import { largerBefore, smallerBehind } from './siblings.ts';

const DIED = /\b(?:died|dead|deaths)\b/;
const KILLED = /\b(?:kill|murder|massacr|slain|shot|violen)/;
/** "9,000 died, most of them from violence": not all. */
const MOSTLY_BY_VIOLENCE = /^[^.;]{0,40}\b(?:most|mostly|many|mainly|largely|the majority|more than half|\d+(?:\.\d+)? per ?cent|\d+(?:\.\d+)?%)(?: of (?:them|whom|the deaths|these|those))?(?: (?:were|was))?(?: caused)? (?:by|from|through|due to|of) violence\b/;
const BY_VIOLENCE = /\b(?:by|from|through|of|to|with|in) (?:the )?violence\b|\bviolent(?:ly)?\b/;

/** Those whom somebody killed are asked for. */
const asksViolence = ({ measure, actors }: Traits): boolean => measure === 'killed' && actors.length > 0;

/** The figure is of those who died by violence, of all that are told of before it. */
function isSetApart({ sentence, sentenceText }: ClaimView, { start }: Claim): boolean {
  const at = start - sentence.start;
  const before = sentenceText.slice(0, at);
  return DIED.test(before) && !KILLED.test(before) && BY_VIOLENCE.test(sentenceText.slice(at, at + 80));
}

/** The second of the two: all that is asked for. */
export const isByViolence = (view: ClaimView, part: Part, traits: Traits): boolean =>
  asksViolence(traits) && ((largerBefore(view).length > 0 && isSetApart(view, view.claim)) || (part.ofEarlier && BY_VIOLENCE.test(view.clauseText)));

/** The first: it holds those nobody killed as well. `behind`: what follows it in the sentence. */
export const isOfAllCauses = (view: ClaimView, behind: string, traits: Traits): boolean =>
  asksViolence(traits) && (smallerBehind(view).some((s) => isSetApart(view, s.claim)) || MOSTLY_BY_VIOLENCE.test(behind));
