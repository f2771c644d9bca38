// What a page says of itself, collected and not understood: lib/claim/page-info.ts does that, in the worker.
import type { PageHead } from '../claim/document.ts';
import { ask } from './ask.ts';
import { attribute, closest, localNameOf, MANY, textOf } from './dom.ts';
import { collapse } from './segments.ts';

/** Elements named for a date, as far as one might hold the page's own. */
const DATED = '[class]:is([class*="date"],[class*="byline"],[class*="publish"],[class*="timestamp"]):is(div,span,p,time,small,li)';
const HEADS = 'meta[content],script[type="application/ld+json"],link[rel="canonical"]';
const NAMES = ['property', 'name', 'itemprop', 'http-equiv'];
const BESIDE = 'nav,aside,footer,li';
/** As many as are looked at, and the longest of them, letters. */
const DATED_MAX = 12;
const LONG = 200;

/** Of a huge page, what stands at its top; gives way often there. */
export function* readHead(document: Document): Generator<undefined, Omit<PageHead, 'headings'>> {
  const address = document.URL;
  const meta = new Map<string, string>();
  const scripts: string[] = [];
  let canonical: string | null = null;
  const root = document.documentElement;
  const [heads, all, dates, dated] = yield* ask(root, [HEADS, 'time', '[itemprop="datePublished"],time[pubdate]', DATED], MANY);
  for (const element of heads) {
    const content = attribute(element, 'content')?.trim();
    const name = NAMES.map((n) => attribute(element, n)).find((n) => n !== null)?.toLowerCase() ?? '';
    if (localNameOf(element) === 'script') scripts.push(textOf(element));
    else if (content && !meta.has(name)) meta.set(name, content);
    canonical ??= attribute(element, 'href');
  }
  // A page of teasers has many times: only one inside the story, or the only one, is the page's.
  const times = all.filter((t) => !closest(t, BESIDE));
  const own = times.find((t) => closest(t, 'article,main,header')) ?? (times.length === 1 ? times[0] : undefined);
  return {
    address: /^https?:/.test(address) ? address : null,
    canonical,
    title: collapse(document.title ?? '').trim() || null,
    lang: root.getAttribute('lang') || null,
    meta: [...meta],
    scripts,
    times: [...dates, ...(own ? [own] : [])].map((t) => attribute(t, 'datetime') ?? attribute(t, 'content') ?? textOf(t)),
    dated: dated
      .slice(0, DATED_MAX)
      .filter((e) => !closest(e, BESIDE))
      .map((e) => collapse(textOf(e)))
      .filter((words) => words.length < LONG),
  };
}
