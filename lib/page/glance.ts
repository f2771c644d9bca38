// A look at a page from far off: all its text at once, again when it has changed, at a price nobody notices.
import { shadowRootOf, textOf } from './dom.ts';
import { shadowRoots } from './shadow-roots.ts';

/** A page that never stops changing is looked at this seldom, ms; a reader does not see half a second. */
const PAUSE = 500;
/** A look may take one part in fifty of the time, so that no page is slowed by more than 2 %. */
const REST = 50;
/** UTF-16 units of one look: inline data can be longer than any article. */
const LONGEST = 4_000_000;

type Tree = Document | ShadowRoot;

/**
 * Calls `look` with the text of the page, open shadow roots included, and again after changes, until it answers true or
 * `stop` is called. Whether a page is looked at leaves no trace in it. `again` starts anew.
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
    const trees = treesOf(document);
    const text = trees.map((tree) => textOf(tree === document ? (document.body ?? document.documentElement) : tree).slice(0, LONGEST)).join('\n');
    const found = look(text);
    pause = Math.max(PAUSE, REST * (performance.now() - start));
    if (!found) for (const tree of trees) observer.observe(tree, { subtree: true, childList: true, characterData: true });
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

/** Their text is taken with hidden text and scripts: leaving those out costs more than looking twice. */
function treesOf(document: Document): Tree[] {
  const found: Tree[] = [document];
  // Nearly all shadow roots hang on elements with a dash in their name; the browser finds those without our asking each
  // element, which in Firefox goes through a wrapper every time.
  const custom = document.evaluate("//*[contains(local-name(), '-')]", document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
  for (let i = 0; i < custom.snapshotLength; i++) {
    const shadow = shadowRootOf(custom.snapshotItem(i) as Element);
    if (shadow) found.push(shadow, ...shadowRoots(shadow));
  }
  return found;
}
