import { offEverywhere, offSites, read } from '../../lib/settings.ts';

/** The host a switch in the popup is about; with and without "www." is one site. */
export const siteOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

export const isOff = async (site: string): Promise<boolean> => (await read(offEverywhere)) || (await read(offSites)).includes(site);
