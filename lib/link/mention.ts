// Where the names of a question stand on a page, and what several of them are worth together.
import type { Span } from './sentences.ts';

/** Where one of a question's names stands on the page. */
export type Mention = { start: number; end: number; strong: boolean; isName: boolean; bare: boolean; city: boolean; phrase: boolean; inTitle: boolean; name: number; spread: number };

/** All places of one name, in order, apart from those in the page's headline. */
export type NameGroup = { spans: Mention[]; headed: Mention | null };

export function grouped(mentions: readonly Mention[], heading: Span | null): NameGroup[] {
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
export const COUNTRY_NAME = -1;
export const SOURCE_NAME = -2;
export const GENERIC_NAME = -3;

/** The page's text before its title; from the front, the longer of two first. */
export const inOrder = (a: Mention, b: Mention): number => Number(a.inTitle) - Number(b.inTitle) || a.start - b.start || b.end - a.end;

/** Both in order, as one list in order; of equals those of `first` first. */
export function merged(first: readonly Mention[], second: readonly Mention[]): readonly Mention[] {
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
export function withoutNested(sorted: readonly Mention[]): Mention[] {
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

/** Those of a question's mentions in the text that share a letter with this stretch of it; found by halves, for they are in order, the title's last, and none is within another. */
export function mentionsIn(mentions: readonly Mention[], { start, end }: Span): Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const m = mentions[middle];
    if (m !== undefined && !m.inTitle && m.end <= start) low = middle + 1;
    else high = middle;
  }
  const out: Mention[] = [];
  for (let m = mentions[low]; m !== undefined && !m.inTitle && m.start < end; m = mentions[++low]) out.push(m);
  return out;
}

/** One strong name, or two different weak ones of which one is a name and which are not just two countries. */
export function isNamed(mentions: readonly Mention[]): boolean {
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
export const isTelling = (m: Pick<Mention, 'bare' | 'isName' | 'city' | 'phrase' | 'spread'>): boolean => !m.bare && (m.isName ? m.spread <= (m.city ? PLACE_SPREAD : NAME_SPREAD) : m.phrase && m.spread === 1);
