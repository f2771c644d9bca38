// Which pages are read by themselves: those that read like an article, as a browser's reader view judges it, on every site
// alike. Editors, mail, chat and forms never are, nor what a publisher has asked to leave alone (docs/publishers.md).
import { ask } from './ask.ts';
import { boxOf, closest, findAll, localNameOf, textOf } from './dom.ts';
import { OPT_OUT } from './opt-out.ts';
import { isReadable, TEXTS } from './readable.ts';
import type { shadowRoots } from './shadow-roots.ts';
import { EDITOR } from './visible.ts';

/**
 * Why a page is not read: its publisher asks for that; it is where somebody writes, gets mail or fills in a form; it does not
 * read like an article. The last is overruled when the reader asks, the others are not. `no-text`: a PDF file, a picture, data.
 */
export type Unread = 'opted-out' | 'private' | 'no-article' | 'no-text';

const ALL_OUT = `html${OPT_OUT},body${OPT_OUT},meta[name="tallyside" i][content="off" i]`;

/** Lists of mail, conversations, tables to work in: where an article has these, it says that it is one. */
const WORKPLACE = `${EDITOR},[role="log"],[role="grid"],[role="treegrid"],[role="application"] :is(p,main,h1)`;
/** Values of `type` are told in capitals too: https://html.spec.whatwg.org/multipage/semantics-other.html#case-sensitivity-of-selectors */
const FIELDS = 'input:is(:not([type]),[type=text],[type=number],[type=email],[type=tel],[type=date]),select,textarea';
/** A form has more fields than paragraphs, and at least so many: old front pages with a log-in and a search have up to six. */
const FORM = 10;
/** The share of the window from which an editor is what the page is for; a box for comments is smaller, or further down. */
const MAIN = 0.25;

/**
 * Elements by which a huge page is judged, the first of it; the largest of 170 published pages has 4,344. For each that a script is given the browser
 * makes an object, and their table holds up a page for 6 and 14 ms when it grows to 100,000 and 200,000 of them.
 */
const JUDGED = 20_000;

const ARTICLE = 'meta[property="og:type" i][content="article" i],meta[property="article:published_time"],[itemtype*="Article" i]';
const ARTICLE_DATA = /"[A-Za-z]{0,24}(?:Article|BlogPosting|NewsStory)"/;
const DATA = 'script[type="application/ld+json"]';
/** Letters below which a paragraph does not count: announced as an article, a page may have shorter ones. */
const SHORT = 140;
const BRIEF = 40;

/** Null: it is read by itself. Gives way often where the page is huge. `within`: shadowRoots, which the gate has as well. */
export function* judge(document: Document, within: typeof shadowRoots): Generator<undefined, Unread | null> {
  const root = document.documentElement;
  const [out, announced, data, fields, work, editors, texts] = yield* ask(root, [ALL_OUT, ARTICLE, DATA, FIELDS, WORKPLACE, `${EDITOR},textarea`, TEXTS], JUDGED);
  if (out[0] ?? closest(root, ALL_OUT)) return 'opted-out';
  const article = announced.length > 0 || data.some((s) => ARTICLE_DATA.test(textOf(s)));
  const form = fields.length >= FORM && fields.length > texts.filter((e) => localNameOf(e) === 'p').length;
  if (document.designMode === 'on' || form || (!article && work.length > 0) || editors.some((editor) => fills(editor, document.defaultView))) return 'private';
  const least = article ? BRIEF : SHORT;
  if (yield* isReadable(texts, least)) return null;
  // Some sites put the story into a shadow root.
  for (const tree of within(root)) {
    if (!tree) yield;
    else if (yield* isReadable(findAll(tree, TEXTS), least)) return null;
  }
  return 'no-article';
}

/** Whether what is written into takes up a good part of the window. */
function fills(editor: Element, window: Window | null): boolean {
  const box = boxOf(editor);
  if (!window || !box) return false;
  const { left, right, top, bottom } = box;
  const seen = (from: number, to: number, all: number): number => Math.max(0, Math.min(to, all) - Math.max(from, 0)) / all;
  return seen(left, right, window.innerWidth) * seen(top, bottom, window.innerHeight) >= MAIN;
}
