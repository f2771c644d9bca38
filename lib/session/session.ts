// The reader in one page, from the first reading to the last: read, ask the worker once, mark, open cards, read again
// when the page has changed. Trusts nothing that comes from the page's scripts, and leaves nothing behind.
import type { ReadPage } from '../claim/document.ts';
import type { CardHandle, MountCard } from '../card/options.ts';
import type { CardView } from '../card/rows.ts';
import type { FoundCard } from '../lookup/cards.ts';
import type { Answer, Dress, Figures, FromPage, Saved } from '../messages/messages.ts';
import { sayer } from '../messages/sayer.ts';
import { watchHover } from '../page/hover.ts';
import { adopt } from '../page/adopt.ts';
import type { Unread } from '../page/judge.ts';
import { nextMark, reveal } from '../page/next-mark.ts';
import { pageReading, type PageText } from '../page/page.ts';
import { randomName } from '../page/random-name.ts';
import { underline } from '../page/underline.ts';
import { watchPage } from '../page/watch.ts';
import { cardToCome } from './card-to-come.ts';
import type { Lent } from './lent.ts';
import type { Sending } from './send-page.ts';
import { figuresOf, NOTHING, readingOf, without, type Reading } from './reading.ts';

/** `open` goes to a figure and opens its card. */
export type Session = { again(): void; open(figure: number): void; destroy(): void };

/** Who answers: the worker, to a page; our own first-run page has its sample answered otherwise. */
type Behind = {
  lent: Lent;
  /** In steps: why the page is not read, or null. Null: it is ours to read. */
  judge: ((page: Document) => Generator<undefined, Unread | null>) | null;
  /** Null: reading is switched off here. */
  lookup(page: ReadPage, sending: Sending): Promise<Answer | null>;
  beside(body: FromPage['beside']['body']): Promise<CardView | null>;
  notThisEvent(body: FromPage['notThisEvent']['body']): Promise<null>;
  /** Brings what draws cards: asked for with the first figure that has one. */
  card(): Promise<MountCard>;
  /** Shows how figures are compared. */
  method(): Promise<unknown>;
  /** Null where there is nothing to keep: what is not a page of the web. */
  saving: { save(body: FromPage['save']['body']): Promise<Saved>; unsave(body: FromPage['unsave']['body']): Promise<Saved> } | null;
  onEnd(): void;
};

