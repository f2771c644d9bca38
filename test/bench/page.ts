// What a page pays for us, in a real Chromium: `node test/bench/page.ts [--json] [--pages 20]`. First our own modules on
// each page, beside a bare walk over its text and one regular expression, in the same run; then the built extension, the
// same pages with and without it by turns; then two pages that are meant to be too much.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { chromium, type BrowserContext, type CDPSession } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath, ensureBrowsers } from '../../lib/cli/browsers.ts';
import { buildExtension } from '../../lib/cli/build-extension.ts';
import { bundled } from './bundled.ts';
import { benchPages, generated, type BenchPage } from './pages.ts';
import { at, median } from './statistics.ts';

const given = process.argv.indexOf('--pages');
const COUNT = given < 0 ? 20 : Number(process.argv[given + 1]);
const ROUNDS = 5;
/** How long a page that never rests is watched, ms. */
const RESTLESS = 20_000;

const ENTRY = `
  import { search } from '${resolve('lib/page/glance.ts')}';
  import { mayCount, mayHarm } from '${resolve('lib/detect/gate.ts')}';
  import { pageReading, readPage } from '${resolve('lib/page/page.ts')}';
  import { judge } from '${resolve('lib/page/judge.ts')}';
  const walk = () => { const w = document.createTreeWalker(document.body, 4); const all = []; for (let n; (n = w.nextNode()); ) all.push(n.data); return all.join(''); };
  const drive = (work) => { for (;;) { const step = work.next(); if (step.done) return step.value; } };
  const methods = {
    walk,
    regex: () => walk().match(/\\d[\\d,.]*/g),
    look: () => drive(search([document], { word: mayHarm, number: mayCount })),
    'look, nothing found': () => drive(search([document], { word: mayHarm, number: () => false })),
    judge: () => judge(document),
    read: () => readPage(document),
  };
  const timed = (f) => { let n = 0; const from = performance.now(); do { f(); n++; } while (performance.now() - from < 1); return (performance.now() - from) / n; };
  globalThis.measure = () => {
    const times = {};
    for (const [name, f] of Object.entries(methods)) { const from = performance.now(); f(); times[name] = { cold: performance.now() - from, warm: [] }; }
    for (let i = 0; i < ${ROUNDS}; i++) for (const [name, f] of Object.entries(methods)) times[name].warm.push(timed(f));
    let longest = 0;
    const work = pageReading(document);
    for (let done = false; !done; ) { const from = performance.now(); done = work.next().done; longest = Math.max(longest, performance.now() - from); }
    return { passes: methods.look(), longest, times };
  };
`;

type Measured = { passes: boolean; longest: number; times: Record<string, { cold: number; warm: number[] }> };
type Row = { what: string; value: string; target: string };
type Cost = { load: number; longTasks: number; longest: number; task: number; layouts: number; styles: number; heap: number; frame: number };

/** Long tasks and frames from the start on; in the page, and in nobody's way. */
const WATCH = `globalThis.seen = { tasks: [], frames: [] };
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map((e) => e.duration))).observe({ type: 'longtask', buffered: true });
  let last = 0; const tick = (now) => { if (last) seen.frames.push(now - last); last = now; requestAnimationFrame(tick); }; requestAnimationFrame(tick);`;

const RESTLESS_PAGE = generated('clean', 200).replace('</article>', '</article><p id="x"></p><script>let n = 0; setInterval(() => { for (let i = 0; i < 10; i++) { const p = document.createElement("p"); p.textContent = "Number " + n++; const x = document.getElementById("x"); x.append(p); if (x.childNodes.length > 50) x.firstChild.remove(); } }, 10);</script>');

let html = '';
const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('cross-origin-opener-policy', 'same-origin').setHeader('cross-origin-embedder-policy', 'require-corp');
  // Published pages must not run or fetch anything; the restless one is ours.
  if (html !== RESTLESS_PAGE) response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
  response.end(request.url === '/' ? html : '');
}).listen(0, '127.0.0.1');
await new Promise((done) => server.once('listening', done));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

ensureBrowsers(['chromium']);
buildExtension('chrome');
const ours = resolve('.output/chrome-mv3');
const executablePath = chromiumPath();
const launch = (args: readonly string[]): Promise<BrowserContext> =>
  chromium.launchPersistentContext('', { ...(executablePath === undefined ? {} : { executablePath }), headless: true, args: [...CHROMIUM_FLAGS, ...args] });
const { from, pages } = benchPages(COUNT);
const rows: Row[] = [];
const without = await launch([]);
await scan();
const withUs = await launch([`--disable-extensions-except=${ours}`, `--load-extension=${ours}`]);
await new Promise((done) => setTimeout(done, 4_000));
const costs = await paired();
await without.close();
await withUs.close();
server.close();
if (process.argv.includes('--json')) console.log(JSON.stringify({ from, pages: pages.length, rows, costs }, null, 2));
else {
  console.log(`${pages.length} pages (${from})`);
  for (const { what, value, target } of rows) console.log(`${what.padEnd(44)} ${value.padEnd(60)} ${target}`);
}

