// Reading a page: its visible text in blocks, and the way back from a place in the text to a place in the page.
// Nothing here knows what a casualty figure is, and nothing in the page is changed.
import type { Block, ReadPage } from '../claim/document.ts';
import { WORD } from '../claim/letters.ts';
import { dataOf, findAll, localNameOf, nodeTypeOf, ownerOf, parentOf, shadowRootOf } from './dom.ts';
import { readHead } from './page-head.ts';
import { collapse, rangeOf, type Segment } from './segments.ts';
import { apartTest } from './styled.ts';
import { tableCells } from './table-header.ts';
import type { Budget } from './visible.ts';
import { zoneMap, type Place, type Zone } from './zones.ts';

/** The page as it was read (documentOf says what it is), the range of [start, end) of its text, and the shadow roots some of it is in. */
export type PageText = { page: ReadPage; range(start: number, end: number): Range; shadows: readonly ShadowRoot[] };

/**
 * Letters of a page that are read, which is what the worker takes of one (MAX_TEXT); each text node counts as ten more, each element
 * as one. The largest of 270 news pages has 6,445 text nodes and 56,000 letters: what is left of a page past this is no article.
 */
const LETTERS_MAX = 2e6;
const NODE = 10;
/** Boxes that are measured; of the boxes in boxes of a page without end some are then taken for story. */
const BOXES_MAX = 1_000;
/** As many letters, or what counts as one, between two looks at the clock: a tenth of a millisecond, a few where much is asked of the browser. */
const STEP = 1_000;
/** A block of which this share is a link to elsewhere is the title of another story ("Read more: …"). */
const TEASER = 0.75;

/** `end` is how the text ends: asking a string of many parts for its end would put it together anew each time. */
type Open = { zone: Zone; parts: string[]; length: number; end: string; segments: Segment[]; linked: number; last: Place };
type Read = { zone: Zone; text: string; segments: Segment[]; teaser: boolean };

const HAS_WORD = new RegExp(`[${WORD}]`);
const isLower = (letter: string): boolean => letter === letter.toLowerCase() && letter !== letter.toUpperCase();

