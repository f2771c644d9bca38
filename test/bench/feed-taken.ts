// A feed taken in by the built extension in a real Chromium, from a host on this machine, while somebody keeps asking what a page says.
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type Page, type Worker } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath } from '../../lib/cli/browsers.ts';
import { feedServer } from '../../lib/cli/claims/serve.ts';
import { parseHtml } from '../../lib/cli/scan/parse-html.ts';
import type { FeedAnswer, FeedBody } from '../../lib/messages/messages.ts';
import { fit } from '../../lib/messages/fit.ts';
import { readPage } from '../../lib/page/page.ts';
import { RELEASES, ROOT, type Made, type ReleaseName } from './feed-made.ts';
import { at, median } from './statistics.ts';
import { inWorker, type WorkerProtocol } from './worker-protocol.ts';

/**
 * Seconds, bytes (as they went over the wire, headers and all) and milliseconds. `gap`: the longest time in which nothing that waited in the worker got its turn, of which a busy machine may be a part;
 * `processor`: how long it was at all tasks of the worker, `task`: at the longest of them, `long` how many took it over 50 ms. `lookups`: a page asked
 * about again and again meanwhile (not for the release in which one question changed, which is measured by itself); `next`: the first that was asked afterwards, from the new release. `heap`: the most that JavaScript held in the worker, `idle` what it holds afterwards, `held` the same with its typed arrays.
 */
export type Taking = { bytes: number; requests: number; wall: number; processor: number; gap: number; task: number; long: number; lookups: { n: number; median: number; p95: number; longest: number }; next: number; heap: number; idle: number; held: number };

/** `asleep`: a page asked about when the worker had been stopped and hears the feed; `before`: the same without the feed. */
export type Taken = Record<ReleaseName, Taking> & { before: number; asleep: number };

/** Milliseconds: what browsers call a long task. */
const LONG = 50;

