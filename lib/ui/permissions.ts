import { browser } from 'wxt/browser';

const EVERY_SITE = ['http://*/*', 'https://*/*'];

/** The page's text can be read nowhere without it; browsers let readers withhold it, for all sites or for one. */
export const mayReadAll = (): Promise<boolean> => browser.permissions.contains({ origins: EVERY_SITE });

/** To be called in a click. `site` '': all sites. False: the reader said no. */
export const askToRead = (site: string): Promise<boolean> =>
  browser.permissions.request({ origins: site === '' ? EVERY_SITE : ['http', 'https'].map((scheme) => `${scheme}://*.${site}/*`) });
