// Whether a page reads like an article: the rules of Mozilla's Readability (Readability-readerable.js 0.6, Apache-2.0), to the same verdict
// (tests hold them to it), but in slices.
import { attribute, hasMany, localNameOf, matches, parentOf, textOf } from './dom.ts';

const LEFT_OUT = 'li p,[hidden],[aria-hidden="true"]:not([class*="fallback-image"])';

/** What may hold text of an article: elements, and line breaks, which stand for what they are in. */
export const TEXTS = 'p,pre,article,div > br';
const SCORE = 20;
/** A text of 540 letters is enough for the score, whatever the bound: so has what holds so many elements that nobody asks for its text. */
const ENOUGH = 1_000;

/** `texts`: what TEXTS names in one tree. A text shorter than `least` letters does not count. */
export function* isReadable(texts: Iterable<Element>, least: number): Generator<undefined, boolean> {
  // Made for one verdict: what a browser compiles of these is 20 kB, kept as long as they are, and a page is judged once.
  const unlikely =
    /-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote/i;
  const likely = /and|article|body|column|content|main|shadow/i;
  const known = new Set<Node | null>();
  let score = 0;
  for (const at of texts) {
    const element = localNameOf(at) === 'br' ? (parentOf(at) as Element) : at;
    if (known.has(element)) continue;
    known.add(element);
    yield;
    const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
    if ((unlikely.test(names) && !likely.test(names)) || matches(element, LEFT_OUT) || (element as HTMLElement).style.display === 'none') continue;
    score += Math.sqrt(Math.max(0, (hasMany(element) ? ENOUGH : textOf(element).trim().length) - least));
    if (score > SCORE) return true;
  }
  return false;
}
