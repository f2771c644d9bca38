// What stands around a claim of sides and lands: whose people, in whose country, by whose forces.
import type { Span } from '../sentences.ts';
import type { ClaimView, PageView, PlaceHit } from '../view.ts';
import { handsOf, ownsDeedOrBody, saysBy, speakerOf } from './doers.ts';
import { joinedOf, rowOf, whereOf } from './lands.ts';
import type { Joined } from './lands.ts';
import { partPeoplesOf, peopleOf } from './peoples.ts';

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
export const TERRITORIES = new Set(['gaza', 'gaza strip', 'west bank', 'east jerusalem']);

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
