// Where within the event: one town of an earthquake, one village of a massacre, one region of a war.
import type { Candidate } from '../candidates.ts';
import { mentionsIn } from '../mention.ts';
import { eachMatch } from '../each-match.ts';
import { lastWords } from '../last-words.ts';
import { leadsTo } from '../leads-to.ts';
import type { Way } from '../leads-to.ts';
import { isAtOneSite } from '../event-time.ts';
import { isLetterAt, isUpperAt } from '../letters.ts';
import { isMostly } from '../view.ts';
import type { ClaimView, PageView } from '../view.ts';

const SEVERAL = '(?:one|a single|a|two|three|four|five|six|several|another|each|other|multiple|some)';
const UNNAMED = new RegExp(`\\b(?:in|at|from|around) ${SEVERAL} `, 'g');
const SITE: Way = {
  word: /[\w-]+ /y,
  noun: /(?:count(?:y|ies)|villages?|towns?|cities|city|hous(?:e|es)|homes?|streets?|camps?|columns?|districts?|neighbou?rhoods?|regions?|provinces?|states?|hospitals?|schools?|prisons?|graves?|pits?|buildings?|nursing homes?|apartments?|locations?|places|sites)\b/y,
  most: 3,
};
const RESIDENTS = new RegExp(`\\b(?:residents|patients|members|workers|students|pupils|guests|inmates) (?:of|in|at|from) ${SEVERAL} `, 'g');
const HOME: Way = { word: /[\w'-]+ /y, noun: /(?:homes?|hospitals?|schools?|villages?|towns?|camps?|prisons?|hotels?|factory|families|family)\b/y, most: 4 };
/** "On the island nation": one of the lands of an event of many. */
const THAT_LAND = /\b(?:in|on|of) (?:the|that) (?:island|country|nation|kingdom|archipelago)\b/;
/** A county, a state or a city counts its own dead of a disaster. */
const LOCAL_BODY = /^(?:'s)?(?: [\w'-]+){0,4}? (?:officials?|sheriff|police|authorit(?:y|ies)|governor|mayor|agency|department|coroners?|examiners?|hospitals?|prefecture|county|province)\b/;
/** "Buncombe, with 42 dead", "followed by Yancey at 11": the name before it has the dead. */
const HAS_THEM = /(?:,? with|, where| at| \()(?: (?:at least|about|some|around|nearly|more than|over|a total of))? ?$/;
/** The same of a place that the table of places knows; of another it may be one who counts. */
const COUNTED = /(?: (?:had|has|saw|lost|recorded|reported|registered|counted|confirmed|suffered|experienced|accounted for))(?: (?:the (?:highest|second-highest|most|largest)[^.;:,]{0,40}, with|a total of))?(?: (?:at least|about|some|around|nearly|more than|over|another))? ?$/;
/** Then a capital letter. */
const LOCATED = /\b(?:[Ii]n|[Aa]t|near|outside|around|on)((?: (?:the|northern|southern|eastern|western|central|a|town|city|village|of|capital|province|nearby))*) /g;
const NOT_PLACES = /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Operation|President|World War|Ramadan|Israeli|Palestinian|Hamas)\b/;
export const NATIONWIDE = /\b(?:nation-?wide|country-?wide|across the (?:country|nation|territory|strip)|in the (?:whole|entire) (?:country|territory)|(?:whole|entire) country|around the country|throughout the country)\b/;

const BUILDING = /\b(?:mosque|school|hospital|market|hotel|church|bakery|clinic|university|factory|prison|shelter|station)\b/g;
const STRIKES = new Set('strike strikes airstrike airstrikes raid raids attack attacks bombing bombings shelling missile missiles bomb bombs rocket rockets drone drones hit struck bombed shelled attacked'.split(' '));
/** Characters and words between a strike and the building it hit. */
const STRIKE_REACH = 70;
const STRIKE_WORDS = 6;

/** "The strike on the Subhan mosque": buildings of the clause that were hit. */
function struckIn(clause: string): string[] {
  return eachMatch(clause, BUILDING)
    .filter(({ index }) => lastWords(clause.slice(Math.max(0, index - STRIKE_REACH), index)).slice(-STRIKE_WORDS).some((word) => STRIKES.has(word)))
    .map((m) => m[0]);
}

/** "In the provinces of Ilam and Kurdistan": some of them. */
const SOME_DISTRICTS = /(?:provinces|districts|counties|governorates|villages|municipalities|parishes) of /;
/** "12 have died at the burn institute": those of one house. */
const DIED_IN = /\b(?:died|dying|succumbed)\b[^.;,]{0,24}\b(?:at|in) (?:the |an? )?(?:[\w-]+ ){0,3}?(institute|hospital|clinic)\b/;
/** "40 and 57, respectively": each is of one of several things. */
const RESPECTIVELY = /\brespectively\b/;
/** "120 bodies were taken out of the well": those of one place where bodies are found. */
const BODIES = /\b(?:bodies|corpses|remains)\b/;
const FOUND_IN = /\b(?:from|in|inside|out of|at) (?:the|a|one|that|this) (?:[\w-]+ )?(well|pit|ditch|grave|trench|river|canal|cellar|basement|church|ravine|sinkhole)\b/;

const DISTRICT = / (?:LGA|Local|County|Parish|District|Township|Province|Prefecture|Governorate)$/;
const NAME_REACH = 60;
const NAME_WORDS = 4;
const JOINTS = "'’-";
const PARTICLES = ['al-', 'el-', 'de ', 'of '];

/** The capitalised words at `at`: "Punjab province", "Mai Kadra". */
function nameAt(original: string, at: number): string {
  const most = Math.min(original.length, at + NAME_REACH);
  let end = at;
  for (let word = 0, from = at; word < NAME_WORDS && isUpperAt(original, from) && from < most; word++) {
    for (end = from + 1; end < most && (isLetterAt(original, end) || JOINTS.includes(original.charAt(end))); ) end++;
    if (original.charAt(end) !== ' ') break;
    from = end + 1;
    from += PARTICLES.find((particle) => original.startsWith(particle, from))?.length ?? 0;
  }
  return original.slice(at, end);
}

/** Places within the event that the claim's words set it in, whatever the question. */
export type Spots = {
  /** "In three villages", "residents of a nursing home". */
  unnamed: boolean;
  thatLand: boolean;
  /** Kinds of building that were hit. */
  struck: string[];
  /** Folded names of cities and regions whose own officials give the figure. */
  speakers: string[];
  /** Where the bodies that are counted were found. */
  foundIn: string | null;
  /** The place that has them: "Buncombe County, with 42". */
  head: { start: number; end: number; name: string } | null;
  /** Named places after the number, or opening the clause; `gazetteer`: a city or region that the place table knows. */
  named: { start: number; end: number; name: string; gazetteer: boolean; inTitle: boolean }[];
};

/** The capitalised words that the number's people are told of, before it. */
function headOf({ sentence, claim }: ClaimView, page: PageView): Spots['head'] {
  const before = page.original.slice(Math.max(sentence.start, claim.start - HEAD_REACH), claim.start);
  for (const [words, known] of [[HAS_THEM, false], [COUNTED, true]] as const) {
    const tail = words.exec(before);
    if (tail === null) continue;
    const end = claim.start - before.length + tail.index;
    const place = page.places.find((p) => p.end === end);
    if (known ? place?.kind !== 'city' : place !== undefined && place.kind !== 'city') continue;
    let start = end;
    while (start > sentence.start && (isLetterAt(page.original, start - 1) || JOINTS.includes(page.original.charAt(start - 1)))) start--;
    if (place !== undefined) start = place.start;
    if (isUpperAt(page.original, start) && end - start > 2) return { start, end, name: page.folded.slice(start, end) };
  }
  return null;
}
const HEAD_REACH = 110;

const DISTRICTS = / (?:County|Parish|District|Township|Prefecture|Governorate)\b/g;
/** "Kerr County is counting", "Kerr County, with". */
const OPENS = /^(?:,| (?:is|was|has|had|counts|counted|lost|suffered|saw|recorded|reported)\b)/;

/** Districts that have the dead, or whose own officials give the figure, folded: "Kerr County officials said". */
function districtsIn({ sentence, clause }: ClaimView, page: PageView): string[] {
  const text = page.original.slice(sentence.start, sentence.end);
  return eachMatch(text, DISTRICTS).flatMap(({ 0: word, index }) => {
    const end = sentence.start + index + word.length;
    let start = sentence.start + index;
    while (start > sentence.start && (isLetterAt(page.original, start - 1) || JOINTS.includes(page.original.charAt(start - 1)))) start--;
    const after = page.folded.slice(end, sentence.end);
    const speaks = LOCAL_BODY.test(after);
    const opens = /^["'(]*(?:the )?$/.test(page.folded.slice(clause.start, start)) && OPENS.test(after);
    return isUpperAt(page.original, start) && (speaks || opens) ? [page.folded.slice(start, end)] : [];
  });
}

export function spotsOf(view: ClaimView, page: PageView): Spots {
  const { clause, claim } = view;
  const own = claim.text.toLowerCase();
  const named: Spots['named'] = [];
  for (const m of eachMatch(page.original.slice(clause.start, clause.end), LOCATED)) {
    const start = clause.start + m.index + m[0].length;
    if (start >= clause.end || !isUpperAt(page.original, start)) continue;
    if (start < claim.start && /[a-z]/.test(page.folded.slice(clause.start, clause.start + m.index))) continue;
    if (isMostly(page.folded, start)) continue;
    const written = nameAt(page.original, start);
    if (NOT_PLACES.test(written)) continue;
    const end = start + written.length;
    const place = page.places.find((p) => p.start < end && start < p.end);
    const isDistrict = DISTRICT.test(written);
    if (place?.kind === 'country' || place?.kind === 'people') continue;
    const name = page.folded.slice(start, end);
    named.push({ start, end, name, gazetteer: place !== undefined || isDistrict, inTitle: page.title.includes(name) });
  }
  const head = headOf(view, page);
  return {
    head: head !== null && !page.title.includes(head.name) ? head : null,
    unnamed: SOME_DISTRICTS.test(view.clauseText) || RESPECTIVELY.test(view.clauseText) || leadsTo(view.clauseText, UNNAMED, SITE) || leadsTo(view.clauseText, RESIDENTS, HOME),
    struck: struckIn(view.clauseText),
    thatLand: THAT_LAND.test(view.clauseText),
    speakers: [
      ...view.places.filter((p) => p.kind === 'city' && !p.located && p.end <= claim.start && LOCAL_BODY.test(page.folded.slice(p.end, claim.start))).map((p) => page.folded.slice(p.start, p.end)),
      ...districtsIn(view, page),
    ],
    foundIn: (BODIES.test(own) ? FOUND_IN : DIED_IN).exec(view.clauseText)?.[1] ?? null,
    named,
  };
}

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
  if (traits.type === 'disaster' && spots.speakers.some((name) => !traits.words.includes(name))) return true;
  return spots.named.some(({ start, end, name, gazetteer, inTitle }) => {
    if (traits.words.includes(name) || (isAtOneSite(traits) && traits.words.includes(name.split("'s ")[0] ?? name))) return false;
    const [mention] = mentionsIn(mentions(), { start, end });
    // A weak name may be a region that the event went through (Mississippi for Katrina): only the title makes it the place.
    return mention === undefined || !(mention.strong || !gazetteer || inTitle);
  });
}
