// What may stand beside a weak name and vouch for it: the question's country, those who count its dead, and its kind of event.
import type { Traits } from './link-index.ts';
import { COUNTRY_NAME, GENERIC_NAME, inOrder, isTelling, SOURCE_NAME } from './mention.ts';
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

/** Countries, their people and sources of the page, and words for kinds of event as far as they were asked for: made once for all its questions. */
export type Vouchers = { countries: { country: string; mention: Mention }[]; sources: { ids: readonly number[]; mention: Mention }[]; generic: Map<string, Mention[]> };

const VOUCHER: Mention = { start: 0, end: 0, strong: false, isName: false, bare: false, city: false, phrase: false, inTitle: false, name: COUNTRY_NAME, spread: 255 };

export function vouchersOf(page: PageView): Vouchers {
  const out: Vouchers = { countries: [], sources: [], generic: new Map() };
  for (const inTitle of [false, true]) {
    for (const { start, end, country, kind } of inTitle ? page.titlePlaces : page.places)
      if (kind !== 'city') out.countries.push({ country, mention: { ...VOUCHER, start, end, isName: true, bare: true, inTitle } });
    for (const { start, end, ids } of inTitle ? page.titleSources : page.sources) out.sources.push({ ids, mention: { ...VOUCHER, start, end, isName: true, inTitle, name: SOURCE_NAME } });
  }
  return out;
}

/** Other company for a weak name: the question's own country, those who count its dead, and its kind, at its own time. In order. */
export function companyOf(traits: Traits, page: PageView, { countries, sources, generic }: Vouchers): Mention[] {
  const out: Mention[] = [];
  for (const { country, mention } of countries) if (traits.countries.includes(country)) out.push(mention);
  for (const { ids, mention } of sources) if (ids.some((id) => traits.counters.includes(id))) out.push(mention);
  const current = page.day !== null && traits.from !== null && page.day <= (traits.to ?? page.day) + CURRENT;
  if (current) {
    let words = generic.get(traits.type);
    if (words === undefined) generic.set(traits.type, (words = genericWords(traits.type, page)));
    out.push(...words);
  }
  return out.sort(inOrder);
}

/** The first such word of the title and of the text. */
function genericWords(type: string, page: PageView): Mention[] {
  const words: Mention[] = [];
  for (const [text, inTitle] of [[page.title, true], [page.folded, false]] as const) {
    const word = GENERIC[type]?.exec(text) ?? null;
    if (word !== null) words.push({ ...VOUCHER, start: word.index, end: word.index + word[0].length, inTitle, name: GENERIC_NAME });
  }
  return words;
}

/** A telling name with any company; a city or a country only with the word for such an event, and at its time or with those who count there. */
export function isVouchedFor(own: readonly Mention[], company: readonly Mention[], current: boolean): boolean {
  if (own.some(isTelling)) return company.length > 0;
  // Two common nouns and the country: "tsunami", "2004", Indonesia.
  if (new Set(own.map((m) => m.name)).size > 1 && own.some((m) => !m.bare) && company.some((m) => m.name === COUNTRY_NAME)) return true;
  const kind = company.some((m) => m.name === GENERIC_NAME);
  if (own.some((m) => m.city)) return kind && company.some((m) => m.name === COUNTRY_NAME);
  return kind && (current || company.some((m) => m.name === SOURCE_NAME));
}
