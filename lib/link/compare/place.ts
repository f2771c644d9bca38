// Where within the event: one town of an earthquake, one village of a massacre, one region of a war.
import type { Candidate } from '../candidates.ts';
import { isAtOneSite } from '../event-time.ts';
import { mentionsIn } from '../mention.ts';
import type { Spots } from './spots.ts';

export const NATIONWIDE = /\b(?:nation-?wide|country-?wide|across the (?:country|nation|territory|strip)|in the (?:whole|entire) (?:country|territory)|(?:whole|entire) country|around the country|throughout the country)\b/;

/** Events of many strikes: one building that was hit is one place of them. */
const HAS_STRIKES = new Set(['war', 'campaign', 'battle']);

/** A disaster's dead of one place by its name, however well the number is known. */
export const isOfOnePlace = ({ head }: Spots, { traits, mentions }: Pick<Candidate, 'traits' | 'mentions'>): boolean =>
  head !== null && traits.type === 'disaster' && !traits.words.includes(head.name) && !mentionsIn(mentions(), head).some((m) => m.strong);

/**
 * A place that is not the question's own: a part of where it happened. Names of the question, its countries and its own place
 * name are its own.
 */
export function isPartOfPlace(spots: Spots, { traits, mentions }: Pick<Candidate, 'traits' | 'mentions'>): boolean {
  if (spots.unnamed || (spots.thatLand && traits.countries.length > 1)) return true;
  if (HAS_STRIKES.has(traits.type) && spots.struck.some((kind) => !traits.words.includes(kind))) return true;
  if (spots.foundIn !== null && !traits.words.includes(spots.foundIn)) return true;
  if (!isAtOneSite(traits) && spots.speakers.some((name) => !traits.words.includes(name))) return true;
  return spots.named.some(({ start, end, name, gazetteer, inTitle }) => {
    // "Dhaka's Uttara district" is where it happened in Dhaka.
    if (traits.words.includes(name) || (isAtOneSite(traits) && traits.words.includes(name.split("'s ")[0] ?? name))) return false;
    const [mention] = mentionsIn(mentions(), { start, end });
    // A weak name may be a region that the event went through (Mississippi for Katrina): only the title makes it the place.
    return mention === undefined || !(mention.strong || !gazetteer || inTitle);
  });
}
