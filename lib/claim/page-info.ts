// What a page says of itself: its address, headline, outlet, author, language and, above all, its date.
import { dateInUrl, findDate, machineDate, stampDate } from './date-text.ts';
import type { DateOrigin, PageDocument, PageInfo, ReadPage } from './document.ts';
import { readLinkedData } from './json-ld.ts';
import { WORD } from './letters.ts';

/**
 * Names of publication dates in <meta>: article:published_time, datePublished, parsely-pub-date, DC.date.issued,
 * sailthru.date and some thirty more. A modification date counts only where there is no other.
 */
const PUBLISHED = /publish|pub-?_?date|issued|created?(?:_?date)?$|(?:^|[.:])date$|displaydate|^p(?:time|date)$/i;
const MODIFIED = /modif|updat|expir/i;
/** The byline stands within so many blocks of the headline. */
const NEAR_HEADLINE = 8;
/** Fewer letters than this may be the name of a section. */
const HEADLINE_MIN = 12;
const NO_WORD = new RegExp(`[^${WORD}]+`, 'g');
const bare = (words: string): string => words.normalize('NFKC').replace(NO_WORD, ' ').trim().toLowerCase();

/** Whether words are this headline, but for case, punctuation and the outlet's name before or behind it. */
function headlineTest(headline: string): (words: string) => boolean {
  const wanted = bare(headline);
  return (words) => {
    // Normalising every block of a page would take longer than reading it.
    if (words.length > 3 * headline.length || words.length * 3 < headline.length) return false;
    const given = bare(words);
    if (given === wanted) return wanted !== '';
    const [short, long] = given.length < wanted.length ? [given, wanted] : [wanted, given];
    return short.length >= HEADLINE_MIN && short.length * 2 >= long.length && (long.startsWith(`${short} `) || long.endsWith(` ${short}`));
  };
}

type Meta = ReadonlyMap<string, string>;

const first = (meta: Meta, ...names: readonly string[]): string | null => {
  const name = names.find((n) => meta.has(n));
  return name === undefined ? null : (meta.get(name) ?? null);
};

function metaDate(meta: Meta): string | null {
  for (const modified of [false, true])
    for (const [name, value] of meta) {
      const date = MODIFIED.test(name) === modified && (modified || PUBLISHED.test(name)) ? machineDate(value) : null;
      if (date) return date;
    }
  return null;
}

/** The first of `texts` in which `read` finds a date. */
function firstDate(texts: readonly string[], read: (text: string) => string | null): string | null {
  for (const text of texts) {
    const date = read(text);
    if (date) return date;
  }
  return null;
}

/** Only what the page states; null where it states nothing. */
function infoOf({ text, blocks, head }: ReadPage): PageInfo {
  const meta: Meta = new Map(head.meta);
  const linked = readLinkedData(head.scripts);
  const { title, address } = head;
  const lines = blocks.slice(0, 60).map((b) => text.slice(b.start, b.end));
  const titles = [linked.headline, first(meta, 'og:title', 'dc.title'), title].filter((t) => t !== null);
  const tests = titles.map(headlineTest);
  const named = (words: string): boolean => tests.some((test) => test(words));
  // The <h1> that its title repeats; a first <h1> may be the outlet's name.
  const headline = head.headings.find(named) ?? head.headings.find((h) => h.length >= HEADLINE_MIN) ?? lines.find(named) ?? titles[0] ?? null;
  const headlineAt = headline === null ? 0 : lines.findIndex(headlineTest(headline));
  const url = first(meta, 'og:url') ?? head.canonical;

  const origins: [DateOrigin, () => string | null][] = [
    ['json-ld', () => linked.date],
    ['meta', () => metaDate(meta)],
    ['time', () => firstDate(head.times, machineDate)],
    // A date stamp in the lines around the headline, or in an element named for it.
    ['byline', () => firstDate(lines.slice(Math.max(0, headlineAt - 3), headlineAt + 1 + NEAR_HEADLINE), stampDate) ?? firstDate(head.dated, (words) => findDate(words)?.iso ?? null)],
    ['url', () => dateInUrl(address ?? '') ?? dateInUrl(url ?? '')],
  ];
  let date: string | null = null;
  const found = origins.find(([, read]) => (date = read()) !== null);
  const author = first(meta, 'author', 'byl', 'parsely-author', 'dc.creator', 'article:author');
  return {
    url: address ?? url,
    title: title ?? titles[0] ?? null,
    headline,
    site: first(meta, 'og:site_name', 'dc.publisher') ?? linked.site,
    author: linked.author ?? (author?.includes('://') ? null : author),
    date,
    dateFrom: found?.[0] ?? null,
    lang: head.lang ?? first(meta, 'content-language', 'og:locale'),
  };
}

/** The page with what it says of itself, and its headline known among its blocks. */
export function documentOf(page: ReadPage): PageDocument {
  const { text } = page;
  const info = infoOf(page);
  const isHeadline = headlineTest(info.headline ?? '');
  const headline = page.blocks.find((b) => (b.role === 'heading' || b.role === 'paragraph') && isHeadline(text.slice(b.start, b.end)));
  const blocks = page.blocks.map((b) => (b === headline ? { start: b.start, end: b.end, role: 'headline' as const, header: b.header } : b));
  return { text, blocks, info };
}
