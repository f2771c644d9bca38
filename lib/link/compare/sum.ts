// Two figures of a sentence that add up to the toll are its parts: "79 were killed in the one district, and 17 in the other" of 96.
import type { Traits } from '../link-index.ts';
import type { Case } from '../reading.ts';
import type { ClaimView } from '../view.ts';
import { valueOf } from './siblings.ts';

/** Characters from one to the other. */
const REACH = 160;
/** The second stands in the first one's place, is some of it or what it changed by, or another counts it. */
const NOT_ADDED =
  /\b(?:but|instead|than|revised|originally|initially|at first|toll|total|in all|bringing|raising|taking|or|to|drop|dropped|rise|rose|fall|fell|increased?|decreased?|including|of (?:them|whom|which|these)|among them|puts?|estimat\w+|according|claim\w*)\b/;
/** Small numbers and round ones add up to anything. */
const LEAST = 10;
const isRound = (value: number): boolean => value % 10 === 0;

/** The sums that it makes with figures of the sentence that stand beside it, and not for it. */
function sumsOf({ claim, siblings }: ClaimView): number[] {
  const own = valueOf(claim);
  const sums: number[] = [];
  for (const { claim: other, between } of siblings) {
    if (other.measure !== claim.measure || other.kind !== 'count' || between.length >= REACH) continue;
    const value = valueOf(other);
    if (value > 0 && own + value >= LEAST && !(isRound(own) && isRound(value)) && !NOT_ADDED.test(between)) sums.push(own + value);
  }
  return sums;
}

/** The sum is what the page has given for the question, or one of the numbers that are known of it. */
export function isSummand({ view, answers }: Case, { index, values }: Pick<Traits, 'index' | 'values'>): boolean {
  const sums = view.siblings.length === 0 || view.claim.kind !== 'count' ? [] : sumsOf(view);
  if (sums.length === 0) return false;
  // What somebody gives as the whole is a whole, whatever it adds up to.
  if (values.some(([, known]) => known === valueOf(view.claim))) return false;
  if (values.some(([, known]) => sums.includes(known))) return true;
  for (const [claim, answer] of answers) if (answer?.question === index && answer.relation === 'same' && sums.includes(valueOf(claim))) return true;
  return false;
}
