// The side panel, which each browser opens in its own way: both only in answer to a click or a key.
import { browser } from 'wxt/browser';

type Panels = {
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
};

const panels = (): Panels => browser as unknown as Panels;

/** False where the browser has none, as on phones. */
export const hasPanel = (): boolean => panels().sidePanel !== undefined || panels().sidebarAction !== undefined;

/** To be called in the click itself: a browser that has waited in between refuses. */
export function openPanel(windowId: number): Promise<void> {
  const { sidePanel, sidebarAction } = panels();
  return sidePanel?.open({ windowId }) ?? sidebarAction?.open() ?? Promise.resolve();
}
