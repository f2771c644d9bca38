/**
 * Listens in the card's root until `signal`. What happens there is none of the page's business, and what the page makes of events none of the card's.
 * `mayAct`: whether the reader has had the time to see what is pressed. `keep`: the reader is at work in the card, and it stays.
 */
export function guard(root: ShadowRoot, mayAct: () => boolean, keep: () => void, signal: AbortSignal): void {
  // Before any handler of the card: only the reader's own click, and not one that was meant for the page under it.
  root.addEventListener('click', (event) => {
    if (event.isTrusted && mayAct()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true, signal });
  root.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.matches(':focus-visible')) keep();
  }, { signal });
  // A selection that begins in the card may end outside it.
  root.addEventListener('pointerdown', () => {
    window.addEventListener('pointerup', () => String(getSelection()) !== '' && keep(), { capture: true, once: true, signal });
  }, { signal });
  // Its shortcuts and its "click outside".
  for (const type of ['click', 'pointerdown', 'mousedown', 'touchstart', 'keydown', 'keyup', 'keypress', 'wheel']) {
    root.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
  }
}
