// What the built extension weighs in Chromium: bytes and milliseconds of the scripts in a page, and the JavaScript heap of a tab, beside the
// same tab in a browser without us, and in one with an extension that only listens. Then what a reader waits for a card that did not come with the page: another question's, named in a card.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { launchListening, launchPlain, launchWithUs, LISTENER, metricsOf } from './launching.ts';
import { benchPages } from './pages.ts';
import { report, type Bar, type Line, type Row } from './report.ts';
import { openServing } from './serving.ts';
import { at, median } from './statistics.ts';
import { evaluationsIn } from './trace.ts';

const QUICK = process.argv.includes('--quick');
const ROUNDS = QUICK ? 5 : 10;
/** Pages of each kind. */
const COUNT = QUICK ? 3 : 8;
const ROOT = resolve(import.meta.dirname, '../..');
const SCRIPTS = ['gate.js', 'reader.js', 'card.js'] as const;
/** Until a page has been looked at, read, answered and marked, ms. */
const DONE = 2_500;

const row = (line: Line, metric: string, unit: string, list: readonly number[], bars: Bar[], ratio: Row['ratio'] = null): Row => ({ line, metric, unit, median: median(list), p95: list.length > 1 ? at(list, 0.95) : null, n: list.length, ratio, bars });

const [serving, without, listening, withUs] = [await openServing(), await launchPlain(), await launchListening(), await launchWithUs()];
const demo = readFileSync(resolve(ROOT, 'assets/demo/article.html'), 'utf8');
function bytes(): void {
  const [gate = 0, reader = 0, card = 0] = SCRIPTS.map((name) => gzipSync(readFileSync(resolve(ROOT, '.output/chrome-mv3', name)), { level: 9 }).length / 1000);
  report([
    row('bytes', 'gate in every page, gzip', 'kB', [gate], [{ of: 'median', atMost: 3 }]),
    row('bytes', 'gate and reader in a page that may hold a figure, gzip', 'kB', [gate + reader], [{ of: 'median', atMost: 25 }]),
    row('bytes', 'gate, reader and card in a page with a card, gzip', 'kB', [gate + reader + card], [{ of: 'median', atMost: 25 }]),
  ]);
}

/** Compiled and run once; the listener's in the same page of another browser, in turn. */
async function evaluations(): Promise<void> {
  serving.serve({ html: demo });
  const took = new Map<string, number[]>([...SCRIPTS, LISTENER].map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [context, names] of [[withUs, SCRIPTS], [listening, [LISTENER]]] as const) {
      const page = await context.newPage();
      const times = await evaluationsIn(page, names, async () => {
        await page.goto(serving.address);
        await page.waitForTimeout(DONE);
      });
      for (const name of names) if (times[name]) took.get(name)?.push(times[name]);
      await page.close();
    }
  const least = took.get(LISTENER) ?? [];
  report([
    ...SCRIPTS.map((name) => {
      const list = took.get(name) ?? [];
      return row('bytes', `Chromium, ${name} compiled and run`, 'ms', list, [{ of: 'median', atMost: 2 }], { value: median(list) / median(least), to: 'a script that only listens' });
    }),
    row('bytes', 'Chromium, a script that only listens, compiled and run', 'ms', least, []),
  ]);
}

/** `then`: before it is measured. `marks`: how many kinds of mark the page has, asked afterwards: the question itself is 30 to 70 kB. */
async function heapOf(context: BrowserContext, then: (page: Page) => Promise<void> = () => Promise.resolve()): Promise<{ heap: number; marks: number }> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(serving.address);
  await page.waitForTimeout(DONE);
  await then(page);
  // What the first collection leaves to be cleaned up goes with the second.
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const { heap } = await metricsOf(session);
  const marks = await page.evaluate<number>('CSS.highlights.size');
  await page.close();
  return { heap: heap / 1e6, marks };
}

const command = async (page: Page): Promise<void> => {
  const worker = withUs.serviceWorkers()[0] ?? (await withUs.waitForEvent('serviceworker'));
  await page.bringToFront();
  await worker.evaluate("chrome.commands.onCommand.dispatch('next-figure')");
  await page.waitForTimeout(500);
};

