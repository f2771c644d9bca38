// The DOM read so that a page cannot answer in its place: `<form><input name=parentNode>` makes form.parentNode the
// input in Chromium's isolated world, and a loop up the tree would never end. Getters and methods are taken from the
// prototypes, once, and when they are first asked: a page's script cannot reach those of our world, and to make them costs
// every page that has nothing to be read. https://portswigger.net/web-security/dom-based/dom-clobbering

/** No page nests deeper by parsing (Chromium stops at 512); a loop up the tree ends here at the latest. */
export const MAX_DEPTH = 1024;

// Outside a browser (the command line's parser) there are no prototypes to take from, and no page script to fear.
let prototype: Element | undefined;
/** Where an element's methods are taken from. */
const from = (element: Element): Element => (prototype ??= globalThis.Element?.prototype) ?? element;

function getter<Owner extends object, Value>(owner: 'Node' | 'Element', name: keyof Owner & string): (of: Owner) => Value {
  let get: ((this: Owner) => unknown) | undefined;
  return (of) => {
    get ??= Object.getOwnPropertyDescriptor(globalThis[owner]?.prototype ?? {}, name)?.get ?? function () { return this[name]; };
    return get.call(of) as Value;
  };
}

export const parentOf = /* @__PURE__ */ getter<Node, Node | null>('Node', 'parentNode');
export const nodeTypeOf = /* @__PURE__ */ getter<Node, number>('Node', 'nodeType');
export const ownerOf = /* @__PURE__ */ getter<Node, Document | null>('Node', 'ownerDocument');
export const localNameOf = /* @__PURE__ */ getter<Element, string>('Element', 'localName');
export const shadowRootOf = /* @__PURE__ */ getter<Element, ShadowRoot | null | undefined>('Element', 'shadowRoot');
const textContentOf = /* @__PURE__ */ getter<Node, string | null>('Node', 'textContent');

export const textOf = (node: Node): string => textContentOf(node) ?? '';

/** The element that a shadow root belongs to; null for every other node. */
export const hostOf = (node: Node): Element | null => (nodeTypeOf(node) === 11 && 'host' in node ? (node as ShadowRoot).host : null);

/** The attribute's value, or null. */
export const attribute = (element: Element, name: string): string | null => from(element).getAttribute.call(element, name);
export const hasAttributes = (element: Element): boolean => from(element).hasAttributes.call(element);
export const matches = (element: Element, selector: string): boolean => from(element).matches.call(element, selector);
export const closest = (element: Element, selector: string): Element | null => from(element).closest.call(element, selector);
export const find = (element: Element, selector: string): Element | null => from(element).querySelector.call(element, selector);

/** Elements under `root` in document order. A document and a shadow root have no inputs to be named after their methods. */
export const findAll = (root: Node, selector: string): ArrayLike<Element> & Iterable<Element> =>
  (nodeTypeOf(root) === 1 ? from(root as Element) : (root as Document)).querySelectorAll.call(root as Element, selector);

/**
 * So many elements no article has (the largest of 170 published pages has 4,344). What is asked about all that is under such an
 * element the browser would answer in one piece, for longer than nobody notices.
 */
export const MANY = 5_000;
/** `item`, for to answer `[MANY]` Chromium counts the list to its end: 11 ms of a page of ten megabytes. */
export const hasMany = (element: Element): boolean => from(element).getElementsByTagName.call(element, '*').item(MANY) !== null;

let checkVisibility: Element['checkVisibility'] | undefined;
/** Whether the page's own style shows the element; true where nothing is laid out, or the browser cannot say. */
export const isShown = (element: Element): boolean => (checkVisibility ??= from(element).checkVisibility)?.call(element, { visibilityProperty: true }) !== false;

/** Where the element is in the window; null where nothing is laid out. */
export const boxOf = (element: Element): DOMRect | null => from(element).getBoundingClientRect?.call(element) ?? null;
