// Whether two pieces of text that touch in the markup stand apart on the screen. Asked only where a letter or digit would
// be glued to another ("injured" + "1,200"): a computed style costs more than all else in reading a block.
import { MAX_DEPTH, nodeTypeOf, ownerOf, parentOf } from './dom.ts';

const INLINE = /^(?:inline|contents|ruby|)$/;
const SPACED = (style: CSSStyleDeclaration): boolean => [style.marginLeft, style.marginRight, style.paddingLeft, style.paddingRight].some((w) => Number.parseFloat(w) > 0);

/** A page that glues more pieces than this writes every letter into an element of its own. */
const ASKED_MAX = 2_000;

/** Tells, for one reading, where an element that holds one of two pieces and not the other is a box of its own or has a margin. */
export function apartTest(): (before: Node | undefined, after: Node) => boolean {
  let asked = 0;
  return (before, after) => {
    const view = before && ownerOf(after)?.defaultView;
    if (!before || !view?.getComputedStyle || ++asked > ASKED_MAX) return false;
    return standsAlone(before, after, view) || standsAlone(after, before, view);
  };
}

function standsAlone(node: Node, other: Node, view: Window): boolean {
  let at = parentOf(node);
  for (let n = 0; at && n < MAX_DEPTH && nodeTypeOf(at) === 1 && !at.contains(other); n++, at = parentOf(at)) {
    const style = view.getComputedStyle(at as Element);
    if (!INLINE.test(style.display ?? '') || SPACED(style)) return true;
  }
  return false;
}
