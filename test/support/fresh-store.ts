// A store of its own for each test of the file. To be in memory, the file's first import is fake-indexeddb: Dexie takes what it finds.
import { Dexie } from 'dexie';
import { afterEach, beforeEach } from 'vitest';
import { openStore, type Store } from '../../lib/store/store.ts';

export const NAME = 'test';

export let store: Store;

/** As after a restart: what was written is there. */
export function reopen(): void {
  store.close();
  store = openStore(NAME);
}

export async function renew(): Promise<void> {
  await remove();
  store = openStore(NAME);
}

async function remove(): Promise<void> {
  store.close();
  await Dexie.delete(NAME);
}

beforeEach(() => {
  store = openStore(NAME);
});
afterEach(remove);
