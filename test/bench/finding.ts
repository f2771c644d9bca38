// All that is done to find the figures of a page: read in the page, detected and linked in the worker. Here both in Chromium, each in a
// world of its own, warm and cold, beside a bare walk over the same page's text; then texts that are meant to be too much.
import { resolve } from 'node:path';
import { loadDatabase } from '../../assets/compile.ts';
import type { ReadPage } from '../../lib/claim/document.ts';
import { HOSTILE } from '../hostile-texts.ts';
import { bundled } from './bundled.ts';
import { isolated, launchPlain } from './launching.ts';
import { benchPages, generated } from './pages.ts';
import { report, type Bar, type Row } from './report.ts';
import { openServing } from './serving.ts';
import { at, median } from './statistics.ts';

const QUICK = process.argv.includes('--quick');
const ROUNDS = 5;
/** Articles about casualties. */
const COUNT = QUICK ? 6 : 20;
/** Paragraphs of a page of some 2 MB of text. */
const LONG = 11_500;

const TIMED = `
  const rounds = (work) => { const times = []; for (let i = 0; i < ${ROUNDS + 1}; i++) { const from = performance.now(); work(); times.push(performance.now() - from); } const [cold, ...warm] = times; return { cold, warm }; };
`;
const IN_PAGE = `
  import { readPage } from '${resolve('lib/page/page.ts')}';
  import { fit } from '${resolve('lib/messages/fit.ts')}';
  ${TIMED}
  const walk = () => { const w = document.createTreeWalker(document.body, 4); const all = []; for (let n; (n = w.nextNode()); ) all.push(n.data); return all.join(''); };
  globalThis.measure = () => ({ walk: rounds(walk), read: rounds(() => readPage(document)), page: fit(readPage(document).page), all: readPage(document).page.text.length });
`;
const IN_WORKER = `
  import { buildIndex } from '${resolve('lib/link/build-index.ts')}';
  import { link } from '${resolve('lib/link/link.ts')}';
  import { claimsOf } from '${resolve('lib/lookup/lookup.ts')}';
  import { documentOf } from '${resolve('lib/claim/page-info.ts')}';
  ${TIMED}
  let index = null;
  globalThis.prepare = (database) => { index = buildIndex(database); };
  globalThis.find = (page) => {
    const document = documentOf(page);
    const claims = claimsOf(document);
    return { claims: claims.length, detect: rounds(() => claimsOf(document)), link: rounds(() => link(document, claims, index)) };
  };
`;

type Times = { cold: number; warm: number[] };
type InPage = { walk: Times; read: Times; page: ReadPage; all: number };
type InWorker = { claims: number; detect: Times; link: Times };

const database = await loadDatabase(resolve(import.meta.dirname, '../../assets'));
const [serving, context, reader, finder] = [await openServing(), await launchPlain(), await bundled(IN_PAGE), await bundled(IN_WORKER)];
serving.serve({ html: '' });
const elsewhere = await context.newPage();
await elsewhere.goto(serving.address);
const worker = await isolated(elsewhere);
await worker(finder);
await worker(`prepare(${JSON.stringify(database)})`);
const page = await context.newPage();

async function read(html: string): Promise<InPage> {
  serving.serve({ html });
  await page.goto(serving.address);
  const run = await isolated(page);
  return run<InPage>(`${reader};measure()`);
}
const find = (read: ReadPage): Promise<InWorker> => worker<InWorker>(`find(${JSON.stringify(read)})`);

const { from, pages } = benchPages(COUNT);
const rows: { walk: number; parts: number[]; warm: number; cold: number }[] = [];
for (const { html } of pages.filter(({ kind }) => kind === 'casualty')) {
  const inPage = await read(html);
  const inWorker = await find(inPage.page);
  if (inWorker.claims === 0) continue;
  const parts = [inPage.read, inWorker.detect, inWorker.link];
  rows.push({ walk: median(inPage.walk.warm), parts: parts.map((t) => median(t.warm)), warm: parts.reduce((n, t) => n + median(t.warm), 0), cold: parts.reduce((n, t) => n + t.cold, 0) });
}
console.log(`${rows.length} pages with figures (${from})`);
const of = (metric: string, list: readonly number[], bars: Bar[], ratio = false): Row => ({
  line: 'finding',
  metric: `Chromium, page with figures: ${metric}`,
  unit: 'ms',
  median: median(list),
  p95: at(list, 0.95),
  n: list.length,
  ratio: ratio ? { value: median(list.map((ms, i) => ms / (rows[i]?.walk ?? 1))), to: 'the walk' } : null,
  bars,
});
report([
  of('reading, detection and linking, warm', rows.map((r) => r.warm), [{ of: 'median', atMost: 5 }, { of: 'p95', atMost: 15 }, { of: 'ratio', atMost: 10 }], true),
  ...['reading', 'detection', 'linking'].map((name, i) => of(`${name} alone`, rows.map((r) => r.parts[i] ?? 0), [], true)),
  of('all three, cold', rows.map((r) => r.cold), []),
]);

const long = await read(generated('casualty', LONG));
const found = await find(long.page);
const sum = (i: number): number => (long.read.warm[i] ?? 0) + (found.detect.warm[i] ?? 0) + (found.link.warm[i] ?? 0);
const sums = long.read.warm.map((_, i) => sum(i));
console.log(`the long page: ${(long.all / 1e6).toFixed(2)} million characters, of which ${(long.page.text.length / 1e6).toFixed(2)} are sent; ${found.claims} claims; reading ${median(long.read.warm).toFixed(0)}, detection ${median(found.detect.warm).toFixed(0)}, linking ${median(found.link.warm).toFixed(0)} ms`);
report([{ line: 'finding', metric: 'Chromium, 2 MB of text: reading, detection and linking', unit: 'ms', median: median(sums), p95: at(sums, 0.95), n: sums.length, ratio: { value: median(sums) / median(long.walk.warm), to: 'the walk' }, bars: [{ of: 'median', atMost: 100 }] }]);

const hostile: { name: string; ms: number }[] = [];
for (const [name, text] of Object.entries(HOSTILE)) {
  const { detect, link } = await find({ ...long.page, text, blocks: [{ start: 0, end: text.length, role: 'paragraph', header: null }] });
  hostile.push({ name, ms: median(detect.warm) + median(link.warm) });
}
const worst = hostile.toSorted((a, b) => b.ms - a.ms)[0];
const list = hostile.map(({ ms }) => ms);
report([
  { line: 'hostile', metric: 'Chromium, adversarial texts: detection and linking', unit: 'ms', median: median(list), p95: at(list, 0.95), n: list.length, ratio: null, bars: [] },
  { line: 'hostile', metric: `Chromium, the worst of them (${worst?.name})`, unit: 'ms', median: worst?.ms ?? 0, p95: null, n: ROUNDS, ratio: null, bars: [{ of: 'median', atMost: 250 }] },
]);
await context.close();
serving.close();
