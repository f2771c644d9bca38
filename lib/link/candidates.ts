// Which questions a page can be about at all, by its names and its date.
import { companyOf, isVouchedFor, vouchersOf } from './company.ts';
import { placeKind } from './known.ts';
import { later } from './later.ts';
import type { LinkIndex, Traits } from './link-index.ts';
import { NAME_IS_NAME, SPREAD_SHIFT } from './link-index.ts';
import { COUNTRY_NAME, grouped, inOrder, isNamed, isTelling, merged, withoutNested } from './mention.ts';
import type { Mention, NameGroup } from './mention.ts';
import type { Hit } from './names.ts';
import { eachInList } from './number-row.ts';
import { numbering } from './numbering.ts';
import type { PageView } from './view.ts';

/**
 * `named`: the page's names are enough for the event. Otherwise a date or the very figure must vouch for the one name,
 * which is `telling` (few events share it), `local` (a city or region) or a country.
 */
export type Candidate = { traits: Traits; mentions: () => readonly Mention[]; names: () => readonly NameGroup[]; named: boolean; telling: boolean; local: boolean };

/** Beyond these a page is a list of everything, and the best-named questions are the only ones worth comparing. */
const MAX_CANDIDATES = 80;

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

/** A name of the page: what it is, and all places where it stands, in order. */
type Named = Pick<Mention, 'name' | 'isName' | 'bare' | 'city' | 'phrase' | 'spread'> & {
  first: Hit;
  isDate: boolean;
  places: Mention[];
  /** Those that no other thing is only counted from, and the same for a question whose event it names by itself. */
  own: () => readonly Mention[];
  strong: () => readonly Mention[];
  /** Stands somewhere where it is not somebody who counts. */
  beyondSources: () => boolean;
};

/** "4 August", "August 4": many things happen on a day, and that it is the day says so twice if it is also a name. */
const DATE = /^(?:\d{1,2} [a-z]+\.?|[a-z]+\.? \d{1,2})$/;

/** The page's distinct names. */
function namesOn(page: PageView, index: LinkIndex): Named[] {
  const names = new Map<number, Named>();
  const collect = (hits: readonly Hit[], text: string, inTitle: boolean): void => {
    for (const hit of hits) {
      let named = names.get(hit.name);
      if (named === undefined) {
        const kind = placeKind(index, hit.name);
        const places: Mention[] = [];
        const own = later(() => places.filter((m) => !isCountedFrom(m, page)));
        named = {
          first: hit,
          isDate: DATE.test(text.slice(hit.start, hit.end)),
          places,
          own,
          strong: later(() => own().map((m) => Object.assign({}, m, { strong: true }))),
          beyondSources: later(() => !isOnlySource(own(), page)),
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

/** Every place is also that of somebody who counts. Both lists are in order. */
function isOnlySource(places: readonly Mention[], page: PageView): boolean {
  for (const inTitle of [false, true]) {
    const sources = inTitle ? page.titleSources : page.sources;
    let at = 0;
    let reach = 0;
    for (const m of places) {
      if (m.inTitle !== inTitle) continue;
      for (let source = sources[at]; source !== undefined && source.start < m.end; source = sources[++at]) reach = Math.max(reach, source.end);
      if (reach <= m.start) return false;
    }
  }
  return true;
}

/** The questions that most names speak for, of those a page of this date can be about; at most MAX_CANDIDATES. */
function shortlist(names: readonly Named[], page: PageView, index: LinkIndex): Set<number> {
  const ranks = scratchOf(index);
  const touched: number[] = [];
  for (const name of names) {
    const telling = isTelling(name);
    eachInList(name.first.block, name.first.postings, (posting) => {
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

/** For each question of the shortlist the names that speak for it, each with the first place where it stands. */
function speakersOf(names: readonly Named[], page: PageView, index: LinkIndex): Map<number, Speaker[]> {
  const found = new Map<number, Speaker[]>();
  for (const q of shortlist(names, page, index)) found.set(q, []);
  for (const named of names)
    eachInList(named.first.block, named.first.postings, (posting) => {
      const own = found.get(posting >> 1);
      const [first] = own === undefined ? [] : (posting & 1) === 1 ? named.strong() : named.own();
      if (own !== undefined && first !== undefined) own.push({ named, first });
    });
  return found;
}

type Speaker = { named: Named; first: Mention };
/** Where the names of a question and its company stand: the same for many questions of a page. */
type Placed = Pick<Candidate, 'mentions' | 'names'>;

/** A question that the page can be about, as far as names and dates tell; `enough`: its names suffice for the event. */
export type Prospect = { question: number; speakers: readonly Speaker[]; first: readonly Mention[]; enough: boolean };

/** In the order of the best-known names; nothing is asked of the questions themselves. */
export function prospectsOf(page: PageView, index: LinkIndex): Prospect[] {
  const out: Prospect[] = [];
  for (const [question, speakers] of speakersOf(namesOn(page, index), page, index)) {
    const first = speakers.map((s) => s.first);
    const enough = isNamed(first);
    if (enough || first.some((m) => isTelling(m) || m.bare || m.city || m.name !== first[0]?.name)) out.push({ question, speakers, first, enough });
  }
  return out;
}

/** The same in their order, with what is known of each. */
export function candidatesOf(prospects: readonly Prospect[], page: PageView, traitsOf: (question: number) => Traits): Candidate[] {
  const vouchers = vouchersOf(page);
  const placed = new Map<string, Placed>();
  const lists = numbering<readonly Mention[]>();
  /** Of these lists, each in order; those of the company behind the question's own. */
  const place = (own: readonly (readonly Mention[])[], company: readonly (readonly Mention[])[]): Placed => {
    const key = `${own.map(lists.of).join(' ')}/${company.map(lists.of).join(' ')}`;
    let found = placed.get(key);
    if (found === undefined) {
      const mentions = later(() => withoutNested(merged(own.flat().sort(inOrder), company.flat().sort(inOrder))));
      placed.set(key, (found = { mentions, names: later(() => grouped(mentions(), page.heading)) }));
    }
    return found;
  };

  return prospects.map(({ question, speakers, first: all, enough }) => {
    const traits = traitsOf(question);
    const company = companyOf(traits, page, vouchers);
    const current = page.day !== null && traits.from !== null && page.day >= traits.from && page.day <= (traits.to ?? page.day);
    const { mentions, names: groups } = place(speakers.map(({ named, first }) => (first.strong ? named.strong() : named.own())), company);
    // "Doctors Without Borders" and a shooting are no place and no event.
    const beyond = (_: Mention, i: number): boolean => speakers[i]?.named.beyondSources() === true;
    const somewhere = all.some((m, i) => m.strong || m.city || (isTelling(m) && beyond(m, i))) || company.some(([first]) => first?.name === COUNTRY_NAME) || isNamed(all.filter(beyond));
    const named = somewhere && (enough || isVouchedFor(all, company, current)) && isNamed(mentions());
    return { traits, mentions, names: groups, named, telling: speakers.some(({ named, first }) => isTelling(first) && !named.isDate), local: all.some((m) => m.city) };
  });
}
