// What a page's own thread did, from the browser's trace.
import type { Page } from 'playwright-core';

type Traced = { name: string; ph: string; pid: number; tid: number; ts: number; dur?: number; tdur?: number; args?: { name?: string; data?: { url?: string } } };

/** All that was traced in pages and not in workers while `during` went on. */
async function traced(page: Page, during: () => Promise<void>, categories = ['devtools.timeline', 'v8']): Promise<Traced[]> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('no browser');
  const session = await browser.newBrowserCDPSession();
  const events: Traced[] = [];
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as Traced[])));
  await session.send('Tracing.start', { traceConfig: { includedCategories: categories }, transferMode: 'ReportEvents' });
  await during();
  const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const pages = new Set(events.filter((e) => e.args?.name === 'CrRendererMain').map((e) => `${e.pid} ${e.tid}`));
  return events.filter((e) => pages.has(`${e.pid} ${e.tid}`));
}

/** How often each of these happened. */
export async function eventsIn(page: Page, names: readonly string[], during: () => Promise<void>): Promise<Record<string, number>> {
  const events = await traced(page, during);
  return Object.fromEntries(names.map((name) => [name, events.filter((e) => e.name === name).length]));
}

/** Milliseconds of a processor that these scripts, by the end of their address, took to be compiled and to run once. */
export async function evaluationsIn(page: Page, files: readonly string[], during: () => Promise<void>): Promise<Record<string, number>> {
  const events = await traced(page, during);
  const took = (file: string): number =>
    events.filter((e) => e.name === 'EvaluateScript' && e.args?.data?.url?.endsWith(file)).reduce((ms, e) => ms + (e.tdur ?? 0) / 1000, 0);
  return Object.fromEntries(files.map((file) => [file, took(file)]));
}

/** A task of the page's thread in which a script of ours ran: milliseconds of a processor it took for us, and how often styles or layout were worked out in that. */
export type OwnTask = { ms: number; styled: number };

/** What the browser starts a script by: its own work in the same task, as the end of a page's parsing, is not ours. */
const STARTS = new Set(['EvaluateScript', 'v8.callFunction', 'FunctionCall']);

export async function ownTasksIn(page: Page, during: () => Promise<void>): Promise<OwnTask[]> {
  const events = (await traced(page, during, ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'])).toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const inside = (list: readonly Traced[], { ts, dur = 0 }: Traced): Traced[] => list.filter((e) => e.ts >= ts && e.ts < ts + dur);
  const ours = events.filter((e) => e.args?.data?.url?.startsWith('chrome-extension:'));
  const runs: Traced[] = [];
  for (const e of events) {
    const last = runs.at(-1);
    if (STARTS.has(e.name) && (last === undefined || e.ts >= last.ts + (last.dur ?? 0)) && inside(ours, e).length > 0) runs.push(e);
  }
  const styles = events.filter((e) => e.name === 'Layout' || e.name === 'UpdateLayoutTree');
  return events
    .filter((e) => e.name === 'RunTask')
    .map((task) => inside(runs, task))
    .filter((own) => own.length > 0)
    .map((own) => ({ ms: own.reduce((ms, e) => ms + (e.tdur ?? 0) / 1000, 0), styled: own.reduce((n, e) => n + inside(styles, e).length, 0) }));
}
