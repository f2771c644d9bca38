// Where the feeds and their marks are kept: apart from the databases, so that one that is lost or thrown away takes no mark
// with it (SECURITY: a mark that is gone would let an old release in).
import { browser } from 'wxt/browser';

/** Values that can be cloned, by name. Each `set` takes effect whole. */
export type Shelf = { get(name: string): Promise<unknown>; set(values: Record<string, unknown>): Promise<void>; remove(names: readonly string[]): Promise<void> };

export const browserShelf: Shelf = {
  get: async (name) => (await browser.storage.local.get(name))[name],
  set: (values) => browser.storage.local.set(values),
  remove: (names) => browser.storage.local.remove([...names]),
};
