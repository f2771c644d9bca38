import { ownerOf, shadowRootOf } from './dom.ts';

/** Elements between two looks at the clock. */
const STEP = 100;

/** Open shadow roots under `root`, those inside them too; undefined to give way. Closed ones are the page's own business. */
export function* shadowRoots(root: Node): Generator<ShadowRoot | undefined, void> {
  const walker = (ownerOf(root) ?? (root as Document)).createTreeWalker(root, 1 /* NodeFilter.SHOW_ELEMENT */);
  for (let n = 1; ; n++) {
    if (n % STEP === 0) yield;
    const element = walker.nextNode() as Element | null;
    if (!element) return;
    const shadow = shadowRootOf(element);
    if (!shadow) continue;
    yield shadow;
    yield* shadowRoots(shadow);
  }
}
