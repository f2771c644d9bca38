// Where the card goes: below its mark, above when there is more room, beside it in a low window; never outside.
import { clamp, type Box } from '../page/geometry.ts';

type Size = { width: number; height: number };

/** Between the mark's line and the card; near enough that the pointer never has far to go, px. */
const GAP = 8;
/** The card starts this much before its mark, px: its text then stands under the mark's. */
const BEFORE = 24;
/** Kept free at the window's edges, px. */
const EDGE = 8;
/** Lower than this a card is better beside the mark, if the window is wide enough, px. */
const LOW = 340;
/** And lower than this it is not worth reading: then rather over the mark, px. */
const LOWEST = 200;
/** A card never fills the window: at most this much of it, and this high, px. */
const HIGHEST = 680;
const SHARE = 0.82;

export type Place = {
  x: number;
  /** Distance of the card's top from the window's; null when its bottom is held instead, so that it grows upwards. */
  top: number | null;
  /** Where its bottom edge is held, in the window. */
  bottom: number | null;
  /** The most it may grow to there, px. */
  room: number;
};

/** `at`, or the nearest place at which `size` lies within `whole`; the start when there is no such place. */
const within = (at: number, size: number, whole: number): number => clamp(at, EDGE, whole - size - EDGE);

/**
 * `mark` is one line box; `card` its natural size. No library of positions: all rectangles are in the window's pixels, and
 * the sides are chosen by what a card needs, so that what would be left for it is `within` at 1.3 kB in every page.
 */
export function place({ mark, card, window, rtl }: { mark: Box; card: Size; window: Size; rtl: boolean }): Place {
  const cap = Math.min(HIGHEST, window.height * SHARE);
  const below = window.height - (mark.y + mark.height) - GAP - EDGE;
  const above = mark.y - GAP - EDGE;
  const after = window.width - (mark.x + mark.width) - GAP - EDGE;
  const before = mark.x - GAP - EDGE;
  const natural = Math.min(card.height, cap);
  const most = Math.max(below, above);
  const beside = most < Math.min(natural, LOW) && Math.max(after, before) >= card.width;
  const height = beside || most < Math.min(natural, LOWEST) ? natural : Math.min(natural, most);
  const under = below >= natural || below >= above;

  // Beside the mark the card begins with its line; below and above it, a little before the words.
  const right = mark.x + mark.width;
  const start = rtl ? right + BEFORE - card.width : mark.x - BEFORE;
  const x = within(!beside ? start : after >= before ? right + GAP : mark.x - GAP - card.width, card.width, window.width);
  const y = within(beside ? mark.y - GAP : under ? mark.y + mark.height + GAP : mark.y - GAP - height, height, window.height);
  if (!beside && !under && y + height <= mark.y - GAP + 1) return { x, top: null, bottom: y + height, room: Math.min(cap, y + height - EDGE) };
  return { x, top: y, bottom: null, room: clamp(cap, height, window.height - y - EDGE) };
}
