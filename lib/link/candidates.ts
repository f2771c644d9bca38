// Which questions a page can be about at all, by its names and its date.
import { placeKind } from './known.ts';
import type { LinkIndex, Traits } from './link-index.ts';
import { NAME_IS_NAME, SPREAD_SHIFT } from './link-index.ts';
import { eachPosting } from './names.ts';
import type { Hit } from './names.ts';
import type { Span } from './sentences.ts';
import { traitsAt } from './traits.ts';
import type { PageView } from './view.ts';

/** Where one of a question's names stands on the page. */
export type Mention = { start: number; end: number; strong: boolean; isName: boolean; bare: boolean; city: boolean; phrase: boolean; inTitle: boolean; name: number; spread: number };

/**
 * `named`: the page's names are enough for the event. Otherwise a date or the very figure must vouch for the one name,
 * which is `telling` (few events share it), `local` (a city or region) or a country.
 */
export type Candidate = { traits: Traits; mentions: Mention[]; names: NameGroup[]; named: boolean; telling: boolean; local: boolean };

/** All places of one name, in order, apart from those in the page's headline. */
export type NameGroup = { spans: Mention[]; headed: Mention | null };

function grouped(mentions: readonly Mention[], heading: Span | null): NameGroup[] {
  const groups = new Map<number, NameGroup>();
  for (const m of mentions) {
    let group = groups.get(m.name);
    if (group === undefined) groups.set(m.name, (group = { spans: [], headed: null }));
    if (m.inTitle || (heading !== null && m.start >= heading.start && m.end <= heading.end)) group.headed ??= m;
    if (!m.inTitle) group.spans.push(m);
  }
  return [...groups.values()];
}

/** In place of a name's number: the question's country, a source that counts, a word for its kind of event. */
const COUNTRY_NAME = -1;
export const SOURCE_NAME = -2;
const GENERIC_NAME = -3;

/** Beyond these a page is a list of everything, and the best-named questions are the only ones worth comparing. */
const MAX_CANDIDATES = 80;

/** The page's text before its title; from the front, the longer of two first. */
const inOrder = (a: Mention, b: Mention): number => Number(a.inTitle) - Number(b.inTitle) || a.start - b.start || b.end - a.end;

/** Both in order, as one list in order; of equals those of `first` first. */
function merged(first: readonly Mention[], second: readonly Mention[]): readonly Mention[] {
  if (second.length === 0) return first;
  const out: Mention[] = [];
  let at = 0;
  for (const m of second) {
    for (let own = first[at]; own !== undefined && inOrder(own, m) <= 0; own = first[++at]) out.push(own);
    out.push(m);
  }
  for (let own = first[at]; own !== undefined; own = first[++at]) out.push(own);
  return out;
}

/** Names that stand within a longer name of the same question are that name, not company for it. `sorted` is in order. */
function withoutNested(sorted: readonly Mention[]): Mention[] {
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
  let several = false;
  let hasName = false;
  let bare = true;
  for (const m of mentions) {
    if (m.strong) return true;
    several ||= m.name !== mentions[0]?.name;
    hasName ||= m.isName;
    bare &&= m.bare;
  }
  return several && hasName && !bare;
}

const PLACE_SPREAD = 1;
const NAME_SPREAD = 3;

/** A name that few events share, and that is no city of its own fame: with its country it may stand for the event. */
const isTelling = (m: Pick<Mention, 'bare' | 'isName' | 'city' | 'phrase' | 'spread'>): boolean => !m.bare && (m.isName ? m.spread <= (m.city ? PLACE_SPREAD : NAME_SPREAD) : m.phrase && m.spread === 1);

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

/** Countries, their people and sources of the page, as company for a weak name: made once for all its questions. */
type Vouchers = { countries: { country: string; mention: Mention }[]; sources: { ids: readonly number[]; mention: Mention }[] };

const VOUCHER: Mention = { start: 0, end: 0, strong: false, isName: false, bare: false, city: false, phrase: false, inTitle: false, name: COUNTRY_NAME, spread: 255 };

