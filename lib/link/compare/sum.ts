// Two figures of a sentence that add up to the toll are its parts: "79 were killed in the one district, and 17 in the other" of 96.
import type { Traits } from '../link-index.ts';
import type { Case } from '../reading.ts';
import type { ClaimView } from '../view.ts';
import { valueOf } from './siblings.ts';
import type { Sibling } from './siblings.ts';

/** Characters from one to the other. */
const REACH = 160;
/** The second stands in the first one's place, is some of it or what it changed by, or another counts it. */
const NOT_ADDED =
  /\b(?:but|instead|than|revised|originally|initially|at first|toll|total|in all|bringing|raising|taking|or|to|drop|dropped|rise|rose|fall|fell|increased?|decreased?|including|of (?:them|whom|which|these)|among them|puts?|estimat\w+|according|claim\w*)\b/;
/** Small numbers and round ones add up to anything. */
const LEAST = 10;
const isRound = (value: number): boolean => value % 10 === 0;

/** Figures of the sentence that stand beside it, and not for it. */
const apartFrom = ({ claim, siblings }: ClaimView): Sibling[] =>
  siblings.filter(
    (s) => s.claim.measure === claim.measure && s.claim.kind === 'count' && s.between.length < REACH && valueOf(s.claim) + valueOf(claim) >= LEAST && !(isRound(valueOf(s.claim)) && isRound(valueOf(claim))) && !NOT_ADDED.test(s.between),
  );

/** The sum is what the page has given for the question, or one of the numbers that are known of it. */
export function isSummand({ view, answers }: Case, { index, values }: Pick<Traits, 'index' | 'values'>): boolean {
  if (view.siblings.length === 0 || view.claim.kind !== 'count') return false;
  const others = apartFrom(view);
  if (others.length === 0) return false;
  const own = valueOf(view.claim);
  const isKnown = (number: number): boolean => values.some(([, known]) => known === number);
  const isTold = (sum: number): boolean => [...answers].some(([claim, answer]) => answer?.question === index && answer.relation === 'same' && valueOf(claim) === sum);
  // What somebody gives as the whole is a whole, whatever it adds up to.
  return !isKnown(own) && others.map((s) => own + valueOf(s.claim)).some((sum) => isKnown(sum) || isTold(sum));
}
