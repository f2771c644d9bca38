// Numbers of another size than all that is known of a question: so many, or so few, that they are not its own.
import type { Claim } from '../claim/claim.ts';
import { OTHER_HAND } from './compare/actor.ts';
import { timesTheMost } from './compare/amount.ts';
import type { Comparison } from './comparison.ts';
import { freshness, isAtOneSite, isAtOnce, isClosed, isSudden } from './event-time.ts';
import { SENTENCE, TITLE } from './evidence.ts';
import type { Traits } from './link-index.ts';

/** So far above all that is known of a question that it is another's; estimates of all deaths differ more. */
const TOO_MANY = -1.25;
/** The same of what happened at once: the dead of a day are soon counted. */
const TOO_MANY_AT_ONCE = -1;
/** Some fifty times fewer than anybody counts. */
const FAR = -0.8;
/** Far fewer than anybody counts, when the first days of guessing are over: another attack in the same town. */
const FAR_BELOW = -0.4;
/** Below this a number is no toll of a war or a wave that killed hundreds of times as many. */
const HANDFUL = 20;

/** Well below every count of what happened at once. */
const SHORT = -0.2;
/** Days after its end in which tolls still rise. */
const GUESSING = 30;
/** What was said at first is said of the whole, however few. */
const AT_FIRST = /\b(?:initial\w*|first|early|earlier|originally|preliminary)\b/;
/** So is what those say who would have it so; but nobody who is asked again stands by a fiftieth. */
const DISPUTED = /\b(?:official\w*|government|authorities|only|just|claim\w*|den(?:y|ied|ies)|revised|insist\w*|toll)\b/;

/** "In that street 60 people died": long after the event, and nobody disputes the count. */
const isShort = ({ given: { view, page }, candidate: { traits }, near }: Comparison): boolean =>
  isSudden(traits) && near < SHORT && view.claim.kind === 'count' && (page.day === null || page.day > (traits.to ?? traits.from ?? page.day) + GUESSING) &&
  !AT_FIRST.test(view.sentenceText) && (near <= FAR || !DISPUTED.test(view.sentenceText));

const SEEN = /\b(?:victims|bodies|corpses|of the)\b/i;
/** "Several victims were found in cars": those whom somebody saw, and no toll. */
const isHandful = ({ bound, high, text }: Claim): boolean => bound === 'vague' && high !== null && high < 10 && SEEN.test(text);

/** A part is no larger than its whole. */
const LARGER = 1.25;
/** What still goes on grows between our figures and the page. */
export const GROWN = 2.5;

/** "2,000 children were killed or wounded that year", of one strike's dead. */
const FAR_LARGER = 10;

/** Of a figure that is to be a part of what the question asks for, with others. */
export const isFarLarger = ({ given: { view }, candidate: { traits } }: Comparison): boolean => timesTheMost(view.claim, traits) > FAR_LARGER;

/** Of a figure that is to be a part of what the question asks for. */
export const isLargerThanWhole = ({ given: { view }, candidate: { traits } }: Comparison): boolean => timesTheMost(view.claim, traits) > (traits.to === null ? GROWN : LARGER);

/** Days after its beginning. */
const OLD = 365;
const isOld = ({ from, to }: Traits, day: number | null): boolean => (day === null ? to !== null : from !== null && day > from + OLD);

/** Of a figure that is no part of what the question asks for. */
export function isOfAnotherSize(compared: Comparison): boolean {
  const { given: { view, reading, page }, candidate: { traits }, value, near, period, evidence } = compared;
  const { kind } = view.claim;
  if (isShort(compared) || (near < SHORT && isHandful(view.claim))) return true;
  const sudden = isSudden(traits);
  // Twenty times more than anybody ever said.
  if (kind !== 'share' && (sudden || traits.measure === 'killed') && near < (sudden ? TOO_MANY_AT_ONCE : TOO_MANY)) return true;
  // A war that has gone on for a year has no toll of a hundredth of what anybody counts.
  if (traits.long && near <= -1 && isOld(traits, page.day)) return true;
  // "Their raid killed 1,200": by the other side, and nobody counts so many of this one's dead.
  if (compared.actor.weight === OTHER_HAND && near < 0 && traits.people.length > 0 && traits.hands.length > 0 && reading.sides().people.length === 0) return true;
  // What happened at once is not two and a half times what anybody counts, where its name stands further off.
  if (isAtOnce(traits) && kind !== 'share' && evidence.telling > TITLE && timesTheMost(view.claim, traits) > GROWN) return true;
  if (traits.long) return (near <= FAR && reading.incident()) || (near <= -1 && value < HANDFUL && kind === 'count');
  // Far fewer, and neither a date nor a name near by says that they are of this event.
  if (near >= FAR_BELOW || period.weight > 0.3 || evidence.strongTier <= SENTENCE) return false;
  // A war of weeks two years ago is not meant by a few of its number.
  if (isClosed(traits, page.day)) return true;
  return kind !== 'share' && isAtOnce(traits) && isAtOneSite(traits) && freshness(traits, page.day) < 1;
}