/** Our modules in a world of their own, as content scripts have it. */
async function scan(): Promise<void> {
  const code = await bundled(ENTRY);
  const page = await without.newPage();
  const session = await without.newCDPSession(page);
  const all: { page: BenchPage; measured: Measured }[] = [];
  for (const one of pages) {
    html = one.html;
    await page.goto(address);
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { contextId, expression: `${code};measure()`, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    all.push({ page: one, measured: result.value as Measured });
  }
  await page.close();
  const targets: Record<string, string> = { look: '≤ 2.0x, p95 ≤ 0.8 ms, cold ≤ 1.5 / 6 ms', 'look, nothing found': '≤ 2.0x', read: '≤ 10x with detection, ≤ 5 / 15 ms' };
  for (const name of Object.keys(all[0]?.measured.times ?? {})) {
    const warm = all.map(({ measured }) => median(measured.times[name]?.warm ?? []));
    const cold = all.map(({ measured }) => measured.times[name]?.cold ?? 0);
    const ratio = median(all.map(({ measured }, i) => (warm[i] ?? 0) / median(measured.times['walk']?.warm ?? [1])));
    rows.push({ what: name, value: `${ratio.toFixed(2)}x   warm ${two(warm)}   cold ${two(cold)} ms`, target: targets[name] ?? '' });
  }
  for (const kind of ['clean', 'casualty'] as const) {
    const those = all.filter(({ page: { kind: k } }) => k === kind);
    rows.push({ what: `${kind} pages that load the reader`, value: `${those.filter(({ measured }) => measured.passes).length} of ${those.length}`, target: kind === 'clean' ? 'as few as lose no claim' : 'all that hold a claim' });
  }
  rows.push({ what: 'longest step of a reading', value: `${two(all.map(({ measured }) => measured.longest))} ms`, target: '≤ 8 ms with its slice' });
}

/** The same pages with and without us, by turns. */
async function paired(): Promise<Record<string, Cost[]>> {
  const result: Record<string, Cost[]> = { without: [], with: [] };
  const run = async (wait: number): Promise<Cost[]> => {
    const both: Cost[] = [];
    for (const [name, context] of [['without', without], ['with', withUs]] as const) {
      const cost = await costOf(context, wait);
      result[name]?.push(cost);
      both.push(cost);
    }
    return both;
  };
  for (const { html: body } of pages) {
    html = body;
    await run(1_500);
  }
  const names: [keyof Cost, string, string][] = [['load', 'load, ms', ''], ['longTasks', 'long tasks', 'none of ours'], ['longest', 'longest task, ms', ''], ['task', 'main thread, ms', ''], ['layouts', 'layouts', 'none forced'], ['styles', 'style recalculations', 'none forced'], ['heap', 'JS heap, MB', '+ ≤ 0.6']];
  for (const [key, what, target] of names) {
    const [a, b] = [result['without'] ?? [], result['with'] ?? []].map((list) => list.map((c) => c[key])) as [number[], number[]];
    rows.push({ what: `paired: ${what}`, value: `without ${two(a)}   with ${two(b)}   difference ${median(b.map((x, i) => x - (a[i] ?? 0))).toFixed(2)}`, target });
  }
  for (const [what, body, wait] of [['a page of 10 MB', generated('casualty', 45_000), 8_000], ['1,000 changes a second', RESTLESS_PAGE, RESTLESS]] as const) {
    html = body;
    const [a, b] = await run(wait);
    if (!a || !b) continue;
    const said = (c: Cost): string => `${c.longTasks} long tasks (${c.longest.toFixed(0)} ms), ${c.task.toFixed(0)} ms, frame p95 ${c.frame.toFixed(0)} ms, ${c.heap.toFixed(1)} MB`;
    rows.push({ what: `${what}, without`, value: said(a), target: '' }, { what: `${what}, with`, value: said(b), target: 'CPU + < 2 %' });
  }
  return result;
}

async function costOf(context: BrowserContext, wait: number): Promise<Cost> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await page.addInitScript(WATCH);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(wait);
  const seen = await page.evaluate<{ tasks: number[]; frames: number[] }>('seen');
  const load = await page.evaluate<number>('performance.getEntriesByType("navigation")[0].loadEventEnd');
  const metrics = await metricsOf(session);
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize = 0 } = await metricsOf(session);
  await page.close();
  return { load, longTasks: seen.tasks.length, longest: Math.max(0, ...seen.tasks), task: 1000 * (metrics['TaskDuration'] ?? 0), layouts: metrics['LayoutCount'] ?? 0, styles: metrics['RecalcStyleCount'] ?? 0, heap: JSHeapUsedSize / 1e6, frame: at(seen.frames, 0.95) };
}

async function metricsOf(session: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** The median and the 95th percentile. */
function two(values: readonly number[]): string {
  return `${median(values).toFixed(2)} / ${at(values, 0.95).toFixed(2)}`;
}
