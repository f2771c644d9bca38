/** Gives a document or a shadow root a style sheet without a node; returns how to take it away. */
export function adopt(root: Document | ShadowRoot, css: string): () => void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
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
