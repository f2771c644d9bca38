// Tabs: which show a page that may be read, and bringing our scripts into them.
import { browser } from 'wxt/browser';

export const EVERY_PAGE = ['http://*/*', 'https://*/*'];

type Page = { id: number; url: string };

/** Tabs showing a page we have access to. */
export async function everyPage(): Promise<Page[]> {
  const tabs = await browser.tabs.query({ url: EVERY_PAGE });
  return tabs.flatMap(({ id, url }) => (id !== undefined && url !== undefined ? [{ id, url }] : []));
}

/** Runs in every page; a tab that is asleep, closing or not ours to touch is left out. */
export async function toPages(pages: readonly Page[], what: (page: Page) => Promise<unknown>): Promise<void> {
  await Promise.allSettled(pages.map(what));
}

/** Brings one of our scripts into the top frame of a tab, or only into this `document` in it. False: the page is gone or closed to extensions. */
export function enter(tab: number, file: 'gate.js' | 'reader.js' | 'card.js' | 'find.js', document: string | null = null): Promise<boolean> {
  const target = document === null ? { tabId: tab, frameIds: [0] } : { tabId: tab, documentIds: [document] };
  return browser.scripting.executeScript({ target, files: [`/${file}`] }).then(
    () => true,
    () => false,
  );
}

/** Runs one of our scripts once in the top frame of a tab, and answers what it gives; null: the page is gone or closed to extensions. */
export async function run(tab: number, file: 'keep.js'): Promise<unknown> {
  const [frame] = await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, files: [`/${file}`] }).catch(() => []);
  return frame?.result ?? null;
}

/** Pages that were open before the extension came: Firefox starts content scripts in them, Chromium does not. */
export const enterOpenTabs = async (): Promise<void> => toPages(await everyPage(), ({ id }) => enter(id, 'gate.js'));
