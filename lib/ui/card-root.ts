// A root in a page of ours with the card's own sheet, so that a row looks the same wherever it is met.
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { cardStyle } from '../card/style.ts';
import { adopt } from '../page/adopt.ts';

/** Undoes what the card's sheet does for a card that lies over a page. Colours, text size and hit size are those of our page. */
const FRAMELESS = `
:host, :host(:not(:popover-open)) { color-scheme: inherit !important; display: block !important; position: static !important; inline-size: auto !important; block-size: auto !important; overflow: visible !important; }
.card { position: static; inline-size: 100% !important; max-block-size: none; border: 0; border-radius: 0; box-shadow: none; animation: none; color-scheme: inherit; overflow: visible; }
.says { cursor: auto; touch-action: auto; }
.says .small { padding-inline-end: 0; }
.scroll { overflow: visible; }
.tools { display: none; }
`;

/** For the element that is to hold the root, which is there from the first effect on: `draw` is called after every rendering. */
export function useCardRoot(draw: (root: ShadowRoot) => void): RefObject<HTMLDivElement | null> {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Open: our own page has nothing to hide from itself.
    const root = host.current?.attachShadow({ mode: 'open' });
    if (root) adopt(root, cardStyle + FRAMELESS);
  }, []);
  useEffect(() => {
    const root = host.current?.shadowRoot;
    if (root) draw(root);
  });
  return host;
}
