// Where within the event a claim's words set it: in one town, in three villages, at one building.
import { eachMatch } from '../each-match.ts';
import { lastWords } from '../last-words.ts';
import { leadsTo } from '../leads-to.ts';
import type { Way } from '../leads-to.ts';
import { isUpperAt } from '../letters.ts';
import type { Span } from '../sentences.ts';
import { isMostly } from '../view.ts';
import type { ClaimView, PageView } from '../view.ts';
import { foundIn } from './found-in.ts';
import { headOf, isDistrict, speakersOf } from './local-toll.ts';
import type { Head } from './local-toll.ts';
import { besidesOf } from './side-by-side.ts';
import type { Place } from './side-by-side.ts';
import { nameAt } from './written-name.ts';

const SEVERAL = '(?:one|a single|a|two|three|four|five|six|several|another|each|other|multiple|some)';
const UNNAMED = new RegExp(`\\b(?:in|at|from|around) ${SEVERAL} `, 'g');
const SITE: Way = {
  word: /[\w-]+ /y,
  noun: /(?:count(?:y|ies)|villages?|towns?|cities|city|hous(?:e|es)|homes?|streets?|camps?|columns?|districts?|neighbou?rhoods?|regions?|provinces?|states?|hospitals?|schools?|prisons?|graves?|pits?|buildings?|nursing homes?|apartments?|locations?|places|sites)\b/y,
  most: 3,
};
const RESIDENTS = new RegExp(`\\b(?:residents|patients|members|workers|students|pupils|guests|inmates) (?:of|in|at|from) ${SEVERAL} `, 'g');
const HOME: Way = { word: /[\w'-]+ /y, noun: /(?:homes?|hospitals?|schools?|villages?|towns?|camps?|prisons?|hotels?|factory|families|family)\b/y, most: 4 };
/** "In the provinces of Ilam and Kurdistan": some of them. */
const SOME_DISTRICTS = /(?:provinces|districts|counties|governorates|villages|municipalities|parishes) of /;
/** "40 and 57, respectively": each is of one of several things. */
const RESPECTIVELY = /\brespectively\b/;
/** "On the island nation": one of the lands of an event of many. */
const THAT_LAND = /\b(?:in|on|of) (?:the|that) (?:island|country|nation|kingdom|archipelago)\b/;
const isUnnamed = (clause: string): boolean => SOME_DISTRICTS.test(clause) || RESPECTIVELY.test(clause) || leadsTo(clause, UNNAMED, SITE) || leadsTo(clause, RESIDENTS, HOME);

/** Then a capital letter. */
const LOCATED = /\b(?:[Ii]n|[Aa]t|near|outside|around|on)((?: (?:the|northern|southern|eastern|western|central|a|town|city|village|of|capital|province|nearby))*) /g;
const NOT_PLACES = /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Operation|President|World War|Ramadan|Israeli|Palestinian|Hamas)\b/;

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

/** Places within the event that the claim's words set it in, whatever the question. */
export type Spots = {
  /** "In three villages", "residents of a nursing home", "40 and 57, respectively". */
  unnamed: boolean;
  /** Its own place and another, of two that are told side by side: "15 in the one, 11 in the other". */
  besides: readonly (readonly [Place, Place])[];
  thatLand: boolean;
  /** Kinds of building that were hit. */
  struck: string[];
  /** Folded names of places whose own officials give the figure. */
  speakers: string[];
  /** The kind of house or place where those who are counted died, were brought, or were found. */
  foundIn: string | null;
  /** The place that has them: "Buncombe County, with 42". */
  head: Head | null;
  /** Named places after the number, or opening the clause; `gazetteer`: a city or region that the place table knows. */
  named: (Span & { name: string; gazetteer: boolean; inTitle: boolean })[];
};

export function spotsOf(view: ClaimView, page: PageView): Spots {
  const { clause, claim } = view;
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
    if (place?.kind === 'country' || place?.kind === 'people') continue;
    // "A raid on a Taliban camp": whose it is, and no place, unless it is known as one.
    if (place === undefined && m[1]?.endsWith(' a') === true) continue;
    const name = page.folded.slice(start, end);
    named.push({ start, end, name, gazetteer: place !== undefined || isDistrict(written), inTitle: page.title.includes(name) });
  }
  const head = headOf(view, page);
  return {
    besides: besidesOf(view, page),
    head: head !== null && !page.title.includes(head.name) ? head : null,
    unnamed: isUnnamed(view.clauseText),
    struck: struckIn(view.clauseText),
    thatLand: THAT_LAND.test(view.clauseText),
    speakers: speakersOf(view, page),
    foundIn: foundIn(view, page.original),
    named,
  };
}
