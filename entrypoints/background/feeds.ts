// The reader's feeds as the worker keeps them: looked at by an alarm, and as the options page asks.
import { browser } from 'wxt/browser';
import { FeedRefused, NEW_STATE, OWN, type Feed } from '../../lib/feeds/feed.ts';
import type { Feeds } from '../../lib/feeds/feeds.ts';
import { indexerOf } from '../../lib/lookup/keeper.ts';
import type { FeedAnswer, FeedBody, HeardFeed } from '../../lib/messages/messages.ts';
import { fromBase64 } from '../../lib/update/base64.ts';
import { packagedFeed } from '../../lib/update/packaged.ts';
import { awake } from './awake.ts';
import { dropStore, feedRecords, INDEXED_BY, library, packaged, storeOf } from './library.ts';
import { compareSaved } from './saving.ts';

export const LOOK_AT_FEEDS = 'feeds';

let feeds: Promise<Feeds> | null = null;

/** Loaded when a feed is asked for: a worker that wakes for a page needs none of it. */
const manager = (): Promise<Feeds> => (feeds ??= open());

async function open(): Promise<Feeds> {
  const { keepFeeds } = await import('../../lib/feeds/feeds.ts');
  const { version, created } = JSON.parse(await packaged.manifest()) as { version: string; created: string };
  await enterOwn(created);
  return keepFeeds({
    records: feedRecords,
    open: storeOf,
    drop: dropStore,
    indexer: indexerOf(INDEXED_BY),
    request: (...given) => fetch(...given),
    now: Date.now,
    chance: Math.random,
    built: Date.parse(created),
    floor: () => Promise.resolve(version),
    changed: () => {
      library.renew();
      compareSaved().catch(() => undefined);
    },
  });
}

/** The feed of the packaged data stands in the list like any other; without an address in the package it is never looked up. */
async function enterOwn(created: string): Promise<void> {
  const { root, address, ...info } = await packagedFeed(new URL('/claims/', location.href).href);
  const known = (await feedRecords.feeds()).find((f) => f.key === OWN);
  const own: Feed = { ...info, key: OWN, address, fingerprint: null, added: known?.added ?? created, on: true };
  const trust = (await feedRecords.trust(OWN)) ?? (root === null ? null : { root, head: null, manifest: null });
  if (known === undefined || (await feedRecords.trust(OWN)) === null) await feedRecords.add(own, trust);
}

/** Every feed that is due, and then the alarm for the next. */
export async function feedsDue(): Promise<void> {
  await awake((await manager()).checkDue());
  await scheduleFeeds('anew');
}

export async function scheduleFeeds(when: 'unless-set' | 'anew'): Promise<void> {
  if (when === 'unless-set' && ((await feedRecords.feeds()).every((f) => f.address === null) || (await browser.alarms.get(LOOK_AT_FEEDS)) !== undefined)) return;
  const due = await (await manager()).nextDue();
  if (due === null) await browser.alarms.clear(LOOK_AT_FEEDS);
  else await browser.alarms.create(LOOK_AT_FEEDS, { when: due });
}

export async function heardFeeds(): Promise<HeardFeed[]> {
  const kept = await manager();
  // Right after an install the packaged data is still on its way into the database.
  await library.use(() => Promise.resolve()).catch(() => undefined);
  const list = (await feedRecords.feeds()).toSorted((a, b) => Number(b.key === OWN) - Number(a.key === OWN));
  return Promise.all(
    list.map(async (feed) => {
      const [state, pointer] = await Promise.all([feedRecords.state(feed.key).catch(() => NEW_STATE), storeOf(feed.key).pointer().catch(() => null)]);
      return { feed, state, version: pointer?.version ?? null, created: pointer?.created ?? null, progress: kept.progress(feed.key) };
    }),
  );
}

export async function answerFeed(body: FeedBody): Promise<FeedAnswer> {
  try {
    // A first take of a large feed is longer than a message keeps a worker.
    return await awake(act(await manager(), body));
  } catch (error) {
    if (error instanceof FeedRefused) return { refused: error.why, detail: error.message };
    throw error;
  } finally {
    if (body.do !== 'offer') await scheduleFeeds('anew').catch(() => undefined);
  }
}

async function act(kept: Feeds, body: FeedBody): Promise<FeedAnswer> {
  switch (body.do) {
    case 'offer':
      return { offer: 'typed' in body.from ? await kept.offered(body.from.typed) : await kept.offeredBy(bytesOf(body.from.file)) };
    case 'add':
      await ('typed' in body.from ? kept.add(body.from.typed, body.fingerprint) : kept.addFile(bytesOf(body.from.file), body.fingerprint));
      return { done: 'added' };
    case 'bring':
      return { done: await kept.bring(body.key, bytesOf(body.from.file)) };
    case 'check':
      return { done: await kept.check(body.key) };
    case 'cancel':
      kept.cancel(body.key);
      return { done: 'ok' };
    case 'remove':
      // The packaged data is part of the extension; it can be switched off by no feed and by nobody.
      if (body.key !== OWN) await kept.remove(body.key);
      return { done: 'ok' };
    case 'turn':
      if (body.key !== OWN) await kept.turn(body.key, body.on);
      return { done: 'ok' };
    case 'back':
      return { done: (await kept.goBack(body.key)) ? 'ok' : 'none' };
  }
}

function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(file);
  if (bytes === null) throw new FeedRefused('malformed', 'not base64');
  return bytes;
}
