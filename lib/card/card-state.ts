// Hover as a pure state machine: reduce(state, event, settings) → state. No clock, no timer, no DOM: mount.tsx owns those.
// A timer is a token in the state; when it is due it comes back as an event, and is ignored if the reader has moved on.
// After the preview reducer of mediawiki-extensions-Popups (src/reducers/preview.js).
import { distance, inside, towards } from '../page/geometry.ts';
import type { Box, Point } from '../page/geometry.ts';

/** `openDelay` in milliseconds at rest; `clickOnly`: the pointer alone never opens a card. */
export type HoverSettings = { openDelay: number; clickOnly: boolean };

/** By what a card came up. Only a card opened by the pointer alone goes away when the pointer does. */
type OpenedBy = 'hover' | 'focus' | 'click' | 'tap' | 'key';

/** Times are milliseconds on any clock that only moves forward. */
export type CardEvent =
  | { type: 'move'; at: Point; mark: string | null; time: number }
  /** The pointer left the window. */
  | { type: 'out' }
  /** A link of the page that holds a mark got or lost keyboard focus. */
  | { type: 'focus'; mark: string }
  | { type: 'blur' }
  | { type: 'open'; mark: string; by: 'click' | 'tap' | 'key'; at: Point | null; time: number }
  /** The pointer was pressed somewhere that opens nothing. */
  | { type: 'press'; at: Point }
  /** Text was selected in the card, or the keyboard went into it: it is being used. */
  | { type: 'keep' }
  | { type: 'pin' }
  | { type: 'drag'; to: Point }
  | { type: 'close' }
  | { type: 'escape' }
  /** Something scrolled or was laid out anew; `visible` is whether the open card's mark can still be seen. */
  | { type: 'scroll'; visible: boolean }
  /** The card was laid out here. */
  | { type: 'placed'; box: Box }
  /** These marks are no longer on the page. */
  | { type: 'lost'; marks: readonly string[] }
  | { type: 'due'; token: number; time: number };

/** `opens` is the mark whose card comes up when it is due; null: the open card goes. */
export type Timer = { token: number; delay: number; opens: string | null };

type Phase =
  | { is: 'closed' }
  | { is: 'waiting'; mark: string; by: 'hover' | 'focus'; timer: Timer }
  | {
      is: 'open';
      mark: string;
      by: OpenedBy;
      /** When it came up: clicks in its first moments were meant for what was there before. */
      since: number;
      /** Stays when the pointer leaves; a press elsewhere still closes it. */
      kept: boolean;
      /** Stays until it is closed by hand. */
      pinned: boolean;
      /** Where it was dragged to; null: beside its mark. */
      moved: Point | null;
      box: Box | null;
      /** Where the pointer was last on the mark: the tip of the safe triangle, and the line of the mark it was on. */
      exit: Point | null;
      /** What happens when the timer is due. */
      next: Timer | null;
    };

export type CardState = {
  phase: Phase;
  pointer: { at: Point; time: number } | null;
  /** The pointer has to get away from here before it opens anything: the page moved under it, not it over the page. */
  still: Point | null;
  /** Closed by Esc or by hand: stays shut until the pointer has left it. */
  held: string | null;
  /** The last token given out. */
  token: number;
};

/** From one mark to the next, ms. People who read one card are looking for the next. */
const NEXT_DELAY = 120;
/** To forgive leaving, ms: Page Previews' ABANDON_END_DELAY. */
const CLOSE_DELAY = 300;
/** A pointer at rest, px/ms: 10ten-ja-reader's gate, below which a hand is reading and not passing. */
const REST_SPEED = 0.5;
/** A hand on the wheel shakes the pointer by a pixel or two; that is not a movement, px. */
const SHAKE = 3;
/** Clicks before this were meant for the page, ms (250), and nobody has seen a card yet that is covered or faded (300). */
const GUARD = 300;

export const initial: CardState = { phase: { is: 'closed' }, pointer: null, still: null, held: null, token: 0 };

const CLOSED: Phase = { is: 'closed' };

/** The timer that has to run in this state, if any. */
export function timerOf({ phase }: CardState): Timer | null {
  return phase.is === 'waiting' ? phase.timer : phase.is === 'open' ? phase.next : null;
}

export const pinned = ({ phase }: CardState): boolean => phase.is === 'open' && phase.pinned;

/** Whether a click in the card may act at this time. */
export function mayAct({ phase }: CardState, time: number): boolean {
  return phase.is === 'open' && (phase.by === 'key' || time - phase.since >= GUARD);
}

function opened(state: CardState, mark: string, by: OpenedBy, time: number, exit: Point | null): CardState {
  const kept = by !== 'hover' && by !== 'focus';
  return {
    ...state,
    held: null,
    phase: { is: 'open', mark, by, since: time, kept, pinned: false, moved: null, box: null, exit, next: null },
  };
}

/** Shut, and shut for what lies under the pointer now: it did not move there to read it. */
function shut(state: CardState, held: string | null): CardState {
  return { ...state, phase: CLOSED, held, still: state.pointer?.at ?? null };
}

function waiting(state: CardState, mark: string, by: 'hover' | 'focus', delay: number): CardState {
  const token = state.token + 1;
  return { ...state, token, phase: { is: 'waiting', mark, by, timer: { token, delay, opens: mark } } };
}

