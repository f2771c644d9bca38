import { findAll, shadowRootOf } from './dom.ts';

/** Open shadow roots under `root`, those inside them too. Closed ones are the page's own business. */
export function* shadowRoots(root: Node): Generator<ShadowRoot> {
  // By index: as fast as walking the text nodes, where an iterator or a selector of likely hosts takes 3 to 9 times that.
  const elements = findAll(root, '*');
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i];
    const shadow = element && shadowRootOf(element);
    if (!shadow) continue;
    yield shadow;
    yield* shadowRoots(shadow);
  }
}
