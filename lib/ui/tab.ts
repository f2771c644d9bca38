import { browser } from 'wxt/browser';

/** The tab the popup is about: the one in front, or, where the popup was opened as a tab itself (Firefox on phones does so), the page seen last. */
export async function tabInFront(): Promise<number | null> {
  if ((await browser.tabs.getCurrent()) === undefined) {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    return tab?.id ?? null;
  }
  const pages = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  const [last] = pages.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return last?.id ?? null;
}