function pending(state: CardState, opens: string | null, delay: number): CardState {
  if (state.phase.is !== 'open') return state;
  const token = state.token + 1;
  return { ...state, token, phase: { ...state.phase, next: { token, delay, opens } } };
}

function settled(state: CardState): CardState {
  return state.phase.is === 'open' && state.phase.next ? { ...state, phase: { ...state.phase, next: null } } : state;
}

/** The reader has taken the open card up: it stays. */
function used(state: CardState, change: { pinned?: boolean; moved?: Point } = {}): CardState {
  const { phase } = state;
  return phase.is === 'open' ? { ...state, phase: { ...phase, ...change, kept: true, next: null } } : state;
}

function move(before: CardState, event: CardEvent & { type: 'move' }, settings: HoverSettings): CardState {
  const { at, time } = event;
  const last = before.pointer;
  // Browsers send a move without movement when the page scrolls or is laid out under a still pointer.
  if (last && last.at.x === at.x && last.at.y === at.y) return before;
  const state: CardState = { ...before, pointer: { at, time } };
  if (!last) return { ...state, still: at };
  if (state.still) {
    if (distance(state.still, at) <= SHAKE) return state;
    state.still = null;
  }
  const { phase } = state;
  const mark = phase.is === 'open' && phase.box && inside(phase.box, at) ? null : event.mark;
  if (mark !== state.held) state.held = null;
  const fast = distance(last.at, at) >= REST_SPEED * (time - last.time);
  const wanted = mark !== state.held && !settings.clickOnly ? mark : null;

  if (phase.is !== 'open') {
    if (phase.is === 'waiting' && phase.by === 'focus' && wanted === null) return state;
    if (wanted === null) return phase.is === 'closed' ? state : { ...state, phase: CLOSED };
    if (phase.is === 'waiting' && phase.mark === wanted && !fast) return state;
    return waiting(state, wanted, 'hover', settings.openDelay);
  }
  if (phase.kept || phase.pinned || phase.by === 'focus') return state;
  if (mark === phase.mark) return settled({ ...state, phase: { ...phase, exit: at } });
  if (wanted !== null) {
    if (phase.next?.opens === wanted && !fast) return state;
    return pending(state, wanted, NEXT_DELAY);
  }
  const safe = phase.box && (inside(phase.box, at) || (phase.exit && towards(phase.exit, phase.box, at)));
  if (safe) return settled(state);
  return phase.next?.opens === null ? state : pending(state, null, CLOSE_DELAY);
}

/** The next state. Never throws; an event that means nothing in this state changes nothing. */
export function reduce(state: CardState, event: CardEvent, settings: HoverSettings): CardState {
  const { phase } = state;
  switch (event.type) {
    case 'move':
      return move(state, event, settings);
    case 'out':
      if (phase.is === 'waiting' && phase.by === 'hover') return { ...state, pointer: null, phase: CLOSED };
      if (phase.is !== 'open' || phase.kept || phase.pinned || phase.by === 'focus') return { ...state, pointer: null };
      return pending({ ...state, pointer: null }, null, CLOSE_DELAY);
    case 'focus':
      if (phase.is === 'open' || settings.clickOnly || event.mark === state.held) return state;
      return waiting(state, event.mark, 'focus', settings.openDelay);
    case 'blur':
      if (phase.is === 'waiting' && phase.by === 'focus') return { ...state, phase: CLOSED };
      return phase.is === 'open' && phase.by === 'focus' && !phase.kept && !phase.pinned ? pending(state, null, CLOSE_DELAY) : state;
    case 'open':
      if (phase.is === 'open' && phase.mark === event.mark && event.by !== 'key') return used(state);
      return opened(state, event.mark, event.by, event.time, event.at);
    case 'press':
      if (phase.is === 'waiting') return { ...state, phase: CLOSED, still: event.at };
      if (phase.is !== 'open' || phase.pinned || (phase.box && inside(phase.box, event.at))) return state;
      return shut(state, null);
    case 'keep':
      return used(state);
    case 'pin':
      return used(state, { pinned: !pinned(state) });
    case 'drag':
      return used(state, { moved: event.to, pinned: true });
    case 'close':
    case 'escape':
      return phase.is === 'closed' ? state : shut(state, phase.mark);
    case 'scroll': {
      const next: CardState = { ...state, still: state.pointer?.at ?? null };
      if (phase.is === 'waiting' && phase.by === 'hover') return { ...next, phase: CLOSED };
      return phase.is === 'open' && !phase.pinned && !event.visible ? { ...next, phase: CLOSED } : next;
    }
    case 'placed':
      return phase.is === 'open' ? { ...state, phase: { ...phase, box: event.box } } : state;
    case 'lost':
      return phase.is !== 'closed' && event.marks.includes(phase.mark) && !(phase.is === 'open' && phase.pinned) ? { ...state, phase: CLOSED } : state;
    case 'due':
      if (timerOf(state)?.token !== event.token) return state;
      if (phase.is === 'waiting') return opened(state, phase.mark, phase.by, event.time, phase.by === 'hover' ? (state.pointer?.at ?? null) : null);
      if (phase.is === 'open' && phase.next?.opens) return opened(state, phase.next.opens, 'hover', event.time, state.pointer?.at ?? null);
      return { ...state, phase: CLOSED };
  }
}
