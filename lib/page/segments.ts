// Text nodes turned into reading text, and places in that text turned back into places in the nodes.

/** Soft hyphens, zero-width and direction marks: in the nodes' data and not in the text, or "1,2\u00AD00" would be two figures. */
const UNSEEN = '\\u00ad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff';
const IS_UNSEEN = new RegExp(`[${UNSEEN}]`);
const ALL_UNSEEN = new RegExp(`[${UNSEEN}]+`, 'g');
const TO_MEND = new RegExp(`[^\\S ]| {2}|[${UNSEEN}]`);

/** White space of every kind (no-break and thin spaces too) as one space. */
export const collapse = (data: string): string => (TO_MEND.test(data) ? data.replace(ALL_UNSEEN, '').replace(/[^\S ]\s*| \s+/g, ' ') : data);

/** The place that was asked for last, and what stood there: figures come in order, and a long text is gone through once. */
let last = { data: '', at: -1, seen: -1, inSpace: false };

/** Where in `data` the character stands that is at `index` in `collapse(data)`. */
function rawIndex(data: string, index: number): number {
  let { at, seen, inSpace } = last.data === data && last.seen <= index ? last : { at: -1, seen: -1, inSpace: false };
  while (seen < index && at < data.length) {
    const c = data.charCodeAt(++at);
    // Only these can be white space or unseen; a regex for each letter of a long text would take seconds.
    const rare = c <= 32 || (c >= 0x85 && c <= 0xad) || c === 0x1680 || c >= 0x2000;
    if (rare && IS_UNSEEN.test(data.charAt(at))) continue;
    const space = rare && /\s/.test(data.charAt(at));
    if (!space || !inSpace) seen++;
    inSpace = space;
  }
  last = { data, at, seen, inSpace };
  return at;
}

/** A text node's part of the text: from `start`, its collapsed data less `cut` characters at its beginning. */
export type Segment = { start: number; length: number; cut: number; node: Text };

/** The last segment that starts at or before `offset`; -1 when there is none. */
function lastFrom(segments: readonly Segment[], offset: number): number {
  let [low, high] = [0, segments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

type Point = { node: Text; offset: number };

/** The node and offset of the character at `offset`, or of the next one where `offset` is between segments. */
function startPoint(segments: readonly Segment[], offset: number): Point | null {
  const i = lastFrom(segments, offset);
  const at = segments[i];
  if (at && offset < at.start + at.length) return { node: at.node, offset: rawIndex(at.node.data, offset - at.start + at.cut) };
  const next = segments[i + 1];
  return next ? { node: next.node, offset: rawIndex(next.node.data, next.cut) } : null;
}

/** The node and offset just behind the character before `offset`. */
function endPoint(segments: readonly Segment[], offset: number): Point | null {
  const at = segments[lastFrom(segments, offset - 1)];
  if (!at) return null;
  const index = Math.min(offset, at.start + at.length) - 1 - at.start + at.cut;
  return { node: at.node, offset: Math.min(rawIndex(at.node.data, index) + 1, at.node.data.length) };
}

/**
 * The range of [start, end) of the text. Collapsed where nothing of it is left in the page; a node that changed since it
 * was read gives the nearest place it still has.
 */
export function rangeOf(segments: readonly Segment[], start: number, end: number, document: Document): Range {
  const range = document.createRange();
  const from = startPoint(segments, start);
  if (!from) return range;
  range.setStart(from.node, Math.min(from.offset, from.node.data.length));
  const to = end > start ? endPoint(segments, end) : null;
  if (to) range.setEnd(to.node, to.offset);
  return range;
}
