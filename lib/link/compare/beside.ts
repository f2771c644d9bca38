// Figures beside this one: the whole it is a part of, the other harm told in one breath, and what something is compared with.
import type { Claim } from '../../claim/claim.ts';
import type { Candidate } from '../candidates.ts';
import { eachMatch } from '../each-match.ts';
import { isSudden } from '../event-time.ts';
import { isReached, type Way } from '../leads-to.ts';
import type { Traits } from '../link-index.ts';
import { mentionsIn } from '../mention.ts';
import type { Case } from '../reading.ts';
import type { Span } from '../sentences.ts';
import type { ClaimView } from '../view.ts';
import { figuresBefore, figuresBehind, sameBefore, valueOf } from './siblings.ts';

/**
 * "The worst since the flood of 1931, which killed 90", "more than in the fire that killed 90", "compared with the stampede in which 90 died":
 * from there on it is the other one's.
 */
const MOST = /\b(?:deadliest|worst|bloodiest|largest|biggest|highest|heaviest|most|first)\b/;
const MORE = /\b(?:more|fewer|less|worse|deadlier|bloodier|larger|bigger|higher|heavier)\b/;
const WHICH = / (?:that|which|when|where|in which) /;
/** Not "compared with the ministry's count, which is 90". */
const WHICH_HARMED = / (?:in which|when|where|(?:that|which) (?:had )?(?:killed|left|claimed|cost|took)) /;
const BEYOND: readonly (readonly [degree: RegExp | null, word: RegExp, which: RegExp])[] = [
  [MOST, / since /g, WHICH],
  [MORE, / than (?:in|at|during) /g, WHICH_HARMED],
  [null, / (?:compared|compares) (?:with|to) /g, WHICH_HARMED],
];
/** "In contrast, 90 died at": as far as its sentence goes it is about another. */
const IN_CONTRAST = /^["'(]*(?:(?:in|by) (?:contrast|comparison)|for comparison|compared (?:with|to))\b/;

export function comparedIn({ before, sentence, sentenceText, claim }: ClaimView): Span | null {
  if (IN_CONTRAST.test(sentenceText)) return sentence;
  const part = Math.max(before.lastIndexOf('.'), before.lastIndexOf(';')) + 1;
  for (const [degree, word, which] of BEYOND) {
    const last = eachMatch(before, word).at(-1);
    const end = last ? last.index + last[0].length : 0;
    if (last && last.index >= part && which.test(before.slice(end - 1)) && degree?.test(before.slice(part, last.index)) !== false) return { start: sentence.start + end, end: claim.start };
  }
  return null;
}

/** "A year after the blast, a ferry sank": the blast says when, and what is told is another. */
const AFTERWARDS = /^["'(]*(?:(?:about|almost|barely|exactly|just|less than|more than|nearly|only|some) )?(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|several) (?:day|week|month|year|decade)s? (?:after|before) [^,;:]{3,80}, (?:an?|another) /g;
const HAPPENING: Way = {
  word: /[\w'-]+ /y,
  noun: /(?:air ?strike|ambush|attack|avalanche|blast|blaze|boat|bomb|bombing|bridge|building|bus|car|crash|crush|cyclone|dam|earthquake|explosion|ferry|fire|flood|gunman|helicopter|landslide|lorry|massacre|mine|plane|quake|raid|ship|shooting|stampede|storm|strike|train|truck|tsunami|typhoon)\b/y,
  most: 2,
};

/** What the sentence goes on with, up to the claim; null: it begins with no other event's time. */
export function afterwardsIn({ before, sentence, sentenceText, claim }: ClaimView): Span | null {
  const [begin] = eachMatch(before, AFTERWARDS);
  return begin && isReached(sentenceText, begin[0].length, HAPPENING) ? { start: sentence.start + begin[0].length, end: claim.start } : null;
}

const ONE_BREATH = /^(?: (?:people|others|dead|deaths|killed|civilians))?(?: (?:(?:have|has|had|were|was|been) )*(?:killed|dead|died))?(?:,|,? (?:and|with|while))(?: (?:another|at least|about|some|over|more than|nearly|almost|around|a further|as many as))* ?$/;

/** The harm differs, and nothing but an "and" stands between. */
export const pairOf = (view: ClaimView): Claim | null =>
  figuresBefore(view).find((s) => s.claim.measure !== view.claim.measure && ONE_BREATH.test(view.before.slice(Math.max(0, s.claim.number.end - view.sentence.start))))?.claim ?? null;

/** The last larger figure before it in the sentence, of the same harm. */
export const wholeOf = (view: ClaimView): Claim | null => sameBefore(view).findLast((s) => valueOf(s.claim) > valueOf(view.claim))?.claim ?? null;

/** "57 soldiers at Kulbiyow, while Kenya said nine of its soldiers died": the one before, of the same harm, answered nothing, and no name stands by this one. */
export function goesOnFromNothing({ view, answers }: Case, named: boolean): boolean {
  const before = named ? undefined : sameBefore(view).at(-1);
  return before !== undefined && answers.get(before.claim) === null;
}

/** "Higher than the previous count of 51", "up from 51": of the same people as the one before. Up to the number. */
const COUNT_BEFORE = /\b(?:previous|earlier|prior|initial|last) (?:official )?(?:count|toll|tally|figure|estimate|number)(?: of)?(?: (?:about|some|at least))* ?$|\b(?:up|down) from (?:(?:about|some|the|an?|earlier|previous|initial|official|count|toll|of) )*$/;

/** Characters of it. */
const COUNT_REACH = 60;

/** What the one before counted answers nothing, and this is what it was put at earlier. */
export function isEarlierCountOfNothing({ view, answers }: Case): boolean {
  const before = sameBefore(view).at(-1);
  return before !== undefined && answers.get(before.claim) === null && COUNT_BEFORE.test(view.before.slice(-COUNT_REACH));
}

/** Characters between two parts of a list, and words that end it. */
const LISTED = 90;
const ENDS_LIST =
  /\b(?:total|number|count|figure|now|in all|altogether|bringing|raising|taking|toll|while|but|out of|overall|although|though|revised|lower(?:ed)?|instead)\b/;

/** "69 were in Wajima, 38 in Suzu": the one before was given as a part, and this one goes on with the list. */
export function isOneOfParts({ view, answers }: Case, { index }: Traits): boolean {
  const told = sameBefore(view);
  const before = told.at(-1);
  const answer = before === undefined ? undefined : answers.get(before.claim);
  if (before === undefined || answer?.question !== index || answer.relation !== 'narrower' || before.between.length >= LISTED || ENDS_LIST.test(before.between)) return false;
  // "133, 5 of them children, and in the end 145": larger than the whole, it is no part of it.
  return !told.some((s) => answers.get(s.claim)?.relation === 'same' && valueOf(s.claim) < valueOf(view.claim));
}

/** Words by which two numbers may be of the same people, as two count them or at two times. */
const RIVALS = /\b(?:said|says|saying|put|puts|claim\w*|estimat\w*|according|officials?|official|government|ministry|initial\w*|earlier|previous\w*|first|originally|only|just|admit\w*|acknowledg\w*|den(?:y|ied|ies)|report\w*|count\w*|toll|from|confirmed|list\w*|least|may|could|so far)\b/;

/** So many times fewer. */
const DWARFED = 3;
/** "In addition, 15 soldiers were killed." */
const ON_TOP = /^["'(]*(?:in addition|additionally),? /;
/** "In addition to the 257 confirmed dead, 12 were hurt": up to the number that the others come on top of. */
const TOPPED = /^["'(]*in addition to (?:the |these |those |about |some |at least )*$/;

/** "233 had died. … Eight died in landslides": the page has just given three times as many for the same, and nobody counts otherwise. */
export function isDwarfed({ view, previous }: Case, { index }: Traits): boolean {
  const value = valueOf(view.claim);
  if (view.claim.kind !== 'count' || previous?.near !== true || previous.question !== index || previous.total === null || value === 0) return false;
  return ON_TOP.test(view.sentenceText) && !TOPPED.test(view.before) ? value < previous.total : value * DWARFED < previous.total && !RIVALS.test(view.sentenceText);
}

/** Characters back to what a paragraph goes on with. */
const EARLIER_REACH = 600;

/** "… 9,000 died. Of these, 6,700": the larger figure of the same harm in the sentence before. */
export function earlierWhole({ view: { claim, previous, sentence }, answers }: Case): Claim | null {
  let whole: Claim | null = null;
  for (const [earlier, answer] of answers) {
    const isNear = previous === null ? answer !== null && claim.start - earlier.end < EARLIER_REACH : earlier.start >= previous.start;
    if (isNear && earlier.start < sentence.start && earlier.measure === claim.measure && valueOf(earlier) > valueOf(claim)) whole = earlier;
  }
  return whole;
}

/** "2,500 dead and 12,000 hurt": both are of one event, unless the second has a place of its own. */
export function isOfAnotherPair({ view, reading, answers }: Case, { events }: Traits): boolean {
  const pair = reading.pair();
  const answer = pair === null ? null : answers.get(pair);
  return answer !== null && answer !== undefined && !answer.events.some((e) => events.includes(e)) && !view.clausePlaces.some((p) => p.start >= view.claim.start);
}

/** What something is compared with, or followed what happened at once, goes by its own name: none of this question's stands there. */
export function isCompared({ reading }: Case, { mentions, traits }: Candidate): boolean {
  const other = reading.compared() ?? (isSudden(traits) ? reading.afterwards() : null);
  return other !== null && !mentionsIn(mentions(), other).some((m) => m.strong || (m.isName && !m.bare));
}

const WITH_OTHERS = /^[^.;:,]{0,30},? and (?:(?:another|at least|about|some|over|more than|nearly|almost|around) )?$/;

/** "Eight dead and 90 missing after a tower fell in Bangkok": what follows the second number is said of both. */
export function breathEnd(view: ClaimView): number {
  const [mate, next] = figuresBehind(view);
  if (mate === undefined || mate.claim.measure === view.claim.measure || !WITH_OTHERS.test(mate.between)) return view.clause.end;
  return next?.claim.start ?? view.sentence.end;
}
