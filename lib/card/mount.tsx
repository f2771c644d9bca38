// The card's front door: wires the state machine to timers, the shadow root and the page. One card at a time.
import { render } from 'preact';
import { inWindow, lineBox } from '../page/geometry.ts';
import type { Box } from '../page/geometry.ts';
import type { HoverEvent } from '../page/hover.ts';
import { Card } from './Card.tsx';
import { initial, mayAct, reduce, timerOf } from './card-state.ts';
import type { CardEvent, CardState, HoverSettings } from './card-state.ts';
import { copyText } from './clipboard.ts';
import { draggable } from './drag.ts';
import { createSurface } from './host.ts';
import type { Surface } from './host.ts';
import { place } from './place.ts';
import type { Place } from './place.ts';
import type { CardView } from './rows.ts';
import type { Translate } from './words.ts';

/** `textSize` is a factor, 1 to 2; `theme` null: as the system. */
export type CardSettings = HoverSettings & { textSize: number; theme?: 'light' | 'dark' | null };

export type CardOptions = {
  t: Translate;
  settings: CardSettings;
  /** The sheet of the card: cardStyle. It may come from the worker with the first match, so that no page pays for it in vain. */
  style: string;
  /** What the card of a mark shows, made by cardView in the worker; null: it has none. */
  contentOf: (mark: string) => CardView | null;
  /** The mark's line boxes in the window, now. */
  rectsOf: (mark: string) => readonly Box[];
  /** The card of a question that the card `from` names as counting something else; null: it cannot be had. */
  besideOf: (from: CardView, question: string) => Promise<CardView | null>;
  /** The reader says this question is not what the figure is about, or takes that back. */
  onNotThisEvent: (mark: string, hidden: boolean) => void;
  /** Shows how figures are compared; the page cannot go there itself. */
  onMethod: () => void;
  /** Keeps the figure, or takes a save back. `says` is what to tell the reader. Rejects when it failed. Null: there is nothing to keep. */
  onSave: ((mark: string, save: CardView['saved']) => Promise<{ save: CardView['saved']; says: string }>) | null;
  /** `open` is the mark whose card is shown; `blocked`: the page covers it or keeps taking it away. */
  onState?: (state: { open: string | null; blocked: boolean }) => void;
};

export type CardHandle = {
  /** Takes what watchHover reports, and orders such as `{ type: 'open', by: 'key', … }`. */
  send: (event: CardEvent | HoverEvent) => void;
  destroy: () => void;
};

/** Tries to get back on top of what the page laid over the card before giving up. */
const RAISES = 2;

/** `trail`: the cards it was reached from, one question beside the other. */
type Shown = { mark: string; view: CardView; trail: CardView[]; element: HTMLElement | null; line: Box | null; at: Corner | null; hidden: boolean; status: string };

/** Where a card is held: by its top, or by its bottom so that it grows upwards. */
type Corner = Pick<Place, 'x' | 'top' | 'bottom'>;

const pinned = ({ phase }: CardState): boolean => phase.is === 'open' && phase.pinned;

