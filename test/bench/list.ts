// How the reader's list grows: the list page of the built extension in a real Chromium with 1,000, 10,000 and 50,000 saved
// claims, as ratios to the smallest in the same run. `node test/bench/list.ts`, or with `npm run bench`.
import type { Page } from 'playwright-core';
import { listed } from '../../lib/saved/list.ts';
import { savedOf } from '../saved-content.ts';
import { launchWithUs, metricsOf } from './launching.ts';
import { report } from './report.ts';
import { at, median } from './statistics.ts';

const SIZES = [1_000, 10_000, 50_000];
const OPENINGS = 5;
const TYPED = ['h', 'ha', 'har', 'harb', 'harbour', 'harbour 12', 'nowhere', 'bridge', 'report 7', ''];
/** Steps of a scroll, px each: a wheel that is turned fast. */
const STEPS = 120;
const STEP = 900;

/** `first`, `whole`: since the page was opened. `drawn`, `sorted`: from the reader's key to the frame that shows it. `frame`: the longest of a scroll. ms; `heap` in MB. */
type Measured = Record<'first' | 'whole' | 'keystroke' | 'sort' | 'frame' | 'heap', number[]>;

/** Says in the page when the first row and the whole list were there, and how long until a change is seen. */
const WATCH = `
  globalThis.seen = {};
  new MutationObserver(() => {
    if (!seen.first && document.querySelector('.grid .body [role=row]')) seen.first = performance.now();
    if (!seen.whole && seen.first && /^[\\d,]+ claims$/.test(document.querySelector('header [role=status]')?.textContent ?? '')) seen.whole = performance.now();
  }).observe(document, { subtree: true, childList: true, characterData: true });
  globalThis.untilSeen = async (change) => {
    const from = performance.now();
    change();
    await new Promise((done) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); }));
    return performance.now() - from;
  };
`;

const context = await launchWithUs();
const [worker] = context.serviceWorkers();
if (worker === undefined) throw new Error('the extension did not start');
const address = worker.url().replace(/[^/]*$/, 'list.html');
const results: Measured[] = [];
for (const size of SIZES) {
  await fill(size);
  results.push(await measure(size));
}
await context.close();
const [smallest] = results;
if (smallest !== undefined)
  report(
    results.flatMap((result, i) =>
      ([['first', 'opened to its first row', 'ms'], ['whole', 'opened to all of it', 'ms'], ['keystroke', 'keystroke in the search to the result', 'ms'], ['sort', 'another order', 'ms'], ['frame', 'longest frame of a scroll', 'ms'], ['heap', 'memory of the page', 'MB']] as const).map(([key, what, unit]) => ({
        line: null, metric: `list of ${SIZES[i]?.toLocaleString('en-GB')}: ${what}`, unit, median: median(result[key]), p95: at(result[key], 0.95), n: result[key].length, ratio: { value: median(result[key]) / median(smallest[key]), to: `${SIZES[0]?.toLocaleString('en-GB')} claims` }, bars: [],
      })),
    ),
  );

/** The list is these claims and no others, as the store writes them. */
async function fill(size: number): Promise<void> {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForSelector('.empty, .grid .body [role=row]');
  const sample = await savedOf();
  await page.evaluate(
    `(async (row, beside, size) => {
      const db = await new Promise((done) => { const opening = indexedDB.open('tallyside-saved'); opening.onsuccess = () => done(opening.result); });
      const write = (what) => new Promise((done, fail) => { const t = db.transaction(['claims', 'besides'], 'readwrite'); what(t.objectStore('claims'), t.objectStore('besides')); t.oncomplete = done; t.onerror = () => fail(t.error); });
      await write((claims, besides) => { claims.clear(); besides.clear(); });
      for (let from = 0; from < size; from += 1000) await write((claims, besides) => {
        for (let n = from; n < Math.min(size, from + 1000); n++) {
          const id = n.toString(16).padStart(32, '0');
          claims.put({ ...row, id, checked: '', saved: new Date(1.6e12 + n * 60_000).toISOString(), figure: { ...row.figure, low: 100 + n },
            page: { ...row.page, key: 'news.example/' + (n % 997), site: 'The Example ' + (n % 97) },
            quote: { ...row.quote, exact: row.quote.exact + ' Report ' + n + ' of the ' + ['harbour', 'bridge', 'market', 'hospital'][n % 4] + '.' },
            note: n % 5 === 0 ? 'Compare with report ' + n * 7 + '.' : '', tags: n % 2 === 0 ? ['even'] : [] });
          besides.put({ id, beside });
        }
      });
      db.close();
    })(${JSON.stringify(listed(sample))}, ${JSON.stringify(sample.beside)}, ${size})`,
  );
  await page.close();
}

async function measure(size: number): Promise<Measured> {
  const result: Measured = { first: [], whole: [], keystroke: [], sort: [], frame: [], heap: [] };
  for (let opening = 0; opening < OPENINGS; opening++) {
    const page = await context.newPage();
    await page.addInitScript(WATCH);
    await page.goto(address);
    const { first, whole } = await page.evaluate<{ first: number; whole: number }>('new Promise((done) => { const look = () => (seen.whole ? done(seen) : setTimeout(look, 50)); look(); })');
    result.first.push(first);
    result.whole.push(whole);
    if (opening === OPENINGS - 1) await use(page, result, size);
    await page.close();
  }
  return result;
}

async function use(page: Page, result: Measured, size: number): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  result.heap.push((await metricsOf(session)).heap / 1e6);
  for (const text of TYPED) {
    const press = `untilSeen(() => { const field = document.querySelector('#search'); field.value = ${JSON.stringify(text)}; field.dispatchEvent(new Event('input', { bubbles: true })); })`;
    result.keystroke.push(await page.evaluate<number>(press));
    await page.waitForTimeout(100);
  }
  // Figure, question and date, down and up, by the heads of their columns.
  for (let n = 0; n < 6; n++) {
    result.sort.push(await page.evaluate<number>(`untilSeen(() => document.querySelectorAll('.head .by')[${n % 3}].click())`));
    await page.waitForTimeout(100);
  }
  const rows = await page.evaluate<number>("Number(document.querySelector('[role=grid]').getAttribute('aria-rowcount'))");
  if (rows !== size + 1) throw new Error(`${rows - 1} rows of ${size}`);
  for (let n = 0; n < 3; n++)
    result.frame.push(
      await page.evaluate<number>(`(async () => {
        scrollTo(0, 0);
        let longest = 0;
        let last = await new Promise(requestAnimationFrame);
        for (let i = 0; i < ${STEPS}; i++) {
          scrollBy({ top: ${STEP}, behavior: 'instant' });
          const now = await new Promise(requestAnimationFrame);
          longest = Math.max(longest, now - last);
          last = now;
        }
        return longest;
      })()`),
    );
}
