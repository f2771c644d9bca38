// One claim against one question: can it be meant, as what relation, and how sure are we?
import type { Relation } from '../claim/match.ts';
import type { Candidate } from './candidates.ts';
import { earlierWhole } from './compare/beside.ts';
import type { Fit } from './compare/fit.ts';
import { isPartOfPlace } from './compare/place.ts';
import { figuresBefore } from './compare/siblings.ts';
import { compareTraits, hasMarks } from './comparison.ts';
import { isEventMeant } from './event-meant.ts';
import type { Evidence } from './evidence.ts';
import { isBroader, isNarrower } from './extent.ts';
import { isFarLarger, isLargerThanWhole, isOfAnotherSize } from './other-size.ts';
import type { Case } from './reading.ts';
import type { Kept } from './sieve.ts';
import { weigh } from './weigh.ts';

export type Verdict = {
  candidate: Candidate;
  relation: Relation;
  /** Log-odds against none; decide.ts weighs them against each other. */
  logit: number;
  evidence: Evidence;
  near: number;
  /** Evidence for the hand that did it. */
  actor: number;
  /** What sets the question apart from its siblings stands by the number. */
  placed: boolean;
  /** And between the number and the word for its people: "1,400 Louisiana residents". */
  within: boolean;
  fits: Fit[];
};

/** Of a question that the sieve left. Null: it cannot be meant. */
export function judge(kept: Kept, given: Case): Verdict | null {
  const { candidate } = kept;
  const { traits } = candidate;
  const { view, reading, previous } = given;
  const { claim } = view;
  const compared = compareTraits(kept, given);
  if (compared === null || !isEventMeant(compared)) return null;
  const { part, near, actor, evidence, fits } = compared;
  if (traits.kind === 'increment' && !part.increment) return null;
  if (part.excess && traits.long && traits.measure === 'killed') return null;

  const somewhere = isPartOfPlace(reading.spots(), candidate);
  const placed = traits.must.length > 0 && hasMarks(traits, view.clauseText);
  const whole = part.subset ? (reading.whole() ?? (part.ofEarlier ? earlierWhole(given) : null)) : null;
  const answer = whole === null ? undefined : given.answers.get(whole);
  const narrower = isNarrower(compared, { whole, answer, placed, somewhere });
  if (!narrower && isOfAnotherSize(compared)) return null;
  // "40 people hurt, seven of them children": what answers nothing has no part that does, unless it is asked for by itself.
  if (narrower && answer === null) return null;
  if (answer && !answer.events.some((e) => traits.events.includes(e))) return null;
  const broader = isBroader(compared);
  if (narrower && (broader ? isFarLarger(compared) : isLargerThanWhole(compared))) return null;

  // "570 people: 439 men, 45 women": the whole was just linked, and this is some of it.
  const ofLinked = narrower && !broader && part.subset && previous?.near === true && previous.question === traits.index && figuresBefore(view).length > 0;
  // Other kinds of question ask for a part as it is.
  const asWhole = !ofLinked && traits.long && traits.kind === 'casualty' && claim.kind !== 'share';
  if (asWhole && (part.increment || ((narrower || somewhere) && reading.incident()))) return null;
  const relation: Relation = narrower && broader ? 'overlaps' : narrower ? 'narrower' : broader ? 'broader' : 'same';
  return { candidate, relation, logit: weigh(compared, { narrower, ofLinked, asWhole, placed }), evidence, near, actor: actor.weight, placed, within: placed && hasMarks(traits, claim.text.toLowerCase()), fits };
}
