// What a page says of itself: its address, headline, outlet, author, language and, above all, its date.
import { dateInUrl, findDate, machineDate, stampDate } from '../claim/date-text.ts';
import type { Block, DateOrigin, PageInfo } from '../claim/document.ts';
import { closest } from './dom.ts';
import { readLinkedData, type LinkedData } from './json-ld.ts';
import { collapse } from './segments.ts';

/** Names of publication dates in <meta>, as publishers write them; a modification date only where there is no other. */
const PUBLISHED = [
  /^(?:article|og|rnews|bt|vr):(?:published_time|published|publish_date|datepublished|pubdate|pub_date)$/,
  /^(?:date_?published|published_?(?:time|date|at)?|publish_?(?:date|time)|pubdate|pub_date|parsely-pub-date|sailthru\.date|originalpublicationdate|displaydate|article\.published|article_date_original|citation_(?:publication_)?date|ptime|pdate|cxenseparse:recs:publishtime)$/,
  /^(?:dc|dcterms|dcsext)\.?:?(?:date\.?(?:issued|created|published)?|issued|created)$/,
  /^(?:date|createdate|created|content_create_date|datecreated|timestamp)$/,
  /^(?:article:modified_time|og:updated_time|last-modified|lastmod|datemodified|dcterms\.modified)$/,
];
/** The byline stands within so many blocks of the headline. */
const NEAR_HEADLINE = 8;
/** Same number of words and letters a headline must have to be told from a section's name. */
const HEADLINE_MIN = 12;

const bare = (words: string): string => words.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase();

/** The same headline but for case, punctuation and the outlet's name before or behind it. */
export function sameHeadline(words: string, headline: string): boolean {
  const [a, b] = [bare(words), bare(headline)];
  if (a === b) return a !== '';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= HEADLINE_MIN && short.length * 2 >= long.length && (long.startsWith(`${short} `) || long.endsWith(` ${short}`));
}

type Meta = ReadonlyMap<string, string>;

/** Meta values by lower-case name; the first of a name counts. */
function readMeta(document: Document): Meta {
  const meta = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.trim() ?? '';
    const name = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop') ?? element.getAttribute('http-equiv');
    if (name && content && !meta.has(name.toLowerCase())) meta.set(name.toLowerCase(), content);
  }
  return meta;
}

const first = (meta: Meta, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const value = meta.get(name);
    if (value) return value;
  }
  return null;
};

function metaDate(meta: Meta): string | null {
  for (const names of PUBLISHED)
    for (const [name, value] of meta) {
      const date = names.test(name) ? machineDate(value) : null;
      if (date) return date;
    }
  return null;
}

/** <time> and microdata. A page of teasers has many: only one inside the story, or the only one, is the page's. */
function timeDate(document: Document): string | null {
  const marked = [...document.querySelectorAll('[itemprop="datePublished"],time[pubdate]')];
  const times = [...document.querySelectorAll('time')].filter((t) => !closest(t, 'nav,aside,footer,li'));
  const inStory = times.filter((t) => closest(t, 'article,main,header') !== null);
  for (const element of [...marked, ...(inStory.length > 0 ? inStory.slice(0, 1) : times.length === 1 ? times : [])]) {
    const date = machineDate(element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent ?? '');
    if (date) return date;
  }
  return null;
}

/** A date stamp in the lines around the headline, or in an element named for it. */
function bylineDate(document: Document, lines: readonly string[], headlineAt: number): string | null {
  for (const line of lines.slice(Math.max(0, headlineAt - 3), headlineAt + 1 + NEAR_HEADLINE)) {
    const date = stampDate(line);
    if (date) return date;
  }
  const named = document.querySelectorAll('[class*="byline" i],[class*="publish" i],[class*="pubdate" i],[class*="post-date" i],[class*="entry-date" i],[class*="article-date" i],[class*="dateline" i],[class*="timestamp" i]');
  for (const element of [...named].slice(0, 12)) {
    const words = collapse(element.textContent ?? '').trim();
    const date = words.length < 200 && !closest(element, 'nav,aside,footer,li') ? findDate(words) : null;
    if (date) return date.iso;
  }
  return null;
}

/** The page's own headline: the <h1> that its title repeats, else its first <h1>, else the block or the name its title gives. */
function readHeadline(titles: readonly string[], headings: readonly string[], lines: readonly string[]): string | null {
  const named = (words: string): boolean => titles.some((title) => sameHeadline(words, title));
  return headings.find(named) ?? headings.find((h) => h.length >= HEADLINE_MIN) ?? lines.find(named) ?? titles[0] ?? null;
}

export type ReadText = { text: string; blocks: readonly Block[]; headings: readonly string[] };

/** Only what the page states; null where it states nothing. `headings` are the texts of its <h1> elements. */
export function readPageInfo(document: Document, { text, blocks, headings }: ReadText): PageInfo {
  const meta = readMeta(document);
  const linked: LinkedData = readLinkedData([...document.querySelectorAll('script[type="application/ld+json"]')].map((s) => s.textContent ?? ''));
  const title = document.title ? collapse(document.title).trim() : null;
  const lines = blocks.slice(0, 60).map((b) => text.slice(b.start, b.end));
  const titles = [linked.headline, first(meta, 'og:title', 'twitter:title', 'dc.title', 'headline'), title].filter((t) => t !== null);
  const headline = readHeadline(titles, headings, lines);
  const url = first(meta, 'og:url') ?? document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;
  const address = /^https?:/.test(document.URL ?? '') ? document.URL : null;

  const dates: [DateOrigin, () => string | null][] = [
    ['json-ld', () => linked.date],
    ['meta', () => metaDate(meta)],
    ['time', () => timeDate(document)],
    ['byline', () => bylineDate(document, lines, headline ? lines.findIndex((l) => sameHeadline(l, headline)) : 0)],
    ['url', () => dateInUrl(address ?? '') ?? dateInUrl(url ?? '')],
  ];
  let date: string | null = null;
  let dateFrom: DateOrigin | null = null;
  for (const [from, read] of dates) {
    date = read();
    if (date === null) continue;
    dateFrom = from;
    break;
  }
  const author = first(meta, 'author', 'byl', 'parsely-author', 'sailthru.author', 'dc.creator', 'article:author');
  return {
    url: address ?? url,
    title: title ?? titles[0] ?? null,
    headline,
    site: first(meta, 'og:site_name', 'application-name', 'dc.publisher') ?? linked.site,
    author: linked.author ?? (author && !/^https?:/.test(author) ? author : null),
    date,
    dateFrom,
    lang: document.documentElement?.getAttribute('lang') || first(meta, 'content-language', 'og:locale', 'dc.language'),
  };
}
