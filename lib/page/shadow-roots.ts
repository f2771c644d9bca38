import { findAll, shadowRootOf } from './dom.ts';

/** Elements between two pauses. */
const STEP = 1_000;

/** Open shadow roots under `root`, those inside them too; null where there may be a pause. Closed ones are the page's own business. */
export function* shadowRoots(root: Node): Generator<ShadowRoot | null> {
  // By index: as fast as walking the text nodes, where an iterator or a selector of likely hosts takes 3 to 9 times that.
  const elements = findAll(root, '*');
  for (let i = 0; i < elements.length; i++) {
    if (i % STEP === STEP - 1) yield null;
    const element = elements[i];
    const shadow = element && shadowRootOf(element);
    if (!shadow) continue;
    yield shadow;
    yield* shadowRoots(shadow);
  }
}
