// What a reader does not see, or sees but does not read as the story: hidden text, controls, menus, boxes of links.
import { attribute, closest, find, findAll, matches, rendered, textOf } from './dom.ts';

/** `flow`: left out, and the text around it runs on. `break`: left out, and what follows is a new block. */
export type Skip = 'flow' | 'break' | null;

const INVISIBLE = new Set(['script', 'style', 'noscript', 'template', 'title', 'object', 'embed', 'audio', 'video', 'canvas', 'iframe', 'svg', 'math', 'rt', 'rp']);
const CONTROLS = new Set(['button', 'select', 'option', 'input', 'textarea', 'datalist', 'output', 'progress', 'meter']);
/** What is quoted here is typed text, not prose; and editors keep their own text in it. */
const CODE = new Set(['pre', 'code', 'kbd', 'samp', 'xmp', 'plaintext', 'listing']);

const EDITABLE = '[contenteditable]:not([contenteditable="false"])';
/** One native question that most elements answer with no. */
const MARKED = `[hidden]:not([hidden="until-found"]),[aria-hidden="true"],${EDITABLE},[role]`;

/** Text meant for screen readers alone: it says again what can be seen, and has no place a mark could stand. */
const OFF_SCREEN = /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|element-invisible|off-?screen|assistive-text)(?:$|[\s_])/i;

/** Names publishers give to what stands beside a story. Never enough alone: see `isAside`. */
const BESIDE =
  /related|recommend|most-?(?:read|popular|viewed|shared)|trending|popular|newsletter|subscri|sign-?up|promo|sponsor|advert|share|sharing|social|breadcrumb|menu|nav(?:bar|igation)?(?:$|[\s_-])|cookie|consent|paywall|taboola|outbrain|teaser|sidebar|side-bar|rail(?:$|[\s_-])|more-?(?:from|on|stories|news)|read-?(?:more|next|also)|see-?also|latest|headlines|footer|ticker|widget|carousel|tags?(?:$|[\s_-])/i;

/** Boxes whose text is links to this extent are lists of other stories. */
const MOSTLY_LINKS = 0.4;

/** The share of an element's text that stands inside links. */
export function linkShare(element: Element): number {
  const whole = (textOf(element) ?? '').replace(/\s+/g, ' ').length;
  if (whole === 0) return 1;
  let linked = 0;
  for (const a of findAll(element, 'a[href]')) linked += (textOf(a) ?? '').replace(/\s+/g, ' ').length;
  return linked / whole;
}

/** A site puts the story itself under any name; what holds the story is never skipped for its name. */
const holdsStory = (element: Element): boolean => find(element, 'h1,article,main,[itemprop="articleBody"]') !== null;

/** A box beside the story: named so, not around the story, and made of links. */
const isAside = (element: Element): boolean => !holdsStory(element) && linkShare(element) > MOSTLY_LINKS;

const HAS_BOXES = new Set(['div', 'section', 'ul', 'ol', 'aside', 'dl', 'table', 'td', 'li', 'article', 'figure', 'p']);

/** Never the story, whatever they hold. */
const TOOLS = new Set(['textbox', 'menu', 'menubar', 'navigation', 'search', 'toolbar', 'tablist']);
/** Beside the story, unless the story itself was put into one: some sites open it in a dialog over the front page. */
const FRAMES = new Set(['banner', 'contentinfo', 'dialog', 'alertdialog']);

function skipByAttribute(element: Element): Skip {
  if (attribute(element, 'hidden') !== null) return 'flow';
  // A dialog that opens sets aria-hidden on all the rest of the page; the rest can still be seen.
  if (attribute(element, 'aria-hidden') === 'true' && !holdsStory(element)) return 'flow';
  if (matches(element, EDITABLE)) return 'break';
  const role = attribute(element, 'role') ?? '';
  if (TOOLS.has(role)) return 'break';
  if (FRAMES.has(role)) return holdsStory(element) ? null : 'break';
  return role === 'complementary' && isAside(element) ? 'break' : null;
}

/** Whether an element itself is left out, its ancestors apart. */
export function skipOf(element: Element, name: string): Skip {
  if (INVISIBLE.has(name)) return name === 'template' && attribute(element, 'shadowrootmode') !== null ? null : 'flow';
  if (CONTROLS.has(name)) return 'flow';
  if (CODE.has(name)) return name === 'pre' || name === 'xmp' || name === 'listing' || name === 'plaintext' ? 'break' : 'flow';
  if (name === 'nav') return 'break';
  // "735[3] civilians": a note's mark glued to a figure would be read as its last digit.
  if (name === 'sup' && !/\p{L}/u.test(textOf(element) ?? '')) return 'flow';
  if (name === 'header' && !holdsStory(element) && closest(element, 'article,main,section') === null) return 'break';
  if (name === 'footer' && (closest(element, 'article,blockquote,figure') === null || isAside(element))) return 'break';
  if (name === 'aside' && isAside(element)) return 'break';
  const marked = matches(element, MARKED) ? skipByAttribute(element) : null;
  if (marked) return marked;
  const named = attribute(element, 'class') ?? '';
  if (named !== '' && OFF_SCREEN.test(named)) return 'flow';
  if (HAS_BOXES.has(name) && (BESIDE.test(named) || BESIDE.test(attribute(element, 'id') ?? '')) && isAside(element)) return 'break';
  return null;
}

/** Whether the page's own style shows the element. A parser that knows no style is asked for the inline style alone. */
export function isShown(element: Element): boolean {
  const checked = rendered(element);
  if (checked !== undefined) return checked;
  for (let at = closest(element, '[style]'); at; at = at.parentElement && closest(at.parentElement, '[style]')) {
    if (/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(at, 'style') ?? '')) return false;
  }
  return true;
}
