// A feed in the built extension: compared and added, updated from a host that misbehaves, killed in the middle, removed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../lib/claim/database.ts';
import type { FeedAnswer, FeedBody, HeardFeed } from '../../lib/messages/messages.ts';
import { carried } from '../../lib/cli/publish/release.ts';
import { HEAD_FILE, rootFile } from '../../lib/update/roles.ts';
import { estimate, event, question, source } from '../support/small-database.ts';
import { SmallFeed } from '../support/small-feed.ts';
import { launchChromium, type ChromiumDriver } from './harness/chromium.ts';
import { cardIn, clickIn, hover, inBothBrowsers, marksIn, pageOf, says, untilCard, untilMarked } from './harness/both.ts';
import { pause, until, type Tab } from './harness/driver.ts';
import { type } from './harness/form.ts';
import { openWeb, type Web } from './harness/web.ts';

const PLACE = 'http://localhost/feed/';
const today = new Date().toISOString().slice(0, 10);

/** An event only the feed knows of; `figure` tells one version of it from another. */
const data = (figure: number): Database => ({
  questions: [
    question('brenna-flood', [estimate('brenna-flood', 'river-watch', figure), estimate('brenna-flood', 'brenna-council', 24)], {
      event: 'brenna-flood-2017',
      title: 'People killed in the Brenna flood, July 2017',
      group: 'people',
      place: { name: 'Brenna', countries: ['PL'] },
      period: { start: '2017-07-02', end: '2017-07-04' },
      by: { scope: 'disaster', actors: [], weapons: [], disputed: false },
      match: { strong: ['Brenna flood'], weak: [], must: [], exclude: [], date_phrases: [], page_dates: null, aliases_i18n: {}, weak_i18n: {} },
    }),
  ],
  events: [{ ...event('brenna-flood-2017'), name: 'Brenna flood', type: 'disaster', aliases: ['Brenna flood'], countries: ['PL'], start: '2017-07-02', end: '2017-07-04' }],
  actors: [],
  sources: [
    { ...source('river-watch'), name: 'River Watch' },
    { ...source('brenna-council'), name: 'Brenna Council' },
  ],
});

const SENTENCE = '<p>The Brenna flood of July 2017 killed 31 people, the town said.</p>';
const MARK = '31 people';

/** Puts what the feed holds now on the host; nothing else is there any more. */
function host(web: Web, feed: SmallFeed): void {
  for (const [name, bytes] of feed.files) web.serve(PLACE + name, { body: Buffer.from(bytes), type: 'application/json', headers: { 'access-control-allow-origin': '*' } });
}

const ask = async <T>(own: Tab, type: 'feed' | 'feeds', body: FeedBody | null): Promise<T> => {
  const reply = await own.evaluate<{ answer: T } | { error: string }>(`(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify({ type, body })})`);
  if ('error' in reply) throw new Error(reply.error);
  return reply.answer;
};
const feedIn = async (own: Tab): Promise<HeardFeed | undefined> => (await ask<HeardFeed[]>(own, 'feeds', null)).find((f) => f.feed.name === 'A small feed');

/** As if a day had passed since the last look: by hand it is possible once a minute only. */
const dayLater = (own: Tab, key: string): Promise<void> =>
  own.evaluate(`(async () => {
    const { storage } = globalThis.browser ?? chrome;
    const name = 'feed:${key}:state';
    const { [name]: state } = await storage.local.get(name);
    await storage.local.set({ [name]: { ...state, rhythm: { ...state.rhythm, last: state.rhythm.last - 86_400_000, notBefore: null } } });
  })()`);

async function add(own: Tab): Promise<string> {
  const { offer } = (await ask<FeedAnswer>(own, 'feed', { do: 'offer', from: { typed: PLACE } })) as Extract<FeedAnswer, { offer: unknown }>;
  expect(await ask(own, 'feed', { do: 'add', from: { typed: PLACE }, fingerprint: offer.fingerprint })).toEqual({ done: 'added' });
  const feed = await feedIn(own);
  expect(feed).toMatchObject({ feed: { on: true, fingerprint: offer.fingerprint }, version: '2026.11.22' });
  return feed?.feed.key ?? '';
}

