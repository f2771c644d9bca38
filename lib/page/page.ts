// Reading a page: its visible text in blocks, and the way back from a place in the text to a place in the page.
// Nothing here knows what a casualty figure is, and nothing in the page is changed.
import type { ReadPage } from '../claim/document.ts';
import { boxOf, findAll, hasMany, localNameOf, nodeTypeOf, ownerOf, shadowRootOf } from './dom.ts';
import { gathering } from './gather.ts';
import { readHead } from './page-head.ts';
import { rangeOf } from './segments.ts';
import { toEnd } from './to-end.ts';
import type { Budget } from './visible.ts';
import { zoneMap } from './zones.ts';

/** The page as it was read (documentOf says what it is), the digest of its text, the range of [start, end) in it, and the shadow roots some of it is in. */
export type PageText = { page: ReadPage; sum: number; range(start: number, end: number): Range; shadows: readonly ShadowRoot[] };

/**
 * Letters of a page that are read, which is what the worker takes of one (MAX_TEXT); each text node counts as ten more, each element
 * as one. The largest of 270 news pages has 6,445 text nodes and 56,000 letters: what is left of a page past this is no article.
 */
const LETTERS_MAX = 2e6;
const NODE = 10;
/** Boxes that are measured; of the boxes in boxes of a page without end some are then taken for story. */
const BOXES_MAX = 1_000;
/** Of which so many are more than any of those has: a page that has more is read for what can be seen first. */
const PART = 150_000;
/** As many letters, or what counts as one, between two looks at the clock: a tenth of a millisecond, a few where much is asked of the browser. */
const STEP = 1_000;

/** What is left of what one reading may cost: `text` in letters of it, the rest in measuring boxes. */
type Left = Budget & { text: number };

const isElement = (node: Element | Text): node is Element => nodeTypeOf(node) === 1;

/** Reads what a reader sees of `root`, at once. */
export const readPage = (root: Document | Element): PageText => toEnd(pageReading(root));

/**
 * Reads what a reader sees of `root`, a document or one element of it, and gives way often: in between, the page may change,
 * and it is for who watches it to read it again. The text is the blocks joined by newlines, white space collapsed. A page that
 * is one editor (designMode) has no text. Of a long page `onPart` is given once what has been read, as soon as nothing that comes
 * after it stands in the window.
 */
export function* pageReading(root: Document | Element, onPart?: (part: PageText) => void): Generator<undefined, PageText> {
  // Only a document has no owner.
  const document = ownerOf(root) ?? (root as Document);
  const top = root === document ? (document.body ?? document.documentElement) : root;

  const shadows: ShadowRoot[] = [];
  const left: Left = { text: LETTERS_MAX, boxes: BOXES_MAX, letters: 2 * LETTERS_MAX };
  const gather = gathering();
  const placeOf = zoneMap(left);
  const head = yield* readHead(document);
  const told = (): PageText => {
    const { text, blocks, segments, headings, sum } = gather.sofar();
    return { page: { text, blocks, head: { ...head, headings } }, sum, range: (start, end) => rangeOf(segments, start, end, document), shadows };
  };
  const onward = (last: Node): void => {
    if (onPart && left.text < LETTERS_MAX - PART && nodeTypeOf(last) === 1 && (boxOf(last as Element)?.top ?? 0) > innerHeight) {
      onPart(told());
      onPart = undefined;
    }
  };

  /** The text of one tree (the page, or one shadow root) and of the open shadow roots in it. */
  function* read(tree: Node): Generator<undefined, void> {
    const own: ShadowRoot[] = [];
    // To ask each element for its name would cost as much as the whole walk; but of a huge page the browser would be asked too much at once.
    const breaks = hasMany(document.documentElement) ? null : new Set<Node>(findAll(tree, 'br,hr'));
    const walker = document.createTreeWalker(tree, 5 /* NodeFilter.SHOW_TEXT | SHOW_ELEMENT */);
    let restAt = Infinity;
    let last = tree;
    while (left.text > 0) {
      const both = left.text + left.letters;
      if (both <= restAt) {
        yield;
        onward(last);
        restAt = both - STEP;
      }
      const node = walker.nextNode() as Element | Text | null;
      if (!node) break;
      if (isElement(node)) {
        left.text--;
        if (breaks ? breaks.has(node) : /^[bh]r$/.test(localNameOf(node))) gather.gap(localNameOf(node) === 'hr' ? 2 : 1);
        const shadow = shadowRootOf(node);
        if (shadow) own.push(shadow);
        continue;
      }
      left.text -= NODE;
      // A text node has no inputs to be named after what it is asked.
      const { data } = node;
      if (data.trim() === '') gather.gap(0);
      else if (node.parentNode) left.text -= gather.add(node, data, placeOf((last = node.parentNode)));
    }
    gather.close();
    for (const shadow of own) {
      shadows.push(shadow);
      yield* read(shadow);
    }
  }

  if (top && document.designMode !== 'on') yield* read(top);
  yield;
  return told();
}
