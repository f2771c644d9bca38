// The toolbar icon: found (dark tile and a number), looked and found nothing (light tile), off (no tile). Never an alarm.
import { browser } from 'wxt/browser';
import { offEverywhere, read } from '../../lib/settings/settings.ts';
import { siteOf } from '../../lib/settings/site.ts';
import { isOff } from './sites.ts';
import { everyPage, toPages } from './tabs.ts';

type Shown = { is: 'off' } | { is: 'looked'; matches: number };

const GREY = '#9aa1a8';
const INK = '#17191c';

const files = (name: 'found' | 'looked' | 'off'): Record<string, string> => ({ 16: `/icons/${name}-16.png`, 32: `/icons/${name}-32.png` });

/** For one tab until it goes elsewhere, or, with undefined, for all that show nothing of their own. */
export async function show(tabId: number | undefined, shown: Shown): Promise<void> {
  const found = shown.is === 'looked' && shown.matches > 0;
  const tab = tabId === undefined ? {} : { tabId };
  const { action } = browser;
  // A browser on a phone may lack some of these: what calls this goes on all the same.
  const parts = [
    () => action.setIcon({ ...tab, path: files(found ? 'found' : shown.is) }),
    () => action.setBadgeText({ ...tab, text: found ? String(shown.matches) : '' }),
    () => action.setBadgeBackgroundColor({ ...tab, color: GREY }),
    () => action.setBadgeTextColor({ ...tab, color: INK }),
  ];
  await Promise.allSettled(parts.map(async (part) => part()));
}

/** How long the icon answers, ms: a word is read in half of it. */
const ANSWER = 2_000;

/** A sign beside the icon, and words for who points at it, for a moment. */
export async function flash(tabId: number, text: string, title: string): Promise<void> {
  const before = await browser.action.getBadgeText({ tabId });
  await Promise.all([browser.action.setBadgeText({ tabId, text }), browser.action.setTitle({ tabId, title })]);
  setTimeout(() => {
    void Promise.allSettled([browser.action.setBadgeText({ tabId, text: before }), browser.action.setTitle({ tabId, title: '' })]);
  }, ANSWER);
}

/** After a switch was turned, and when the browser starts: the icon does not outlive it. */
export async function showSwitches(): Promise<void> {
  await show(undefined, (await read(offEverywhere)) ? { is: 'off' } : { is: 'looked', matches: 0 });
  await toPages(await everyPage(), async ({ id, url }) => ((await isOff(siteOf(url))) ? show(id, { is: 'off' }) : undefined));
}
