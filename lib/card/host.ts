// The one element we add to a page, and only while a card is open: a closed shadow root in the top layer.
// Closed, so that no script of the page reaches its buttons; in the top layer, because html{opacity, filter, transform or clip-path}
// takes a position:fixed element along, but not a popover. What pages try against it is in test/browser/card/hostile.test.ts.
import type { CardOptions } from './options.ts';

/** A page that takes our element away more often than this does not want it; we do not fight. */
const ATTACHMENTS = 3;

export type Surface = {
  host: HTMLElement;
  root: ShadowRoot;
  /** Into the page and on top of everything else. Returns false when that is not possible. */
  show(): boolean;
  hide(): void;
};

/** `onGone`: the page has taken the element away for good. */
export function createSurface({ style, adopt, randomName }: Pick<CardOptions, 'style' | 'adopt' | 'randomName'>, onGone: () => void): Surface {
  // An undefined custom element has no default style, no page rule for its name, and may have a shadow root.
  const host = document.createElement(randomName());
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  adopt(root, style);
  // A browser looks for a font of the system when something is first set in it, which here would be when the card is already waited for. A test holds these to the card's own.
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  for (const font of ['11px', '12px', '13px', '500 13px', '650 13px', '15px', '650 26px']) {
    if (pen) pen.font = `${font} ${/-apple[^;]+/.exec(style)}`;
    pen?.measureText('0');
  }
  let left = ATTACHMENTS;
  const watch = new MutationObserver(() => {
    if (host.isConnected) return;
    if (left-- > 0 && raise()) return;
    watch.disconnect();
    onGone();
  });
  const raise = (): boolean => {
    try {
      if (!host.isConnected) {
        // Beside what fills the screen or a modal dialog everything is inert, the top layer too; inside it nothing is.
        const parent = [...document.querySelectorAll(':modal')].at(-1) ?? document.documentElement;
        parent.append(host);
        watch.observe(parent, { childList: true });
      }
      if (!host.matches(':popover-open')) host.showPopover();
      return true;
    } catch {
      return false;
    }
  };
  return {
    host,
    root,
    show: () => left >= 0 && raise(),
    hide() {
      watch.disconnect();
      host.remove();
    },
  };
}
