// What our own pages ask of the worker: how it stands with a tab, and the switches.
import { browser } from 'wxt/browser';
import { languageOf, languages } from '../../lib/detect/languages.ts';
import type { Believed } from '../../lib/messages/check.ts';
import { besideNow } from '../../lib/lookup/freeze.ts';
import { tellPage, type Figures, type FromPopup, type PageState } from '../../lib/messages/messages.ts';
import { offEverywhere, offSites, read, writeSettings, type Settings } from '../../lib/settings/settings.ts';
import { hide } from './answer-page.ts';
import { answerFeed, heardFeeds } from './feeds.ts';
import { findIn } from './finding.ts';
import { showSwitches } from './icon.ts';
import { library, shipped } from './library.ts';
import { readAgain, readBeside, readPasted, readQuestion, readSample } from './read-document.ts';
import { covering, siteOf } from '../../lib/settings/site.ts';
import { saveBeside, savePasted, undoBeside } from './saving.ts';
import { isOff } from './sites.ts';
import { enter, EVERY_PAGE, everyPage, toPages } from './tabs.ts';

export async function answerPopup(message: Extract<Believed, { from: 'popup' }>['message']): Promise<unknown> {
  switch (message.type) {
    case 'page':
      return stateOf(message.body.tab);
    case 'set':
      return set(message.body);
    case 'feeds':
      return heardFeeds();
    case 'feed':
      return answerFeed(message.body);
    case 'hide':
      return hideIn(message.body);
    case 'saveFigures':
      return saveBeside(message.body.tab, message.body.figures);
    case 'undoSave':
      return undoBeside(message.body.save);
    case 'cardNow':
      return readAgain(message.body.id);
    case 'estimatesNow':
      return library.useAll((l) => besideNow(l, message.body.question));
    case 'findIn':
      return findIn(message.body.tab, message.body.id);
    case 'listing':
      return library.use((l) => l.listing());
    case 'question':
      return readQuestion(message.body.id);
    case 'database':
      return library.use(({ version, created, counts }) => Promise.resolve({ version, created, ...counts }));
    case 'shipped':
      return shipped();
    case 'ownBeside':
      return readBeside(message.body);
    case 'sample':
      return readSample(message.body.page);
    case 'pasted':
      return readPasted(message.body.page);
    case 'savePasted':
      return savePasted(message.body.page, message.body.figure);
    case 'languages':
      return Object.keys(languages);
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

/** "Not this event" from the side panel: the page is read again without it, or with it. */
async function hideIn({ tab, ...body }: FromPopup['hide']['body']): Promise<null> {
  const { url, incognito } = await browser.tabs.get(tab);
  if (url === undefined) throw new Error('the page has gone');
  await hide({ url, private: incognito }, body);
  return tellPage(tab, 'look', null);
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
  const { protocol, hostname, pathname } = new URL(url);
  if (!(await mayRead([`${protocol}//${hostname}/*`]))) return { is: 'no-access', site };
  let figures: Figures;
  try {
    figures = await tellPage(id, 'figures', null);
  } catch {
    if (/\.pdf$/i.test(pathname)) return { is: 'not-read', site, why: 'no-text' };
    // Some addresses on the web are closed to extensions; others are only waiting for us, as after an update.
    return (await enter(id, 'gate.js')) ? { is: 'not-looked', site } : { is: 'not-a-page' };
  }
  if (figures.why !== null) return { is: 'not-read', site, why: figures.why };
  const database = await library.use(({ version, created }) => Promise.resolve({ version, created })).catch(() => null);
  if (database === null) return { is: 'failed', site };
  return { is: 'looked', site, database, foreign: figures.figures.length === 0 ? await foreignLanguage(id) : null, ...figures };
}

/** The language of a page that we do not read; null for one we do, and where the browser cannot tell. */
async function foreignLanguage(tab: number): Promise<string | null> {
  const language = await browser.tabs.detectLanguage(tab).catch(() => 'und');
  return language === 'und' || languageOf(language) !== null ? null : language;
}

const mayRead = (origins: string[]): Promise<boolean> => browser.permissions.contains({ origins });

/** At once and without reloading. A tab in which nobody of ours is has nothing to change. */
async function set(settings: Partial<Settings>): Promise<null> {
  await writeSettings(settings);
  await showSwitches();
  await toPages(await everyPage(), async ({ id, url }) => tellPage(id, (await isOff(siteOf(url))) ? 'off' : 'look', null));
  return null;
}
