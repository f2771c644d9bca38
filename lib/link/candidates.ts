// Which questions a page can be about at all, by its names and its date.
import type { LinkIndex, Traits } from './link-index.ts';
import { NAME_IS_NAME } from './link-index.ts';
import type { Hit } from './names.ts';
import type { PageView, PlaceHit } from './view.ts';

/** Where one of a question's names stands on the page. */
export type Mention = { start: number; end: number; strong: boolean; isName: boolean; bare: boolean; city: boolean; phrase: boolean; inTitle: boolean; name: number; spread: number };

/**
 * `named`: the page's names are enough for the event. Otherwise a date or the very figure must vouch for the one name,
 * which is `telling` (few events share it) or a country.
 */
export type Candidate = { traits: Traits; mentions: Mention[]; named: boolean; telling: boolean };

/** Beyond these a page is a list of everything, and the best-named questions are the only ones worth comparing. */
const MAX_CANDIDATES = 120;

const caches = new WeakMap<LinkIndex, Map<number, Traits>>();

function traitsAt(index: LinkIndex, question: number): Traits {
  let cache = caches.get(index);
  if (cache === undefined) caches.set(index, (cache = new Map()));
  let traits = cache.get(question);
  if (traits === undefined) cache.set(question, (traits = JSON.parse(index.traits[question] ?? '{}') as Traits));
  return traits;
}

/** Names that stand within a longer name of the same question are that name, not company for it. */
function withoutNested(mentions: Mention[]): Mention[] {
  const sorted = mentions.toSorted((a, b) => Number(a.inTitle) - Number(b.inTitle) || a.start - b.start || b.end - a.end);
  const out: Mention[] = [];
  for (const m of sorted) {
    const last = out.at(-1);
    if (last && last.inTitle === m.inTitle && m.end <= last.end) {
      if (m.strong && !last.strong) out[out.length - 1] = { ...last, strong: true };
      continue;
    }
    out.push(m);
  }
  return out;
}

/** One strong name, or two different weak ones of which one is a name and which are not just two countries. */
function isNamed(mentions: readonly Mention[]): boolean {
  if (mentions.some((m) => m.strong)) return true;
  const names = new Map(mentions.map((m) => [m.name, m]));
  if (names.size < 2) return false;
  const distinct = [...names.values()];
  return distinct.some((m) => m.isName) && distinct.some((m) => !m.bare);
}

const PLACE_SPREAD = 1;
const NAME_SPREAD = 3;

/** A name that few events share, and that is no city of its own fame: with its country it may stand for the event. */
const isTelling = (m: Mention): boolean => !m.bare && (m.isName ? m.spread <= (m.city ? PLACE_SPREAD : NAME_SPREAD) : m.phrase && m.spread === 1);

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

/** Other company for a weak name: the question's own country, those who count its dead, and its kind, at its own time. */
function companyOf(traits: Traits, page: PageView): Mention[] {
  const out = countryMentions(traits, page);
  for (const [list, inTitle] of [[page.sources, false], [page.titleSources, true]] as const)
    for (const s of list) if (s.ids.some((id) => traits.counters.includes(id))) out.push({ ...VOUCHER, start: s.start, end: s.end, isName: true, inTitle, name: -2 });
  const current = page.day !== null && traits.from !== null && page.day <= (traits.to ?? page.day) + CURRENT;
  const generic = current ? GENERIC[traits.type] : undefined;
  const word = generic?.exec(page.title) ?? null;
  if (word !== null) out.push({ ...VOUCHER, start: word.index, end: word.index + word[0].length, inTitle: true, name: -3 });
  const inText = generic?.exec(page.folded) ?? null;
  if (inText !== null) out.push({ ...VOUCHER, start: inText.index, end: inText.index + inText[0].length, name: -3 });
  return out;
}

const VOUCHER: Mention = { start: 0, end: 0, strong: false, isName: false, bare: false, city: false, phrase: false, inTitle: false, name: -1, spread: 255 };

