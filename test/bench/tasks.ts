// How long the built extension holds up a page's own thread at a time, in Chromium: each task in which a script of ours ran, from the page's load
// until it is marked and at rest, in processor time; and whether anything in it made the browser work out styles or layout. On published pages,
// and on one of 2 MB of text and one of 10 MB.
import { launchWithUs } from './launching.ts';
import { benchPages, generated } from './pages.ts';
import { report, type Bar, type Row } from './report.ts';
import { openServing } from './serving.ts';
import { at, median } from './statistics.ts';
import { ownTasksIn, type OwnTask } from './trace.ts';

const QUICK = process.argv.includes('--quick');
/** Pages of each kind. */
const COUNT = QUICK ? 5 : 20;
/** Until a page has been looked at, read, answered and marked, ms. */
const DONE = 2_000;
const ROUNDS = 3;

const [serving, context] = [await openServing(), await launchWithUs()];

async function tasksOf(html: string, wait: number): Promise<OwnTask[]> {
  serving.serve({ html });
  const page = await context.newPage();
  const tasks = await ownTasksIn(page, async () => {
    await page.goto(serving.address, { timeout: 60_000 });
    await page.waitForTimeout(wait);
  });
  await page.close();
  return tasks;
}
const longestOf = (tasks: readonly OwnTask[]): number => Math.max(0, ...tasks.map(({ ms }) => ms));
const row = (metric: string, unit: string, list: readonly number[], bars: Bar[]): Row => ({ line: 'finding', metric, unit, median: median(list), p95: at(list, 0.95), n: list.length, ratio: null, bars });

const { from, pages } = benchPages(COUNT);
const all: OwnTask[][] = [];
for (const { html } of pages) all.push(await tasksOf(html, DONE));
console.log(`${pages.length} pages (${from})`);
report([
  row('Chromium, a published page: longest task of ours', 'ms', all.map(longestOf), [{ of: 'p95', atMost: 8 }]),
  row('Chromium, a published page: all tasks of ours', 'ms', all.map((tasks) => tasks.reduce((sum, { ms }) => sum + ms, 0)), []),
  row('Chromium, a published page: styles and layouts worked out in them', '', all.map((tasks) => tasks.reduce((n, { styled }) => n + styled, 0)), [{ of: 'p95', atMost: 0 }]),
]);
for (const [what, paragraphs, wait] of [['2 MB of text', 11_500, 5_000], ...(QUICK ? [] : [['a page of 10 MB', 45_000, 12_000] as const])] as const) {
  const rounds: OwnTask[][] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await tasksOf(generated('casualty', paragraphs), wait));
  report([row(`Chromium, ${what}: longest task of ours`, 'ms', rounds.map(longestOf), [{ of: 'median', atMost: 8 }]), row(`Chromium, ${what}: all tasks of ours`, 'ms', rounds.map((tasks) => tasks.reduce((sum, { ms }) => sum + ms, 0)), [])]);
}
await context.close();
serving.close();
