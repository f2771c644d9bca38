// Where the card goes: below its mark, above when there is more room, beside it in a low window; never outside.
import { computePosition, shift } from '@floating-ui/core';
import type { Placement, Platform } from '@floating-ui/core';
import type { Box } from '../page/geometry.ts';

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

/** `mark` is one line box; `card` its natural size. All rectangles are in the window's pixels, so the platform is four literals. */
export async function place({ mark, card, window, rtl }: { mark: Box; card: Size; window: Size; rtl: boolean }): Promise<Place> {
  const cap = Math.min(HIGHEST, window.height * SHARE);
  const below = window.height - (mark.y + mark.height) - GAP - EDGE;
  const above = mark.y - GAP - EDGE;
  const after = window.width - (mark.x + mark.width) - GAP - EDGE;
  const before = mark.x - GAP - EDGE;
  const natural = Math.min(card.height, cap);
  const most = Math.max(below, above);
  const beside = most < Math.min(natural, LOW) && Math.max(after, before) >= card.width;
  const side = beside ? (after >= before ? 'right' : 'left') : below >= natural || below >= above ? 'bottom' : 'top';
  const height = beside || most < Math.min(natural, LOWEST) ? natural : Math.min(natural, most);

  const near: Box = { x: mark.x - GAP, y: mark.y - GAP, width: mark.width + 2 * GAP, height: mark.height + 2 * GAP };
  // Below and above, the card's start edge counts from before the mark; beside it, from the gap.
  const reference = beside ? near : { ...near, x: mark.x - BEFORE, width: mark.width + 2 * BEFORE };
  const platform: Platform = {
    getElementRects: () => ({ reference, floating: { x: 0, y: 0, width: card.width, height } }),
    getDimensions: () => ({ width: card.width, height }),
    getClippingRect: () => ({ x: 0, y: 0, ...window }),
    isRTL: () => rtl,
  };
  const placement: Placement = `${side}-start`;
  const { x, y } = await computePosition(null, null, { platform, placement, middleware: [shift({ padding: EDGE, crossAxis: true })] });
  if (side === 'top' && y + height <= mark.y - GAP + 1) return { x, top: null, bottom: y + height, room: Math.min(cap, y + height - EDGE) };
  return { x, top: y, bottom: null, room: Math.max(height, Math.min(cap, window.height - y - EDGE)) };
}
