import { findAll, hasMany, matches, ownerOf } from './dom.ts';

/** Elements between two looks at the clock, less one. */
const STEP = 63;

/**
 * What each selector names under `root`, in document order: of an ordinary page as the browser finds it, of a huge one element by
 * element, giving way often; there no more than the first `most` elements are looked at.
 */
export function* ask<const Selectors extends readonly string[]>(root: Element, selectors: Selectors, most: number): Generator<undefined, { [I in keyof Selectors]: Element[] }> {
  const walker = hasMany(root) && ownerOf(root)?.createTreeWalker(root, 1 /* NodeFilter.SHOW_ELEMENT */);
  const found = selectors.map((selector): Element[] => (walker ? [] : [...findAll(root, selector)])) as { [I in keyof Selectors]: Element[] };
  const any = selectors.join();
  if (!walker) return found;
  for (let n = 0; n < most; n++) {
    if (!(n & STEP)) yield;
    const element = walker.nextNode() as Element | null;
    if (!element) break;
    if (matches(element, any)) selectors.forEach((selector, i) => matches(element, selector) && found[i]?.push(element));
  }
  return found;
}
