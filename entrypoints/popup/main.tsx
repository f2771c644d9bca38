import { browser } from 'wxt/browser';
import { tell, tellPage, type PageState } from '../../lib/messages/messages.ts';
import { offSites, read } from '../../lib/settings/settings.ts';
import { withSite } from '../../lib/settings/site.ts';
import { hasPanel, openPanel } from '../../lib/ui/panel.ts';
import { askToRead } from '../../lib/ui/permissions.ts';
import { tabInFront } from '../../lib/ui/tab.ts';
import { openPage } from '../../lib/ui/ui.ts';
import { Popup } from './Popup.tsx';

/** A page that is still being read, or read again, changes under the open popup, ms. */
const REFRESH = 1_000;

const tab = await tabInFront();
const window_ = (await browser.windows?.getCurrent())?.id;
let state: PageState = await look();

function look(): Promise<PageState> {
  return tab === null ? Promise.resolve({ is: 'not-a-page' }) : tell('page', { tab });
}

async function refresh(): Promise<void> {
  state = await look();
  draw();
}

const after = (done: Promise<unknown>): void => void done.then(refresh);
const closing = (done: Promise<unknown>): void => void done.then(() => window.close());
const on = {
  open: (figure: number) => tab !== null && closing(tellPage(tab, 'open', { figure })),
  async save(save: string | null) {
    if (save !== null) return tell('undoSave', { save });
    return tab === null ? { save: null, says: '' } : tell('saveFigures', { tab, figures: null });
  },
  read: () => tab !== null && after(tellPage(tab, 'read', null)),
  switchSite: (site: string, on: boolean) => after(read(offSites).then((sites) => tell('set', { offSites: withSite(sites, site, !on) }))),
  switchAll: (on: boolean) => after(tell('set', { offEverywhere: !on })),
  allow: (site: string) => after(askToRead(site)),
  reload: () => tab !== null && after(browser.tabs.reload(tab)),
  list: () => closing(browser.tabs.create({ url: '/list.html' })),
  options: () => closing(browser.runtime.openOptionsPage()),
  paste: () => closing(browser.tabs.create({ url: '/paste.html' })),
  panel: window_ !== undefined && hasPanel() ? () => closing(openPanel(window_)) : null,
};

const draw = await openPage('extension_name', (ui) => <Popup {...ui} state={state} now={new Date()} on={on} />);
setInterval(() => void refresh(), REFRESH);
