// The text of a page put together: pieces of text nodes in, blocks out, joined by newlines.
import type { Block } from '../claim/document.ts';
import { WORD } from '../claim/letters.ts';
import { digest } from './digest.ts';
import { collapse, type Segment } from './segments.ts';
import { apartTest } from './styled.ts';
import { tableCells } from './table-header.ts';
import type { Place, Zone } from './zones.ts';

/** `headings`: the blocks of the first rank again. `sum`: the text's digest. */
export type Gathered = { text: string; blocks: Block[]; segments: readonly Segment[]; headings: string[]; sum: number };

/** In the order of the page. `add` answers how many letters the node gives to the text. */
export type Gathering = {
  add(node: Text, data: string, place: Place): number;
  /** White space before what comes next, or line breaks. */
  gap(lines: number): void;
  /** What comes next is another block. */
  close(): void;
  /** All blocks that are closed. */
  sofar(): Gathered;
};

/** A block of which this share is a link to elsewhere is the title of another story ("Read more: …"). */
const TEASER = 0.75;

const HAS_WORD = new RegExp(`[${WORD}]`);
const isLower = (letter: string): boolean => letter === letter.toLowerCase() && letter !== letter.toUpperCase();

/** "injured" and "1,200" in two boxes of one line are two words; "1" and "st" in two elements are one. */
const mayBeGlued = (before: string, after: string): boolean => HAS_WORD.test(before.slice(-1)) && HAS_WORD.test(after.charAt(0));

export function gathering(): Gathering {
  const cellOf = tableCells();
  const areApart = apartTest();
  let all = '';
  let sum = 0;
  const segments: Segment[] = [];
  const blocks: Block[] = [];
  const headings: string[] = [];

  /** The open block's; null: none is open. What follows is of it, too. */
  let zone: Zone | null = null;
  let last: Place | null = null;
  let parts: string[] = [];
  let firstSegment = 0;
  /** Where it begins in the text, and where what comes next will stand. */
  let start = 0;
  let at = 0;
  let linked = 0;
  let hasWord = false;
  let endsInSpace = false;
  /** Between the text node before and the next. */
  let gap = false;
  let broken = 0;

  function open(place: Place): void {
    zone = place.zone;
    last = place;
    parts = [];
    firstSegment = segments.length;
    at = start;
    linked = 0;
    hasWord = endsInSpace = false;
  }

  function push(text: string): void {
    parts.push(text);
    at += text.length;
    endsInSpace = text.charCodeAt(text.length - 1) === 32;
  }

  /** A line break inside a sentence is layout: in a headline always, elsewhere where the sentence visibly goes on. */
  const goesOn = ({ level }: Zone, next: string): boolean =>
    level > 0 || (!/[.!?…:;]["'”’»)\]]{0,3}\s?$/.test(parts.slice(-5).join('').slice(-5)) && isLower(next.trimStart().charAt(0)));

  function close(): void {
    const ending = zone;
    zone = null;
    gap = false;
    broken = 0;
    if (!ending) return;
    const end = endsInSpace ? at - 1 : at;
    const cell = hasWord && ending.cell && cellOf(ending.cell);
    // A figure in a table may well be a link to its source.
    if (!hasWord || (!cell && ending.level !== 1 && linked >= TEASER * (end - start))) {
      segments.length = firstSegment;
    } else {
      const text = parts.join('').slice(0, end - start);
      sum = digest(`${text}\n`, sum);
      if (ending.level === 1) headings.push(text);
      all += `${text}\n`;
      blocks.push({ start, end, role: ending.role === 'cell' && !cell ? 'paragraph' : ending.role, header: cell ? cell.header : null });
      start = end + 1;
    }
  }

  return {
    gap(lines) {
      gap = true;
      broken += lines;
    },
    close,
    add(node, data, place) {
      if (place.skip === 'break') close();
      if (place.skip) return 0;
      if (zone && (zone !== place.zone || (broken > 0 && !(broken === 1 && goesOn(zone, data))))) close();
      const whole = collapse(data);
      if (!zone) open(place);
      if (gap && at > start && !endsInSpace) push(' ');
      else if (last !== place) {
        const before = parts.at(-1) ?? '';
        if (mayBeGlued(before, whole) && areApart(segments.at(-1)?.node, node)) {
          // "6" and "12" side by side are two figures, and "6 12" might be taken for one.
          if (/\d$/.test(before) && /^\d/.test(whole)) {
            close();
            open(place);
          } else push(' ');
        }
      }
      const cut = (endsInSpace || at === start) && whole.charCodeAt(0) === 32 ? 1 : 0;
      const text = cut ? whole.slice(1) : whole;
      if (text === '') return 0;
      segments.push({ start: at, length: text.length, cut, node });
      push(text);
      hasWord ||= HAS_WORD.test(text);
      if (place.link) linked += text.length;
      last = place;
      gap = false;
      broken = 0;
      return text.length;
    },
    sofar: () => ({ text: all.slice(0, -1), blocks: [...blocks], segments, headings, sum }),
  };
}
