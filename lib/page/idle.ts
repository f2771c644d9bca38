// When a page has nothing better to do, and somebody looks at it. What takes long is done in slices.

/** One slice, ms: with the rest of a frame's work it stays out of sight, on a screen of 120 frames a second too. */
const SLICE = 3;
/** A page that is never idle is read all the same, after this, ms. */
const PATIENCE = 1_000;
/** For so long after the reader has asked, nothing waits for the page to be seen, ms. */
const ASKED = 5_000;

const waiting = new Set<() => void>();
let asked = -ASKED;

/** The reader asks what there is: what waits is done now. */
export function hurry(): void {
  asked = performance.now();
  for (const go of waiting) go();
}

/** Until the page is seen and idle. Idle time comes after the browser has laid the page out: nothing that is asked then makes it do so again. */
export const idle = (): Promise<void> =>
  new Promise((done) => {
    const go = (): void => {
      if (document.visibilityState === 'hidden' && performance.now() - asked > ASKED) return document.addEventListener('visibilitychange', soon, { once: true });
      waiting.delete(go);
      done();
    };
    const soon = (): void => void requestIdleCallback(go, { timeout: PATIENCE });
    waiting.add(go);
    soon();
  });

/**
 * Runs `work` from one `yield` to the next, and lets the page breathe between slices; then says what it ended with and how
 * long it took, ms, without the waiting. Null when `signal` was aborted before the end.
 */
export async function inSlices<Result>(work: Iterator<unknown, Result>, signal: { readonly aborted: boolean }): Promise<{ result: Result | null; ms: number }> {
  for (let ms = 0; ; await idle()) {
    if (signal.aborted) return { result: null, ms };
    const start = performance.now();
    let step = work.next();
    while (!step.done && performance.now() - start < SLICE) step = work.next();
    ms += performance.now() - start;
    if (step.done) return { result: step.value, ms };
  }
}
