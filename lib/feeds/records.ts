// The list of feeds and the state of each, on the shelf. What is read there was written by an extension that may have been
// another version: what is not sound counts as not there.
import type { Trust, TrustStore } from '../update/trust.ts';
import { NEW_STATE, type Feed, type FeedState } from './feed.ts';
import type { Shelf } from './shelf.ts';

const LIST = 'feeds';
const trustOf = (key: string): string => `feed:${key}:trust`;
const stateOf = (key: string): string => `feed:${key}:state`;

export type Records = {
  /** In the order in which they were added. */
  feeds(): Promise<Feed[]>;
  state(key: string): Promise<FeedState>;
  setState(key: string, state: FeedState): Promise<void>;
  /** Null: this feed was never believed. */
  trust(key: string): Promise<Trust | null>;
  /** Throws RangeError when the feed was never believed. */
  trustStore(key: string): TrustStore;
  add(feed: Feed, trust: Trust | null): Promise<void>;
  change(feed: Feed): Promise<void>;
  /** Nothing of it is left. */
  remove(key: string): Promise<void>;
};

export function records(shelf: Shelf): Records {
  const feeds = async (): Promise<Feed[]> => {
    const kept = await shelf.get(LIST);
    return Array.isArray(kept) ? kept.filter(isFeed) : [];
  };
  const trust = async (key: string): Promise<Trust | null> => {
    const kept = await shelf.get(trustOf(key));
    return isObject(kept) && typeof kept['root'] === 'string' ? (kept as Trust) : null;
  };
  return {
    feeds,
    trust,
    async state(key) {
      const kept = await shelf.get(stateOf(key));
      return isObject(kept) && isObject(kept['rhythm']) ? { ...NEW_STATE, ...kept } : NEW_STATE;
    },
    setState: (key, state) => shelf.set({ [stateOf(key)]: state }),
    trustStore: (key) => ({
      async read() {
        const kept = await trust(key);
        if (kept === null) throw new RangeError(`the feed ${key} was never believed`);
        return kept;
      },
      write: (next) => shelf.set({ [trustOf(key)]: next }),
    }),
    async add(feed, kept) {
      const others = (await feeds()).filter((f) => f.key !== feed.key);
      await shelf.set({ [LIST]: [...others, feed], ...(kept === null ? {} : { [trustOf(feed.key)]: kept }) });
    },
    change: async (feed) => shelf.set({ [LIST]: (await feeds()).map((f) => (f.key === feed.key ? feed : f)) }),
    async remove(key) {
      await shelf.set({ [LIST]: (await feeds()).filter((f) => f.key !== key) });
      await shelf.remove([trustOf(key), stateOf(key)]);
    },
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function isFeed(value: unknown): value is Feed {
  return isObject(value) && ['key', 'name', 'licence', 'added'].every((field) => typeof value[field] === 'string') && typeof value['on'] === 'boolean';
}
