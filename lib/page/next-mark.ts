/** Whether anything of the range is laid out: a mark in a closed fold cannot be gone to. */
const laidOut = (range: Range): boolean => [...range.getClientRects()].some((r) => r.width > 0);

/**
 * The mark after (`step` 1) or before (−1) `current`, round the end; null when there is none. Without a current mark: the first one that
 * is not above the window, or the last one above it. `marks` are in the order in which the page is read, shadow trees after the document:
 * ranges of two trees cannot be compared.
 */
export function nextMark(marks: ReadonlyMap<string, Range>, current: string | null, step: 1 | -1): string | null {
  const order = [...marks].flatMap(([id, range]) => (range.startContainer.isConnected && laidOut(range) ? id : []));
  const at = current === null ? -1 : order.indexOf(current);
  const below = Math.max(0, order.findIndex((id) => (marks.get(id)?.getBoundingClientRect().bottom ?? 0) > 0));
  const next = at >= 0 ? at + step : step > 0 ? below : below - 1;
  return order.at(next % order.length) ?? null;
}

/** Brings a mark into the middle of the window when it is not in sight; also within a part of the page that scrolls by itself. */
export function reveal(range: Range): void {
  const seen = (): DOMRect | null => {
    const box = range.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight ? null : box;
  };
  if (!seen()) return;
  const { startContainer: start } = range;
  (start instanceof Element ? start : start.parentElement)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  // The element may be a paragraph higher than the window.
  const box = seen();
  if (box) scrollBy({ top: box.top - innerHeight / 2, behavior: 'instant' });
}
