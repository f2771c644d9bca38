// How the reader's list grows: the same work with 1,000, 10,000 and 50,000 saved claims in a real Chromium, as ratios to the
// smallest. Run with `npm run bench`; prints the time to the first rows, to the whole list, from a keystroke in the search to
// its result (medians), and the memory the list takes.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, chromiumPath, ensureBrowsers } from '../../lib/cli/browsers.ts';
import { savedOf } from '../saved-content.ts';
import { bundled } from './bundled.ts';
import { report } from './report.ts';

const SIZES = [1_000, 10_000, 50_000];
/** Rows a window shows. */
const WINDOW = 50;
const TYPED = ['h', 'ha', 'har', 'harb', 'harbour', 'harbour 12', 'nowhere'];

/** What the list page does, in a page: bundled as the extension's own pages are. */
const ENTRY = `
  import { openSaved } from '${resolve('lib/store/saved.ts')}';
  import { filtered, rowOf, sorted } from '${resolve('lib/saved/list.ts')}';
  Object.assign(globalThis, { openSaved, filtered, rowOf, sorted });
`;

type Measured = { first: number; whole: number; keystroke: number; sort: number; megabytes: number };

async function main(): Promise<void> {
  ensureBrowsers(['chromium']);
  const script = await bundled(ENTRY);
  const server = createServer((request, response) => {
    const isScript = request.url === '/list.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8').end(isScript ? script : '<!doctype html><script type="module" src="/list.js"></script>');
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const executablePath = chromiumPath();
  const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), headless: true, args: [...CHROMIUM_FLAGS, '--enable-precise-memory-info', '--js-flags=--expose-gc'] });
  try {
    const sample = await savedOf();
    const results: Measured[] = [];
    for (const size of SIZES) {
      const page = await (await browser.newContext()).newPage();
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      await page.goto(address);
      await page.waitForFunction('globalThis.openSaved');
      await fill(page, sample, size);
      // As the reader opens it: nothing of it in memory yet.
      await page.goto(address);
      await page.waitForFunction('globalThis.openSaved');
      results.push(await measure(page));
      await page.context().close();
    }
    print(results);
  } finally {
    await browser.close();
    server.close();
  }
}

async function fill(page: Page, sample: object, size: number): Promise<void> {
  await page.evaluate(
    `(async (sample, size) => {
      const store = openSaved();
      for (let from = 0; from < size; from += 1000) {
        const claims = Array.from({ length: Math.min(1000, size - from) }, (_, i) => {
          const n = from + i;
          const claim = structuredClone(sample);
          claim.id = n.toString(16).padStart(32, '0');
          claim.saved = new Date(1.6e12 + n * 60_000).toISOString();
          claim.page.key = 'news.example/' + (n % 997);
          claim.quote.exact += ' Report ' + n + ' of the ' + ['harbour', 'bridge', 'market', 'hospital'][n % 4] + '.';
          claim.note = n % 5 === 0 ? 'Compare with report ' + (n * 7) + '.' : '';
          return claim;
        });
        await store.takeIn(claims, new Date().toISOString());
      }
      store.close();
    })(${JSON.stringify(sample)}, ${size})`,
  );
}

const measure = (page: Page): Promise<Measured> =>
  page.evaluate<Measured>(`(async () => {
    const heap = () => { gc(); return performance.memory.usedJSHeapSize; };
    const before = heap();
    const start = performance.now();
    const store = openSaved();
    await store.first({ by: 'saved', descending: true, limit: ${WINDOW} });
    const first = performance.now() - start;
    const rows = [];
    for await (const part of store.list()) for (const claim of part) rows.push(rowOf(claim));
    const whole = performance.now() - start;
    const time = (what) => { const from = performance.now(); what(); return performance.now() - from; };
    const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
    const typed = ${JSON.stringify(TYPED)};
    const keystroke = median([...typed, ...typed, ...typed].map((text) => time(() => filtered(rows, { text }))));
    const sort = median([0, 1, 2, 3, 4].map(() => time(() => sorted(rows, { by: 'saved', descending: true }))));
    const megabytes = (heap() - before) / 1e6;
    return { first, whole, keystroke, sort, megabytes };
  })()`);

function print(results: readonly Measured[]): void {
  const [smallest] = results;
  if (smallest === undefined) return;
  console.log(['claims', 'first rows', 'whole list', 'keystroke', 'sort', 'memory'].map((c) => c.padStart(22)).join(''));
  for (const [i, r] of results.entries()) {
    const cell = (key: keyof Measured, unit: string): string => `${r[key].toFixed(1)} ${unit} (×${(r[key] / smallest[key]).toFixed(1)})`.padStart(22);
    console.log([String(SIZES[i]).padStart(22), cell('first', 'ms'), cell('whole', 'ms'), cell('keystroke', 'ms'), cell('sort', 'ms'), cell('megabytes', 'MB')].join(''));
  }
  const named = [['first', 'first rows', 'ms'], ['whole', 'whole list', 'ms'], ['keystroke', 'a keystroke in the search', 'ms'], ['megabytes', 'memory', 'MB']] as const;
  report(
    results.slice(1).flatMap((r, i) =>
      named.map(([key, what, unit]) => ({ line: null, metric: `list of ${SIZES[i + 1]}: ${what}`, unit, median: r[key], p95: null, n: 1, ratio: { value: r[key] / smallest[key], to: `${SIZES[0]} claims` }, bars: [] })),
    ),
  );
}

await main();
