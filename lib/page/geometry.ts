// Rectangles and the one triangle, in CSS pixels of the window. Nothing here asks the browser.

export type Point = { x: number; y: number };
export type Box = { x: number; y: number; width: number; height: number };

/** Whether `at` lies in `box`, edges included; `slack` widens it on every side. */
export function inside(box: Box, at: Point, slack = 0): boolean {
  return (
    at.x >= box.x - slack &&
    at.x <= box.x + box.width + slack &&
    at.y >= box.y - slack &&
    at.y <= box.y + box.height + slack
  );
}

/** `at`, or the nearest place between the two; `low` when there is none. */
export const clamp = (at: number, low: number, high: number): number => Math.max(low, Math.min(at, high));

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/**
 * Whether a pointer that left a mark at `from` and is now at `at` can still be on its way to `box`:
 * it is in the triangle that `from` spans with the two corners of the edge of `box` that faces it.
 * Menus have done this since 1987 (Tognazzini); 10ten-ja-reader does it for its popup.
 */
export function towards(from: Point, box: Box, at: Point): boolean {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const x = clamp(from.x, box.x, right);
  const y = clamp(from.y, box.y, bottom);
  const [a, b]: [Point, Point] = y === from.y ? [{ x, y: box.y }, { x, y: bottom }] : [{ x: box.x, y }, { x: right, y }];
  const side = (p: Point, q: Point): number => (q.x - p.x) * (at.y - p.y) - (q.y - p.y) * (at.x - p.x);
  const sides = [side(from, a), side(a, b), side(b, from)];
  return sides.every((s) => s >= 0) || sides.every((s) => s <= 0);
}

/** The line box of a mark the pointer is on; the first one when it is on none. Null for a mark that is not laid out. */
export function lineBox(lines: readonly Box[], at: Point | null): Box | null {
  return lines.find((l) => at !== null && inside(l, at, 2)) ?? lines.find((l) => l.width > 0) ?? null;
}

/** Whether any of `lines` can be seen in a window of this size. */
export function inWindow(lines: readonly Box[], window: { width: number; height: number }): boolean {
  return lines.some((l) => l.y + l.height > 0 && l.y < window.height && l.x + l.width > 0 && l.x < window.width);
}
