// The page changed: what to read again, and when. One observer, never re-armed from its own callback; work only in idle time.

export type PageChange = {
  /** Parts to read anew; the document's element when all of it has to be. */
  roots: Element[];
  /** A single-page application has gone to another address: everything known about this page is void. */
  navigated: boolean;
};

/** Changes that follow each other faster than this are one change, ms. */
const QUIET = 400;
/** But no change waits longer than this, ms: live blogs never come to rest. */
const PATIENCE = 3000;
/** A page may cost this much of each second, ms; what has been used is earned back by waiting. */
const BUDGET = 20;
/** Distinct parts to read before it is cheaper to read all. */
const ROOTS = 12;
/** Re-reads without a pause of CALM between them: an animation, not an article. No more until it calms down or navigates. */
const GIVE_UP = 200;
const CALM = 30_000;

const element = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/** Drops what is inside another root, what has left the document, and everything once there is too much of it. */
function reduceRoots(nodes: ReadonlySet<Node>): Element[] {
  const elements = [...new Set([...nodes].map(element))].filter((e) => e !== null && e.isConnected) as Element[];
  const outer = elements.filter((e) => !elements.some((o) => o !== e && o.contains(e)));
  return outer.length > ROOTS ? [document.documentElement] : outer;
}

/** Calls `on` until `signal` is aborted; `on` returns nothing and may take its time, which is counted against the budget. */
export function watchPage({ root, on }: { root: Node; on: (change: PageChange) => void }, signal: AbortSignal): void {
  const touched = new Set<Node>();
  let timer = 0;
  let since = 0;
  /** Not before this: what was used of the budget has been earned back. */
  let free = 0;
  let runs = 0;
  let lastRun = 0;
  let address = location.href;
  let navigated = false;

  const run = (): void => {
    timer = 0;
    if (signal.aborted || document.visibilityState === 'hidden') return;
    const roots = navigated ? [document.documentElement] : reduceRoots(touched);
    const change = { roots, navigated };
    touched.clear();
    since = 0;
    navigated = false;
    if (roots.length === 0) return;
    const start = performance.now();
    runs = start - lastRun > CALM ? 1 : runs + 1;
    on(change);
    lastRun = performance.now();
    free = lastRun + ((lastRun - start) / BUDGET) * 1000;
  };

  const schedule = (): void => {
    const now = performance.now();
    since ||= now;
    const due = Math.max(Math.min(now + QUIET, since + PATIENCE), free);
    clearTimeout(timer);
    timer = window.setTimeout(() => requestIdleCallback(run, { timeout: 1000 }), Math.max(0, due - now));
  };

  /** Not every browser tells a content script about navigations; the address itself always can be looked at. */
  const moved = (): boolean => {
    if (location.href === address) return false;
    const page = (href: string): string => href.replace(/#.*$/, '');
    const other = page(location.href) !== page(address);
    address = location.href;
    return other;
  };

  const look = (): void => {
    if (!moved()) return;
    navigated = true;
    runs = 0;
    schedule();
  };

  const observer = new MutationObserver((records) => {
    if (location.href !== address) look();
    if (runs > GIVE_UP && performance.now() - lastRun < CALM) return;
    for (const { target, addedNodes, type } of records) {
      if (type === 'characterData') touched.add(target);
      // A removal alone cannot bring a figure; its marks go by themselves, with their ranges.
      else for (const node of addedNodes) touched.add(node.nodeType === Node.ELEMENT_NODE ? node : target);
    }
    if (touched.size === 0) return;
    if (touched.size > 2000) {
      touched.clear();
      touched.add(document.documentElement);
    }
    schedule();
  });
  observer.observe(root, { childList: true, subtree: true, characterData: true });

  const restore = (event: PageTransitionEvent): void => {
    if (!event.persisted) return;
    navigated = true;
    schedule();
  };
  const shown = (): void => {
    if (document.visibilityState === 'visible' && (touched.size > 0 || navigated)) schedule();
  };
  window.addEventListener('pageshow', restore, { signal });
  window.addEventListener('popstate', look, { signal });
  document.addEventListener('visibilitychange', shown, { signal });
  if ('navigation' in window) window.navigation.addEventListener('navigatesuccess', look, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