function vouchersOf(page: PageView): Vouchers {
  const out: Vouchers = { countries: [], sources: [] };
  for (const inTitle of [false, true]) {
    for (const { start, end, country, kind } of inTitle ? page.titlePlaces : page.places)
      if (kind !== 'city') out.countries.push({ country, mention: { ...VOUCHER, start, end, isName: true, bare: true, inTitle } });
    for (const { start, end, ids } of inTitle ? page.titleSources : page.sources) out.sources.push({ ids, mention: { ...VOUCHER, start, end, isName: true, inTitle, name: SOURCE_NAME } });
  }
  return out;
}

/** Other company for a weak name: the question's own country, those who count its dead, and its kind, at its own time. In order. */
function companyOf(traits: Traits, page: PageView, { countries, sources }: Vouchers): Mention[] {
  const out: Mention[] = [];
  for (const { country, mention } of countries) if (traits.countries.includes(country)) out.push(mention);
  for (const { ids, mention } of sources) if (ids.some((id) => traits.counters.includes(id))) out.push(mention);
  const current = page.day !== null && traits.from !== null && page.day <= (traits.to ?? page.day) + CURRENT;
  if (current) out.push(...genericWords(traits.type, page));
  return out.sort(inOrder);
}

const genericOf = new WeakMap<PageView, Map<string, Mention[]>>();

/** The first such word of the title and of the text; looked for once a page and kind of event. */
function genericWords(type: string, page: PageView): Mention[] {
  let known = genericOf.get(page);
  if (known === undefined) genericOf.set(page, (known = new Map()));
  let words = known.get(type);
  if (words === undefined) {
    words = [];
    for (const [text, inTitle] of [[page.title, true], [page.folded, false]] as const) {
      const word = GENERIC[type]?.exec(text) ?? null;
      if (word !== null) words.push({ ...VOUCHER, start: word.index, end: word.index + word[0].length, inTitle, name: GENERIC_NAME });
    }
    known.set(type, words);
  }
  return words;
}

/** A name of the question that is also somebody who counts. */
const isSource = (m: Mention, page: PageView): boolean => (m.inTitle ? page.titleSources : page.sources).some((s) => s.start < m.end && m.start < s.end);

/** A telling name with any company; a city or a country only with the word for such an event, and at its time or with those who count there. */
function isVouchedFor(own: readonly Mention[], company: readonly Mention[], current: boolean): boolean {
  if (own.some(isTelling)) return company.length > 0;
  // Two common nouns and the country: "tsunami", "2004", Indonesia.
  if (new Set(own.map((m) => m.name)).size > 1 && own.some((m) => !m.bare) && company.some((m) => m.name === COUNTRY_NAME)) return true;
  const kind = company.some((m) => m.name === GENERIC_NAME);
  if (own.some((m) => m.city)) return kind && company.some((m) => m.name === COUNTRY_NAME);
  return kind && (current || company.some((m) => m.name === SOURCE_NAME));
}

/** What a name adds to a question's rank among candidates, before anything is compared. */
const RANK_STRONG = 8;
const RANK_TELLING = 3;
const RANK_OTHER = 1;
const RANK_MAX = 255;

/** Ranks of all questions, kept for the next page: an array of a hundred thousand is not made anew for each. */
const scratches = new WeakMap<LinkIndex, Uint8Array>();

function scratchOf(index: LinkIndex): Uint8Array {
  let scratch = scratches.get(index);
  if (scratch === undefined) scratches.set(index, (scratch = new Uint8Array(index.opens.length)));
  return scratch;
}

/** A name of the page: what it is, all places where it stands, and the questions left that it speaks for. */
type Named = Pick<Mention, 'name' | 'isName' | 'bare' | 'city' | 'phrase' | 'spread'> & { first: Hit; places: Mention[]; speaksFor: { own: Mention[]; strong: boolean }[] };

/** The page's distinct names. */
function namesOn(page: PageView, index: LinkIndex): Named[] {
  const names = new Map<number, Named>();
  const collect = (hits: readonly Hit[], text: string, inTitle: boolean): void => {
    for (const hit of hits) {
      let named = names.get(hit.name);
      if (named === undefined) {
        const kind = placeKind(index, hit.name);
        named = {
          first: hit,
          places: [],
          speaksFor: [],
          name: hit.name,
          isName: (hit.info & NAME_IS_NAME) !== 0,
          bare: kind === 'country' || kind === 'people',
          city: kind === 'city',
          phrase: / ./.test(text.slice(hit.start, hit.end)),
          spread: hit.info >> SPREAD_SHIFT,
        };
        names.set(hit.name, named);
      }
      const { name, isName, bare, city, phrase, spread } = named;
      named.places.push({ start: hit.start, end: hit.end, strong: false, isName, bare, city, phrase, inTitle, name, spread });
    }
  };
  collect(page.hits, page.folded, false);
  collect(page.titleHits, page.title, true);
  return [...names.values()];
}

