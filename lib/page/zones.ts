// Which block a text node belongs to: the nearest block element above it, what that is for a reader, and whether it is
// read at all. Asked once an element and remembered, so that a paragraph of twenty links costs as much as one.
import type { BlockRole } from '../claim/document.ts';
import { attribute, hostOf, isShown, localNameOf, MAX_DEPTH, nodeTypeOf, parentOf } from './dom.ts';
import { kindOf, skipOf, traitsOf, type Budget, type Skip, type Traits } from './visible.ts';

/** One block element. Inline elements inside it share it. `level` 1 to 6 for headings, else 0. `cell`: the table cell or definition it is in. */
export type Zone = { element: Node; skip: Skip; role: BlockRole; level: number; cell: Element | null };

/** One element: its block, whether it is inside a link to somewhere else, and (once asked) whether it can be seen. */
export type Place = { zone: Zone; skip: Skip; link: boolean; shown: boolean | null };

const HEADING = /^h[1-6]$/;
function roleOf(element: Element, name: string, traits: Traits, above: Zone): { role: BlockRole; level: number; cell: Element | null } {
  if (HEADING.test(name)) return { role: 'heading', level: Number(name[1]), cell: above.cell };
  if (name === 'td' || name === 'th' || name === 'dd') return { role: 'cell', level: 0, cell: element };
  if (name === 'li' || name === 'dt') return { role: 'item', level: 0, cell: null };
  if (name === 'figcaption' || name === 'caption') return { role: 'caption', level: 0, cell: null };
  // Captions are rarely <figcaption>; they are more often a named <p> or <div>.
  if (traits?.caption && (name === 'p' || name === 'div')) return { role: 'caption', level: 0, cell: above.cell };
  if (name === 'table' || name === 'article' || name === 'main') return { role: 'paragraph', level: 0, cell: null };
  // A paragraph in a list item, cell or caption is part of it.
  return { role: above.role === 'heading' ? 'paragraph' : above.role, level: 0, cell: above.cell };
}

/** Answers for one reading of one page; a page changes, so it is not kept longer. */
export function zoneMap(budget: Budget): (element: Node) => Place {
  const known = new Map<Node, Place>();

  const place = (element: Element, above: Place): Place => {
    if (above.skip) return above;
    const name = localNameOf(element);
    const kind = kindOf(name);
    const traits = traitsOf(element);
    const skip = skipOf(element, { name, kind, traits, budget });
    if (kind === 'inline') {
      // A link within the page (a live blog's key points) is part of its text.
      const link = above.link || (name === 'a' && isLinkAway(element));
      // An element without attributes is shown with its block: hardly a style sheet hides a bare <b>.
      return { zone: above.zone, skip, link, shown: traits ? null : above.shown };
    }
    return { zone: { element, skip, ...roleOf(element, name, traits, above.zone) }, skip, link: above.link, shown: null };
  };

  /** Everything above `element` that is not known yet, outermost last; the root of its tree when nothing is. */
  const climb = (element: Node): { chain: Element[]; above: Place } => {
    const chain: Element[] = [];
    let at: Node = element;
    while (chain.length < MAX_DEPTH) {
      const found = known.get(at);
      if (found) return { chain, above: found };
      const up: Node | null = parentOf(at) ?? hostOf(at);
      // Only what has no parent may be no element: a document, or a shadow root, which stands in its host's place.
      if (nodeTypeOf(at) === 1) chain.push(at as Element);
      if (!up) break;
      at = up;
    }
    return { chain, above: { zone: { element: at, skip: null, role: 'paragraph', level: 0, cell: null }, skip: null, link: false, shown: true } };
  };

  return (element) => {
    let own = known.get(element);
    if (!own) {
      const { chain, above } = climb(element);
      own = above;
      for (let i = chain.length - 1; i >= 0; i--) {
        const next = chain[i];
        if (next) known.set(next, (own = place(next, own)));
      }
      known.set(element, own);
    }
    if (own.shown === null && own.skip === null) {
      own.shown = nodeTypeOf(element) !== 1 || isShown(element as Element);
      if (!own.shown) own.skip = 'flow';
    }
    return own;
  };
}

function isLinkAway(a: Element): boolean {
  const href = attribute(a, 'href');
  return href !== null && !/^[?#]/.test(href);
}