async function memory(): Promise<void> {
  const { from, pages } = benchPages(COUNT);
  const [least, none, marked, open]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (const { html, kind } of [...pages, { html: demo, kind: 'casualty' }]) {
    serving.serve({ html });
    const { heap: bare } = await heapOf(without);
    least.push((await heapOf(listening)).heap - bare);
    const { heap: ours, marks } = await heapOf(withUs);
    (marks === 0 ? none : marked).push(ours - bare);
    if (marks > 0 && kind === 'casualty') open.push((await heapOf(withUs, command)).heap - bare);
  }
  console.log(`memory: ${none.length} pages without a mark, ${marked.length} with marks (${from})`);
  const heap = (what: string, list: readonly number[], atMost: number): Row =>
    row('memory', `JS heap of a tab ${what}, more with us`, 'MB', list, [{ of: 'median', atMost }], { value: median(list) / median(least), to: 'an extension that only listens' });
  report([
    heap('without marks', none, 0.6),
    heap('with marks and no card', marked, 0.6),
    heap('with a card', open, 1.5),
    row('memory', 'JS heap of a tab, more with an extension that only listens', 'MB', least, []),
  ].filter(({ n }) => n > 0));
}

/**
 * From the press to the frame that holds the other card. Only the debugger sees into the closed root; there the card's own change is waited for,
 * and the frame it is drawn in.
 */
async function beside(): Promise<void> {
  serving.serve({ html: demo, scripts: true });
  const workers = await withUs.newPage();
  const killer = await withUs.newCDPSession(workers);
  await killer.send('ServiceWorker.enable');
  const page = await withUs.newPage();
  const session = await withUs.newCDPSession(page);
  const [awake, asleep]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++)
    for (const [kind, list] of [['awake', awake], ['asleep', asleep]] as const) {
      await page.bringToFront();
      await page.goto(serving.address);
      await page.waitForFunction('CSS.highlights.size > 0');
      await command(page);
      const root = await shadowOf(session);
      if (kind === 'asleep') {
        await killer.send('ServiceWorker.stopAllWorkers');
        await page.waitForTimeout(300);
      }
      const at = await call<{ x: number; y: number } | null>(session, root, BUTTON);
      if (at === null) throw new Error('the card names no other question');
      await call(session, root, WAIT);
      await page.mouse.click(at.x, at.y);
      list.push(await call<number>(session, root, 'function () { return this.told; }'));
    }
  await page.close();
  await workers.close();
  report([
    row('card', 'Chromium, a card that did not come with the page, the worker awake', 'ms', awake, [{ of: 'p95', atMost: 30 }]),
    row('card', 'Chromium, a card that did not come with the page, the worker asleep', 'ms', asleep, [{ of: 'p95', atMost: 150 }], { value: median(asleep) / median(awake), to: 'awake' }),
  ]);
}

/** Unfolds what the card says of other questions, and answers where the first of them is. */
const BUTTON = `function () {
  for (const fold of this.querySelectorAll('details')) fold.open = true;
  const button = this.querySelector('button[data-id]');
  if (!button) return null;
  button.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = button.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}`;
const WAIT = `function () {
  let from = 0;
  this.addEventListener('click', ({ timeStamp }) => { from = timeStamp; }, { capture: true, once: true });
  this.told = new Promise((done) => new MutationObserver((_, observer) => {
    if (!from || !this.querySelector('.back')) return;
    observer.disconnect();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now() - from);
    requestAnimationFrame(() => port2.postMessage(null));
  }).observe(this, { subtree: true, childList: true, characterData: true }));
}`;

/** The debugger's name for the closed root. */
async function shadowOf(session: CDPSession): Promise<string> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  type Found = { backendNodeId: number; shadowRootType?: string; children?: Found[]; shadowRoots?: Found[] };
  const closed = (node: Found): Found[] => [...(node.shadowRoots ?? []).filter((r) => r.shadowRootType === 'closed'), ...(node.children ?? []).flatMap(closed)];
  const [found] = closed(root as unknown as Found);
  if (found === undefined) throw new Error('no card');
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: found.backendNodeId });
  return object.objectId ?? '';
}

async function call<T>(session: CDPSession, objectId: string, functionDeclaration: string): Promise<T> {
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', { objectId, functionDeclaration, returnByValue: true, awaitPromise: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

bytes();
await evaluations();
await memory();
await beside();
await without.close();
await listening.close();
await withUs.close();
serving.close();
