// The claims database as all parts of the worker use it: the packaged one, and the feeds the reader hears besides.
import { browser } from 'wxt/browser';
import type { Database } from '../../lib/claim/database.ts';
import { OWN } from '../../lib/feeds/feed.ts';
import { records } from '../../lib/feeds/records.ts';
import { browserShelf } from '../../lib/feeds/shelf.ts';
import { keepLibrary, type HeardStore, type OwnData } from '../../lib/lookup/keeper.ts';
import { wholeOf } from '../../lib/lookup/whole.ts';
import { STORAGE_KEY } from '../../lib/mine/storage-key.ts';
import { openStoreAnyhow } from '../../lib/store/memory-store.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { packagedBundle } from '../../lib/update/packaged.ts';
import { awake } from './awake.ts';

/** The extension's version. */
export const BUILD = browser.runtime.getManifest().version;

/** Put here by wxt.config.ts (lib/cli/index-form.ts). */
declare const INDEX_FORM: string;
/** The code that makes an index: builds of one version may differ in it. */
export const INDEXED_BY = `${BUILD} ${INDEX_FORM}`;

export const packaged = packagedBundle(new URL('/claims/', location.href).href);
export const feedRecords = records(browserShelf);

const stores = new Map<string, Store>([[OWN, openStoreAnyhow()]]);

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

/** Read by a page of ours, where it is entered; most readers have none, and need nothing of it loaded. */
async function mine(): Promise<OwnData | null> {
  if ((await browserShelf.get(STORAGE_KEY)) === undefined) return null;
  const [{ kept }, { toOwner }] = await Promise.all([import('../../lib/mine/kept.ts'), import('../../lib/mine/to-owner.ts')]);
  const read = await kept(browserShelf, (work) => work()).read();
  return 'mine' in read ? { database: toOwner(read.mine), changed: read.mine.changed } : null;
}

export const library = keepLibrary(storeOf(OWN), packaged, INDEXED_BY, { heard, mine, awake });

/** What the reader adds to: all of the extension's own records. */
export async function shipped(): Promise<Database> {
  await library.use(() => Promise.resolve());
  return wholeOf(storeOf(OWN));
}

/** From now on cards show what was entered. */
export function listenToMine(changed: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (!(STORAGE_KEY in changes)) return;
    library.renew();
    changed();
  });
}
