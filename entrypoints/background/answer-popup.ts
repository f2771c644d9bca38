// What our own pages ask of the worker: how it stands with a tab, and the switches.
import { browser } from 'wxt/browser';
import type { Believed } from '../../lib/messages/check.ts';
import { tellPage, type PageState } from '../../lib/messages/messages.ts';
import { offEverywhere, offSites, read, write } from '../../lib/settings.ts';
import { library } from './answer-page.ts';
import { showSwitches } from './icon.ts';
import { isOff, siteOf } from './sites.ts';
import { EVERY_PAGE, pagesOf, toPages } from './tabs.ts';

export async function answerPopup(message: Extract<Believed, { from: 'popup' }>['message']): Promise<unknown> {
  switch (message.type) {
    case 'page':
      return stateOf(message.body.tab);
    case 'open':
      return tellPage(message.body.tab, 'open', { figure: message.body.figure });
    case 'switchSite':
      return switchSite(message.body.site, message.body.on);
    case 'switchAll':
      return switchAll(message.body.on);
  }
}

/** A keyboard command: to the next or the previous figure of the page in front. */
export async function step(by: 1 | -1): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await tellPage(tab.id, 'step', { by }).catch(() => undefined);
}

async function stateOf(id: number): Promise<PageState> {
  const { url } = await browser.tabs.get(id);
  // Without access to a page the browser does not even tell its address.
  if (url === undefined) return (await mayRead(EVERY_PAGE)) ? { is: 'not-a-page' } : { is: 'no-access', site: '' };
  if (!/^https?:/.test(url)) return { is: 'not-a-page' };
  const site = siteOf(url);
  if (await read(offEverywhere)) return { is: 'off-everywhere', site };
  if (await isOff(site)) return { is: 'off-here', site };
  const { protocol, hostname } = new URL(url);
  if (!(await mayRead([`${protocol}//${hostname}/*`]))) return { is: 'no-access', site };
  try {
    const figures = await tellPage(id, 'figures', null);
    const database = await library.use(({ version, created }) => Promise.resolve({ version, created })).catch(() => null);
    return { is: 'looked', site, database, ...figures };
  } catch {
    return { is: 'not-looked', site };
  }
}

const mayRead = (origins: string[]): Promise<boolean> => browser.permissions.contains({ origins });

async function switchSite(site: string, on: boolean): Promise<null> {
  const others = (await read(offSites)).filter((s) => s !== site);
  await write(offSites, on ? others : [...others, site]);
  return applySwitches(await pagesOf(site));
}

async function switchAll(on: boolean): Promise<null> {
  await write(offEverywhere, !on);
  return applySwitches(await pagesOf(null));
}

/** At once and without reloading. A tab in which nobody of ours is has nothing to switch. */
async function applySwitches(tabs: { id: number; url: string }[]): Promise<null> {
  await showSwitches();
  await toPages(tabs, async ({ id, url }) => tellPage(id, (await isOff(siteOf(url))) ? 'off' : 'look', null));
  return null;
}
