// What the figures around one say of how far it goes, once its question is chosen: beside what it adds up to, or with a total told
// later, it is a part of it.
import type { Group } from '../claim/claim.ts';
import type { Relation } from '../claim/match.ts';
import { isOneOfItsPlaces } from './compare/side-by-side.ts';
import { valueOf } from './compare/siblings.ts';
import { isSummand } from './compare/sum.ts';
import type { Verdict } from './judge.ts';
import { followed } from './leads-to.ts';
import type { Case } from './reading.ts';

/** "Of the 1,084 at least 639 were killed by the army": by one side, of a count of all that the page has just given. */
const BY_FORCES =
  /\b(?:killed|murdered|executed|massacred|slain|shot|died|deaths?|dead)\b[^.;]{0,40}\bby (?:[\w'-]+ ){0,4}?(?:forces|troops|soldiers|army|military|police|militias?|militants?|fighters|gunmen|rebels|groups?|insurgents|paramilitar(?:y|ies))\b/;

/** Characters behind the figure. */
const HAND_REACH = 120;

function isByOneHand({ traits }: Verdict['candidate'], { view, previous, reading }: Case): boolean {
  const total = previous?.near === true && previous.question === traits.index ? previous.total : null;
  return traits.scope === 'all-causes' && total !== null && valueOf(view.claim) < total && (BY_FORCES.test(view.after.slice(0, HAND_REACH)) || BY_FORCES.test(view.clauseText) || reading.hands().actors.length > 0);
}

/** The relation of the chosen question, now that it is known which of the figures before this one were given the same. */
export function settled({ candidate, relation, placed }: Verdict, given: Case): Relation {
  const { kind, within } = candidate.traits;
  // "2,606 at the World Trade Center": what sets apart a question of a part is said of the number.
  if (relation !== 'same' || kind !== 'casualty' || (placed && within.length > 0)) return relation;
  const isPart = isOneOfItsPlaces(given.reading.spots().besides, candidate) || isSummand(given, candidate.traits) || isByOneHand(candidate, given);
  return isPart ? 'narrower' : relation;
}

/** A figure that was given a question of all who died, as the same. */
export type Told = { question: number; group: Group; value: number; sentenceText: string };

/** So much more that both cannot be counts of the same people. */
const MORE = 1.1;
/** A total of those who fought and those who did not. */
const WITH = /\b(?:includ(?:ing|es|ed)|among (?:them|whom)|as well as|along with|and|both|plus)\b/g;
const FIGHTERS = /^[^.;]{0,60}\b(?:soldiers|troops|fighters|combatants|militants|gunmen|personnel|police|forces|rebels|insurgents)\b/;

/** "745 civilians were killed. … In all 1,018 died, among them 125 soldiers": where all are asked for, the first are some of them. */
export function isPartOfTotal({ question, group, value }: Told, all: readonly Told[]): boolean {
  return group === 'civilians' && all.some((other) => other.question === question && other.group === 'people' && other.value > value * MORE && followed(other.sentenceText, WITH, FIGHTERS) !== null);
}
