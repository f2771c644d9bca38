// What may stand beside a weak name and vouch for it: the question's country, those who count its dead, and its kind of event.
import type { Traits } from './link-index.ts';
import { COUNTRY_NAME, GENERIC_NAME, isTelling, SOURCE_NAME } from './mention.ts';
import type { Mention } from './mention.ts';
import type { PageView } from './view.ts';

/** What such an event is called in passing, when its time is the page's: "the war", "the quake". */
const GENERIC: Record<string, RegExp> = {
  war: /\b(?:war|invasion|front ?line|offensive|truce|ceasefire|fighting|conflict)\b/,
  campaign: /\b(?:campaign|offensive|operation|air ?strikes|strikes)\b/,
  disaster: /\b(?:earthquake|quake|tsunami|flood(?:s|ing)?|hurricane|cyclone|storm|heat ?wave|disaster)\b/,
  crackdown: /\b(?:protests?|protesters|demonstrat\w+|crackdown|unrest|uprising)\b/,
  battle: /\b(?:battle|fight|fighting|push|offensive|operation|siege|retook|retake|recaptur\w+|liberat\w+|oust\w*|war)\b/,
  epidemic: /\b(?:epidemic|pandemic|outbreak|virus)\b/,
  attack: /\b(?:bomb(?:s|ing|ings|er|ed)?|blasts?|explosions?|attacks?|shooting|strike)\b/,
  incident: /\b(?:strikes?|air ?strikes?|bomb(?:s|ing|ed)?|blasts?|explosion|attack|raid|shooting|massacre|killings?)\b/,
  accident: /\b(?:fire|blaze|crash|collapse[ds]?|stampede|crush|explosion|blast|leak)\b/,
  massacre: /\bmassacred?\b/,
};
/** Days after its end for which an event is still spoken of as "the war". */
const CURRENT = 400;

/** Countries with their people and sources of the page, each with all places where it stands, and words for kinds of event as far as they were asked for: made once for all its questions. */
export type Vouchers = { countries: Map<string, Mention[]>; sources: Map<readonly number[], Mention[]>; generic: Map<string, Mention[]> };

const VOUCHER: Mention = { start: 0, end: 0, strong: false, isName: false, bare: false, city: false, phrase: false, inTitle: false, name: COUNTRY_NAME, spread: 255 };

function gather<Key>(places: Map<Key, Mention[]>, key: Key, mention: Mention): void {
  const own = places.get(key);
  if (own === undefined) places.set(key, [mention]);
  else own.push(mention);
}

export function vouchersOf(page: PageView): Vouchers {
  const out: Vouchers = { countries: new Map(), sources: new Map(), generic: new Map() };
  for (const inTitle of [false, true]) {
    for (const { start, end, country, kind } of inTitle ? page.titlePlaces : page.places)
      if (kind !== 'city') gather(out.countries, country, { ...VOUCHER, start, end, isName: true, bare: true, inTitle });
    for (const { start, end, ids } of inTitle ? page.titleSources : page.sources) gather(out.sources, ids, { ...VOUCHER, start, end, isName: true, inTitle, name: SOURCE_NAME });
  }
  return out;
}

/** Other company for a weak name: the question's own country, those who count its dead, and its kind, at its own time. Lists that many questions have in common, each in order; none is empty. */
export function companyOf(traits: Traits, page: PageView, { countries, sources, generic }: Vouchers): readonly Mention[][] {
  const out: Mention[][] = [];
  for (const [country, places] of countries) if (traits.countries.includes(country)) out.push(places);
  for (const [ids, places] of sources) if (ids.some((id) => traits.counters.includes(id))) out.push(places);
  const current = page.day !== null && traits.from !== null && page.day <= (traits.to ?? page.day) + CURRENT;
  if (current) {
    let words = generic.get(traits.type);
    if (words === undefined) generic.set(traits.type, (words = genericWords(traits.type, page)));
    if (words.length > 0) out.push(words);
  }
  return out;
}

/** The first such word of the text and of the title. */
function genericWords(type: string, page: PageView): Mention[] {
  const words: Mention[] = [];
  for (const [text, inTitle] of [[page.folded, false], [page.title, true]] as const) {
    const word = GENERIC[type]?.exec(text) ?? null;
    if (word !== null) words.push({ ...VOUCHER, start: word.index, end: word.index + word[0].length, inTitle, name: GENERIC_NAME });
  }
  return words;
}

/** A telling name with any company; a city or a country only with the word for such an event, and at its time or with those who count there. `own`: one place of each name. */
export function isVouchedFor(own: readonly Mention[], company: readonly Mention[][], current: boolean): boolean {
  if (own.some(isTelling)) return company.length > 0;
  const has = (name: number): boolean => company.some(([first]) => first?.name === name);
  // Two common nouns and the country: "tsunami", "2004", Indonesia.
  if (own.length > 1 && own.some((m) => !m.bare) && has(COUNTRY_NAME)) return true;
  const kind = has(GENERIC_NAME);
  if (own.some((m) => m.city)) return kind && has(COUNTRY_NAME);
  return kind && (current || has(SOURCE_NAME));
}
