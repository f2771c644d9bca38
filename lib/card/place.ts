// Where the card goes: below its mark, above when there is more room, beside it in a low window; never over it, never outside.
import { computePosition, flip, offset, shift } from '@floating-ui/core';
import type { Platform } from '@floating-ui/core';
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

/** `mark` is one line box; `card` its natural size. Our rectangles are all in the window's pixels, so the platform is four literals. */
export async function place({ mark, card, window, rtl }: { mark: Box; card: Size; window: Size; rtl: boolean }): Promise<Place> {
  const cap = Math.min(HIGHEST, window.height * SHARE);
  const natural = Math.min(card.height, cap);
  const below = window.height - (mark.y + mark.height) - GAP - EDGE;
  const above = mark.y - GAP - EDGE;
  const most = Math.max(below, above);
  const beside = Math.max(mark.x, window.width - mark.x - mark.width) >= card.width + GAP + EDGE;
  const height = most >= (beside ? LOW : LOWEST) ? Math.min(natural, most) : natural;
  const platform: Platform = {
    getElementRects: () => ({ reference: mark, floating: { x: 0, y: 0, width: card.width, height } }),
    getDimensions: () => ({ width: card.width, height }),
    getClippingRect: () => ({ x: 0, y: 0, ...window }),
    isRTL: () => rtl,
  };
  const { x, y, placement } = await computePosition(null, null, {
    platform,
    placement: below < height && above > below ? 'top-start' : 'bottom-start',
    middleware: [
      offset(({ placement: p }) => ({ mainAxis: GAP, crossAxis: /^(?:top|bottom)/.test(p) ? -BEFORE : 0 })),
      flip({ padding: EDGE, crossAxis: false, fallbackPlacements: ['bottom-start', 'top-start', 'right-start', 'left-start'] }),
      shift({ padding: EDGE, crossAxis: true }),
    ],
  });
  if (placement === 'top-start' && y + height <= mark.y - GAP + 1) return { x, top: null, bottom: y + height, room: Math.min(cap, y + height - EDGE) };
  return { x, top: y, bottom: null, room: Math.max(height, Math.min(cap, window.height - y - EDGE)) };
}
