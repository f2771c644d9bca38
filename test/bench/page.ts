// What a page pays for us, in a real Chromium: `node test/bench/page.ts [--json] [--pages 20]`. First our own modules on
// each page, beside a bare walk over its text and one regular expression, in the same run; then the built extension, the
// same pages with and without it by turns.
import { resolve } from 'node:path';
import { bundled } from './bundled.ts';
import { costOf, type Cost } from './cost.ts';
import { isolated, launchPlain, launchWithUs } from './launching.ts';
import { benchPages, type BenchPage } from './pages.ts';
import { report, type Bar } from './report.ts';
import { openServing } from './serving.ts';
import { at, median } from './statistics.ts';

const given = process.argv.indexOf('--pages');
const COUNT = given < 0 ? (process.argv.includes('--quick') ? 5 : 20) : Number(process.argv[given + 1]);
const ROUNDS = 5;
/** How long a page is given before its cost is asked for, ms. */
const REST = 1_500;

const ENTRY = `
  import { search } from '${resolve('lib/page/glance.ts')}';
  import { gateWords } from '${resolve('lib/detect/languages/en/gate.ts')}';
  import { pageReading, readPage } from '${resolve('lib/page/page.ts')}';
  import { judge } from '${resolve('lib/page/judge.ts')}';
  import { shadowRoots } from '${resolve('lib/page/shadow-roots.ts')}';
  const walk = () => { const w = document.createTreeWalker(document.body, 4); const all = []; for (let n; (n = w.nextNode()); ) all.push(n.data); return all.join(''); };
  const drive = (work) => { for (;;) { const step = work.next(); if (step.done) return step.value; } };
  const words = gateWords();
  const methods = {
    walk,
    regex: () => walk().match(/\\d[\\d,.]*/g),
    look: () => drive(search(document, words, () => undefined)),
    'look, nothing found': () => drive(search(document, { word: words.word, number: () => false }, () => undefined)),
    judge: () => drive(judge(document, shadowRoots)),
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
    return { passes: methods.look(), longest, times, seen: document.body.innerText.replace(/\\s+/g, ' ').length };
  };
`;

/** `seen`: characters of text that can be seen. */
type Measured = { passes: boolean; longest: number; seen: number; times: Record<string, { cold: number; warm: number[] }> };
type Row = { what: string; value: string; target: string };
const serving = await openServing();
const [without, withUs] = [await launchPlain(), await launchWithUs()];
const { from, pages } = benchPages(COUNT);
const rows: Row[] = [];
await scan();
const costs = await paired();
await without.close();
await withUs.close();
serving.close();
if (process.argv.includes('--json')) console.log(JSON.stringify({ from, pages: pages.length, rows, costs }, null, 2));
else {
  console.log(`${pages.length} pages (${from})`);
  for (const { what, value, target } of rows) console.log(`${what.padEnd(44)} ${value.padEnd(60)} ${target}`);
}

