// What marking costs a page, in Chromium: our highlights, spans around the same words, and mark.js over all numbers, each on a fresh load
// by turns. The page's own observer says what it can see of it, and the browser how often it laid the page out anew.
import { resolve } from 'node:path';
import { bundled } from './bundled.ts';
import { isolated, launchPlain, metricsOf } from './launching.ts';
import { generated } from './pages.ts';
import { report, type Row } from './report.ts';
import { openServing } from './serving.ts';
import { at, median } from './statistics.ts';

const ROUNDS = process.argv.includes('--quick') ? 5 : 15;
const COUNTS = [50, 500];
/** Milliseconds, by how many marks. */
const TARGETS: Record<number, number> = { 50: 0.5, 500: 2 };

const OURS = 'our highlights';
const ENTRY = `
  import { underline } from '${resolve('lib/page/underline.ts')}';
  import Mark from 'mark.js';
  const ranges = (count) => {
    const found = [];
    const walker = document.createTreeWalker(document.querySelector('article'), 4);
    for (let node; found.length < count && (node = walker.nextNode()); )
      for (const { 0: text, index } of node.data.matchAll(/[a-z]{4,}/g)) {
        if (found.length === count) break;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + text.length);
        found.push(range);
      }
    if (found.length < count) throw new Error('too few words: ' + found.length);
    return found;
  };
  const methods = {
    '${OURS}': (marks) => underline().show(new Map(marks.map((range, i) => [String(i), range]))),
    'spans around them': (marks) => { for (const range of marks.toReversed()) range.surroundContents(document.createElement('span')); },
    'mark.js, every number': () => void new Mark(document.body).markRegExp(/\\d[\\d,.]*/),
  };
  globalThis.mark = (name, count) => {
    const marks = ranges(count);
    document.body.offsetHeight;
    const from = performance.now();
    methods[name](marks);
    const script = performance.now() - from;
    document.body.offsetHeight;
    return { script, layout: performance.now() - from - script };
  };
`;

/** `layout`: what the browser does next for it, styles and all, ms; `layouts`: how often it laid the page out. */
type Marked = { script: number; layout: number; layouts: number; styles: number; mutations: number };

const NAMES = [OURS, 'spans around them', 'mark.js, every number'];
const [serving, context, code] = [await openServing(), await launchPlain(), await bundled(ENTRY)];
const page = await context.newPage();
const session = await context.newCDPSession(page);
await session.send('Performance.enable');
const html = generated('casualty', 300);
const all = new Map<string, Marked[]>();
for (let round = 0; round < ROUNDS; round++)
  for (const count of COUNTS)
    for (const name of NAMES) {
      serving.serve({ html });
      await page.goto(serving.address);
      await page.evaluate("globalThis.changes = 0; new MutationObserver((records) => (changes += records.length)).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })");
      const run = await isolated(page);
      await run(code);
      await run('document.body.offsetHeight');
      const before = await metricsOf(session);
      const cost = await run<{ script: number; layout: number }>(`mark(${JSON.stringify(name)}, ${count})`);
      const after = await metricsOf(session);
      const key = `${count} ${name}`;
      all.set(key, [...(all.get(key) ?? []), { ...cost, layouts: after.layouts - before.layouts, styles: after.styles - before.styles, mutations: await page.evaluate<number>('changes') }]);
    }
await context.close();
serving.close();

const rows = COUNTS.flatMap((count) => {
  const ours = all.get(`${count} ${OURS}`) ?? [];
  const sums = (marked: readonly Marked[]): number[] => marked.map((m) => m.script + m.layout);
  return NAMES.flatMap((name): Row[] => {
    const marked = all.get(`${count} ${name}`) ?? [];
    const metric = name.startsWith('mark.js') ? `${name} of the page` : `${count} marks, ${name}`;
    // It does not ask how many marks there are.
    if (name.startsWith('mark.js') && count !== COUNTS.at(-1)) return [];
    const ratio = name === OURS ? null : { value: median(sums(marked)) / median(sums(ours)), to: 'ours' };
    const one = { line: 'marking' as const, n: marked.length, ratio: null };
    if (name !== OURS) return [{ ...one, metric: `${metric}: with layout`, unit: 'ms', median: median(sums(marked)), p95: at(sums(marked), 0.95), ratio, bars: [] }];
    return [
      { ...one, metric, unit: 'ms', median: median(marked.map((m) => m.script)), p95: at(marked.map((m) => m.script), 0.95), bars: [{ of: 'median', atMost: TARGETS[count] ?? 0 }] },
      { ...one, metric: `${metric}: layouts they make`, unit: '', median: Math.max(...marked.map((m) => m.layouts)), p95: null, bars: [{ of: 'median', atMost: 0 }] },
      { ...one, metric: `${metric}: style recalculation after them`, unit: 'ms', median: median(marked.map((m) => m.layout)), p95: at(marked.map((m) => m.layout), 0.95), bars: [] },
      { ...one, metric: `${metric}: changes the page sees`, unit: '', median: Math.max(...marked.map((m) => m.mutations)), p95: null, bars: [{ of: 'median', atMost: 0 }] },
    ];
  });
});
report(rows);
