// What is selected on the page, as a place in its text.
import type { PageText } from './page.ts';
import { collapse } from './segments.ts';

/** [start, end) in the text; null when nothing of what is selected is in it (an editor, an image, a menu). */
export function selectedSpan({ page, range }: PageText, selection: Selection | null): { start: number; end: number } | null {
  const chosen = selection !== null && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  if (chosen === null) return null;
  let [start, end] = [-1, -1];
  for (const block of page.blocks) {
    const here = range(block.start, block.end);
    // What is in a shadow root cannot be selected together with what is outside.
    if (here.startContainer.getRootNode() !== chosen.startContainer.getRootNode() || !overlap(chosen, here)) continue;
    const from = firstInside(block, (at) => before(range(at, at + 1), chosen));
    const to = firstInside(block, (at) => !after(range(at, at + 1), chosen));
    if (from >= to) continue;
    if (start < 0) start = from;
    end = to;
  }
  return start < 0 || collapse(page.text.slice(start, end)).trim() === '' ? null : { start, end };
}

/** The first place of the block for which `still` no longer holds; it holds up to some place and not behind it. */
function firstInside({ start, end }: { start: number; end: number }, still: (at: number) => boolean): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (still(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

// "START_TO_END" compares this range's end with the other's start, "END_TO_START" this one's start with the other's end.
const overlap = (a: Range, b: Range): boolean => a.compareBoundaryPoints(Range.END_TO_START, b) < 0 && a.compareBoundaryPoints(Range.START_TO_END, b) > 0;
const before = (letter: Range, chosen: Range): boolean => letter.compareBoundaryPoints(Range.START_TO_END, chosen) <= 0;
const after = (letter: Range, chosen: Range): boolean => letter.compareBoundaryPoints(Range.END_TO_START, chosen) >= 0;