inBothBrowsers((world) => {
  test('a feed adds its counts to pages once it was added, keeps them when its host misbehaves, and leaves with them', async () => {
    const { driver, web } = world();
    const address = 'http://news.example/flood';
    web.serve(address, { body: pageOf(SENTENCE) });
    const feed = await SmallFeed.make(undefined, { database: data(30), day: today });
    host(web, feed);
    const own = await driver.popup();
    const tab = await driver.newTab();
    await tab.goto(address);
    await pause(1_000);
    expect(await marksIn(tab)).toEqual([]);

    web.requests();
    const key = await add(own);
    expect(web.requests().filter((asked) => asked.startsWith('http://localhost')).every((asked) => asked.startsWith(PLACE))).toBe(true);
    await tab.toFront();
    await tab.reload();
    await untilMarked(tab, MARK);
    await hover(tab, MARK);
    const card = await untilCard(tab);
    expect(card.text).toContain('River Watch');
    expect(card.text).toContain('feed: A small feed');

    const good = new Map(feed.files);
    await feed.publish('2026.11.23', data(33), today);
    const shard = [...feed.files.keys()].find((name) => name.startsWith('s/') && !good.has(name)) ?? '';
    const head = feed.files.get(HEAD_FILE) ?? new Uint8Array();
    for (const [misdeed, code] of [
      [() => web.serve(PLACE + HEAD_FILE, { body: '<!doctype html><title>Sign in</title>', headers: { 'access-control-allow-origin': '*' } }), 'malformed'],
      [() => web.serve(PLACE + HEAD_FILE, { body: 'x'.repeat(100_000), headers: { 'access-control-allow-origin': '*' } }), 'too-large'],
      [() => web.serve(PLACE + HEAD_FILE, { body: Buffer.from(head) }), 'unreachable'],
      [
        () => {
          host(web, feed);
          web.serve(PLACE + shard, { body: Buffer.from((feed.files.get(shard) ?? new Uint8Array()).map((b, i) => (i === 60 ? b ^ 1 : b))), headers: { 'access-control-allow-origin': '*' } });
        },
        'mix-and-match',
      ],
    ] as const) {
      misdeed();
      await dayLater(own, key);
      expect(await ask(own, 'feed', { do: 'check', key }), code).toMatchObject({ refused: code });
      expect((await feedIn(own))?.version).toBe('2026.11.22');
    }

    host(web, feed);
    await dayLater(own, key);
    expect(await ask(own, 'feed', { do: 'check', key })).toEqual({ done: 'updated' });
    expect(await feedIn(own)).toMatchObject({ version: '2026.11.23', state: { update: { changes: [{ question: 'brenna-flood', estimates: [{ before: { best: 30 }, after: { best: 33 } }] }] } } });
    await tab.toFront();
    await tab.reload();
    await untilMarked(tab, MARK);
    await hover(tab, MARK);
    expect((await untilCard(tab)).text).toContain('33');

    expect(await ask(own, 'feed', { do: 'back', key })).toEqual({ done: 'ok' });
    expect((await feedIn(own))?.version).toBe('2026.11.22');

    await ask(own, 'feed', { do: 'turn', key, on: false });
    await tab.toFront();
    await tab.reload();
    await pause(1_000);
    expect(await marksIn(tab)).toEqual([]);
    await ask(own, 'feed', { do: 'turn', key, on: true });
    await tab.reload();
    await untilMarked(tab, MARK);

    await ask(own, 'feed', { do: 'remove', key });
    expect(await feedIn(own)).toBeUndefined();
    expect(await own.evaluate<string[]>("indexedDB.databases().then((all) => all.map((d) => d.name).filter((name) => name.includes('feed')))")).toEqual([]);
    await tab.toFront();
    await tab.reload();
    await pause(1_000);
    expect(await marksIn(tab)).toEqual([]);
    expect(await cardIn(tab)).toBeNull();
  });
});

