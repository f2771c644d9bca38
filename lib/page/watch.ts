// The page changed, and it is time to read it again. One observer, never re-armed from its own callback; work only in idle time.

/** `navigated`: a single-page application has gone to another address, and all that was known of this page is void. */
export type PageChange = { navigated: boolean };

/** Changes that follow each other faster than this are one change, ms. */
const QUIET = 400;
/** But no change waits longer than this, ms: live blogs never come to rest. */
const PATIENCE = 3000;
/** A page may cost this much of each second, ms; what has been used is earned back by waiting. */
const BUDGET = 20;
/** Readings without a pause of CALM between them: an animation, not an article. No more until it calms down or navigates. */
const GIVE_UP = 200;
const CALM = 30_000;

/** Text that was not there. A removal alone cannot bring a figure, and beside the body there is nothing to read but our own card. */
function brings({ type, target, addedNodes }: MutationRecord): boolean {
  if (type === 'characterData') return true;
  return target === document.documentElement ? [...addedNodes].includes(document.body) : addedNodes.length > 0;
}

/**
 * Calls `on` until `signal` is aborted; the time it takes is counted against the budget, and what it takes later, in slices,
 * is what it promises, ms: until then it is not called again, unless the page has navigated.
 * Answers a function that watches a further tree: what happens in a shadow root is not told outside it.
 */
export function watchPage({ root, on }: { root: Node; on: (change: PageChange) => Promise<number> | void }, signal: AbortSignal): (tree: Node) => void {
  let timer = 0;
  /** When the first change came that has not been read; 0: none. */
  let since = 0;
  /** Not before this: what was used of the budget has been earned back. */
  let free = 0;
  let runs = 0;
  /** Readings that have not come to their end. */
  let busy = 0;
  let lastRun = 0;
  let address = location.href;
  let navigated = false;

  const run = (): void => {
    if (signal.aborted || document.visibilityState === 'hidden') return;
    const change = { navigated };
    since = 0;
    navigated = false;
    const start = performance.now();
    runs = start - lastRun > CALM ? 1 : runs + 1;
    const rest = on(change);
    lastRun = performance.now();
    pay(lastRun - start);
    if (rest) void finish(rest);
  };

  const pay = (ms: number): void => {
    free = performance.now() + (ms / BUDGET) * 1000;
  };

  const finish = async (rest: Promise<number>): Promise<void> => {
    busy++;
    const ms = await rest.catch(() => 0);
    busy--;
    pay(ms);
    if (since) schedule();
  };

  const schedule = (): void => {
    const now = performance.now();
    since ||= now;
    clearTimeout(timer);
    // Else a page that changes faster than it is read would never be read to the end.
    if (busy > 0 && !navigated) return;
    timer = window.setTimeout(() => requestIdleCallback(run, { timeout: 1000 }), Math.max(Math.min(now + QUIET, since + PATIENCE), free) - now);
  };

  const anew = (): void => {
    navigated = true;
    runs = 0;
    schedule();
  };

  const page = (href: string): string => href.split('#', 1)[0] ?? href;

  /** Not every browser tells a content script about navigations; the address itself always can be looked at. */
  const look = (): void => {
    const before = address;
    address = location.href;
    if (page(address) !== page(before)) anew();
  };

  const observer = new MutationObserver((records) => {
    look();
    const tired = runs > GIVE_UP && performance.now() - lastRun < CALM;
    if (!tired && records.some(brings)) schedule();
  });
  const observe = (tree: Node): void => observer.observe(tree, { childList: true, subtree: true, characterData: true });
  observe(root);

  window.addEventListener('pageshow', ({ persisted }) => persisted && anew(), { signal });
  window.addEventListener('popstate', look, { signal });
  document.addEventListener('visibilitychange', () => since && schedule(), { signal });
  window.navigation?.addEventListener('navigatesuccess', look, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return observe;
}
