// Pointer, focus, click and tap over marks. Marks are ranges: they get no events of their own, so the window's are read.
import { closest, hostOf } from './dom.ts';
import { inside, type Point } from './geometry.ts';

/** `mark` is the id under the pointer. Times are those of the events, in ms. */
export type HoverEvent =
  | { type: 'move'; at: Point; mark: string | null; time: number }
  | { type: 'out' }
  | { type: 'focus'; mark: string }
  | { type: 'blur' }
  | { type: 'open'; mark: string; by: 'click' | 'tap'; at: Point; time: number }
  | { type: 'press'; at: Point }
  | { type: 'scroll' };

/** A pointer between two lines of a mark is still on it, px. */
const SLACK = 2;
/** Something of the page's own that a click already means something to. */
const ACTIVE = 'a[href],area,button,input,select,textarea,label,summary,[contenteditable],[role="button"],[role="link"],[onclick]';

/** The element a text stands in: for one directly in a shadow root, its host. Null: in none. */
const holderOf = (text: Node): Element | null => text.parentElement ?? hostOf(text.getRootNode());

/** The elements whose own text a range covers, wholly or in part; null for a text without one. */
export function holders(range: Range): Iterable<Element | null> {
  const root = range.commonAncestorContainer;
  if (root instanceof Text) return [holderOf(root)];
  const found = new Set<Element | null>();
  // Native traversal: a page can clobber a form's parentNode.
  const walker = document.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  for (let text; (text = walker.nextNode()); ) if (range.intersectsNode(text)) found.add(holderOf(text));
  return found;
}

/**
 * Reports until `signal` is aborted. Call it anew when the marks change.
 * A move asks for layout only over an element that holds a mark, at most once a frame.
 */
export function watchHover({ marks, on }: { marks: ReadonlyMap<string, Range>; on: (event: HoverEvent) => void }, signal: AbortSignal): void {
  const byElement = new Map<EventTarget | null, string[]>();
  for (const [id, range] of marks) {
    for (const element of holders(range)) byElement.set(element, [...(byElement.get(element) ?? []), id]);
  }

  /** Open shadow roots let the true target through; a closed one gives its host, which holds no mark. */
  const targetOf = (event: Event): EventTarget | undefined => event.composedPath()[0];

  const markAt = (target: EventTarget | undefined, at: Point): string | null => {
    const ids = (target && byElement.get(target)) ?? [];
    return ids.find((id) => [...(marks.get(id)?.getClientRects() ?? [])].some((r) => r.width > 0 && inside(r, at, SLACK))) ?? null;
  };

  // composedPath() is empty once an event is over: its target is kept beside it until the frame comes.
  let last: { target: EventTarget | undefined; at: Point; time: number } | null = null;
  let scrolled = false;
  let frame = 0;
  const flush = (): void => {
    frame = 0;
    if (scrolled) on({ type: 'scroll' });
    scrolled = false;
    if (!last) return;
    const { target, at, time } = last;
    last = null;
    on({ type: 'move', at, mark: markAt(target, at), time });
  };
  const soon = (): void => {
    frame ||= requestAnimationFrame(flush);
  };
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));

  const listen = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void): void => {
    // Capture on the window: a page that stops events on its elements does not stop these.
    window.addEventListener(type, (event) => event.isTrusted && listener(event), { capture: true, passive: true, signal });
  };

  listen('pointermove', (event) => {
    // With a button held something is being selected or dragged, and nothing pointed at.
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    last = { target: targetOf(event), at: { x: event.clientX, y: event.clientY }, time: event.timeStamp };
    soon();
  });
  listen('scroll', () => {
    scrolled = true;
    soon();
  });
  listen('pointerout', ({ relatedTarget: to, pointerType }) => {
    // A frame keeps what happens in it to itself: to us the pointer has left the window.
    if ((to === null || to instanceof HTMLIFrameElement) && pointerType !== 'touch') on({ type: 'out' });
  });
  listen('click', (event) => {
    const at = { x: event.clientX, y: event.clientY };
    const target = targetOf(event);
    const mark = event.detail > 0 && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey ? markAt(target, at) : null;
    if (mark === null || !(target instanceof Element) || closest(target, ACTIVE)) return;
    // Words that were just selected were meant for selecting.
    if (String(getSelection()) !== '') return;
    const touch = event instanceof PointerEvent && event.pointerType === 'touch';
    on({ type: 'open', mark, by: touch ? 'tap' : 'click', at, time: event.timeStamp });
  });
  listen('pointerdown', (event) => {
    const at = { x: event.clientX, y: event.clientY };
    if (markAt(targetOf(event), at) === null) on({ type: 'press', at });
  });
  listen('focusin', (event) => {
    const target = targetOf(event);
    if (!(target instanceof Element) || !target.matches(':focus-visible')) return;
    for (const [element, [id]] of byElement) {
      if (id !== undefined && element instanceof Node && target.contains(element) && target.matches(ACTIVE)) return on({ type: 'focus', mark: id });
    }
  });
  listen('focusout', () => on({ type: 'blur' }));
}