/** Our modules in a world of their own, as content scripts have it. */
async function scan(): Promise<void> {
  const code = await bundled(ENTRY);
  const page = await without.newPage();
  const all: { page: BenchPage; measured: Measured }[] = [];
  for (const one of pages) {
    serving.serve({ html: one.html });
    await page.goto(serving.address);
    const run = await isolated(page);
    all.push({ page: one, measured: await run<Measured>(`${code};measure()`) });
  }
  await page.close();
  const bars: Record<string, Bar[]> = { look: [{ of: 'ratio', atMost: 2 }, { of: 'p95', atMost: 0.8 }], 'look, nothing found': [{ of: 'ratio', atMost: 2 }, { of: 'p95', atMost: 0.8 }] };
  const targets: Record<string, string> = { look: '≤ 2.0x, p95 ≤ 0.8 ms, cold ≤ 1.5 / 6 ms', 'look, nothing found': '≤ 2.0x', read: '≤ 10x with detection, ≤ 5 / 15 ms' };
  for (const name of Object.keys(all[0]?.measured.times ?? {})) {
    const warm = all.map(({ measured }) => median(measured.times[name]?.warm ?? []));
    const cold = all.map(({ measured }) => measured.times[name]?.cold ?? 0);
    const ratio = median(all.map(({ measured }, i) => (warm[i] ?? 0) / median(measured.times['walk']?.warm ?? [1])));
    rows.push({ what: name, value: `${ratio.toFixed(2)}x   warm ${two(warm)}   cold ${two(cold)} ms`, target: targets[name] ?? '' });
    const line = name.startsWith('look') ? 'scan' : null;
    report([{ line, metric: `Chromium, ${name}: warm`, unit: 'ms', median: median(warm), p95: at(warm, 0.95), n: warm.length, ratio: name === 'walk' ? null : { value: ratio, to: 'the walk' }, bars: bars[name] ?? [] }]);
    if (name !== 'look') continue;
    const speed = all.reduce((n, { measured }) => n + measured.seen, 0) / 1000 / warm.reduce((sum, ms) => sum + ms, 0);
    report([
      { line, metric: 'Chromium, look: cold', unit: 'ms', median: median(cold), p95: at(cold, 0.95), n: cold.length, ratio: null, bars: [{ of: 'median', atMost: 1.5 }, { of: 'p95', atMost: 6 }] },
      { line, metric: 'Chromium, look: text that can be seen', unit: 'MB/s', median: speed, p95: null, n: 1, ratio: null, bars: [{ of: 'median', atLeast: 50 }] },
    ]);
  }
  for (const kind of ['clean', 'casualty'] as const) {
    const those = all.filter(({ page: { kind: k } }) => k === kind);
    rows.push({ what: `${kind} pages that load the reader`, value: `${those.filter(({ measured }) => measured.passes).length} of ${those.length}`, target: kind === 'clean' ? 'as few as lose no claim' : 'all that hold a claim' });
  }
  const longest = all.map(({ measured }) => measured.longest);
  report([{ line: 'finding', metric: 'Chromium, longest step of a reading', unit: 'ms', median: median(longest), p95: at(longest, 0.95), n: longest.length, ratio: null, bars: [{ of: 'p95', atMost: 8 }] }]);
  rows.push({ what: 'longest step of a reading', value: `${two(all.map(({ measured }) => measured.longest))} ms`, target: '≤ 8 ms with its slice' });
}

/** The same pages with and without us, by turns. */
async function paired(): Promise<Record<string, Cost[]>> {
  const result: Record<string, Cost[]> = { without: [], with: [] };
  const both = [['without', without], ['with', withUs]] as const;
  for (const [i, { html }] of pages.entries()) {
    serving.serve({ html });
    // Neither is always the first to meet a page.
    for (const [name, context] of i % 2 === 0 ? both : both.toReversed()) result[name]?.push(await costOf(context, serving.address, REST));
  }
  const names: [keyof Cost, string, string][] = [['load', 'load, ms', ''], ['longTasks', 'long tasks', 'none of ours'], ['longest', 'longest task, ms', ''], ['task', 'main thread, ms', ''], ['layouts', 'layouts', 'none forced'], ['styles', 'style recalculations', 'none forced'], ['heap', 'JS heap, MB', '+ ≤ 0.6']];
  for (const [key, what, target] of names) {
    const [a, b] = [result['without'] ?? [], result['with'] ?? []].map((list) => list.map((c) => c[key])) as [number[], number[]];
    const more = b.map((x, i) => x - (a[i] ?? 0));
    report([{ line: null, metric: `paired, more with us: ${what}`, unit: '', median: median(more), p95: at(more, 0.95), n: more.length, ratio: median(a) > 0 ? { value: median(b) / median(a), to: 'without us' } : null, bars: [] }]);
    rows.push({ what: `paired: ${what}`, value: `without ${two(a)}   with ${two(b)}   difference ${median(b.map((x, i) => x - (a[i] ?? 0))).toFixed(2)}`, target });
  }
  return result;
}

/** The median and the 95th percentile. */
function two(values: readonly number[]): string {
  return `${median(values).toFixed(2)} / ${at(values, 0.95).toFixed(2)}`;
}