function countryMentions(traits: Traits, page: PageView): Mention[] {
  const mention = (p: PlaceHit, inTitle: boolean): Mention => ({ ...VOUCHER, start: p.start, end: p.end, isName: true, bare: true, inTitle });
  const own = (p: PlaceHit): boolean => traits.countries.includes(p.country) && p.kind !== 'city';
  return [...page.places.filter(own).map((p) => mention(p, false)), ...page.titlePlaces.filter(own).map((p) => mention(p, true))];
}

/** A telling name with any company; a city or a country only with the word for such an event, and at its time or with those who count there. */
function isVouchedFor(own: readonly Mention[], company: readonly Mention[], current: boolean): boolean {
  if (own.some(isTelling)) return company.length > 0;
  // Two common nouns and the country: "tsunami", "2004", Indonesia.
  if (new Set(own.map((m) => m.name)).size > 1 && own.some((m) => !m.bare) && company.some((m) => m.name === -1)) return true;
  const kind = company.some((m) => m.name === -3);
  if (own.some((m) => m.city)) return kind && company.some((m) => m.name === -1);
  return kind && (current || company.some((m) => m.name === -2));
}

/** The page is old enough, and within the question's own limits. An undated page passes. */
function isDatedFor(traits: Traits, day: number | null): boolean {
  if (day === null) return true;
  // A day's grace: time zones, and pages dated by the day before.
  if (traits.from !== null && day < traits.from - 1) return false;
  return (traits.pageFrom === null || day >= traits.pageFrom - 1) && (traits.pageTo === null || day <= traits.pageTo + 31);
}

export function candidatesOf(page: PageView, index: LinkIndex): Candidate[] {
  const found = new Map<number, Mention[]>();
  const collect = (hits: readonly Hit[], inTitle: boolean): void => {
    for (const hit of hits) {
      const place = index.placeOf[hit.name] ?? 0;
      const kind = place === 0 ? undefined : index.places[place - 1]?.kind;
      const to = index.offsets[hit.name + 1] ?? 0;
      for (let i = index.offsets[hit.name] ?? 0; i < to; i++) {
        const posting = index.postings[i] ?? 0;
        const mention: Mention = {
          start: hit.start,
          end: hit.end,
          strong: (posting & 1) === 1,
          isName: ((index.names.flags[hit.name] ?? 0) & NAME_IS_NAME) !== 0,
          bare: kind === 'country' || kind === 'people',
          city: kind === 'city',
          phrase: / ./.test(page.folded.slice(hit.start, hit.end)) && !inTitle,
          inTitle,
          name: hit.name,
          spread: index.spread[hit.name] ?? 255,
        };
        const list = found.get(posting >> 1);
        if (list === undefined) found.set(posting >> 1, [mention]);
        else list.push(mention);
      }
    }
  };
  collect(page.hits, false);
  collect(page.titleHits, true);

  const out: Candidate[] = [];
  for (const [question, all] of found) {
    const enough = isNamed(all);
    if (!enough && !all.some((m) => isTelling(m) || m.bare || m.city)) continue;
    const traits = traitsAt(index, question);
    if (!isDatedFor(traits, page.day)) continue;
    const company = companyOf(traits, page);
    const current = page.day !== null && traits.from !== null && page.day >= traits.from && page.day <= (traits.to ?? page.day);
    const mentions = withoutNested([...all, ...company]);
    const named = isNamed(mentions) && (enough || isVouchedFor(all, company, current));
    out.push({ traits, mentions, named, telling: all.some(isTelling) });
  }
  if (out.length <= MAX_CANDIDATES) return out;
  const weight = (c: Candidate): number => c.mentions.reduce((sum, m) => sum + (m.strong ? 5 : 1), 0);
  return out.toSorted((a, b) => weight(b) - weight(a)).slice(0, MAX_CANDIDATES);
}
