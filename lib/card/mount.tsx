// The card's front door: wires the state machine to timers, the shadow root and the page. One card at a time.
import { render } from 'preact';
import { inWindow, lineBox } from '../page/geometry.ts';
import type { Box } from '../page/geometry.ts';
import type { HoverEvent } from '../page/hover.ts';
import { Card } from './Card.tsx';
import { initial, mayAct, pinned, reduce, timerOf } from './card-state.ts';
import type { CardEvent } from './card-state.ts';
import { copyText } from './clipboard.ts';
import { draggable } from './drag.ts';
import { guard } from './guard.ts';
import { createSurface } from './host.ts';
import type { Surface } from './host.ts';
import type { CardHandle, CardOptions } from './options.ts';
import { place } from './place.ts';
import type { Place } from './place.ts';
import type { CardView } from './rows.ts';

/** Tries to get back on top of what the page laid over the card before giving up. */
const RAISES = 2;

/** A card is prepared so long before the wait is over: a pointer that only passes has none made, ms. */
const AHEAD = 100;
/** And until so long before it the browser is kept at drawing frames: idle, it may do something for 50 ms at a time (Firefox). */
const AWAKE = 60;
/** What came later than this to us is taken for newer: the hand may long be elsewhere, ms. */
const LATE = 100;

/** `trail`: the cards it was reached from, one question beside the other. `had`: how it was saved when it was drawn first. */
type Drawn = { mark: string; view: CardView; trail: CardView[]; container: HTMLElement; element: HTMLElement; line: Box | null; at: Corner | null; hidden: boolean; status: string; had: CardView['saved'] };

/** Where a card is held: by its top, or by its bottom so that it grows upwards. */
type Corner = Pick<Place, 'x' | 'top' | 'bottom'>;

