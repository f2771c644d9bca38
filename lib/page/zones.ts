// Which block a text node belongs to: the nearest block element above it, what that is for a reader, and whether it is
// read at all. Asked once an element and remembered, so that a paragraph of twenty links costs as much as one.
import type { BlockRole } from '../claim/document.ts';
import { attribute, hasAttributes, hostOf, localNameOf, MAX_DEPTH, nodeTypeOf, parentOf } from './dom.ts';
import { isShown, kindOf, skipOf, type Skip } from './visible.ts';

/** One block element. Inline elements inside it share it. `level` 1 to 6 for headings, else 0. `cell`: the table cell or definition it is in. `shown`: known once its own text was read. */
export type Zone = { element: Node; skip: Skip; role: BlockRole; level: number; cell: Element | null; shown?: boolean };

/** One element: its block, whether it is inside a link to somewhere else, and (once asked) whether it can be seen. */
export type Place = { zone: Zone; skip: Skip; link: boolean; shown: boolean | null };

const HEADING = /^h[1-6]$/;
const CAPTION = /(?:^|[\s_-])(?:caption|cutline|legend|photo-?text|image-?(?:text|desc\w*))(?:$|[\s_-])|[a-z]Caption|caption[A-Z-]/;

const isElement = (node: Node): node is Element => nodeTypeOf(node) === 1;

function roleOf(element: Element, name: string, named: string | null, above: Zone): { role: BlockRole; level: number; cell: Element | null } {
  if (HEADING.test(name)) return { role: 'heading', level: Number(name[1]), cell: above.cell };
  if (name === 'td' || name === 'th' || name === 'dd') return { role: 'cell', level: 0, cell: element };
  if (name === 'li' || name === 'dt') return { role: 'item', level: 0, cell: null };
  if (name === 'figcaption' || name === 'caption') return { role: 'caption', level: 0, cell: null };
  // Captions are rarely <figcaption>; they are more often a named <p> or <div>.
  if (named && (name === 'p' || name === 'div') && CAPTION.test(named)) return { role: 'caption', level: 0, cell: above.cell };
  if (name === 'table' || name === 'article' || name === 'main') return { role: 'paragraph', level: 0, cell: null };
  // A paragraph in a list item, cell or caption is part of it.
  return { role: above.role === 'heading' ? 'paragraph' : above.role, level: 0, cell: above.cell };
}

/** Answers for one reading of one page; a page changes, so it is not kept longer. */
export function zoneMap(): (element: Node) => Place {
  const known = new Map<Node, Place>();

  const place = (node: Node, above: Place): Place => {
    if (!isElement(node) || above.skip) return above;
    const name = localNameOf(node);
    const kind = kindOf(name);
    const named = hasAttributes(node) ? (attribute(node, 'class') ?? '') : null;
    const skip = skipOf(node, name, kind, named);
    if (kind === 'inline') {
      // A link within the page (a live blog's key points) is part of its text.
      const link = above.link || (name === 'a' && isLinkAway(node));
      return { zone: above.zone, skip, link, shown: null };
    }
    return { zone: { element: node, skip, ...roleOf(node, name, named, above.zone) }, skip, link: above.link, shown: null };
  };

  return (element) => {
    const chain: Node[] = [];
    let found: Place | undefined;
    for (let at: Node | null = element; at && chain.length < MAX_DEPTH; at = parentOf(at) ?? hostOf(at)) {
      found = known.get(at);
      if (found) break;
      chain.push(at);
    }
    let above: Place = found ?? { zone: { element, skip: null, role: 'paragraph', level: 0, cell: null }, skip: null, link: false, shown: null };
    for (let i = chain.length - 1; i >= 0; i--) {
      const node = chain[i];
      if (!node) continue;
      above = place(node, above);
      known.set(node, above);
    }
    if (above.skip === null && above.shown === null) {
      // An inline element without attributes is shown with its block: hardly a style sheet hides a bare <b>.
      const bare = above.zone.element !== element && isElement(element) && !hasAttributes(element);
      above.shown = !isElement(element) || (bare && above.zone.shown === true) || isShown(element);
      if (above.zone.element === element) above.zone.shown = above.shown;
      if (!above.shown) above.skip = 'flow';
    }
    return above;
  };
}

function isLinkAway(a: Element): boolean {
  const href = attribute(a, 'href');
  return href !== null && !/^[?#]/.test(href);
}
