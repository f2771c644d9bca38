// What hangs in the one closed shadow root of a page. Nobody in the page can see it; the browser's debugger can.
import type { CDPSession } from 'playwright-core';

/** A node as the debugger sees it. `name` '' is text. `handle` is the debugger's own name for it. */
export type Seen = { name: string; text: string; attributes: Record<string, string>; children: Seen[]; handle: unknown };

type DomNode = {
  nodeType: number;
  localName: string;
  nodeValue: string;
  backendNodeId: number;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: (DomNode & { shadowRootType: string })[];
};

/** Null when the page has none. */
export async function closedShadow(session: CDPSession): Promise<Seen | null> {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as unknown as { root: DomNode };
  const closed = closedRoots(root)[0];
  return closed === undefined ? null : seen(closed);
}

const closedRoots = (node: DomNode): DomNode[] => [
  ...(node.shadowRoots ?? []).filter((root) => root.shadowRootType === 'closed'),
  ...(node.children ?? []).flatMap(closedRoots),
];

function seen(node: DomNode): Seen {
  const pairs = node.attributes ?? [];
  const attributes: Record<string, string> = {};
  for (let i = 0; i < pairs.length; i += 2) attributes[pairs[i] ?? ''] = pairs[i + 1] ?? '';
  return { name: node.nodeType === 1 ? node.localName : '', text: node.nodeType === 3 ? node.nodeValue : '', attributes, children: (node.children ?? []).map(seen), handle: node.backendNodeId };
}

/** All nodes below, in document order, that pass. */
export const findAll = (node: Seen, test: (node: Seen) => boolean): Seen[] => [...(test(node) ? [node] : []), ...node.children.flatMap((child) => findAll(child, test))];

/** All text below; pieces that stand apart are kept apart, so that "1,260" is not found in "21,260". */
export const said = (node: Seen): string => (node.name === '' ? node.text : node.children.map(said).join(' ').replace(/\s+/g, ' ').trim());
