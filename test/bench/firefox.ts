// The first look in Firefox, as the content script of an extension that does nothing else: there a script meets the page through a wrapper, and
// that costs more than anything it does itself. Firefox does not say how long its tasks were, how often it laid a page out, or what a tab's
// JavaScript holds: long tasks, layouts and memory are measured in Chromium alone.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launch } from 'puppeteer-core';
import { ensureBrowsers, firefoxPath } from '../../lib/cli/browsers.ts';
import { bundled } from './bundled.ts';
import { benchPages } from './pages.ts';
import { report, type Bar, type Row } from './report.ts';
import { openServing } from './serving.ts';
import { at, median } from './statistics.ts';

const ROUNDS = 5;
/** Of each kind. */
const COUNT = process.argv.includes('--quick') ? 4 : 20;
/** What the script writes when it is done. */
const DONE = 'data-bench';

const ENTRY = `
  import { search } from '${resolve('lib/page/glance.ts')}';
  import { gateWords } from '${resolve('lib/detect/languages/en/gate.ts')}';
  import { readPage } from '${resolve('lib/page/page.ts')}';
  const walk = () => { const w = document.createTreeWalker(document.body, 4); const all = []; for (let n; (n = w.nextNode()); ) all.push(n.data); return all.join(''); };
  const drive = (work) => { for (;;) { const step = work.next(); if (step.done) return step.value; } };
  const words = gateWords();
  const methods = { walk, look: () => drive(search(document, words, () => undefined)), 'look, nothing found': () => drive(search(document, { word: words.word, number: () => false }, () => undefined)), read: () => readPage(document) };
  const timed = (f) => { let n = 0; const from = performance.now(); do { f(); n++; } while (performance.now() - from < 5); return (performance.now() - from) / n; };
  const times = {};
  for (const [name, f] of Object.entries(methods)) { const from = performance.now(); f(); times[name] = { cold: performance.now() - from, warm: [] }; }
  for (let i = 0; i < ${ROUNDS}; i++) for (const [name, f] of Object.entries(methods)) times[name].warm.push(timed(f));
  document.documentElement.setAttribute('${DONE}', JSON.stringify(times));
`;

type Times = Record<string, { cold: number; warm: number[] }>;

ensureBrowsers(['firefox']);
const executablePath = firefoxPath();
if (executablePath === undefined) throw new Error('no Firefox');
const folder = mkdtempSync(join(tmpdir(), 'look-bench-'));
writeFileSync(join(folder, 'look.js'), `(() => { ${await bundled(ENTRY)} })();`);
writeFileSync(
  join(folder, 'manifest.json'),
  JSON.stringify({
    manifest_version: 3,
    name: 'Looks',
    version: '1',
    browser_specific_settings: { gecko: { id: 'looks@tallyside' } },
    host_permissions: ['http://127.0.0.1/*'],
    content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['look.js'], run_at: 'document_idle' }],
  }),
);
const serving = await openServing();
const browser = await launch({ browser: 'firefox', executablePath, headless: true, enableExtensions: true, extraPrefsFirefox: { 'extensions.webextOptionalPermissionPrompts': false } });
const { from, pages } = benchPages(COUNT);
const all: Times[] = [];
try {
  await browser.installExtension(folder);
  const page = await browser.newPage();
  for (const { html } of pages) {
    serving.serve({ html });
    await page.goto(serving.address);
    // Asked from outside: the page may run nothing.
    let said: unknown = null;
    for (let i = 0; i < 600 && typeof said !== 'string'; i++) {
      said = await page.evaluate(`document.documentElement.getAttribute('${DONE}')`);
      if (typeof said !== 'string') await new Promise((later) => setTimeout(later, 50));
    }
    if (typeof said !== 'string') throw new Error('the content script did not come to its end');
    all.push(JSON.parse(said) as Times);
  }
} finally {
  await browser.close();
  serving.close();
  rmSync(folder, { recursive: true });
}

console.log(`${all.length} pages (${from})`);
const bars: Record<string, Bar[]> = { look: [{ of: 'ratio', atMost: 1.5 }, { of: 'p95', atMost: 3 }], 'look, nothing found': [{ of: 'ratio', atMost: 1.5 }, { of: 'p95', atMost: 3 }] };
const warmOf = (name: string): number[] => all.map((times) => median(times[name]?.warm ?? []));
const walk = warmOf('walk');
const cold = all.map((times) => times['look']?.cold ?? 0);
report([
  ...Object.keys(all[0] ?? {}).map((name): Row => {
    const warm = warmOf(name);
    const ratio = name === 'walk' ? null : { value: median(warm.map((ms, i) => ms / (walk[i] ?? 1))), to: 'the walk' };
    return { line: name.startsWith('look') ? 'scanFirefox' : null, metric: `Firefox, ${name}: warm`, unit: 'ms', median: median(warm), p95: at(warm, 0.95), n: warm.length, ratio, bars: bars[name] ?? [] };
  }),
  { line: 'scanFirefox', metric: 'Firefox, look: cold', unit: 'ms', median: median(cold), p95: at(cold, 0.95), n: cold.length, ratio: null, bars: [{ of: 'p95', atMost: 6 }] },
]);
