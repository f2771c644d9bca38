// Text nodes turned into reading text, and places in that text turned back into places in the nodes.

/** Soft hyphens, zero-width and direction marks: in the nodes' data and not in the text, or "1,2\u00AD00" would be two figures. */
const UNSEEN = '\\u00ad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff';
const ALL_UNSEEN = new RegExp(`[${UNSEEN}]+`, 'g');
const TO_MEND = new RegExp(`[^\\S ]| {2}|[${UNSEEN}]`);

/** White space of every kind (no-break and thin spaces too) as one space. */
export const collapse = (data: string): string => (TO_MEND.test(data) ? data.replace(ALL_UNSEEN, '').replace(/[^\S ]\s*| \s+/g, ' ') : data);

/** What has no letter of its own in the collapsed text: of a run of white space all but the first, and what is unseen. */
const DROPPED = new RegExp(`([^\\S\\ufeff])[\\s${UNSEEN}]+|[${UNSEEN}]+`, 'g');

/** From `from` in the collapsed text to the next stretch that was dropped, `gone` letters were: it begins at `at` in `data` and has `more`. */
type Stretch = { data: string; from: number; gone: number; at: number; more: number };

function stretch(data: string, start: number, gone: number): Stretch {
  DROPPED.lastIndex = start;
  const next = DROPPED.exec(data);
  const at = next ? next.index + (next[1] ? 1 : 0) : Infinity;
  return { data, from: start - gone, gone, at, more: DROPPED.lastIndex - at };
}

/** The one that was asked for last: figures come in order, and a long text is gone through once. */
let last = stretch('', 0, 0);

/** Where in `data` the character stands that is at `index` in `collapse(data)`; past the end of it for a place past the end. */
function rawIndex(data: string, index: number): number {
  if (last.data !== data || index < last.from) last = stretch(data, 0, 0);
  while (index >= last.at - last.gone) last = stretch(data, last.at + last.more, last.gone + last.more);
  return index + last.gone;
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

/** Where in its node the character at `offset` in the text begins, or (`after` 1) ends; at the end of a node that has become shorter. */
const placeIn = ({ start, cut, node }: Segment, offset: number, after: 0 | 1): number => Math.min(rawIndex(node.data, offset - start + cut) + after, node.data.length);

/**
 * The range of [start, end) of the text. Collapsed where nothing of it is left in the page; a node that changed since it
 * was read gives the nearest place it still has.
 */
export function rangeOf(segments: readonly Segment[], start: number, end: number, document: Document): Range {
  const range = document.createRange();
  const i = lastFrom(segments, start);
  const at = segments[i];
  // Between two of them, the next one begins it.
  const first = at && start < at.start + at.length ? at : segments[i + 1];
  if (!first) return range;
  range.setStart(first.node, placeIn(first, Math.max(start, first.start), 0));
  const ending = end > start ? segments[lastFrom(segments, end - 1)] : null;
  if (ending) range.setEnd(ending.node, placeIn(ending, Math.min(end, ending.start + ending.length) - 1, 1));
  return range;
}
