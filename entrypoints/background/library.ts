// The claims database as all parts of the worker use it: the packaged one, and the feeds the reader hears besides.
import { browser } from 'wxt/browser';
import { OWN } from '../../lib/feeds/feed.ts';
import { records } from '../../lib/feeds/records.ts';
import { browserShelf } from '../../lib/feeds/shelf.ts';
import { keepLibrary, type HeardStore } from '../../lib/lookup/keeper.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { packagedBundle } from '../../lib/update/packaged.ts';

/** The extension's version: the code that makes an index. */
export const BUILD = browser.runtime.getManifest().version;
export const packaged = packagedBundle(new URL('/claims/', location.href).href);
export const feedRecords = records(browserShelf);

const stores = new Map<string, Store>([[OWN, openStore()]]);

/** A feed's own database, opened once. */
export function storeOf(key: string): Store {
  const store = stores.get(key) ?? openStore(`tallyside-feed-${key}`);
  stores.set(key, store);
  return store;
}

/** Closes a feed's database and throws it away. */
export async function dropStore(key: string): Promise<void> {
  const store = storeOf(key);
  stores.delete(key);
  await store.destroy();
}

async function heard(): Promise<HeardStore[]> {
  const feeds = await feedRecords.feeds();
  return feeds.flatMap(({ key, name, on }) => (on && key !== OWN ? [{ key, name, store: storeOf(key) }] : []));
}

export const library = keepLibrary(storeOf(OWN), packaged, BUILD, { heard, mine: () => Promise.resolve(null) });