/** A line break inside a sentence is layout: in a headline always, elsewhere where the sentence visibly goes on. */
const goesOn = (open: Open, next: string): boolean => open.zone.level > 0 || (!/[.!?…:;]["'”’»)\]]{0,3}\s?$/.test(open.end) && isLower(next.trimStart().charAt(0)));

/** "injured" and "1,200" in two boxes of one line are two words; "1" and "st" in two elements are one. */
const mayBeGlued = (before: string, after: string): boolean => HAS_WORD.test(before.slice(-1)) && HAS_WORD.test(after.charAt(0));

const opened = (place: Place): Open => ({ zone: place.zone, parts: [], length: 0, end: '', segments: [], linked: 0, last: place });

function append(open: Open, text: string): void {
  open.parts.push(text);
  open.length += text.length;
  open.end = (open.end + text).slice(-8);
}

/** What is left of what one reading may cost: `text` in letters of it, the rest in measuring boxes. */
type Left = Budget & { text: number };

/** The blocks of one tree (the page, or one shadow root) and of the open shadow roots in it, which are added to `shadows`. */
function* readTree(root: Node, placeOf: (element: Node) => Place, left: Left, shadows: ShadowRoot[]): Generator<undefined, Read[]> {
  const document = ownerOf(root);
  if (!document) return [];
  const blocks: Read[] = [];
  const own: ShadowRoot[] = [];
  const areApart = apartTest();
  let open: Open | null = null;
  let gap = false;
  let lines = 0;

  const close = (): void => {
    const text = open?.parts.join('').trimEnd() ?? '';
    if (open && HAS_WORD.test(text)) {
      const { zone, segments, linked } = open;
      blocks.push({ zone, text, segments, teaser: linked >= TEASER * text.length && zone.level !== 1 });
    }
    open = null;
    gap = false;
    lines = 0;
  };

  const add = (node: Text, data: string, place: Place): void => {
    if (open && open.zone !== place.zone) close();
    if (open && lines > 0 && !(lines === 1 && goesOn(open, data))) close();
    const whole = collapse(data);
    let at: Open = (open ??= opened(place));
    if ((gap || lines > 0) && at.length > 0 && !at.end.endsWith(' ')) append(at, ' ');
    else if (at.last !== place && mayBeGlued(at.end, whole) && areApart(at.segments.at(-1)?.node, node)) {
      // "6" and "12" side by side are two figures, and "6 12" might be taken for one.
      if (/\d$/.test(at.end) && /^\d/.test(whole)) {
        close();
        open = at = opened(place);
      } else append(at, ' ');
    }
    const cut = whole.startsWith(' ') && (at.length === 0 || at.end.endsWith(' ')) ? 1 : 0;
    const text = cut ? whole.slice(1) : whole;
    if (text === '') return;
    left.text -= text.length;
    at.segments.push({ start: at.length, length: text.length, cut, node });
    append(at, text);
    if (place.link) at.linked += text.length;
    at.last = place;
    gap = false;
    lines = 0;
  };

  const walker = document.createTreeWalker(root, 5 /* NodeFilter.SHOW_TEXT | SHOW_ELEMENT */);
  // To ask each element for its name would cost as much as the whole walk.
  const breaks = new Set<Node>(findAll(root, 'br,hr'));
  let restAt = Infinity;
  while (left.text > 0) {
    const both = left.text + left.letters;
    if (both <= restAt) {
      yield;
      restAt = both - STEP;
    }
    const node = walker.nextNode();
    if (!node) break;
    if (nodeTypeOf(node) === 1) {
      left.text--;
      if (breaks.has(node)) lines += localNameOf(node as Element) === 'hr' ? 2 : 1;
      const shadow = shadowRootOf(node as Element);
      if (shadow) own.push(shadow);
      continue;
    }
    left.text -= NODE;
    const data = dataOf(node as Text);
    if (!/\S/.test(data)) {
      gap = true;
      continue;
    }
    const parent = parentOf(node);
    if (!parent) continue;
    const place = placeOf(parent);
    if (place.skip === null) add(node as Text, data, place);
    else if (place.skip === 'break') close();
  }
  close();
  for (const shadow of own) {
    shadows.push(shadow);
    for (const block of yield* readTree(shadow, placeOf, left, shadows)) blocks.push(block);
  }
  return blocks;
}

/** Blocks put behind one another into one text, with each table cell's headings. */
function* joined(read: readonly Read[]): Generator<undefined, { text: string; blocks: Block[]; segments: Segment[] }> {
  const cellOf = tableCells();
  const blocks: Block[] = [];
  const segments: Segment[] = [];
  let text = '';
  for (const { zone, text: words, segments: own, teaser } of read) {
    yield;
    const cell = zone.cell && cellOf(zone.cell);
    // A figure in a table may well be a link to its source.
    if (teaser && !cell) continue;
    if (text !== '') text += '\n';
    const start = text.length;
    for (const segment of own) {
      segment.start += start;
      segments.push(segment);
    }
    text += words;
    const role = zone.role === 'cell' && !cell ? 'paragraph' : zone.role;
    blocks.push({ start, end: text.length, role, header: cell?.header ?? null });
  }
  return { text, blocks, segments };
}

/** Reads what a reader sees of `root`, to the end: for what somebody waits for, and where there is no page to hold up. */
export function readPage(root: Document | Element): PageText {
  const reading = pageReading(root);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

/**
 * Reads what a reader sees of `root`, a document or one element of it, and gives way often: in between, the page may change,
 * and it is for who watches it to read it again. The text is the blocks joined by newlines, white space collapsed. A page that
 * is one editor (designMode) has no text.
 */
export function* pageReading(root: Document | Element): Generator<undefined, PageText> {
  const document = nodeTypeOf(root) === 9 ? (root as Document) : ownerOf(root);
  if (!document) throw new Error('no document');
  const top = root === document ? (document.body ?? document.documentElement) : root;

  const shadows: ShadowRoot[] = [];
  const left: Left = { text: LETTERS_MAX, boxes: BOXES_MAX, letters: 2 * LETTERS_MAX };
  const read = top && document.designMode !== 'on' ? yield* readTree(top, zoneMap(left), left, shadows) : [];
  const { text, blocks, segments } = yield* joined(read);
  const headings = read.filter((b) => b.zone.level === 1).map((b) => b.text);
  const head = yield* readHead(document);
  return { page: { text, blocks, head: { ...head, headings } }, range: (start, end) => rangeOf(segments, start, end, document), shadows };
}
