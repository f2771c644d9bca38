// Which questions a page can be about at all, by its names and its date.
import { placeKind } from './known.ts';
import type { LinkIndex, Traits } from './link-index.ts';
import { NAME_IS_NAME, SPREAD_SHIFT } from './link-index.ts';
import { eachPosting } from './names.ts';
import type { Hit } from './names.ts';
import type { Span } from './sentences.ts';
import { traitsAt } from './traits.ts';
import type { PageView, PlaceHit } from './view.ts';

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

/** Other company for a weak name: the question's own country, those who count its dead, and its kind, at its own time. */
function companyOf(traits: Traits, page: PageView): Mention[] {
  const out = countryMentions(traits, page);
  for (const [list, inTitle] of [[page.sources, false], [page.titleSources, true]] as const)
    for (const s of list) if (s.ids.some((id) => traits.counters.includes(id))) out.push({ ...VOUCHER, start: s.start, end: s.end, isName: true, inTitle, name: SOURCE_NAME });
  const current = page.day !== null && traits.from !== null && page.day <= (traits.to ?? page.day) + CURRENT;
  if (current) out.push(...genericWords(traits.type, page));
  return out;
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

const VOUCHER: Mention = { start: 0, end: 0, strong: false, isName: false, bare: false, city: false, phrase: false, inTitle: false, name: COUNTRY_NAME, spread: 255 };

function countryMentions(traits: Traits, page: PageView): Mention[] {
  const mention = (p: PlaceHit, inTitle: boolean): Mention => ({ ...VOUCHER, start: p.start, end: p.end, isName: true, bare: true, inTitle });
  const own = (p: PlaceHit): boolean => traits.countries.includes(p.country) && p.kind !== 'city';
  return [...page.places.filter(own).map((p) => mention(p, false)), ...page.titlePlaces.filter(own).map((p) => mention(p, true))];
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

type Named = { hits: { hit: Hit; inTitle: boolean }[]; isName: boolean; bare: boolean; city: boolean; phrase: boolean; spread: number };

/** The page's distinct names, each with all its places on the page. */
function namesOn(page: PageView, index: LinkIndex): Named[] {
  const names = new Map<number, Named>();
  const collect = (hits: readonly Hit[], text: string, inTitle: boolean): void => {
    for (const hit of hits) {
      let named = names.get(hit.name);
      if (named === undefined) {
        const kind = placeKind(index, hit.name);
        named = {
          hits: [],
          isName: (hit.info & NAME_IS_NAME) !== 0,
          bare: kind === 'country' || kind === 'people',
          city: kind === 'city',
          phrase: / ./.test(text.slice(hit.start, hit.end)),
          spread: hit.info >> SPREAD_SHIFT,
        };
        names.set(hit.name, named);
      }
      named.hits.push({ hit, inTitle });
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
    const first = name.hits[0]?.hit;
    if (first === undefined) continue;
    const telling = isTelling(name);
    eachPosting(first.part.postings, first.postings, (posting) => {
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
  const kept = shortlist(names, page, index);
  const found = new Map<number, Mention[]>([...kept].map((q) => [q, []]));
  for (const { hits, ...shared } of names) {
    const first = hits[0]?.hit;
    if (first === undefined) continue;
    eachPosting(first.part.postings, first.postings, (posting) => {
      const list = found.get(posting >> 1);
      if (list === undefined) return;
      for (const { hit, inTitle } of hits) list.push({ ...shared, start: hit.start, end: hit.end, strong: (posting & 1) === 1, inTitle, name: hit.name });
    });
  }

  const out: Candidate[] = [];
  for (const [question, every] of found) {
    const all = every.filter((m) => !isCountedFrom(m, page));
    const enough = isNamed(all);
    if (!enough && !all.some((m) => isTelling(m) || m.bare || m.city || m.name !== all[0]?.name)) continue;
    const traits = traitsAt(index, question);
    const company = companyOf(traits, page);
    const current = page.day !== null && traits.from !== null && page.day >= traits.from && page.day <= (traits.to ?? page.day);
    const mentions = withoutNested([...all, ...company]);
    // "Doctors Without Borders" and a shooting are no place and no event.
    const placed = all.some((m) => m.strong || m.city || (isTelling(m) && !isSource(m, page))) || company.some((m) => m.name === COUNTRY_NAME) || isNamed(all.filter((m) => !isSource(m, page)));
    const named = isNamed(mentions) && placed && (enough || isVouchedFor(all, company, current));
    out.push({ traits, mentions, names: grouped(mentions, page.heading), named, telling: all.some(isTelling), local: all.some((m) => m.city) });
  }
  return out;
}
