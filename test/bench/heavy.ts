// Pages that are meant to be too much, in the built extension in Chromium, with us and without by turns: a page that changes a thousand times
// a second for a minute, a feed without end, 2 MB and 10 MB of text, half a megabyte of hostile text. And a page at rest, where we are to do nothing at all.
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { HOSTILE } from '../hostile-texts.ts';
import { costOf, type Cost } from './cost.ts';
import { launchPlain, launchWithUs, metricsOf } from './launching.ts';
import { generated, FIGURES, PLAIN } from './pages.ts';
import { oursIn } from './profile.ts';
import { report, type Bar, type Line, type Row } from './report.ts';
import { openServing } from './serving.ts';
import { median } from './statistics.ts';
import { eventsIn } from './trace.ts';

const QUICK = process.argv.includes('--quick');
/** How long a page that never rests is watched, and one that does, ms. */
const MINUTE = QUICK ? 10_000 : 60_000;
const REST = QUICK ? 5_000 : 20_000;
/** Until a page is read and marked, ms. */
const SETTLED = 4_000;
/** Between two articles of the feed, ms. */
const ARTICLE = 100;

const changing = (every: string): string => generated('casualty', 200).replace('</article>', `</article><div id="x"></div><script>${every}</script>`);
const RESTLESS = changing('let n = 0; setInterval(() => { for (let i = 0; i < 10; i++) { const p = document.createElement("p"); p.textContent = "Number " + n++; const x = document.getElementById("x"); x.append(p); if (x.childNodes.length > 50) x.firstChild.remove(); } }, 10);');
const FEED = changing(`let n = 0; const told = ${JSON.stringify(FIGURES)}; setInterval(() => { const a = document.createElement("article"); for (let i = 0; i < 5; i++) { const p = document.createElement("p"); p.textContent = i === 2 ? told[n % told.length] : ${JSON.stringify(PLAIN)} + " " + n; a.append(p); } n++; document.getElementById("x").append(a); }, ${ARTICLE});`);
const hostile = (name: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><meta property="og:type" content="article"></head><body><article><p>${PLAIN.repeat(20)} 12 people were killed. ${HOSTILE[name]}</p></article></body></html>`;

const serving = await openServing();
const [without, withUs] = [await launchPlain(), await launchWithUs()];

const one = (metric: string, unit: string, value: number, { line = null, bars = [], ratio = null }: { line?: Line | null; bars?: Bar[]; ratio?: Row['ratio'] } = {}): Row => ({ line, metric, unit, median: value, p95: null, n: 1, ratio, bars });

/** How much of a processor our scripts took in this page while it was watched, in percent. */
async function shareOfOurs(page: Page, ms: number): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 500 });
  await session.send('Profiler.start');
  await page.waitForTimeout(ms);
  const { profile } = await session.send('Profiler.stop');
  await session.detach();
  return 100 * oursIn(profile);
}

const both = async (wait: number, during?: (context: BrowserContext) => ((page: Page) => Promise<void>) | undefined): Promise<[Cost, Cost]> => [await costOf(without, serving.address, wait, during?.(without)), await costOf(withUs, serving.address, wait, during?.(withUs))];

const compared = (what: string, [a, b]: [Cost, Cost]): Row[] => [
  one(`${what}: long tasks, more with us`, '', b.longTasks - a.longTasks),
  one(`${what}: longest task with us`, 'ms', b.longest, { ratio: a.longest > 0 ? { value: b.longest / a.longest, to: 'without us' } : null }),
  one(`${what}: main thread with us`, 'ms', b.task, { ratio: { value: b.task / a.task, to: 'without us' } }),
  one(`${what}: 95th percentile of frames with us`, 'ms', b.frame, { ratio: { value: b.frame / a.frame, to: 'without us' } }),
  one(`${what}: heap, more with us`, 'MB', b.heap - a.heap, { ratio: { value: b.heap / a.heap, to: 'without us' } }),
];

/** What happens in a page at rest: everything that a page's own thread is woken by. */
async function atRest(context: BrowserContext): Promise<Record<string, number>> {
  serving.serve({ html: generated('casualty', 60) });
  const page = await context.newPage();
  await page.goto(serving.address);
  await page.waitForTimeout(3_000);
  const counts = await eventsIn(page, ['TimerInstall', 'TimerFire', 'RequestIdleCallback', 'FireIdleCallback', 'RequestAnimationFrame', 'FireAnimationFrame', 'ResourceSendRequest'], () => page.waitForTimeout(REST));
  await page.close();
  return counts;
}

/** Heap after collections, MB, as the feed grows. */
async function grown(page: Page, ms: number): Promise<number[]> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const heaps: number[] = [];
  for (let i = 0; i < 4; i++) {
    await page.waitForTimeout(ms / 4);
    await session.send('HeapProfiler.collectGarbage');
    heaps.push((await session.send('Runtime.getHeapUsage')).usedSize / 1e6);
  }
  await session.detach();
  return heaps;
}

const [restOf, restWith] = [await atRest(without), await atRest(withUs)];
const timers = (counts: Record<string, number>): number => Object.entries(counts).reduce((n, [name, count]) => n + (name === 'ResourceSendRequest' ? 0 : count), 0);
report([
  one(`Chromium, a page at rest for ${REST / 1000} s: timers, frames and idle calls, more with us`, '', timers(restWith) - timers(restOf), { line: 'idle', bars: [{ of: 'median', atMost: 0 }] }),
  one(`Chromium, a page at rest for ${REST / 1000} s: requests, more with us`, '', (restWith['ResourceSendRequest'] ?? 0) - (restOf['ResourceSendRequest'] ?? 0), { line: 'idle', bars: [{ of: 'median', atMost: 0 }] }),
]);

serving.serve({ html: RESTLESS, scripts: true });
/** Our scripts on the stack; and all that the page's thread did, which holds what the browser does for our marks. Percent of a processor. */
const shares = new Map<BrowserContext, { scripts: number; thread: number }>();
const restless = await both(0, (context) => async (page) => {
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  // It is read and marked first, as any page is.
  await page.waitForTimeout(SETTLED);
  const before = await metricsOf(session);
  const scripts = await shareOfOurs(page, MINUTE);
  shares.set(context, { scripts, thread: ((await metricsOf(session)).tasks - before.tasks) / (MINUTE / 100) });
  await session.detach();
});
const [alone, ours] = [shares.get(without), shares.get(withUs)];
report([
  one(`1,000 changes a second for ${MINUTE / 1000} s: our scripts, of a processor`, '%', ours?.scripts ?? 0, { line: 'idle', bars: [{ of: 'median', atMost: 2 }] }),
  one(`1,000 changes a second for ${MINUTE / 1000} s: the page’s thread, of a processor, more with us`, '%', (ours?.thread ?? 0) - (alone?.thread ?? 0), { line: 'idle', bars: [{ of: 'median', atMost: 2 }], ratio: { value: (ours?.thread ?? 0) / (alone?.thread || 1), to: 'without us' } }),
  ...compared('1,000 changes a second', restless),
]);

serving.serve({ html: FEED, scripts: true });
const heaps = new Map<BrowserContext, number[]>();
const feed = await both(0, (context) => async (page) => void heaps.set(context, await grown(page, MINUTE)));
const more = (heaps.get(withUs) ?? []).map((mb, i) => mb - (heaps.get(without)?.[i] ?? 0));
report([
  ...compared(`${MINUTE / ARTICLE} articles of a feed without end`, feed),
  one('the feed: heap, more with us, after a quarter', 'MB', more[0] ?? 0),
  one('the feed: heap, more with us, at its end', 'MB', more.at(-1) ?? 0, { ratio: { value: (more.at(-1) ?? 0) / (more[0] ?? 1), to: 'after a quarter' } }),
]);

for (const [what, html, wait] of [
  ['a page of 2 MB of text', generated('casualty', 11_500), 5_000],
  ...(QUICK ? [] : [['a page of 10 MB', generated('casualty', 45_000), 12_000] as const]),
  ['500 kB of labels and numbers', hostile('labels and numbers by turns'), 5_000],
] as const) {
  serving.serve({ html });
  const rounds: [Cost, Cost][] = [];
  for (let round = 0; round < (QUICK ? 1 : 3); round++) rounds.push(await both(wait));
  const typical = (i: 0 | 1): Cost => Object.fromEntries((Object.keys(rounds[0]?.[i] ?? {}) as (keyof Cost)[]).map((key) => [key, median(rounds.map((r) => r[i][key]))])) as Cost;
  report(compared(what, [typical(0), typical(1)]));
}
await without.close();
await withUs.close();
serving.close();
