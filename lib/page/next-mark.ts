/** Whether anything of the range is laid out: a mark in a closed fold cannot be gone to. */
const laidOut = (range: Range): boolean => [...range.getClientRects()].some((r) => r.width > 0);

/**
 * The mark after (`step` 1) or before (−1) `current` in the order of the document, round the end; null when there is none.
 * Without a current mark: the first one that is not above the window, or the last one above it.
 */
export function nextMark(marks: ReadonlyMap<string, Range>, current: string | null, step: 1 | -1): string | null {
  const order = [...marks]
    .filter(([, range]) => range.startContainer.isConnected && laidOut(range))
    .sort(([, a], [, b]) => a.compareBoundaryPoints(Range.START_TO_START, b))
    .map(([id]) => id);
  if (order.length === 0) return null;
  const at = current === null ? -1 : order.indexOf(current);
  if (at >= 0) return order[(at + step + order.length) % order.length] ?? null;
  const below = order.findIndex((id) => (marks.get(id)?.getBoundingClientRect().bottom ?? 0) > 0);
  const first = below < 0 ? 0 : below;
  return order[step === 1 ? first : (first - 1 + order.length) % order.length] ?? null;
}

/** Brings a mark into the middle of the window when it is not in sight. */
export function reveal(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
}
