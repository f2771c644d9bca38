// What a page's own thread did, from the browser's trace.
import type { Page } from 'playwright-core';

type Traced = { name: string; ph: string; pid: number; tid: number; tdur?: number; args?: { name?: string; data?: { url?: string } } };

/** All that was traced in pages and not in workers while `during` went on. */
async function traced(page: Page, during: () => Promise<void>): Promise<Traced[]> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('no browser');
  const session = await browser.newBrowserCDPSession();
  const events: Traced[] = [];
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as Traced[])));
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline', 'v8'] }, transferMode: 'ReportEvents' });
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
