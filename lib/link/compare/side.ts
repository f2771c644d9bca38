// Whose people were harmed, in whose country, and by whose forces: the sides of a conflict and the lands of a disaster.
import type { Candidate } from '../candidates.ts';
import type { Traits } from '../link-index.ts';
import { mentionsIn } from '../mention.ts';
import type { Span } from '../sentences.ts';
import type { ClaimView, PageView, PlaceHit } from '../view.ts';
import { handsOf, ownsDeedOrBody, saysBy, speakerOf } from './doers.ts';
import type { Fit } from './fit.ts';
import { NO } from './fit.ts';
import { joinedOf, rowOf, SEVERAL, whereOf } from './lands.ts';
import type { Joined, Town } from './lands.ts';
import { partPeoplesOf, peopleOf } from './peoples.ts';

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.includes(x));

const WORLD = /\b(?:world-?wide|global(?:ly)?|around the world|across the world|in the world|world's)\b/;
const WITH = /^(?: (?:people|dead|deaths))? (?:with|including|counting) (?:the )?$/;

/** What a claim's surroundings say of sides and lands, whatever the question. */
export type Sides = {
  people: string[];
  hands: string[];
  speaker: string | null;
  /** "The country's toll": of the speaker's own land. */
  ownToll: boolean;
  /** Peoples that make up a part of the number. */
  parts: string[];
  /** Where, and whether the clause itself says so. */
  where: string[];
  /** Those of them that are one of several territories of a people, by name. */
  territories: string[];
  near: boolean;
  /** Lands and towns of the clause, and the pairs of them that one number counts together. */
  lands: string[];
  joined: Joined[];
  /** Three or more lands told in a row, as where and not as doers. */
  row: string[];
  /** Lands that have the dead: "Italy had 18,000", "Spain, with 11,000". */
  subjects: string[];
  /** "51,000 with Syria". */
  added: string[];
  world: boolean;
  /** Places of the clause that may say that it is about elsewhere; `surely`: as where, as a city, or as its subject. */
  elsewhere: (Span & { country: string; surely: boolean })[];
};

/** Lands of one people that are counted apart. */
const TERRITORIES = new Set(['gaza', 'gaza strip', 'west bank', 'east jerusalem']);
/** What crosses borders and is nobody's doing. */
const OF_NATURE = new Set(['disaster', 'epidemic']);

/** Up to the number: ", with", " had the highest number, with", " recorded a total of", " (". */
const HAS_DEAD = /^(?:,? \(|,? with | (?:had|has|recorded|registered|saw|counted|suffered) (?:the (?:highest|second-highest|most|largest) [^.;:,]{0,90}, with (?:a total of )?|a total of )?)(?:(?:at least|about|some|around|an estimated|nearly|more than|over) )?$/;
const OWN_TOLL = /\b(?:the country's|the nation's|its) (?:official |own |overall )?(?:death )?toll\b/;

export function sidesOf(view: ClaimView, page: PageView): Sides {
  const { claim } = view;
  const people = peopleOf(view, page);
  const hands = handsOf(view, page);
  const { places, near } = whereOf(view, page);
  // A headline's place has its letters there.
  const nameAt = (p: PlaceHit): string => (page.titlePlaces.includes(p) ? page.title : page.folded).slice(p.start, p.end);
  const lands = view.clausePlaces.filter((p) => p.kind !== 'people');
  const listed = lands.length > 0 ? lands : view.places.filter((p) => p.kind !== 'people' && p.end <= view.claim.start);
  // A doer or a speaker may stand first without being the place ("Israel says …"), a city may not.
  const surely = (p: PlaceHit): boolean =>
    p.located || p.kind === 'city' || (!/[a-z]/.test(page.folded.slice(view.clause.start, p.start)) && !saysBy(page, p, view.claim.start));
  return {
    people,
    hands,
    parts: partPeoplesOf(view, page),
    speaker: people.length === 0 && hands.length === 0 ? speakerOf(view, page) : null,
    ownToll: OWN_TOLL.test(view.clauseText),
    where: places.map((p) => p.country),
    territories: places.filter((p) => p.kind === 'country').map((p) => nameAt(p)).filter((name) => TERRITORIES.has(name)),
    near,
    lands: view.clausePlaces.filter((p) => p.kind !== 'people' || p.located).map((p) => p.country),
    joined: joinedOf(listed, page.folded),
    row: rowOf(listed, page.folded),
    subjects: view.places.filter((p) => p.kind === 'country' && !p.located && p.end <= claim.start && HAS_DEAD.test(page.folded.slice(p.end, claim.number.start))).map((p) => p.country),
    added: lands.filter((p) => WITH.test(page.folded.slice(view.claim.number.end, p.start))).map((p) => p.country),
    world: WORLD.test(view.clauseText),
    elsewhere: lands
      .filter((p) => !ownsDeedOrBody(page, p))
      .map((p) => ({ start: p.start, end: p.end, country: p.country, surely: surely(p) })),
  };
}

/** The one country whose people a question of two sides counts; its other countries are the other side's. */
const sideOf = (traits: Traits): string[] => (traits.people.length > 0 ? traits.people : traits.countries.filter((c) => !traits.hands.includes(c)));

export function compareSide(sides: Sides, { traits, mentions }: Pick<Candidate, 'traits' | 'mentions'>): Fit {
  const { people, where, near, hands, speaker } = sides;
  const isOwn = (country: string): boolean => traits.countries.includes(country) || traits.people.includes(country);
  const own = where.filter(isOwn);
  if (traits.countries.length === 0) {
    // The whole world's dead, or one land's?
    if (sides.lands.some((c) => !hands.includes(c)) && !sides.world) return { relation: 'part', weight: 0, why: 'one country' };
  } else {
    // One of several countries told in a row: its own card would say nothing of the number.
    if (sides.row.filter(isOwn).length === 1 && !mentions().some((m) => m.strong)) return NO;
    // "The earthquake in Turkey and Syria" is a name, not the reach of the number.
    const isName = (at: Span): boolean => mentionsIn(mentions(), at).some((m) => m.strong && m.start <= at.start && at.end <= m.end);
    if (sides.joined.some((j) => isOwn(j.countries[0]) !== isOwn(j.countries[1]) && !isName(j)) || sides.added.some((c) => !isOwn(c))) return { relation: 'whole', weight: 0, why: 'counts more countries' };
    const isNamed = (at: Town): boolean => (at.territory ? traits.words.includes(at.name) : mentionsIn(mentions(), at).some((m) => !m.bare));
    if (sides.joined.some((j) => j.towns !== null && isNamed(j.towns[0]) !== isNamed(j.towns[1]) && !isName(j))) return { relation: 'whole', weight: 0, why: 'counts more places' };
    if (people.length === 0 && shares(sides.parts, traits.people)) return { relation: 'whole', weight: 0, why: 'counts other peoples too' };
    // "Italy, with 18,000 dead": of an event of many lands.
    const [land] = sides.lands.length === 0 ? sides.subjects : sides.lands;
    if (traits.countries.length >= SEVERAL && OF_NATURE.has(traits.type) && land !== undefined && traits.countries.includes(land) && [...sides.lands, ...sides.subjects].every((c) => c === land) && sides.where.every((c) => c === land) && (near || sides.subjects.length > 0)) return { relation: 'part', weight: 0, why: 'one country' };
    if (sides.added.some(isOwn)) return NO;
    if (sides.ownToll && speaker !== null && !isOwn(speaker)) return NO;
    if (sides.ownToll && speaker !== null && traits.type === 'disaster' && traits.countries.length > 1) return { relation: 'part', weight: 0, why: 'one country' };
    if (near && own.length === 0) return NO;
    const isAsked = (name: string): boolean => traits.words.includes(name.split(' ')[0] ?? name);
    if (sides.territories.length > 0 && !sides.territories.some(isAsked) && [...TERRITORIES].some(isAsked)) return NO;
  }

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

/**
 * The clause is about elsewhere: it names another country or city and none of the question's. Doers do not count
 * ("Israeli raids killed 570 in Lebanon").
 */
export function isElsewhere(sides: Sides, { traits, mentions }: Pick<Candidate, 'traits' | 'mentions'>): boolean {
  const { elsewhere } = sides;
  if (traits.countries.length === 0 || elsewhere.length === 0) return false;
  if (elsewhere.some((p) => traits.countries.includes(p.country) || traits.people.includes(p.country))) return false;
  return elsewhere.some((p) => p.surely) && !elsewhere.some((p) => mentionsIn(mentions(), p).length > 0);
}