inBothBrowsers((world) => {

  test('the settings show what a feed says of itself before it is believed, what its last update changed, and take it away again', async () => {
    const { driver, web } = world();
    const feed = await SmallFeed.make(undefined, { database: data(30), day: today });
    host(web, feed);
    const settings = await driver.own('options');
    await says(settings, 'comes with the extension');
    await type(settings, '#feed-address', 'claims');
    await clickIn(settings, 'button', 'Look');
    await says(settings, 'This is not the address of a feed');
    await type(settings, '#feed-address', PLACE);
    await clickIn(settings, 'button', 'Look');
    await says(settings, 'Compare this fingerprint');
    expect(await feedIn(settings)).toBeUndefined();
    await clickIn(settings, 'button', 'The fingerprints are the same');
    await says(settings, 'A small feed was added.');
    const key = (await feedIn(settings))?.feed.key ?? '';

    await feed.publish('2026.11.23', data(33), today);
    host(web, feed);
    await dayLater(settings, key);
    await clickIn(settings, 'button', 'Check now');
    await says(settings, 'A small feed was updated.');
    await clickIn(settings, '.feeds summary');
    await says(settings, 'Changed: river-watch, 30');
    await clickIn(settings, 'button', 'Go back to 2026.11.22');
    await says(settings, '2026.11.22 ·');
    await clickIn(settings, '.feeds button', 'Remove');
    await clickIn(settings, '.notice button', 'Remove');
    await until('the feed to be gone', async () => (await feedIn(settings)) === undefined);
  });
});

inBothBrowsers((world) => {
  test('a feed comes as a file to a machine that reaches no host, and a newer one of it by a newer file', async () => {
    const { driver, web } = world();
    const address = 'http://news.example/flood-by-file';
    web.serve(address, { body: pageOf(SENTENCE) });
    const feed = await SmallFeed.make(undefined, { database: data(30), day: today });
    const file = async (version: string): Promise<{ file: string }> => ({ file: Buffer.from((await carried(version, new Map([[1, feed.text(rootFile(1))]]), feed.files)).bytes).toString('base64') });
    const own = await driver.popup();
    web.requests();
    const { offer } = (await ask<FeedAnswer>(own, 'feed', { do: 'offer', from: await file('2026.11.22') })) as Extract<FeedAnswer, { offer: unknown }>;
    expect(await ask(own, 'feed', { do: 'add', from: await file('2026.11.22'), fingerprint: offer.fingerprint })).toEqual({ done: 'added' });
    const key = (await feedIn(own))?.feed.key ?? '';
    await feed.publish('2026.11.23', data(33), today);
    expect(await ask(own, 'feed', { do: 'bring', key, from: await file('2026.11.23') })).toEqual({ done: 'updated' });
    // A browser asks its own maker, encrypted; the feed's addresses are plain.
    expect(web.requests().filter((asked) => !asked.startsWith('connect '))).toEqual([]);
    const tab = await driver.newTab();
    await tab.goto(address);
    await untilMarked(tab, MARK);
    await hover(tab, MARK);
    expect((await untilCard(tab)).text).toContain('33');
    await ask(own, 'feed', { do: 'remove', key });
  });
});

describe('the worker is killed at fifty moments of an update', () => {
  let web: Web;
  let driver: ChromiumDriver;
  beforeAll(async () => {
    web = await openWeb();
    driver = await launchChromium(web);
  });
  afterAll(async () => {
    await driver.close();
    await web.close();
  });

  test('one version is served whole each time, and never a lower one', async () => {
    const feed = await SmallFeed.make(undefined, { database: data(1_001), day: today });
    host(web, feed);
    const own = await driver.popup();
    const key = await add(own);
    let served = 22;
    let cutShort = 0;
    for (let round = 1; round <= 50; round++) {
      const version = 22 + round;
      await feed.publish(`2026.11.${version}`, data(1_000 + version), today);
      host(web, feed);
      await dayLater(own, key);
      void ask(own, 'feed', { do: 'check', key }).catch(() => undefined);
      // Spread over the whole of an update, which takes some 60 ms here; chance decides the rest.
      await pause((round * 7) % 90);
      await driver.killWorker();
      const now = await until('the feed', () => feedIn(own));
      const shown = Number(now.version?.split('.')[2]);
      expect(shown).toBeGreaterThanOrEqual(served);
      expect(shown).toBeLessThanOrEqual(version);
      if (shown < version) cutShort += 1;
      served = shown;
    }
    expect(cutShort, 'updates cut short').toBeGreaterThan(0);
    await dayLater(own, key);
    expect(await ask(own, 'feed', { do: 'check', key })).toMatchObject({ done: expect.stringMatching(/updated|current/) });
    expect((await feedIn(own))?.version).toBe('2026.11.72');
    driver.errors();
  }, 180_000);
});
