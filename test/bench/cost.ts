// What a page has cost the browser by the time it is at rest: the same question for a browser with us and for one without.
import type { BrowserContext, Page } from 'playwright-core';
import { metricsOf } from './launching.ts';
import { at } from './statistics.ts';

/** Milliseconds, numbers and megabytes; `longTasks` are those of over 50 ms; `frame` is the 95th percentile from one frame to the next. */
export type Cost = { load: number; longTasks: number; longest: number; task: number; layouts: number; styles: number; heap: number; frame: number };

/** Long tasks and frames from the start on; in the page, and in nobody's way. */
const WATCH = `globalThis.seen = { tasks: [], frames: [] };
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map((e) => e.duration))).observe({ type: 'longtask', buffered: true });
  let last = 0; const tick = (now) => { if (last) seen.frames.push(now - last); last = now; requestAnimationFrame(tick); }; requestAnimationFrame(tick);`;

/** After `wait` ms; `during` may ask more of the page before that. The heap is what is left after a collection. */
export async function costOf(context: BrowserContext, address: string, wait: number, during: (page: Page) => Promise<void> = () => Promise.resolve()): Promise<Cost> {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    await page.addInitScript(WATCH);
    await page.goto(address, { waitUntil: 'load' });
    await during(page);
    await page.waitForTimeout(wait);
    const seen = await page.evaluate<{ tasks: number[]; frames: number[] }>('seen');
    const load = await page.evaluate<number>('performance.getEntriesByType("navigation")[0].loadEventEnd');
    const { tasks, layouts, styles } = await metricsOf(session);
    await session.send('HeapProfiler.collectGarbage');
    const { heap } = await metricsOf(session);
    return { load, longTasks: seen.tasks.length, longest: Math.max(0, ...seen.tasks), task: tasks, layouts, styles, heap: heap / 1e6, frame: at(seen.frames, 0.95) };
  } finally {
    await page.close();
  }
}
