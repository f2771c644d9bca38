// A look at a page from far off: all its text at once, again when it has changed, at a price nobody notices.
import { shadowRootOf, textOf } from './dom.ts';

/** A page that never stops changing is looked at this seldom, ms; a reader does not see half a second. */
const PAUSE = 500;
/** A look may take one part in fifty of the time, so that no page is slowed by more than 2 %. */
const REST = 50;
/** UTF-16 units of one look: inline data can be longer than any article. */
const LONGEST = 4_000_000;

/**
 * Calls `look` with the text of the page, and again after changes, until it answers true or `stop` is called. Whether a
 * page is looked at leaves no trace in it. `again` starts anew.
 */
export function glance(document: Document, look: (text: string) => boolean): { again(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = PAUSE;
  // Disconnected from the first change to the next look: in between, changes cost nothing at all.
  const observer = new MutationObserver(() => {
    observer.disconnect();
    timer = setTimeout(see, pause);
  });

  function see(): void {
    const start = performance.now();
    const found = texts(document).some((text) => look(text.slice(0, LONGEST)));
    pause = Math.max(PAUSE, REST * (performance.now() - start));
    if (!found) observer.observe(document, { subtree: true, childList: true, characterData: true });
  }

  function stop(): void {
    clearTimeout(timer);
    observer.disconnect();
  }

  return {
    stop,
    again() {
      stop();
      see();
    },
  };
}

/** Hidden text and scripts included: leaving them out costs more than looking twice. */
function texts(document: Document): string[] {
  const root = document.body ?? document.documentElement;
  const found = [textOf(root) ?? ''];
  // Nearly all shadow roots hang on elements with a dash in their name; the browser finds those without our asking each
  // element, which in Firefox goes through a wrapper every time.
  const custom = document.evaluate("//*[contains(local-name(), '-')]", document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
  for (let i = 0; i < custom.snapshotLength; i++) {
    const shadow = shadowRootOf(custom.snapshotItem(i) as Element);
    if (shadow) found.push(textOf(shadow) ?? '');
  }
  return found;
}
