import { offEverywhere, offSites, read } from '../../lib/settings/settings.ts';
import { covering } from '../../lib/settings/site.ts';

export const isOff = async (site: string): Promise<boolean> => (await read(offEverywhere)) || covering(await read(offSites), site) !== undefined;
