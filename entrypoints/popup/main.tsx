import { browser } from 'wxt/browser';
import { tell, type PageState } from '../../lib/messages/messages.ts';
import { offSites, read } from '../../lib/settings/settings.ts';
import { withSite } from '../../lib/settings/site.ts';
import { tabInFront } from '../../lib/ui/tab.ts';
import { openPage } from '../../lib/ui/ui.ts';
import { Popup } from './Popup.tsx';

/** A page that is still being read, or read again, changes under the open popup, ms. */
const REFRESH = 1_000;

const tab = await tabInFront();
let state: PageState = await look();

function look(): Promise<PageState> {
  return tab === null ? Promise.resolve({ is: 'not-a-page' }) : tell('page', { tab });
}

async function refresh(): Promise<void> {
  state = await look();
  draw();
}

const after = (done: Promise<unknown>): void => void done.then(refresh);
const on = {
  open: (figure: number) => tab !== null && void tell('open', { tab, figure }).then(() => window.close()),
  read: () => tab !== null && after(tell('read', { tab })),
  switchSite: (site: string, on: boolean) => after(read(offSites).then((sites) => tell('set', { setting: 'offSites', value: withSite(sites, site, !on) }))),
  switchAll: (on: boolean) => after(tell('set', { setting: 'offEverywhere', value: !on })),
  allow: (site: string) => after(browser.permissions.request({ origins: ['http', 'https'].map((scheme) => `${scheme}://${site === '' ? '*' : `*.${site}`}/*`) })),
};

const draw = await openPage('extension_name', ({ words }) => <Popup state={state} words={words} now={new Date()} on={on} />);
setInterval(() => void refresh(), REFRESH);
