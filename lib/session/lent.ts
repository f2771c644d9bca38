// What the gate has for itself and the reader needs as well: it stands in a page once, and is lent.
import { browser } from 'wxt/browser';
import { listen } from '../messages/listen.ts';
import { tell, tellPatiently } from '../messages/messages.ts';
import { hurry, idle, inSlices } from '../page/idle.ts';
import { shadowRoots } from '../page/shadow-roots.ts';

/** False when the extension was replaced under this page: its scripts run on, but nobody is behind them. */
const lives = (): boolean => browser.runtime?.id !== undefined;

export const lent = { tell, tellPatiently, listen, hurry, idle, inSlices, shadowRoots, lives };
export type Lent = typeof lent;