/** The questions that most names speak for, of those a page of this date can be about; at most MAX_CANDIDATES. */
function shortlist(names: readonly Named[], page: PageView, index: LinkIndex): Set<number> {
  const ranks = scratchOf(index);
  const touched: number[] = [];
  for (const name of names) {
    const telling = isTelling(name);
    eachPosting(name.first.part.postings, name.first.postings, (posting) => {
      const q = posting >> 1;
      const old = ranks[q] ?? 0;
      if (old === 0) {
        if (page.day !== null && (page.day < (index.opens[q] ?? 0) || page.day > (index.closes[q] ?? 0))) return;
        touched.push(q);
      }
      ranks[q] = Math.min(RANK_MAX, old + ((posting & 1) === 1 ? RANK_STRONG : telling ? RANK_TELLING : RANK_OTHER));
    });
  }
  // How many questions have at least a rank: where that is too many, the lowest ranks go.
  const having = new Uint32Array(RANK_MAX + 2);
  for (const q of touched) having[ranks[q] ?? 0] = (having[ranks[q] ?? 0] ?? 0) + 1;
  let least = RANK_MAX + 1;
  for (let count = 0; least > 1 && count + (having[least - 1] ?? 0) <= MAX_CANDIDATES; least--) count += having[least - 1] ?? 0;
  const kept = new Set<number>();
  for (const q of touched) {
    if ((ranks[q] ?? 0) >= least) kept.add(q);
    ranks[q] = 0;
  }
  return kept;
}

/** "Since October 7": a day that other things are counted from, and no word of what happened on it. */
const SINCE = /\b(?:since|before|until)(?: the)? $/;
const isCountedFrom = (m: Mention, page: PageView): boolean =>
  !m.inTitle && /\d/.test(page.folded.slice(m.start, m.end)) && SINCE.test(page.folded.slice(Math.max(0, m.start - 12), m.start));

export function candidatesOf(page: PageView, index: LinkIndex): Candidate[] {
  const names = namesOn(page, index);
  const found = new Map<number, Mention[]>();
  for (const q of shortlist(names, page, index)) found.set(q, []);
  for (const { first, speaksFor } of names)
    eachPosting(first.part.postings, first.postings, (posting) => {
      const own = found.get(posting >> 1);
      if (own !== undefined) speaksFor.push({ own, strong: (posting & 1) === 1 });
    });
  // All names together in order, so that the list of each question is.
  const places = names.flatMap((named) => (named.speaksFor.length === 0 ? [] : named.places.filter((m) => !isCountedFrom(m, page)).map((mention) => ({ named, mention }))));
  for (const { named, mention } of places.sort((a, b) => inOrder(a.mention, b.mention))) {
    let strong: Mention | null = null;
    for (const q of named.speaksFor) q.own.push(q.strong ? (strong ??= { ...mention, strong: true }) : mention);
  }

  const vouchers = vouchersOf(page);
  const out: Candidate[] = [];
  for (const [question, all] of found) {
    const enough = isNamed(all);
    if (!enough && !all.some((m) => isTelling(m) || m.bare || m.city || m.name !== all[0]?.name)) continue;
    const traits = traitsAt(index, question);
    const company = companyOf(traits, page, vouchers);
    const current = page.day !== null && traits.from !== null && page.day >= traits.from && page.day <= (traits.to ?? page.day);
    const mentions = withoutNested(merged(all, company));
    // "Doctors Without Borders" and a shooting are no place and no event.
    const placed = all.some((m) => m.strong || m.city || (isTelling(m) && !isSource(m, page))) || company.some((m) => m.name === COUNTRY_NAME) || isNamed(all.filter((m) => !isSource(m, page)));
    const named = isNamed(mentions) && placed && (enough || isVouchedFor(all, company, current));
    out.push({ traits, mentions, names: grouped(mentions, page.heading), named, telling: all.some(isTelling), local: all.some((m) => m.city) });
  }
  return out;
}
