// What a page says of itself: its address, headline, outlet, author, language and, above all, its date.
import { dateInUrl, findDate, machineDate, stampDate } from '../claim/date-text.ts';
import type { Block, DateOrigin, PageInfo } from '../claim/document.ts';
import { closest, findAll, textOf } from './dom.ts';
import { readLinkedData } from './json-ld.ts';
import { collapse, WORD } from './segments.ts';

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
/** Elements named for a date, as far as one might hold the page's own. */
const DATED = ':is(div,span,p,time,small,li)[class]:is([class*="date"],[class*="byline"],[class*="publish"],[class*="timestamp"])';
const BESIDE = 'nav,aside,footer,li';

const NO_WORD = new RegExp(`[^${WORD}]+`, 'g');
const bare = (words: string): string => words.normalize('NFKC').replace(NO_WORD, ' ').trim().toLowerCase();

/** Whether words are this headline, but for case, punctuation and the outlet's name before or behind it. */
export function headlineTest(headline: string): (words: string) => boolean {
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
type Head = { meta: Meta; scripts: string[]; canonical: string | null };

/** Meta values by lower-case name, the first of a name; JSON-LD; the address the page gives itself. One pass over the page. */
function readHead(document: Document): Head {
  const meta = new Map<string, string>();
  const scripts: string[] = [];
  let canonical: string | null = null;
  for (const element of findAll(document, 'meta[content],script[type="application/ld+json"],link[rel="canonical"]')) {
    const content = element.getAttribute('content')?.trim();
    const name = (element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop') ?? element.getAttribute('http-equiv') ?? '').toLowerCase();
    if (content && !meta.has(name)) meta.set(name, content);
    else if (element.localName === 'script') scripts.push(textOf(element));
    canonical ??= element.getAttribute('href');
  }
  return { meta, scripts, canonical };
}

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

/** <time> and microdata. A page of teasers has many: only one inside the story, or the only one, is the page's. */
function timeDate(document: Document): string | null {
  const times = [...findAll(document, 'time')].filter((t) => !closest(t, BESIDE));
  const own = times.find((t) => closest(t, 'article,main,header')) ?? (times.length === 1 ? times[0] : undefined);
  for (const element of [...findAll(document, '[itemprop="datePublished"],time[pubdate]'), ...(own ? [own] : [])]) {
    const date = machineDate(element.getAttribute('datetime') ?? element.getAttribute('content') ?? textOf(element));
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
  for (const element of [...findAll(document, DATED)].slice(0, 12)) {
    const words = collapse(textOf(element));
    const date = words.length < 200 && !closest(element, BESIDE) ? findDate(words) : null;
    if (date) return date.iso;
  }
  return null;
}

export type ReadText = { text: string; blocks: readonly Block[]; headings: readonly string[] };

/** Only what the page states; null where it states nothing. `headings` are the texts of its <h1> elements. */
export function readPageInfo(document: Document, { text, blocks, headings }: ReadText): PageInfo {
  const { meta, scripts, canonical } = readHead(document);
  const linked = readLinkedData(scripts);
  const title = collapse(document.title ?? '').trim() || null;
  const lines = blocks.slice(0, 60).map((b) => text.slice(b.start, b.end));
  const titles = [linked.headline, first(meta, 'og:title', 'dc.title'), title].filter((t) => t !== null);
  const tests = titles.map(headlineTest);
  const named = (words: string): boolean => tests.some((test) => test(words));
  // The <h1> that its title repeats; a first <h1> may be the outlet's name.
  const headline = headings.find(named) ?? headings.find((h) => h.length >= HEADLINE_MIN) ?? lines.find(named) ?? titles[0] ?? null;
  const address = /^https?:/.test(document.URL ?? '') ? document.URL : null;
  const url = first(meta, 'og:url') ?? canonical;

  const origins: [DateOrigin, () => string | null][] = [
    ['json-ld', () => linked.date],
    ['meta', () => metaDate(meta)],
    ['time', () => timeDate(document)],
    ['byline', () => bylineDate(document, lines, headline === null ? 0 : lines.findIndex(headlineTest(headline)))],
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
    lang: document.documentElement?.getAttribute('lang') || first(meta, 'content-language', 'og:locale'),
  };
}