export async function takeInChromium(made: Made): Promise<Taken> {
  let [bytes, requests] = [0, 0];
  const server = feedServer(made.feed).on('request', (_, response) => {
    requests += 1;
    const { socket } = response;
    const before = socket?.bytesWritten ?? 0;
    response.on('finish', () => (bytes += (socket?.bytesWritten ?? before) - before));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const extension = resolve(ROOT, '.output/chrome-mv3');
  const executablePath = chromiumPath();
  const context = await chromium.launchPersistentContext('', {
    ...(executablePath === undefined ? {} : { executablePath }),
    headless: true,
    args: [...CHROMIUM_FLAGS, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const own = await context.newPage();
    await own.goto(`${worker.url().replace(/\/[^/]*$/, '')}/popup.html`);
    await asks(own);
    const before = await asleep(context, own);
    const protocol = await inWorker(context);
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const takings: [ReleaseName, Taking][] = [];
    let key: string | null = null;
    for (const release of RELEASES) {
      made.serve(release);
      [bytes, requests] = [0, 0];
      const taking = await watched(context, own, protocol, release !== 'one', async () => {
        if (key === null) key = await add(own, address);
        else {
          await dayLater(own, key);
          await act(own, { do: 'check', key });
        }
      });
      takings.push([release, { bytes, requests, ...taking }]);
    }
    return { ...(Object.fromEntries(takings) as Record<ReleaseName, Taking>), before, asleep: await asleep(context, own) };
  } finally {
    await context.close();
    server.close();
  }
}

async function watched(context: BrowserContext, own: Page, protocol: WorkerProtocol, asked: boolean, work: () => Promise<void>): Promise<Omit<Taking, 'bytes' | 'requests'>> {
  const worker = context.serviceWorkers().at(-1);
  if (worker === undefined) throw new Error('no worker');
  await beat(worker);
  await own.evaluate(ASKING(await page()));
  if (!asked) await own.evaluate('asking.end()');
  const heap = await protocol.watchHeap();
  const tasks = await protocol.watchTasks();
  const from = performance.now();
  await work();
  const wall = (performance.now() - from) / 1000;
  const { waits } = await own.evaluate<{ waits: number[] }>('asking.end()');
  const most = heap.end();
  const took = await tasks.end();
  const next = await once(own);
  const { script: idle, all: held } = await protocol.heapAfterCollection();
  return { wall, gap: await worker.evaluate<number>('beating.end()'), processor: took.reduce((sum, ms) => sum + ms, 0), task: took.reduce((most, ms) => Math.max(most, ms), 0), long: took.filter((ms) => ms > LONG).length, lookups: { n: waits.length, median: median(waits), p95: at(waits, 0.95), longest: Math.max(...waits) }, next, heap: most, idle, held };
}

/** A timer that should fire every few milliseconds: how late it comes is how long anything else waits. */
const beat = (worker: Worker): Promise<unknown> =>
  worker.evaluate(`(() => {
    let [last, longest, on] = [performance.now(), 0, true];
    const next = () => { const now = performance.now(); longest = Math.max(longest, now - last); last = now; if (on) setTimeout(next, 1); };
    setTimeout(next, 1);
    globalThis.beating = { end() { on = false; return longest; } };
  })()`);

/** In a page of the extension: sends the page, waits for its cards, and does so again. */
const ASKING = (page: unknown): string => `(() => {
  const waits = [];
  let on = true;
  const ask = async () => { const since = performance.now(); const reply = await chrome.runtime.sendMessage(${JSON.stringify({ type: 'pasted', body: { page } })}); if (!(reply.answer?.cards ?? []).some((c) => c !== null)) throw new Error('the page was not answered: ' + reply.error); return performance.now() - since; };
  const again = async () => { while (on) { waits.push(await ask()); await new Promise((later) => setTimeout(later, 30)); } };
  const done = again();
  globalThis.asking = { async end() { on = false; await done; return { waits }; }, ask };
})()`;

async function asks(own: Page): Promise<void> {
  await own.evaluate(ASKING(await page()));
  await own.evaluate('asking.end()');
}

const once = (own: Page): Promise<number> => own.evaluate<number>('asking.ask()');

/** The median of some lookups, each of which has to wake the worker. */
async function asleep(context: BrowserContext, own: Page): Promise<number> {
  const workers = await context.newPage();
  const session = await context.newCDPSession(workers);
  await session.send('ServiceWorker.enable');
  const waits: number[] = [];
  for (let i = 0; i < 5; i++) {
    await session.send('ServiceWorker.stopAllWorkers');
    await workers.waitForTimeout(300);
    waits.push(await once(own));
  }
  await workers.close();
  return median(waits);
}

/** What the reader of the demonstration's article would send. */
async function page(): Promise<unknown> {
  return Promise.resolve(fit(readPage(parseHtml(readFileSync(join(ROOT, 'assets/demo/article.html'), 'utf8'))).page));
}

async function act<T extends FeedAnswer>(own: Page, body: FeedBody): Promise<T> {
  const reply = await own.evaluate<{ answer?: T; error?: string }>(`chrome.runtime.sendMessage(${JSON.stringify({ type: 'feed', body })})`);
  if (reply.answer === undefined || 'refused' in reply.answer) throw new Error(JSON.stringify(reply));
  return reply.answer;
}

async function add(own: Page, address: string): Promise<string> {
  const { offer } = await act<Extract<FeedAnswer, { offer: unknown }>>(own, { do: 'offer', from: { typed: address } });
  await act(own, { do: 'add', from: { typed: address }, fingerprint: offer.fingerprint });
  return own.evaluate<string>("chrome.storage.local.get('feeds').then(({ feeds }) => feeds.find((f) => f.address?.startsWith('http://127.0.0.1')).key)");
}

/** By hand a feed can be looked at once a minute. */
const dayLater = (own: Page, key: string): Promise<unknown> =>
  own.evaluate(`(async () => {
    const name = 'feed:${key}:state';
    const { [name]: state } = await chrome.storage.local.get(name);
    await chrome.storage.local.set({ [name]: { ...state, rhythm: { ...state.rhythm, last: state.rhythm.last - 86_400_000, notBefore: null } } });
  })()`);
