// Where within the event: one town of an earthquake, one village of a massacre, one region of a war.
import type { Mention } from '../candidates.ts';
import type { Traits } from '../link-index.ts';
import type { ClaimView, PageView } from '../view.ts';

const SEVERAL = '(?:one|a|two|three|four|five|six|several|a single|another|each|other|multiple|some)';
const UNNAMED = new RegExp(
  `\\b(?:in|at|from|around) ${SEVERAL} (?:[\\w-]+ ){0,3}(?:count(?:y|ies)|villages?|towns?|hous(?:e|es)|homes?|streets?|camps?|columns?|districts?|neighbou?rhoods?|regions?|provinces?|states?|hospitals?|schools?|prisons?|graves?|pits?|buildings?|nursing homes?|apartments?|locations?|places|sites)\\b`,
);
const RESIDENTS = new RegExp(`\\b(?:residents|patients|members|workers|students|pupils|guests|inmates) (?:of|in|at|from) ${SEVERAL} (?:[\\w'-]+ ){0,4}(?:homes?|hospitals?|schools?|villages?|towns?|camps?|prisons?|hotels?|factory|families|family)\\b`);
/** "On the island nation": one of the lands of an event of many. */
const THAT_LAND = /\b(?:in|on) (?:the|that) (?:island|country|nation|kingdom|archipelago)\b/;
/** A county, a state or a city counts its own dead of a disaster. */
const LOCAL_BODY = /^(?:'s)?(?: [\w'-]+){0,4}? (?:officials?|police|authorit(?:y|ies)|governor|mayor|agency|department|coroners?|examiners?|hospitals?|prefecture|county|province)\b/;
const LOCATED = /\b(?:in|at|near|outside|around)((?: (?:the|northern|southern|eastern|western|central|a|town|city|village|of|capital|province|nearby))*) (?=[\p{Lu}])/gu;
const NOT_PLACES = /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Operation|President|World War|Ramadan|Israeli|Palestinian|Hamas)\b/;
export const NATIONWIDE = /\b(?:nation-?wide|country-?wide|across the (?:country|nation|territory|strip)|in the (?:whole|entire) (?:country|territory)|(?:whole|entire) country|around the country|throughout the country)\b/;

/** The capitalised words at `at`: "Punjab province", "Mai Kadra". */
function nameAt(original: string, at: number): string {
  return /^[\p{Lu}][\p{L}'’-]*(?: (?:al-|el-|de |of )?[\p{Lu}][\p{L}'’-]*){0,3}/u.exec(original.slice(at, at + 60))?.[0] ?? '';
}

/**
 * A place after the number, or opening the clause, that is not the question's own: a part of where it happened. Names of the
 * question, its countries and its own place name are its own.
 */
export function isPartOfPlace(view: ClaimView, traits: Traits, mentions: readonly Mention[], page: PageView): boolean {
  if (UNNAMED.test(view.clauseText) || RESIDENTS.test(view.clauseText)) return true;
  if (traits.countries.length > 1 && THAT_LAND.test(view.clauseText)) return true;
  if (traits.type === 'disaster' && view.places.some((p) => p.kind === 'city' && !p.located && p.end <= view.claim.start && !traits.place.includes(page.folded.slice(p.start, p.end)) && LOCAL_BODY.test(page.folded.slice(p.end, view.claim.start)))) return true;
  const { clause, claim } = view;
  const original = page.original.slice(clause.start, clause.end);
  for (const m of original.matchAll(LOCATED)) {
    const at = clause.start + m.index + m[0].length;
    if (at < claim.start && /[a-z]/.test(page.folded.slice(clause.start, clause.start + m.index))) continue;
    const name = nameAt(page.original, at);
    if (name === '' || NOT_PLACES.test(name)) continue;
    const end = at + name.length;
    const mention = mentions.find((x) => !x.inTitle && x.start < end && at < x.end);
    const gazetteer = page.places.find((p) => p.start < end && at < p.end);
    if (gazetteer?.kind === 'country' || gazetteer?.kind === 'people') continue;
    const folded = page.folded.slice(at, end);
    if (traits.place.includes(folded) || traits.title.toLowerCase().includes(folded)) continue;
    // A weak name may be a region that the event went through (Mississippi for Katrina): only the title makes it the place.
    if (mention !== undefined && (mention.strong || gazetteer === undefined || page.title.includes(folded))) continue;
    return true;
  }
  return false;
}
