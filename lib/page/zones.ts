// Which block a text node belongs to: the nearest block element above it, what that is for a reader, and whether it is
// read at all. Asked once an element and remembered, so that a paragraph of twenty links costs as much as one.
import type { BlockRole } from '../claim/document.ts';
import { attribute, hostOf, isShown, localNameOf, MAX_DEPTH, nodeTypeOf, parentOf } from './dom.ts';
import { byName, isCaption, kindOf, skipOf, traitsMap, type Budget, type Skip, type Traits } from './visible.ts';

/** One block element. Inline elements inside it share it. `level` 1 to 6 for headings, else 0. `cell`: the table cell or definition it is in. */
export type Zone = { role: BlockRole; level: number; cell: Element | null };

/** One element: its block, whether it is inside a link to somewhere else, and (once asked) whether it can be seen. */
export type Place = { zone: Zone; skip: Skip; link: boolean; shown: boolean | null };

const ROLES = byName<BlockRole>([
  ['cell', 'td th dd'],
  ['item', 'li dt'],
  ['caption', 'figcaption caption'],
  ['heading', 'h1 h2 h3 h4 h5 h6'],
  ['paragraph', 'table article main'],
]);

function zoneOf(element: Element, name: string, traits: Traits, above: Zone): Zone {
  const role = ROLES.get(name);
  if (role === 'heading') return { role, level: Number(name[1]), cell: above.cell };
  if (role) return { role, level: 0, cell: role === 'cell' ? element : null };
  // Captions are rarely <figcaption>; they are more often a named <p> or <div>.
  if ((name === 'p' || name === 'div') && isCaption(traits)) return { role: 'caption', level: 0, cell: above.cell };
  // A paragraph in a list item, cell or caption is part of it.
  return { role: above.role === 'heading' ? 'paragraph' : above.role, level: 0, cell: above.cell };
}

/** A larger Map holds up the page for some milliseconds whenever it makes itself larger. */
const KNOWN_MAX = 8_000;

/** Answers for one reading of one page; a page changes, so it is not kept longer. */
export function zoneMap(budget: Budget): (element: Node) => Place {
  let known = new Map<Node, Place>();
  const traitsOf = traitsMap();

  const place = (element: Element, above: Place): Place => {
    const name = localNameOf(element);
    const kind = kindOf(name);
    if (kind === 'flow' || kind === 'break') return { ...above, skip: kind };
    const traits = traitsOf(element);
    const skip = skipOf(element, name, traits, budget);
    if (skip) return { ...above, skip };
    if (kind === 'inline') {
      // A link within the page (a live blog's key points) is part of its text.
      const link = above.link || (name === 'a' && isLinkAway(element));
      // An element without attributes is shown with its block: hardly a style sheet hides a bare <b>.
      return { zone: above.zone, skip, link, shown: traits ? null : above.shown };
    }
    return { zone: zoneOf(element, name, traits, above.zone), skip, link: above.link, shown: null };
  };

  const find = (node: Node, depth = 0): Place => {
    const found = known.get(node);
    if (found) return found;
    let own: Place;
    const up = depth < MAX_DEPTH ? parentOf(node) : null;
    if (up) {
      const above = find(up, depth + 1);
      own = above.skip ? above : place(node as Element, above);
    } else {
      // Only what has no parent may be no element: a document, or a shadow root, which stands in its host's place.
      const host = hostOf(node);
      own = host ? find(host, depth + 1) : { zone: { role: 'paragraph', level: 0, cell: null }, skip: null, link: false, shown: true };
      if (nodeTypeOf(node) === 1) own = place(node as Element, own);
    }
    known.set(node, own);
    return own;
  };

  return (element) => {
    const own = find(element);
    if (known.size > KNOWN_MAX) {
      // Those around it stay: what comes next may be of the same block.
      const path = new Map<Node, Place>();
      for (let at: Node | null = element; at; at = parentOf(at)) path.set(at, find(at));
      known = path;
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
