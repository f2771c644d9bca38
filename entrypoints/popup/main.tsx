import { render } from 'preact';
import { browser } from 'wxt/browser';
import { wordsFor } from '../../lib/card/words.ts';
import { tell } from '../../lib/messages/messages.ts';
import { interfaceLanguage, translate } from '../../lib/messages/translate.ts';
import { Popup } from './Popup.tsx';
import { tabInFront } from './tab.ts';

/** A page that is still being read, or read again, changes under the open popup, ms. */
const REFRESH = 1_000;

const root = document.getElementById('popup');
const words = wordsFor(translate, interfaceLanguage());
document.documentElement.lang = words.locale;

async function show(tab: number | null): Promise<void> {
  const state = tab === null ? ({ is: 'not-a-page' } as const) : await tell('page', { tab });
  if (root === null) return;
  const after = (done: Promise<unknown>): void => void done.then(() => show(tab));
  const on = {
    open: (figure: number) => tab !== null && void tell('open', { tab, figure }).then(() => window.close()),
    switchSite: (site: string, on: boolean) => after(tell('switchSite', { site, on })),
    switchAll: (on: boolean) => after(tell('switchAll', { on })),
    allow: (site: string) => after(browser.permissions.request({ origins: ['http', 'https'].map((scheme) => `${scheme}://${site === '' ? '*' : `*.${site}`}/*`) })),
  };
  render(<Popup state={state} words={words} now={new Date()} on={on} />, root);
}

const tab = await tabInFront();
await show(tab);
setInterval(() => void show(tab), REFRESH);