export function mountCard(options: CardOptions): CardHandle {
  const { settings, onSave } = options;
  const end = new AbortController();
  let state = initial;
  let timer = { token: 0, id: 0 };
  let surface: Surface | null = null;
  let ready: Drawn | null = null;
  let shown: Drawn | null = null;
  let focusBefore: Element | null = null;
  let gaveUp = false;

  const tell = (blocked = false): void => options.onState?.({ open: shown?.mark ?? null, blocked });

  function send(event: CardEvent | HoverEvent): void {
    if (event.type === 'scroll' && !('visible' in event)) return scrolled();
    const before = state;
    state = reduce(state, event, settings);
    if (state === before) return;
    arm(event);
    const mark = state.phase.is === 'open' ? state.phase.mark : null;
    if (mark === null) close();
    else if (mark !== shown?.mark) open(mark);
    else if (shown && pinned(before) !== pinned(state)) draw(shown);
    if (event.type === 'open' && event.by === 'key') focusIn();
  }

  /** A wait begins with what the reader did, and not when the page got round to it. */
  function arm(event: object): void {
    const next = timerOf(state);
    if (next?.token === timer.token) return;
    clearTimeout(timer.id);
    timer = { token: next?.token ?? 0, id: 0 };
    if (!next) return;
    const { token, delay, opens } = next;
    const now = performance.now();
    const due = delay + ('time' in event ? Math.max(Number(event.time), now - LATE) : now);
    const at = (time: number, what: () => void): void => void (timer.id = window.setTimeout(what, time - performance.now()));
    const come = (): void => send({ type: 'due', token, time: performance.now() });
    const stay = (): void => void (timer.token === token && performance.now() < due - AWAKE && requestAnimationFrame(stay));
    if (opens === null) return at(due, come);
    at(due - AHEAD, () => {
      at(due, come);
      prepare(opens);
      stay();
    });
  }

  /** All of a card that can be made apart from the page: nothing of it is seen there. Null: it has none. */
  function prepare(mark: string): Drawn | null {
    const view = gaveUp ? null : options.contentOf(mark);
    if (!view) return null;
    if (ready?.mark === mark && ready.view === view) return ready;
    if (!surface) guard((surface = createSurface(options, lost)).root, () => mayAct(state, performance.now()), () => send({ type: 'keep' }), end.signal);
    const container = document.createElement('div');
    const card: Drawn = { mark, view, trail: [], container, element: container, line: null, at: null, hidden: false, status: '', had: view.saved };
    draw(card);
    const element = (card.element = container.firstChild as HTMLElement);
    element.style.setProperty('--text', String(settings.textSize));
    if (settings.theme) element.dataset['theme'] = settings.theme;
    // It grows and shrinks with what is unfolded or put away in it: a press in it is not one beside it.
    new ResizeObserver(() => measured(card)).observe(element);
    draggable(element, (to) => {
      send({ type: 'drag', to });
      move(card, { x: to.x, top: to.y, bottom: null });
    });
    return (ready = card);
  }

  function open(mark: string): void {
    const card = prepare(mark);
    if (!card || !surface?.show()) return send({ type: 'close' });
    shown?.container.remove();
    ready = null;
    shown = card;
    surface.root.append(card.container);
    tell();
    settle(card);
  }

  function draw(card: Drawn): void {
    const { mark, view, trail, hidden, status } = card;
    const { t } = options;
    const say = (text: string): void => {
      card.status = text;
      draw(card);
    };
    const copy = async (text: string, done: string): Promise<void> => say((await copyText(text)) ? done : t('card_not_copied'));
    /** The card of another question in this one's place, with the keyboard where the reader goes on. */
    const turn = (to: CardView, path: CardView[], selector: string): void => {
      Object.assign(card, { view: to, trail: path, status: '' });
      draw(card);
      const at = card.element.querySelector<HTMLElement>(selector);
      at?.closest('details')?.setAttribute('open', '');
      at?.focus();
    };
    render(
      <Card
        view={view}
        t={t}
        pinned={pinned(state)}
        hidden={hidden}
        status={status}
        back={trail.length > 0}
        fresh={view.saved !== card.had}
        on={{
          save: onSave && (async () => {
            const failed = { save: view.saved, says: t('card_not_saved_failed') };
            const { save, says } = await onSave(mark, view.saved).catch(() => failed);
            view.saved = save;
            say(says);
          }),
          pin: () => send({ type: 'pin' }),
          close: () => send({ type: 'close' }),
          copy: (text) => void copy(text, t('card_cited')),
          correct: (text) => void copy(text, t(view.contact === null ? 'card_corrected' : 'card_corrected_to', [view.contact ?? ''])),
          beside: async (question) => {
            const other = await options.besideOf(view, question);
            if (shown !== card || card.view !== view) return;
            if (other) turn(other, [...trail, view], '.back');
            else say(t('card_not_had'));
          },
          back: () => {
            const before = trail.at(-1);
            if (before) turn(before, trail.slice(0, -1), `[data-id="${view.id}"]`);
          },
          method: options.onMethod,
          hide: (away) => {
            card.hidden = away;
            options.onNotThisEvent(mark, away);
            say('');
          },
        }}
      />,
      card.container,
    );
  }

  /** Puts the card there and tells the state machine where it is. */
  function move(card: Drawn, at: Corner): void {
    const px = (n: number | null): string => (n === null ? '' : `${n}px`);
    card.at = at;
    Object.assign(card.element.style, { left: px(at.x), top: px(at.top), bottom: px(at.bottom && -at.bottom) });
    measured(card);
  }

  function measured(card: Drawn): void {
    if (shown !== card || !card.at) return;
    send({ type: 'placed', box: card.element.getBoundingClientRect() });
  }

  /** Lays the card beside its mark, before it is painted, and sees afterwards whether it can be seen. */
  function settle(card: Drawn): void {
    const { element, mark } = card;
    if (!surface || state.phase.is !== 'open') return;
    // A page that zooms its root zooms all that hangs on it, the top layer too.
    element.style.zoom = String(1 / (surface.host.currentCSSZoom || 1));
    card.line = lineBox(options.rectsOf(mark), state.phase.exit) ?? { x: 0, y: 0, width: 0, height: 0 };
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const at = place({ mark: card.line, card: size, window: { width: innerWidth, height: innerHeight }, rtl: element.dir === 'rtl' });
    // As a custom property it would be inherited, and all that is in the card styled twice.
    element.style.maxBlockSize = `${at.room}px`;
    move(card, at);
    requestAnimationFrame(() => requestAnimationFrame(() => check(card, RAISES)));
  }

  /** A page may open something above the card, or make it nothing. The toolbar's list is not the page's to cover. */
  function check(card: Drawn, raises: number): void {
    if (shown !== card || !surface || document.visibilityState === 'hidden') return;
    const { x, y, width, height } = card.element.getBoundingClientRect();
    const seen = width > 0 && height > 0 && document.elementFromPoint(x + width / 2, Math.min(y + height / 2, innerHeight - 1)) === surface.host;
    if (seen) return;
    if (raises === 0) return tell(true);
    surface.host.hidePopover();
    surface.host.showPopover();
    requestAnimationFrame(() => check(card, raises - 1));
  }

  function lost(): void {
    gaveUp = true;
    send({ type: 'close' });
    tell(true);
  }

  function scrolled(): void {
    const { phase } = state;
    if (phase.is !== 'open' || !shown) return send({ type: 'scroll', visible: false });
    const rects = options.rectsOf(shown.mark);
    send({ type: 'scroll', visible: inWindow(rects, { width: innerWidth, height: innerHeight }) });
    // That may have closed it.
    const card = shown as Drawn | null;
    if (!card?.at || !card.line || phase.pinned) return;
    // The card goes with its line of text, on the side where it opened.
    const { at, line } = card;
    const next = rects.reduce<Box | null>((best, r) => (best && Math.abs(best.x - line.x) <= Math.abs(r.x - line.x) ? best : r), null);
    if (!next) return;
    const by = next.y - line.y;
    card.line = next;
    move(card, { x: at.x + next.x - line.x, top: at.top === null ? null : at.top + by, bottom: at.bottom === null ? null : at.bottom + by });
  }

  function focusIn(): void {
    if (!shown) return;
    if (document.activeElement !== surface?.host) focusBefore = document.activeElement;
    shown.element.querySelector('h2')?.focus({ preventScroll: true });
  }

  function close(): void {
    if (!shown || !surface) return;
    const had = document.activeElement === surface.host;
    shown.container.remove();
    shown = null;
    surface.hide();
    if (had && focusBefore instanceof HTMLElement && focusBefore.isConnected) focusBefore.focus({ preventScroll: true });
    focusBefore = null;
    tell();
  }

  window.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !event.isTrusted || state.phase.is === 'closed') return;
    if (state.phase.is === 'open') {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    send({ type: 'escape' });
  }, { capture: true, signal: end.signal });
  window.addEventListener('resize', () => shown && !(state.phase.is === 'open' && state.phase.moved) && settle(shown), { signal: end.signal });

  return {
    send,
    destroy() {
      end.abort();
      clearTimeout(timer.id);
      state = initial;
      close();
    },
  };
}