/** `onEnd` is called once, when everything has been taken away. */
export function startSession({ lent: { tell, listen, hurry, idle, inSlices, lives }, judge, lookup, card: cardScript, beside, notThisEvent, method, saving, onEnd }: Behind): Session {
  const end = new AbortController();
  /** What the reader has put away here: the page may be read again, without it, before that is taken back. */
  const away = new Map<string, Reading['found'][number]>();
  let reading: Reading = NOTHING;
  /** What was read, as a digest: the text itself may be a good part of all that a tab holds of ours. */
  let sum: number | null = null;
  /** Why this page is not read. */
  let why: Figures['why'] = null;
  /** The address that was found fit to be read, and the one that the reader asked for; an application goes to others without loading. */
  let passed: string | null = null;
  let wanted: string | null = null;
  const marks = underline();
  let hover = new AbortController();
  let latest = new AbortController();
  let open: string | null = null;

  /** Made with the first mark: a page without one has no card. */
  let card: CardHandle | null = null;
  const cardOf = (mark: string): FoundCard | null => reading.found.find((f) => f.mark === mark)?.card ?? null;

  const mount = ({ style, words, settings }: Dress): CardHandle =>
    cardToCome(cardScript(), {
      t: sayer(words),
      style,
      adopt,
      randomName,
      settings,
      contentOf: (mark) => cardOf(mark)?.view ?? null,
      async besideOf({ id, figure, unit, by }, to) {
        return reading.info && beside({ from: id, to, page: reading.info, says: { figure, unit, by } }).catch(() => (ended(), null));
      },
      rectsOf: (mark) => [...(reading.marks.get(mark)?.getClientRects() ?? [])],
      onNotThisEvent(mark, hidden) {
        const found = away.get(mark) ?? reading.found.find((f) => f.mark === mark);
        if (!found?.card) return;
        if (hidden) away.set(mark, found);
        else away.delete(mark);
        // Read again meanwhile, the page has no such mark any more: only another reading brings it back.
        const after = (): void => {
          if (hidden || reading.marks.has(mark)) return;
          sum = null;
          again();
        };
        void notThisEvent({ quote: found.claim.text, question: found.card.question, hidden }).then(after, ended);
      },
      onMethod: () => void method().catch(ended),
      onSave: saving && ((mark, save) => {
        const claim = reading.found.find((f) => f.mark === mark)?.claim;
        return save ? saving.unsave({ save }) : claim ? saving.save({ text: claim.text, start: claim.start }) : Promise.reject();
      }),
      onState(state) {
        open = state.open;
        setActive(open);
        // Only now: while the card is open, its "undo" must find the figure again.
        if (open === null && away.size > 0) show(reading);
      },
    }, () => {
      // The next answer asks for it again.
      if (!ended()) card = null;
    });

  /** Whether the extension was replaced under this page: its scripts run on, but nobody is behind them. */
  function ended(): boolean {
    if (lives()) return false;
    destroy();
    return true;
  }

  const address = (): string => location.href.split('#', 1)[0] ?? '';

  /** Null: this page is not read. `onPart` is told of what can be seen of a long one. */
  function* readingSteps(onPart: (page: PageText) => void): Generator<undefined, PageText | null> {
    const here = address();
    if (judge && passed !== here) {
      const before = why;
      why = yield* judge(document);
      if (why === 'no-article' && wanted === here) why = null;
      if (why !== null) {
        // For the icon: not read is not the same as looked at and nothing found.
        if (why !== before) void tell('unread', { why }).catch(ended);
        show(NOTHING);
        return null;
      }
      passed = here;
    }
    return yield* pageReading(document, onPart);
  }

  /** Answers how long the reading took, ms, whether or not anything came of it. */
  async function read(): Promise<number> {
    if (ended()) return 0;
    latest.abort();
    const { signal } = (latest = new AbortController());
    let before: Promise<unknown> | undefined;
    const { result: page, ms } = await inSlices(readingSteps((page) => {
      // A long page is sent apart from the slice that read its end; once there are marks, all of them go or come at once.
      before = judge && !reading.info ? ask(page, signal, idle(), true).catch(ended).then(idle) : idle();
    }), signal);
    if (page === null) return ms;
    page.shadows.forEach(watch);
    const intact = [...reading.marks.values()].every((range) => range.startContainer.isConnected && !range.collapsed);
    if (page.sum !== sum || !intact) void ask(page, signal, before, false).catch(ended);
    return ms;
  }

  /** A page that could not be read stays as it is, with the marks it had. Asks after `before`; `part`: for what can be seen of a page. */
  async function ask(page: PageText, signal: AbortSignal, before: Promise<unknown> | undefined, part: boolean): Promise<void> {
    await before;
    const answer = await lookup(page.page, { of: page.sum, part });
    // Where marks stand the browser computes styles anew: in its own time, and not when the reading that goes on asks what can be seen.
    if (part) await new Promise(requestAnimationFrame);
    if (signal.aborted) return;
    if (answer === null) return destroy();
    if (!part) sum = page.sum;
    if (answer.dress) card ??= mount(answer.dress);
    show(readingOf(page, answer, part));
  }

  const again = (): void =>
    void idle()
      .then(() => (end.signal.aborted ? 0 : read()))
      .catch(ended);

  function show(next: Reading): void {
    const gone = [...reading.marks.keys()].filter((mark) => !next.marks.has(mark) && !away.has(mark));
    hover.abort();
    hover = new AbortController();
    reading = open === null ? without(next, away) : next;
    marks.show(reading.marks, (mark) => cardOf(mark)?.counts === 0);
    if (reading.marks.size > 0) watchHover({ marks: reading.marks, on: (event) => !ended() && card?.send(event) }, hover.signal);
    if (gone.length > 0) card?.send({ type: 'lost', marks: gone });
    setActive(open);
  }

  const setActive = (mark: string | null): void => marks.setActive(reading.marks.get(mark ?? '') ?? null);

  function goTo(mark: string | null): null {
    const range = mark === null ? undefined : reading.marks.get(mark);
    if (mark === null || !range) return null;
    reveal(range);
    card?.send({ type: 'open', mark, by: 'key', at: null, time: performance.now() });
    return null;
  }

  const goToFigure = (figure: number): null => goTo(reading.found[figure]?.mark ?? null);

  const unlisten = listen({
    // Who asks does not wait for the page to be seen or idle.
    figures: () => (hurry(), {
      lang: reading.info?.lang ?? null,
      figures: figuresOf(reading),
      current: open === null ? null : reading.found.findIndex((f) => f.mark === open),
      why,
      more: reading.part,
    }),
    open: ({ figure }) => goToFigure(figure),
    reveal({ figure }) {
      const range = reading.found[figure]?.range;
      if (!range) return null;
      reveal(range);
      marks.setActive(range);
      return null;
    },
    card({ figure }) {
      const { found, info } = reading;
      const card = found[figure]?.card;
      return card && info ? { ...card, page: info } : null;
    },
    step: ({ by }) => goTo(nextMark(reading.marks, open, by)),
    read() {
      wanted = address();
      if (why === 'no-article') {
        why = null;
        again();
      }
      return why;
    },
    look() {
      card?.destroy();
      card = null;
      sum = null;
      again();
      return null;
    },
    off: () => {
      destroy();
      return null;
    },
  });

  function destroy(): void {
    if (end.signal.aborted) return;
    end.abort();
    latest.abort();
    hover.abort();
    marks.destroy();
    card?.destroy();
    unlisten();
    onEnd();
  }

  const watch = watchPage(
    {
      root: document,
      on({ navigated }) {
        if (navigated) {
          sum = null;
          show(NOTHING);
        }
        return read();
      },
    },
    end.signal,
  );
  again();
  return { again, open: goToFigure, destroy };
}
