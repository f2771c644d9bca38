// Places within the event that have the dead, or whose own officials count them.
import { eachMatch } from '../each-match.ts';
import { isUpperAt } from '../letters.ts';
import type { Span } from '../sentences.ts';
import type { ClaimView, PageView } from '../view.ts';
import { wordStart } from './written-name.ts';

/** "Buncombe, with 42 dead", "followed by Yancey at 11": the name before it has the dead. */
const HAS_THEM = /(?:,? with|, where| at| \()(?: (?:at least|about|some|around|nearly|more than|over|a total of))? ?$/;
/** The same of a place that the table of places knows; of another it may be one who counts. */
const COUNTED = /(?: (?:had|has|saw|lost|recorded|reported|registered|counted|confirmed|suffered|experienced|accounted for))(?: (?:the (?:highest|second-highest|most|largest)[^.;:,]{0,40}, with|a total of))?(?: (?:at least|about|some|around|nearly|more than|over|another))? ?$/;
/** Characters back to such a name. */
const HEAD_REACH = 110;

/** A place and its folded name. */
export type Head = Span & { name: string };

/** The capitalised words that the number's people are told of, before it. */
export function headOf({ sentence, claim }: ClaimView, page: PageView): Head | null {
  const before = page.original.slice(Math.max(sentence.start, claim.start - HEAD_REACH), claim.start);
  for (const [words, known] of [[HAS_THEM, false], [COUNTED, true]] as const) {
    const tail = words.exec(before);
    if (tail === null) continue;
    const end = claim.start - before.length + tail.index;
    const place = page.places.find((p) => p.end === end);
    if (known ? place?.kind !== 'city' : place !== undefined && place.kind !== 'city') continue;
    const start = place?.start ?? wordStart(page.original, end, sentence.start);
    if (isUpperAt(page.original, start) && end - start > 2) return { start, end, name: page.folded.slice(start, end) };
  }
  return null;
}

/** A county, a state or a city counts its own dead of a disaster. */
const LOCAL_BODY = /^(?:'s)?(?: [\w'-]+){0,4}? (?:officials?|sheriff|police|authorit(?:y|ies)|governor|mayor|agency|department|coroners?|examiners?|hospitals?|prefecture|county|province)\b/;
const DISTRICTS = 'County|Parish|District|Township|Prefecture|Governorate';
const DISTRICT_WORD = new RegExp(` (?:${DISTRICTS})\\b`, 'g');
/** As a written name ends. */
const DISTRICT_NAME = new RegExp(` (?:LGA|Local|Province|${DISTRICTS})$`);
/** "Kerr County is counting", "Kerr County, with". */
const OPENS = /^(?:,| (?:is|was|has|had|counts|counted|lost|suffered|saw|recorded|reported)\b)/;

/** Districts that have the dead, or whose own officials give the figure, folded: "Kerr County officials said". */
function districtsIn({ sentence, clause }: ClaimView, page: PageView): string[] {
  const text = page.original.slice(sentence.start, sentence.end);
  return eachMatch(text, DISTRICT_WORD).flatMap(({ 0: word, index }) => {
    const end = sentence.start + index + word.length;
    const start = wordStart(page.original, sentence.start + index, sentence.start);
    const after = page.folded.slice(end, sentence.end);
    const speaks = LOCAL_BODY.test(after);
    const opens = /^["'(]*(?:the )?$/.test(page.folded.slice(clause.start, start)) && OPENS.test(after);
    return isUpperAt(page.original, start) && (speaks || opens) ? [page.folded.slice(start, end)] : [];
  });
}

export const isDistrict = (name: string): boolean => DISTRICT_NAME.test(name);

/** Folded names of cities, regions and districts whose own officials give the figure, or of districts that have the dead. */
export function speakersOf(view: ClaimView, page: PageView): string[] {
  const cities = view.places.filter((p) => p.kind === 'city' && !p.located && p.end <= view.claim.start && LOCAL_BODY.test(page.folded.slice(p.end, view.claim.start)));
  return [...cities.map((p) => page.folded.slice(p.start, p.end)), ...districtsIn(view, page)];
}
