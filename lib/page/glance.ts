// A look at a page from far off: whether words that are looked for stand beside a number, again when the page has changed, at
// a price nobody notices. Text is passed once, and elements are asked only where a word was found.
import { closest, find, localNameOf, MANY, nodeTypeOf, parentOf, shadowRootOf, textOf } from './dom.ts';
import { idle, inSlices } from './idle.ts';
import { shadowRoots } from './shadow-roots.ts';

/** A page that never stops changing is looked at this seldom, ms; a reader does not see half a second. */
const PAUSE = 500;
/** A look may take one part in fifty of the time, so that no page is slowed by more than 2 %. */
const REST = 50;
/** Text nodes between two looks at the clock. */
const STEP = 100;
/** UTF-16 units passed at once, and how far a word may reach over the end. */
const PIECE = 20_000;
const WORD = 60;
/** Longer than nearly every text node of an article, and shorter than nearly every script: only these are asked what they are. */
const LONG = 600;
/** A longer cell is no heading of a table (white space is counted). */
const HEADING = 1_000;

/** Never text of the page. Of what readPage leaves out, only what holds most words: more would be looked at in vain, and less is safe. */
const LEFT_OUT = 'script,style,noscript,nav';
/** Some of what readPage takes for a block, so that what is found holds the whole of its block. */
const BLOCK = 'p,li,td,dd,h2,h3,div,body';

type Tree = Document | ShadowRoot;

/** `word`: whether a text can hold a word that is looked for. `number`: whether it can hold a number. */
export type Sought = { word(text: string): boolean; number(text: string): boolean };

/** Pictures, PDF files and data have documents as well. */
export const isText = (): boolean => /html/.test(document.contentType);

/**
 * Calls `onFound` once when a word that is sought stands in one block or table with a number, open shadow roots included. Looks
 * when the page is idle and seen, again after changes, until it has found something or `stop` is called; leaves no trace in
 * the page. `again` starts anew. `sought` is made for each look and let go of. Nothing of the page is touched before it is idle:
 * what is asked for first (its document, an observer) the browser has to make, and a script that only waits should not.
 */
export function glance(sought: () => Sought, onFound: () => void): { again(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = PAUSE;
  let turn = { aborted: false };
  let observer: MutationObserver | undefined;
  let looking = false;
  let changed = false;

  function onChange(): void {
    // To the next look: in between, changes cost nothing at all.
    observer?.disconnect();
    changed = true;
    if (!looking) later();
  }

  function later(): void {
    timer = setTimeout(() => void see(), pause);
  }

  async function see(): Promise<void> {
    const now = turn;
    await idle();
    if (now.aborted || !isText()) return;
    looking = true;
    changed = false;
    const seen = (observer ??= new MutationObserver(onChange));
    // Before the look: what changes between two slices of it is looked at afterwards.
    const watch = (tree: Tree): void => {
      if (!changed) seen.observe(tree, { subtree: true, childList: true, characterData: true });
    };
    const { result, ms } = await inSlices(search(document, sought(), watch), now);
    if (now.aborted) return;
    looking = false;
    pause = Math.max(PAUSE, REST * ms);
    if (result) {
      stop();
      onFound();
    } else if (changed) later();
  }

  function stop(): void {
    turn.aborted = true;
    clearTimeout(timer);
    observer?.disconnect();
    looking = false;
  }

  return {
    stop,
    again() {
      stop();
      turn = { aborted: false };
      void see();
    },
  };
}

/** True when a word that is sought stands beside a number. Gives way often, for slices; `onTree` is told of the page and of each shadow root before it is looked at. */
export function* search(document: Document, { word, number }: Sought, onTree: (tree: Tree) => void): Generator<undefined, boolean> {
  /** Blocks and tables without a number. */
  const empty = new Set<Node>();
  const counts = (around: Node): boolean => {
    if (empty.has(around)) return false;
    if (number(textOf(around))) return true;
    empty.add(around);
    return false;
  };
  let nodes = 0;

  function* within(tree: Tree): Generator<undefined, boolean> {
    onTree(tree);
    const walker = document.createTreeWalker(tree, 4 /* NodeFilter.SHOW_TEXT */);
    let before = '';
    for (;;) {
      if (++nodes % STEP === 0) yield;
      const node = walker.nextNode() as Text | null;
      if (!node) return false;
      // A text node has no inputs to be named after what it is asked.
      const { data } = node;
      // Two in three are white space between elements, which no expression need pass.
      if (data.charCodeAt(0) <= 32 && data.trim() === '') {
        before = '';
        continue;
      }
      if (data.length > LONG) {
        const name = nameOf(parentOf(node));
        if (name === 'script' || name === 'style') continue;
      }
      // A word in two elements, as after an initial, is one word; in two boxes side by side it is two.
      let is = before !== '' && isLetter(data.charCodeAt(0)) && word(before + data.slice(0, WORD));
      for (let at = 0; !is && at < data.length; at += PIECE) {
        if (at > 0) yield;
        is = word(data.length > PIECE ? data.slice(Math.max(0, at - WORD), at + PIECE) : data);
      }
      before = isLetter(data.charCodeAt(data.length - 1)) ? (data.length < WORD ? before + data : data).slice(-WORD) : '';
      const around = is ? surroundings(parentOf(node), tree) : null;
      if (around && counts(around)) return true;
    }
  }

  if (yield* within(document)) return true;
  yield;
  for (const shadow of nodes > MANY ? shadowRoots(document) : hosted(document)) {
    if (!shadow) yield;
    else if (yield* within(shadow)) return true;
  }
  return false;
}

const nameOf = (node: Node | null): string => (node && nodeTypeOf(node) === 1 ? localNameOf(node as Element) : '');

/** ASCII: the words that are sought are English. */
const isLetter = (c: number): boolean => (c | 32) > 96 && (c | 32) < 123;

/** Where a number would count for a word: its block; its table, where it may be a heading. Null where nothing is read. */
function surroundings(parent: Node | null, tree: Tree): Node | null {
  if (!parent || nodeTypeOf(parent) !== 1) return tree;
  const element = parent as Element;
  if (closest(element, LEFT_OUT)) return null;
  const cell = closest(element, 'td,th,dt,dd,caption');
  const table = cell && textOf(cell).length <= HEADING ? closest(cell, 'table,dl') : null;
  return table && !find(table, 'table') ? table : (closest(element, BLOCK) ?? tree);
}

/**
 * Nearly all shadow roots hang on elements with a dash in their name; the browser finds those without our asking each
 * element, which in Firefox goes through a wrapper every time. All at once: not for a huge page.
 */
function* hosted(document: Document): Generator<ShadowRoot | undefined, void> {
  const custom = document.evaluate("//*[contains(local-name(), '-')]", document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
  for (let i = 0; i < custom.snapshotLength; i++) {
    const shadow = shadowRootOf(custom.snapshotItem(i) as Element);
    if (!shadow) continue;
    yield shadow;
    yield* shadowRoots(shadow);
  }
}
