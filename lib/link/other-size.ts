// Numbers of another size than all that is known of a question: so many, or so few, that they are not its own.
import type { Comparison } from './comparison.ts';
import { freshness, isAtOneSite, isAtOnce, isClosed, isSudden } from './event-time.ts';
import { SENTENCE } from './evidence.ts';

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

/** Of a figure that is no part of what the question asks for. */
export function isOfAnotherSize({ given: { view, reading, page }, candidate: { traits }, value, near, period, evidence }: Comparison): boolean {
  const { kind } = view.claim;
  const sudden = isSudden(traits);
  // Twenty times more than anybody ever said.
  if (kind !== 'share' && (sudden || traits.measure === 'killed') && near < (sudden ? TOO_MANY_AT_ONCE : TOO_MANY)) return true;
  if (traits.long) return (near <= FAR && reading.incident()) || (near <= -1 && value < HANDFUL && kind === 'count');
  // Far fewer, and neither a date nor a name near by says that they are of this event.
  if (near >= FAR_BELOW || period.weight > 0.3 || evidence.strongTier <= SENTENCE) return false;
  // A war of weeks two years ago is not meant by a few of its number.
  if (isClosed(traits, page.day)) return true;
  return kind !== 'share' && isAtOnce(traits) && isAtOneSite(traits) && freshness(traits, page.day) < 1;
}
