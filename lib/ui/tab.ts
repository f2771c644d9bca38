import { browser } from 'wxt/browser';

/** How figures are compared. */
export const showMethod = (): Promise<unknown> => browser.tabs.create({ url: '/method.html' });

/** The tab a page of ours is about: the one in front, or, where ours is a tab itself (the popup is, in Firefox on phones), the page seen last. */
export async function tabInFront(): Promise<number | null> {
  const own = await browser.tabs.getCurrent();
  if (own === undefined) {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    return tab?.id ?? null;
  }
  const pages = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  // Without leave to read a page the browser does not tell its address either.
  const others = pages.length > 0 ? pages : (await browser.tabs.query({})).filter((tab) => tab.url === undefined && tab.id !== own.id);
  const [last] = others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return last?.id ?? null;
}
