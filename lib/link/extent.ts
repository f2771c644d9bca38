// Whether a claim counts fewer than its question asks for, or more.
import type { Claim } from '../claim/claim.ts';
import { OWNED_UP } from './compare/actor.ts';
import { nearness, timesTheMost } from './compare/amount.ts';
import { isDwarfed, isOneOfParts } from './compare/beside.ts';
import { ARMED } from './compare/group.ts';
import { isOfOnePlace } from './compare/place.ts';
import { figuresBefore, smallerBehind, valueOf } from './compare/siblings.ts';
import { isByViolence, isOfAllCauses } from './compare/violence.ts';
import type { Comparison } from './comparison.ts';
import { isAtOnce, isSudden } from './event-time.ts';
import type { Traits } from './link-index.ts';
import { GROWN } from './other-size.ts';
import type { Answer } from './reading.ts';
import type { ClaimView } from './view.ts';

/** "The country's toll is 16,000", beside a count of the whole world. */
const isPartOfWorld = (view: ClaimView, traits: Traits, near: number): boolean => traits.countries.length === 0 && near <= -0.9 && !/\b(?:world|global)/.test(view.sentenceText);

/** "730 of them children", "22,800 of them Palestinians": so many are all that a question about these people asks for. */
function isOwnGroup({ given: { view, reading }, candidate: { traits } }: Comparison): boolean {
  const { people } = reading.sides();
  if (traits.group === 'people') return view.claim.group === 'people' && people.length > 0 && people.every((c) => traits.people.includes(c));
  // Not some of a larger number of the same people.
  return view.groupStated && view.group === traits.group && !figuresBefore(view).some((s) => s.claim.group === view.group && valueOf(s.claim) > valueOf(view.claim));
}

/**
 * `whole`: the figure beside the claim that it is a part of, and what that was given (`answer`; undefined: nothing yet). `placed`: what sets the
 * question apart stands in the clause. `somewhere`: a part of where it happened is named.
 */
export type Surroundings = { whole: Claim | null; answer: Answer | undefined; placed: boolean; somewhere: boolean };

/** "40 named victims". */
const BY_NAME = /\b(?:named|identified)\b/i;
/** "They dug up three corpses": some four times fewer than anybody counts are those that somebody found. */
const FEW_BODIES = -0.3;
const BODIES = /\b(?:bod(?:y|ies)|corpses?)\b/i;

export function isNarrower(compared: Comparison, { whole, answer, placed, somewhere }: Surroundings): boolean {
  const { given, candidate, near, value, part, actor, fits } = compared;
  const { view, reading } = given;
  const { traits } = candidate;
  const { long } = traits;
  const byViolence = isByViolence(view, part, traits);
  const exact = isOwnGroup(compared) || actor.why === OWNED_UP || byViolence;
  const oneRaid = !long && !isAtOnce(traits) && !isSudden(traits) && near < 0.5 && reading.incident();
  return (
    fits.some((f) => f.relation === 'part') ||
    (part.subset && !exact && !(placed && (traits.within.length > 0 || traits.kind !== 'casualty')) && (!part.ofEarlier || whole !== null)) ||
    isOneOfParts(given, traits) ||
    (!long && isDwarfed(given, traits)) ||
    // "798 in all, including 615 near the sites": the whole has just been linked to this very question.
    (answer?.question === traits.index && answer.relation === 'same' && !byViolence) ||
    (long && part.worstStretch) ||
    (part.alone && !(part.aloneIn !== null && traits.countries.length === 1 && traits.countries[0] === part.aloneIn && !/\balone\b/.test(view.before))) ||
    isPartOfWorld(view, traits, near) ||
    (somewhere && (near < 0.6 || (traits.type === 'disaster' && value < 100))) ||
    isOfOnePlace(reading.spots(), candidate) ||
    oneRaid ||
    (part.increment && traits.kind !== 'increment') ||
    (reading.oneDay() && (traits.to === null || (traits.from !== null && traits.to > traits.from))) ||
    (!long && near < FEW_BODIES && BODIES.test(view.claim.text)) ||
    (traits.kind !== 'partial-count' && (near < 0.5 || part.subset || (near < 0.9 && BY_NAME.test(view.claim.text))) && reading.namedOnly())
  );
}

const OF = /^["' ]*of (?:the |at least |about |some |nearly |more than |over |around |an estimated )*$/;

/** "Of 9,000 who died, 6,700 died by violence": where the second is what the question asks for, the first holds more. */
const isWholeOf = (view: ClaimView, traits: Traits, near: number, day: number | null): boolean =>
  OF.test(view.before) && smallerBehind(view).some((s) => s.claim.kind !== 'share' && nearness(s.claim, traits, day) > near + 0.4);

/** In a battle fighters fall as well. */
const FOUGHT = new Set(['war', 'campaign', 'battle', 'occupation']);
const FIGHTERS_TOO = 1.6;
const CIVILIAN = /\bcivilian/;

const IN_ALL = /\b(?:in all|in total|altogether)\b/;
/** Characters back to the dead of the other kind. */
const OTHERS_REACH = 600;

/** "39 of the gunmen were killed, … 170 people died in all." */
const isSumOfAll = ({ given: { view, answers }, candidate: { traits } }: Comparison): boolean =>
  traits.group !== 'people' && view.group === 'people' && IN_ALL.test(view.sentenceText) && [...answers.keys()].some((c) => c.measure === 'killed' && ARMED.has(c.group) && view.claim.start - c.end < OTHERS_REACH);

/** More people than anybody counts of civilians are not civilians alone. */
const countsFighters = ({ given: { view, page }, candidate: { traits } }: Comparison): boolean =>
  traits.group === 'civilians' && view.group === 'people' && FOUGHT.has(traits.type) && !CIVILIAN.test(view.sentenceText) && !CIVILIAN.test(page.title) && timesTheMost(view.claim, traits) > (traits.to === null ? GROWN : FIGHTERS_TOO);

/** "53 dead (48 fighters and five civilians)": at once behind the number, with one of their own. */
const FIGHTERS_AMONG =
  /^(?: ?[(:—–,][ (]?|[^.;,(]{0,24}, (?:including|among them|of whom) )(?:(?:at least|about|some|including|among them|of whom) )*(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|a|an|several) (?:[\w-]+ )?(?:militants|fighters|soldiers?|combatants|gunmen|insurgents|police(?:man|men| officers?| officials?)?|troops|rebels|security (?:personnel|officers?|forces|guards?)|rangers|gendarmes?)\b/;

const tellsFighters = ({ given: { view }, candidate: { traits } }: Comparison): boolean => (traits.group === 'civilians' || traits.group === 'protesters') && view.claim.group === 'people' && FIGHTERS_AMONG.test(view.after);

export function isBroader(compared: Comparison): boolean {
  const { given: { view, page }, candidate: { traits }, near, fits } = compared;
  return fits.some((f) => f.relation === 'whole') || countsFighters(compared) || tellsFighters(compared) || isSumOfAll(compared) || isWholeOf(view, traits, near, page.day) || isOfAllCauses(view, page.folded.slice(view.claim.end, view.sentence.end), traits);
}
