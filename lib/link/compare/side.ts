// Whose people were harmed, in whose country, and by whose forces: the sides of a conflict and the lands of a disaster.
import type { Candidate } from '../candidates.ts';
import { eachMatch } from '../each-match.ts';
import { isReached } from '../leads-to.ts';
import type { Way } from '../leads-to.ts';
import type { Traits } from '../link-index.ts';
import { mentionsIn } from '../mention.ts';
import { spansWithin } from '../sentences.ts';
import type { Span } from '../sentences.ts';
import type { ClaimView, PageView, PlaceHit } from '../view.ts';
import { breathEnd } from './beside.ts';
import type { Fit } from './fit.ts';
import { NO } from './fit.ts';

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.includes(x));

/** "Turkey and Syria", "Gaza and the West Bank", "51,000 with Syria": one number for both. */
const JOINED = /^,? and (?:in )?(?:the |northern |southern |western |eastern )?$/;
/** Its longest, in characters. */
const JOINED_MAX = 18;
const WORLD = /\b(?:world-?wide|global(?:ly)?|around the world|across the world|in the world|world's)\b/;
const WITH = /^(?: (?:people|dead|deaths))? (?:with|including|counting) (?:the )?$/;
/** "'s ", "-led ", "-made ": what may stand between a land and what is its own. */
const OWNS = /^(?:'s?)?[ -]/;
const LED = 'led ';
const WORD = /[\w-]+ /y;
/** What begins so is no word of its own: "Russian-held", "Israel in". */
const NEVER = ['controlled', 'administered', 'held', 'occupied', 'from', 'in', 'by', 'of', 'and', 'on', 'after', 'with', 'to', 'as', 'for', 'at', 'over'];
const DEED = /(?:air ?-?strikes?|strikes?|air ?raids?|raids?|missiles?|rockets?|shell(?:s|ing)|fire|firing|artillery|bomb(?:s|ing|ardment)?|attacks?|offensive|onslaught|assault|drones?)\b/y;
const BODY = /(?:forces|army|troops|soldiers|military|jets|warplanes|aircraft|planes|bombers|navy|police|gunmen|fighters|security forces)\b/y;

/** One of its own stands behind the land that ends where `after` begins. */
function owns(after: string, what: RegExp): boolean {
  const gap = OWNS.exec(after)?.[0].length ?? -1;
  if (gap < 0) return false;
  const direct: Way = { noun: what };
  const behindWord: Way = { word: WORD, noun: what, most: 1 };
  const reaches = (at: number): boolean => isReached(after, at, NEVER.some((word) => after.startsWith(word, at)) ? direct : behindWord);
  return reaches(gap) || (after.startsWith(LED, gap) && reaches(gap + LED.length));
}
const STRUCK = /^(?: has| had| have)? (?:attacked|struck|bombed|bombarded|fired|hit|shelled|launched|invaded|raided|strikes|attacks|bombs|fires|shells)\b/;
const SAYS = /^(?:'s)?(?: [\w'.,-]+){0,6}?,? (?:said|says|claims|claimed|alleges|alleged|counts|counted|put|puts|admitted|admits|reported|reports|confirmed|lost|loses|acknowledged|stated|announced|updated|raised|revised)\b/;

/** People of many countries, in a code that no country has. */
const OF_NO_COUNTRY = /\b(?:Europeans?|Westerners)\b/;
const NO_COUNTRY = 'none';

const HAS = /\b(?:army|military|forces) (?:has|have|had) $/;

const LOSSES = /^ (?:[\w-]+ )?(?:losses|casualties|dead|deaths|fatalities)\b[^.,;:]{0,24}$/;

/** Countries whose people the number itself counts: "18 Israeli soldiers", "India lost 20". */
function peopleOf(view: ClaimView, page: PageView): string[] {
  const { claim } = view;
  const own = view.places.filter((p) => p.start >= claim.start && p.end <= claim.end && !p.located);
  if (own.length > 0) return own.map((p) => p.country);
  if (OF_NO_COUNTRY.test(claim.text)) return [NO_COUNTRY];
  // "14 bodies of South African soldiers".
  const right = view.places.filter((p) => p.kind === 'people' && p.start >= claim.end && /^ ?(?:of )?$/.test(page.folded.slice(claim.end, p.start)));
  if (right.length > 0) return right.map((p) => p.country);
  if (HIS_OWN.test(page.folded.slice(claim.number.end, claim.number.end + 40)) && speakerOf(view, page) === null) return [NO_COUNTRY];
  if (ITS_OWN.test(page.folded.slice(view.claim.number.end, view.claim.number.end + 40))) {
    const speaker = speakerOf(view, page);
    return speaker === null ? [] : [speaker];
  }
  // "Chinese losses at 400,000 killed".
  const losing = view.places.findLast((p) => p.kind === 'people' && p.end <= claim.start && LOSSES.test(page.folded.slice(p.end, claim.number.start)));
  if (losing !== undefined) return [losing.country];
  const lost = /\b(?:lost|losing|suffered|sustained)\b(?! their| his| her)/.exec(view.clauseText);
  // "The army has 9,000 wounded men": those whom it has are its own.
  const has = lost === null ? HAS.exec(page.folded.slice(view.clause.start, claim.start)) : null;
  if (lost === null && has === null) return [];
  const at = view.clause.start + (lost?.index ?? has?.index ?? 0);
  if (at > claim.start) return [];
  const doer = view.clausePlaces.findLast((p) => p.end <= at);
  return doer === undefined || at - doer.end > 30 ? [] : [doer.country];
}

const TURNED = [' but ', ' while ', ' whereas ', ' although '];

/** Countries whose forces the clause, or failing that the sentence, has doing the harm. */
function handsOf(view: ClaimView, page: PageView): string[] {
  const doing = (p: PlaceHit): boolean =>
    (p.start < view.claim.start || p.start > view.claim.end) &&
    (owns(page.folded.slice(p.end, p.end + 40), DEED) ||
      (owns(page.folded.slice(p.end, p.end + 40), BODY) && !SAYS.test(page.folded.slice(p.end, p.end + 60))) ||
      STRUCK.test(page.folded.slice(p.end, p.end + 30)) ||
      (p.kind === 'country' && !p.located && /^ (?:has |had |have )?(?:killed|kills)\b/.test(page.folded.slice(p.end, p.end + 16))) || /\bby (?:the )?$/.test(page.folded.slice(Math.max(0, p.start - 8), p.start)));
  const own = view.clausePlaces.filter(doing);
  // "Israel shot most of them down, but 24 people died": what is set against it was not done by the same.
  const turned = view.sentence.start + Math.max(...TURNED.map((word) => view.before.lastIndexOf(word)));
  return (own.length > 0 ? own : view.places.filter((p) => doing(p) && !(p.end <= turned))).map((p) => p.country);
}

const OF_THEM = /^[^,.;]{0,12}\b(?:of|among) (?:them|whom|those|these),? (?:were |are )?(?:the )?$/;

/** "23,000 people, 22,000 of them Palestinians": peoples that are said to be a part of the number. */
function partPeoplesOf(view: ClaimView, page: PageView): string[] {
  const parts = view.siblings.filter((s) => s.claim.start > view.claim.start && s.claim.measure === view.claim.measure && (s.claim.low ?? 0) < (view.claim.low ?? 0));
  // "Iran says 1,000 died, including 136 of its own citizens".
  const owned = parts.some((s) => ITS_OWN.test(page.folded.slice(s.claim.number.end, s.claim.number.end + PART_REACH))) ? speakerOf(view, page) : null;
  if (owned !== null) return [owned];
  return view.places.filter((p) => p.kind === 'people' && parts.some((s) => s.claim.number.end < p.start && p.start - s.claim.number.end < PART_REACH && OF_THEM.test(page.folded.slice(s.claim.number.end, p.start)))).map((p) => p.country);
}
/** Characters from a number to the people it counts. */
const PART_REACH = 40;

/** Who speaks: a side counts its own dead, unless it says otherwise. */
function speakerOf(view: ClaimView, page: PageView): string | null {
  const speaks = (p: PlaceHit): boolean => !p.located && SAYS.test(page.folded.slice(p.end, p.end + 70));
  const own = view.places.find((p) => p.end <= view.claim.start && speaks(p));
  const { previous } = view;
  if (own !== undefined || previous === null || !/^["' ]*(?:he|she|it|they)\b/.test(view.sentenceText)) return own?.country ?? null;
  return spansWithin(page.places, previous).find(speaks)?.country ?? null;
}

/** "Israel says 120 of its people died." */
const ITS_OWN = /^ of (?:its|their|his|her) (?:own )?(?:people|citizens|nationals|soldiers|troops|men|fighters|servicemen|personnel|civilians)\b/;
/** "The president said that 10,000 of his soldiers were hurt": one side's, and nobody says whose. */
const OWN_TOLL = /\b(?:the country's|the nation's|its) (?:official |own |overall )?(?:death )?toll\b/;
const HIS_OWN = /^ of (?:his|her|our) (?:own )?(?:soldiers|troops|men|fighters|servicemen|people|forces)\b/;
const TURN = /\b(?:since|after|following|in retaliation|in response|when|because|amid|before)\b/g;

/** Places where: of the clause, else of the sentence before the number, else of the sentence before, else of the headline. */
function whereOf(view: ClaimView, page: PageView): { places: PlaceHit[]; near: boolean } {
  const end = breathEnd(view);
  const located = view.places.filter((p) => p.located && p.start >= view.clause.start && p.start < end);
  // "killed in Gaza since Israel launched its assault after the attacks on Israel": the first place is where.
  const turns = eachMatch(page.folded.slice(view.clause.start, end), TURN).map((t) => view.clause.start + t.index);
  // "Israel went to war after gunmen attacked Sderot, killing 50".
  const past = turns.findLast((t) => t < view.claim.start) ?? view.claim.start;
  const [next, beyond] = [...turns.filter((t) => t >= view.claim.end), Infinity, Infinity];
  const between = (from: number, to: number): PlaceHit[] => located.filter((p) => p.start >= from && p.start < to);
  // "dead after a tower in Bangkok fell following the quake in Myanmar": the place of the nearest turn.
  const clause = [between(past, view.claim.start), between(view.clause.start, next ?? Infinity), between(view.claim.end, beyond ?? Infinity), located].find((places) => places.length > 0) ?? [];
  if (clause.length > 0) return { places: clause, near: true };
  const sentence = view.places.filter((p) => p.located && p.start < view.claim.start);
  if (sentence.length > 0) return { places: sentence, near: false };
  const before = view.previous === null ? [] : spansWithin(page.places, view.previous).filter((p) => p.located);
  return { places: before.length > 0 ? before : page.titlePlaces.filter((p) => p.located), near: false };
}

/** A city or region, or one of several territories of a people. */
type Town = Span & { name: string; territory: boolean };

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
  joined: { start: number; end: number; countries: [string, string]; towns: [Town, Town] | null }[];
  /** Three or more lands told in a row, as where and not as doers. */
  row: string[];
  /** Lands that have the dead: "Italy had 18,000", "Spain, with 11,000". */
  subjects: string[];
  /** "51,000 with Syria". */
  added: string[];
  world: boolean;
  /** Places of the clause that may say that it is about elsewhere; `surely`: as where, as a city, or as its subject. */
  elsewhere: { start: number; end: number; country: string; surely: boolean }[];
};

/** Lands of one people that are counted apart. */
const TERRITORIES = new Set(['gaza', 'gaza strip', 'west bank', 'east jerusalem']);
/** What crosses borders and is nobody's doing. */
const OF_NATURE = new Set(['disaster', 'epidemic']);
const IN_ROW = /^,? (?:and )?(?:in )?(?:the )?$/;
const SEVERAL = 3;

/** "Pakistan, Yemen and Somalia"; not "by Britain, France and the United States". */
function rowOf(lands: readonly PlaceHit[], folded: string): string[] {
  let row: PlaceHit[] = [];
  for (const land of lands) {
    const last = row.at(-1);
    if (last !== undefined && IN_ROW.test(folded.slice(last.end, land.start))) row.push(land);
    else if (row.length < SEVERAL) row = [land];
    else break;
  }
  const [first] = row;
  return first === undefined || row.length < SEVERAL || /\bby (?:the )?$/.test(folded.slice(Math.max(0, first.start - 8), first.start)) ? [] : row.map((p) => p.country);
}

/** Up to the number: ", with", " had the highest number, with", " recorded a total of", " (". */
const HAS_DEAD = /^(?:,? \(|,? with | (?:had|has|recorded|registered|saw|counted|suffered) (?:the (?:highest|second-highest|most|largest) [^.;:,]{0,90}, with (?:a total of )?|a total of )?)(?:(?:at least|about|some|around|an estimated|nearly|more than|over) )?$/;

export function sidesOf(view: ClaimView, page: PageView): Sides {
  const { claim } = view;
  const people = peopleOf(view, page);
  const hands = handsOf(view, page);
  const { places, near } = whereOf(view, page);
  // A headline's place has its letters there.
  const nameAt = (p: PlaceHit): string => (page.titlePlaces.includes(p) ? page.title : page.folded).slice(p.start, p.end);
  const lands = view.clausePlaces.filter((p) => p.kind !== 'people');
  const joined: Sides['joined'] = [];
  const townOf = (p: PlaceHit): Town => ({ start: p.start, end: p.end, name: page.folded.slice(p.start, p.end), territory: p.kind === 'country' });
  const listed = lands.length > 0 ? lands : view.places.filter((p) => p.kind !== 'people' && p.end <= view.claim.start);
  listed.forEach((a, i) => {
    for (let at = i + 1, b = listed[at]; b !== undefined && b.start - a.end <= JOINED_MAX; b = listed[++at])
      if (a.end <= b.start && JOINED.test(page.folded.slice(a.end, b.start))) joined.push({ start: a.start, end: b.end, countries: [a.country, b.country], towns: a.country === b.country || (a.kind === 'city' && b.kind === 'city') ? [townOf(a), townOf(b)] : null });
  });
  // A doer or a speaker may stand first without being the place ("Israel says …"), a city may not.
  const surely = (p: PlaceHit): boolean =>
    p.located || p.kind === 'city' || (!/[a-z]/.test(page.folded.slice(view.clause.start, p.start)) && !SAYS.test(page.folded.slice(p.end, view.claim.start)));
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
    joined,
    row: rowOf(listed, page.folded),
    subjects: view.places.filter((p) => p.kind === 'country' && !p.located && p.end <= claim.start && HAS_DEAD.test(page.folded.slice(p.end, claim.number.start))).map((p) => p.country),
    added: lands.filter((p) => WITH.test(page.folded.slice(view.claim.number.end, p.start))).map((p) => p.country),
    world: WORLD.test(view.clauseText),
    elsewhere: lands
      .filter((p) => !owns(page.folded.slice(p.end, p.end + 40), DEED) && !owns(page.folded.slice(p.end, p.end + 40), BODY))
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
    const isName = (at: { start: number; end: number }): boolean => mentionsIn(mentions(), at).some((m) => m.strong && m.start <= at.start && at.end <= m.end);
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
