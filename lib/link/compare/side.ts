// Whose people were harmed, in whose country, and by whose forces, beside those that a question asks for.
import type { Candidate } from '../candidates.ts';
import type { Traits } from '../link-index.ts';
import { mentionsIn } from '../mention.ts';
import type { ClaimView } from '../view.ts';
import type { Fit } from './fit.ts';
import { NO } from './fit.ts';
import { compareReach, isOwnLand } from './reach.ts';
import type { Sides } from './sides.ts';

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.includes(x));

/** The one country whose people a question of two sides counts; its other countries are the other side's. */
const sideOf = (traits: Traits): string[] => (traits.people.length > 0 ? traits.people : traits.countries.filter((c) => !traits.hands.includes(c)));

export function compareSide(sides: Sides, { traits, mentions }: Pick<Candidate, 'traits' | 'mentions'>): Fit {
  const { people, where, near, hands, speaker } = sides;
  const reach = compareReach(sides, { traits, mentions });
  if (reach !== null) return reach;

  const own = where.filter((c) => isOwnLand(traits, c));
  let weight = own.length > 0 ? 0.3 : 0;
  const side = sideOf(traits);
  const twoSided = side.length > 0 && traits.countries.some((c) => !side.includes(c));
  if (side.length > 0) {
    if (shares(own, side)) weight += near ? 0.4 : 0.2;
    else if (where.length > 0 && (twoSided || own.length === 0) && !shares(where, side)) weight -= near ? 1.2 : 0.5;
    if (hands.length > 0 && traits.hands.length > 0) {
      if (shares(hands, traits.hands)) weight += twoSided ? 1 : 0.5;
      // "The Indian strike in Bahawalpur": by their own forces, in the other country. These are not their dead.
      else if (shares(hands, side) && near && !shares(own, side)) return NO;
      else if (shares(hands, side)) weight -= 2;
    }
    if (speaker !== null) weight += side.includes(speaker) ? 0.6 : traits.countries.includes(speaker) ? -0.6 : 0;
  }
  if (people.length === 0) return { relation: 'same', weight };
  if (traits.people.length > 0) return shares(people, traits.people) ? { relation: 'same', weight: weight + 0.4 } : NO;
  if (shares(people, traits.countries)) {
    if ((side.length > 0 && side.every((c) => people.includes(c))) || traits.countries.every((c) => people.includes(c))) return { relation: 'same', weight: weight + 0.2 };
    return { relation: 'part', weight, why: 'one of the peoples counted' };
  }
  // Those who did it are not among those who are counted.
  if (people.every((c) => traits.hands.includes(c))) return NO;
  // Foreigners among an event's dead are some of them; in a war they are another army, or nobody's question.
  return traits.long || traits.countries.length === 0 ? NO : { relation: 'part', weight: 0, why: 'foreign nationals' };
}

/** Personnel who bear no arms. */
const MEDICAL = /\b(?:health|medical|humanitarian|aid|relief|civil defen[cs]e|rescue)\b/i;
/** "One police officer was killed" in a raid by the one side's forces: of a question of the other side's people, nobody says that he was theirs. */
export const isOfUnknownSide = ({ group, groupText }: ClaimView, { people, speaker }: Sides, traits: Traits): boolean =>
  (group === 'military' || group === 'police') && traits.group === 'people' && traits.people.length > 0 && traits.hands.length > 0 && people.length === 0 && !(speaker !== null && traits.people.includes(speaker)) && !MEDICAL.test(groupText ?? '');

/**
 * The clause is about elsewhere: it names another country or city and none of the question's. Doers do not count
 * ("Israeli raids killed 570 in Lebanon").
 */
export function isElsewhere(sides: Sides, { traits, mentions }: Pick<Candidate, 'traits' | 'mentions'>): boolean {
  const { elsewhere } = sides;
  if (traits.countries.length === 0 || elsewhere.length === 0) return false;
  if (elsewhere.some((p) => isOwnLand(traits, p.country))) return false;
  return elsewhere.some((p) => p.surely) && !elsewhere.some((p) => mentionsIn(mentions(), p).length > 0);
}
