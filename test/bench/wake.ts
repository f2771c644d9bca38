// How long a page waits for a worker that had been put to sleep: the same message sent cold to our worker and to one that
// only answers, in turn, in one Chromium. Run with `node test/bench/wake.ts [--json]`; prints medians, the 95th percentile and
// their ratio.
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath, ensureBrowsers } from '../../lib/cli/browsers.ts';
import { buildExtension } from '../../lib/cli/build-extension.ts';
import { parseHtml } from '../../lib/cli/scan/parse-html.ts';
import { fit } from '../../lib/messages/fit.ts';
import { readPage } from '../../lib/page/page.ts';
import { writtenExtension } from './launching.ts';
import { report } from './report.ts';

const ROUNDS = 20;
const TARGET = 150;

/** The least an extension can be: a gate that does nothing and a worker that answers. */
const EMPTY = {
  'worker.js': 'chrome.runtime.onMessage.addListener((_, __, answer) => { answer(null); });',
  'gate.js': '',
};
const MANIFEST = { background: { service_worker: 'worker.js' }, content_scripts: [{ matches: ['http://*/*'], js: ['gate.js'] }] };

type Sender = { name: string; wait(): Promise<number> };

async function main(): Promise<void> {
  ensureBrowsers(['chromium']);
  buildExtension('chrome');
  const html = readFileSync(resolve(import.meta.dirname, '../../assets/demo/article.html'), 'utf8');
  const read = fit(readPage(parseHtml(html)).page);
  const empty = writtenExtension(EMPTY, MANIFEST);
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(html)).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const ours = resolve(import.meta.dirname, '../../.output/chrome-mv3');
  const executablePath = chromiumPath();
  const context = await chromium.launchPersistentContext('', {
    ...(executablePath === undefined ? {} : { executablePath }),
    headless: true,
    args: [...CHROMIUM_FLAGS, `--disable-extensions-except=${ours},${empty}`, `--load-extension=${ours},${empty}`],
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const worlds = worldsOf(session);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    // The first answer waits for the database to be installed: that is done once, not at every wake.
    await page.waitForTimeout(4_000);
    const workers = await context.newPage();
    const stop = await stopper(workers);
    const senders: Sender[] = [
      { name: 'Tallyside', wait: sender(session, worlds, 'Tallyside', { type: 'lookup', body: { page: read, of: 1, n: 0, part: false } }) },
      { name: 'an empty extension', wait: sender(session, worlds, 'Nothing', null) },
    ];
    const times = new Map<string, number[]>(senders.map(({ name }) => [name, []]));
    for (let round = 0; round < ROUNDS; round++)
      for (const { name, wait } of senders) {
        await stop();
        times.get(name)?.push(await wait());
      }
    print(times);
  } finally {
    await context.close();
    server.close();
    rmSync(empty, { recursive: true, force: true });
  }
}

/** The isolated worlds of content scripts in a page, by the name of their extension. */
function worldsOf(session: CDPSession): Map<string, number> {
  const worlds = new Map<string, number>();
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.set(context.name, context.id));
  void session.send('Runtime.enable');
  return worlds;
}

/** Sends as our script in the page would, and answers how long the page waited, ms. */
function sender(session: CDPSession, worlds: ReadonlyMap<string, number>, extension: string, message: unknown): () => Promise<number> {
  return async () => {
    const contextId = worlds.get(extension);
    if (contextId === undefined) throw new Error(`no script of ${extension} in the page: ${[...worlds.keys()].join(', ')}`);
    const expression = `(async () => { const since = performance.now(); const reply = await chrome.runtime.sendMessage(${JSON.stringify(message)}); const ms = performance.now() - since; return { ms, error: reply?.error ?? null, cards: reply?.answer?.cards.length ?? null }; })()`;
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { contextId, expression, awaitPromise: true, returnByValue: true });
    const { ms, error, cards } = (result.value ?? {}) as { ms?: number; error?: string | null; cards?: number | null };
    if (ms === undefined || error || cards === 0) throw new Error(`${extension}: ${error ?? exceptionDetails?.text ?? 'no cards'}`);
    return ms;
  };
}

/** Puts every worker to sleep, as the browser does after 30 seconds without work. */
async function stopper(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  return async () => {
    await session.send('ServiceWorker.stopAllWorkers');
    await page.waitForTimeout(300);
  };
}

function print(times: ReadonlyMap<string, readonly number[]>): void {
  const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  const results = [...times].map(([name, list]) => {
    const sorted = list.toSorted((a, b) => a - b);
    return { name, fastest: sorted[0] ?? 0, median: at(sorted, 0.5), p95: at(sorted, 0.95), n: sorted.length };
  });
  const [ours, empty] = results;
  const ratio = (ours?.median ?? 0) / (empty?.median || 1);
  if (process.argv.includes('--json')) return console.log(JSON.stringify({ target: TARGET, ratio, results }, null, 2));
  for (const { name, fastest, median, p95, n } of results) console.log(`${name.padEnd(20)} median ${median.toFixed(0).padStart(4)} ms   fastest ${fastest.toFixed(0).padStart(4)} ms   p95 ${p95.toFixed(0).padStart(4)} ms   n ${n}`);
  console.log(`ratio × ${ratio.toFixed(1)}; target: at most ${TARGET} ms`);
  if (ours) report([{ line: 'card', metric: 'a page answered by a worker that slept', unit: 'ms', median: ours.median, p95: ours.p95, n: ours.n, ratio: { value: ratio, to: 'an empty extension' }, bars: [{ of: 'p95', atMost: TARGET }] }]);
}

await main();
