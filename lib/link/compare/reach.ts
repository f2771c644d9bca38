// Which lands and peoples a number counts of those that a question asks for: one of several, or more than these, or others.
import type { Candidate } from '../candidates.ts';
import type { Traits } from '../link-index.ts';
import { mentionsIn } from '../mention.ts';
import type { Span } from '../sentences.ts';
import type { Fit } from './fit.ts';
import { NO } from './fit.ts';
import { SEVERAL } from './lands.ts';
import type { Town } from './lands.ts';
import { TERRITORIES } from './sides.ts';
import type { Sides } from './sides.ts';

/** What crosses borders and is nobody's doing. */
const OF_NATURE = new Set(['disaster', 'epidemic']);

const ONE_COUNTRY: Fit = { relation: 'part', weight: 0, why: 'one country' };
const more = (why: string): Fit => ({ relation: 'whole', weight: 0, why });

export const isOwnLand = ({ countries, people }: Traits, country: string): boolean => countries.includes(country) || people.includes(country);

/** "Italy, with 18,000 dead": of an event of many lands. */
function isOfOneLand({ lands, subjects, where, near }: Sides, { countries, type }: Traits): boolean {
  const land = lands[0] ?? subjects[0];
  return (
    land !== undefined && countries.length >= SEVERAL && OF_NATURE.has(type) && countries.includes(land) && (near || subjects.length > 0) && [...lands, ...subjects, ...where].every((c) => c === land)
  );
}

/** Null where nothing around the claim says that it counts another reach than the question's. */
export function compareReach(sides: Sides, { traits, mentions }: Pick<Candidate, 'traits' | 'mentions'>): Fit | null {
  const { people, where, near, hands, speaker, row, joined, added, ownToll } = sides;
  // The whole world's dead, or one land's?
  if (traits.countries.length === 0) return sides.lands.some((c) => !hands.includes(c)) && !sides.world ? ONE_COUNTRY : null;
  const isOwn = (country: string): boolean => isOwnLand(traits, country);
  // One of several countries told in a row: its own card would say nothing of the number.
  if (row.filter(isOwn).length === 1 && !mentions().some((m) => m.strong)) return NO;
  // "The earthquake in Turkey and Syria" is a name, not the reach of the number.
  const isName = (at: Span): boolean => mentionsIn(mentions(), at).some((m) => m.strong && m.start <= at.start && at.end <= m.end);
  if (joined.some((j) => isOwn(j.countries[0]) !== isOwn(j.countries[1]) && !isName(j)) || added.some((c) => !isOwn(c))) return more('counts more countries');
  const isNamed = (at: Town): boolean => (at.territory ? traits.words.includes(at.name) : mentionsIn(mentions(), at).some((m) => !m.bare));
  if (joined.some((j) => j.towns !== null && isNamed(j.towns[0]) !== isNamed(j.towns[1]) && !isName(j))) return more('counts more places');
  if (people.length === 0 && sides.parts.some((c) => traits.people.includes(c))) return more('counts other peoples too');
  if (isOfOneLand(sides, traits)) return ONE_COUNTRY;
  if (added.some(isOwn)) return NO;
  if (ownToll && speaker !== null && !isOwn(speaker)) return NO;
  if (ownToll && speaker !== null && traits.type === 'disaster' && traits.countries.length > 1) return ONE_COUNTRY;
  if (near && !where.some(isOwn)) return NO;
  const isAsked = (name: string): boolean => traits.words.includes(name.split(' ')[0] ?? name);
  return sides.territories.length > 0 && !sides.territories.some(isAsked) && [...TERRITORIES].some(isAsked) ? NO : null;
}
