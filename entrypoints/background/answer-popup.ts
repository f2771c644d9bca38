// What our own pages ask of the worker: how it stands with a tab, and the switches.
import { browser } from 'wxt/browser';
import type { Believed } from '../../lib/messages/check.ts';
import { tellPage, type PageState, type SetBody } from '../../lib/messages/messages.ts';
import { offEverywhere, offSites, read, SETTINGS, write, type Setting } from '../../lib/settings/settings.ts';
import { answerFeed, heardFeeds } from './feeds.ts';
import { showSwitches } from './icon.ts';
import { library } from './library.ts';
import { covering, siteOf } from '../../lib/settings/site.ts';
import { isOff } from './sites.ts';
import { EVERY_PAGE, everyPage, toPages } from './tabs.ts';

export async function answerPopup(message: Extract<Believed, { from: 'popup' }>['message']): Promise<unknown> {
  switch (message.type) {
    case 'page':
      return stateOf(message.body.tab);
    case 'open':
      return tellPage(message.body.tab, 'open', { figure: message.body.figure });
    case 'set':
      return set(message.body);
    case 'read':
      return tellPage(message.body.tab, 'read', null);
    case 'feeds':
      return heardFeeds();
    case 'feed':
      return answerFeed(message.body);
  }
}

/** A keyboard command: to the next or the previous figure of the page in front. */
export async function step(by: 1 | -1): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await tellPage(tab.id, 'step', { by }).catch(() => undefined);
}

/** A keyboard command: reads the page in front, whatever it looks like. */
export async function readInFront(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await tellPage(tab.id, 'read', null).catch(() => undefined);
}

async function stateOf(id: number): Promise<PageState> {
  const { url } = await browser.tabs.get(id);
  // Without access to a page the browser does not even tell its address.
  if (url === undefined) return (await mayRead(EVERY_PAGE)) ? { is: 'not-a-page' } : { is: 'no-access', site: '' };
  if (!/^https?:/.test(url)) return { is: 'not-a-page' };
  const site = siteOf(url);
  if (await read(offEverywhere)) return { is: 'off-everywhere', site };
  const off = covering(await read(offSites), site);
  if (off !== undefined) return { is: 'off-here', site: off };
  const { protocol, hostname } = new URL(url);
  if (!(await mayRead([`${protocol}//${hostname}/*`]))) return { is: 'no-access', site };
  try {
    const figures = await tellPage(id, 'figures', null);
    if (figures.why !== null) return { is: 'not-read', site, why: figures.why };
    const database = await library.use(({ version, created }) => Promise.resolve({ version, created })).catch(() => null);
    return { is: 'looked', site, database, ...figures };
  } catch {
    return { is: 'not-looked', site };
  }
}

const mayRead = (origins: string[]): Promise<boolean> => browser.permissions.contains({ origins });

/** At once and without reloading. A tab in which nobody of ours is has nothing to change. */
async function set({ setting, value }: SetBody): Promise<null> {
  await write(SETTINGS[setting] as Setting<unknown>, value);
  await showSwitches();
  await toPages(await everyPage(), async ({ id, url }) => tellPage(id, (await isOff(siteOf(url))) ? 'off' : 'look', null));
  return null;
}
