// The sheets of all scripts that live in this world: one that starts later must not take another's for a dead one's.
const SHEETS = Symbol.for('tallyside sheets');
const living = ((globalThis as { [SHEETS]?: WeakSet<CSSStyleSheet> })[SHEETS] ??= new WeakSet());

/** Whether a script that lives here has adopted it. */
export const isLiving = (sheet: CSSStyleSheet): boolean => living.has(sheet);

/** Gives a document or a shadow root a style sheet without a node; returns how to take it away. */
export function adopt(root: Document | ShadowRoot, css: string): () => void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    living.add(sheet);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((s) => s !== sheet);
    };
  } catch {
    // Firefox before 153 lets no content script adopt a sheet (mdn/browser-compat-data#25003): there it has to be an element.
    const style = document.createElement('style');
    style.textContent = css;
    (root instanceof Document ? root.documentElement : root).append(style);
    return () => style.remove();
  }
}