export function mountCard(options: CardOptions): CardHandle {
  const { settings, onSave } = options;
  const end = new AbortController();
  let state = initial;
  let timer = { token: 0, id: 0 };
  let surface: Surface | null = null;
  let shown: Shown | null = null;
  let focusBefore: Element | null = null;
  let gaveUp = false;

  const tell = (blocked = false): void => options.onState?.({ open: shown?.mark ?? null, blocked });

  function send(event: CardEvent | HoverEvent): void {
    if (event.type === 'scroll' && !('visible' in event)) return scrolled();
    const before = state;
    state = reduce(state, event, settings);
    if (state === before) return;
    arm();
    const mark = state.phase.is === 'open' ? state.phase.mark : null;
    if (mark === null) close();
    else if (mark !== shown?.mark) open(mark);
    else if (pinned(before) !== pinned(state)) draw();
    if (event.type === 'open' && event.by === 'key') focusIn();
  }

  function arm(): void {
    const next = timerOf(state);
    if (next?.token === timer.token) return;
    clearTimeout(timer.id);
    timer = { token: next?.token ?? 0, id: 0 };
    if (next) timer.id = window.setTimeout(() => send({ type: 'due', token: next.token, time: performance.now() }), next.delay);
  }

  function open(mark: string): void {
    const view = gaveUp ? null : options.contentOf(mark);
    surface ??= view && createSurface(options.style, lost);
    if (!view || !surface?.show()) return send({ type: 'close' });
    listen(surface.root);
    shown = { mark, view, trail: [], element: null, line: null, at: null, hidden: false, status: '' };
    draw();
    tell();
    settle(shown);
  }

  function draw(): void {
    if (!surface || !shown || state.phase.is !== 'open') return;
    const now = shown;
    const { mark, view, trail, hidden, status } = now;
    const { t } = options;
    const say = (text: string): void => {
      now.status = text;
      draw();
    };
    /** The card of another question in this one's place, with the keyboard where the reader goes on. */
    const turn = (to: CardView, path: CardView[], selector: string): void => {
      Object.assign(now, { view: to, trail: path, status: '' });
      draw();
      const at = now.element?.querySelector<HTMLElement>(selector);
      at?.closest('details')?.setAttribute('open', '');
      at?.focus();
    };
    render(
      <Card
        key={mark}
        view={view}
        t={t}
        pinned={pinned(state)}
        hidden={hidden}
        status={status}
        back={trail.length > 0}
        on={{
          save: onSave && (async () => {
            const failed = { save: view.saved, says: t('card_not_saved_failed') };
            const { save, says } = await onSave(mark, view.saved).catch(() => failed);
            view.saved = save;
            say(says);
          }),
          pin: () => send({ type: 'pin' }),
          close: () => send({ type: 'close' }),
          copy: (text) => void copyText(text).then((done) => say(t(done ? 'card_cited' : 'card_not_copied'))),
          correct: (text) =>
            void copyText(text).then((done) => say(done ? t(view.contact === null ? 'card_corrected' : 'card_corrected_to', [view.contact ?? '']) : t('card_not_copied'))),
          beside: async (question) => {
            const other = await options.besideOf(view, question);
            if (shown !== now || now.view !== view) return;
            if (other) turn(other, [...trail, view], '.back');
            else say(t('card_not_had'));
          },
          back: () => {
            const before = trail.at(-1);
            if (before) turn(before, trail.slice(0, -1), `[data-id="${view.id}"]`);
          },
          method: options.onMethod,
          hide: (away) => {
            now.hidden = away;
            options.onNotThisEvent(mark, away);
            say('');
          },
        }}
      />,
      surface.container,
    );
    const element = surface.container.querySelector<HTMLElement>('.card');
    if (!element || element === now.element) return;
    now.element = element;
    element.style.setProperty('--text', String(settings.textSize));
    // A page that zooms its root zooms all that hangs on it, the top layer too.
    element.style.zoom = String(1 / (surface.host.currentCSSZoom || 1));
    if (settings.theme) element.dataset['theme'] = settings.theme;
    // It grows and shrinks with what is unfolded or put away in it: a press in it is not one beside it.
    new ResizeObserver(() => measured(now)).observe(element);
    draggable(element, (to) => {
      send({ type: 'drag', to });
      move(now, { x: to.x, top: to.y, bottom: null });
    });
  }

  /** Puts the card there and tells the state machine where it is. */
  function move(card: Shown, at: Corner): void {
    if (!card.element) return;
    const px = (n: number | null): string => (n === null ? '' : `${n}px`);
    card.at = at;
    Object.assign(card.element.style, { left: px(at.x), top: px(at.top), bottom: px(at.bottom && -at.bottom) });
    measured(card);
  }

  function measured(card: Shown): void {
    if (shown !== card || !card.at || !card.element) return;
    const { x, y, width, height } = card.element.getBoundingClientRect();
    send({ type: 'placed', box: { x, y, width, height } });
  }

  /** Lays the card beside its mark, before it is painted, and sees afterwards whether it can be seen. */
  function settle(card: Shown): void {
    const { element, mark } = card;
    if (!element || state.phase.is !== 'open') return;
    card.line = lineBox(options.rectsOf(mark), state.phase.exit) ?? { x: 0, y: 0, width: 0, height: 0 };
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const at = place({ mark: card.line, card: size, window: { width: innerWidth, height: innerHeight }, rtl: element.dir === 'rtl' });
    element.style.setProperty('--room', `${at.room}px`);
    move(card, at);
    requestAnimationFrame(() => requestAnimationFrame(() => check(card, RAISES)));
  }

  /** A page may open something above the card, or make it nothing. The toolbar's list is not the page's to cover. */
  function check(card: Shown, raises: number): void {
    if (shown !== card || !card.element || !surface || document.visibilityState === 'hidden') return;
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
    if (phase.is !== 'open' || !shown?.element) return send({ type: 'scroll', visible: false });
    const rects = options.rectsOf(shown.mark);
    send({ type: 'scroll', visible: inWindow(rects, { width: innerWidth, height: innerHeight }) });
    // That may have closed it.
    const card = shown as Shown | null;
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
    if (!shown?.element) return;
    if (document.activeElement !== surface?.host) focusBefore = document.activeElement;
    shown.element.querySelector('h2')?.focus({ preventScroll: true });
  }

  function close(): void {
    if (!shown || !surface) return;
    const had = document.activeElement === surface.host;
    shown = null;
    render(null, surface.container);
    surface.hide();
    if (had && focusBefore instanceof HTMLElement && focusBefore.isConnected) focusBefore.focus({ preventScroll: true });
    focusBefore = null;
    tell();
  }

  let listening = false;
  function listen(root: ShadowRoot): void {
    if (listening) return;
    listening = true;
    // Before any handler of the card: only the reader's own click, and not one that was meant for the page under it.
    root.addEventListener('click', (event) => {
      if (event.isTrusted && mayAct(state, performance.now())) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }, { capture: true, signal: end.signal });
    root.addEventListener('focusin', (event) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) send({ type: 'keep' });
    }, { signal: end.signal });
    // A selection that begins in the card may end outside it.
    root.addEventListener('pointerdown', () => {
      window.addEventListener('pointerup', () => String(getSelection()) !== '' && send({ type: 'keep' }), { capture: true, once: true, signal: end.signal });
    }, { signal: end.signal });
    // What happens in the card is none of the page's business: its shortcuts and its "click outside".
    for (const type of ['click', 'pointerdown', 'mousedown', 'touchstart', 'keydown', 'keyup', 'keypress', 'wheel']) {
      root.addEventListener(type, (event) => event.stopPropagation(), { signal: end.signal, passive: true });
    }
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
