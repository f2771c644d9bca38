// The database in the browser's storage, in Chromium: from the packaged bundle to the first question, how long a question takes that has not
// been asked for, one that has, what lies on the disk and in memory; with what ships and, not when it has to be quick, with 100,000 questions, as
// small as they can be and of the shape of what ships. And what checking data costs beside parsing it. Run with
// `node test/bench/store.ts [--quick] [--only checked|ships|smallest|real]`.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDatabase } from '../../assets/compile.ts';
import { startPacking } from '../../assets/pack.ts';
import type { Database } from '../../lib/claim/database.ts';
import { inOrder } from '../../lib/update/order.ts';
import { bundled } from './bundled.ts';
import { eventsOf, generated } from './generated.ts';
import { isolated, launchPlain, metricsOf } from './launching.ts';
import { pageOfFigures } from './page-of-figures.ts';
import { report, type Bar, type Row } from './report.ts';
import { smallestDatabase } from './smallest.ts';
import { at, median } from './statistics.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } });
/** Kinds of what is measured. */
const wanted = (kind: 'checked' | 'ships' | 'smallest' | 'real'): boolean => (values.only === undefined ? !values.quick || kind === 'checked' || kind === 'ships' : values.only.split(',').includes(kind));
const QUESTIONS = 100_000;
const ROUNDS = 5;
/** Questions that are asked for, all in different places. */
const ASKED = 200;
/** Of a page that is linked. */
const FIGURES = 40;
/** Bytes of data that are checked. */
const CHECKED = 10_000_000;

const ENTRY = `
  import { openStore } from '${resolve('lib/store/store.ts')}';
  import { openLibrary } from '${resolve('lib/lookup/library.ts')}';
  import { install } from '${resolve('lib/update/install.ts')}';
  import { packagedBundle } from '${resolve('lib/update/packaged.ts')}';
  import { startCatalogue } from '${resolve('lib/lookup/make-catalogue.ts')}';
  import { partsOf } from '${resolve('lib/lookup/catalogue.ts')}';
  import { gunzip } from '${resolve('lib/store/gunzip.ts')}';
  import { plainDocument } from '${resolve('lib/claim/plain-text.ts')}';
  import { claimsOf } from '${resolve('lib/lookup/lookup.ts')}';
  import { Shard } from '${resolve('lib/update/bundle.ts')}';
  const indexer = { by: 'bench', start: async () => { const making = startCatalogue(); return { add: making.add, async done() { const steps = making.done(); for (let step = steps.next(); ; step = steps.next()) if (step.done) return partsOf(step.value); } }; } };
  const time = async (what) => { const from = performance.now(); await what(); return performance.now() - from; };
  globalThis.fill = async (name, folder, ask) => {
    const store = openStore(name);
    const from = performance.now();
    const pointer = await install(store, packagedBundle(folder), indexer);
    const library = await openLibrary(store, pointer);
    if ((await library.question(ask)) === null) throw new Error('not there: ' + ask);
    const usable = performance.now() - from;
    store.close();
    return usable;
  };
  /** What parsing all of it takes and nothing else. */
  globalThis.parse = async (folder) => {
    const packaged = packagedBundle(folder);
    let parsing = 0;
    for (const { sha256, raw } of JSON.parse(await packaged.manifest()).shards) {
      const text = await gunzip(await packaged.shard(sha256), raw);
      const from = performance.now();
      JSON.parse(text);
      parsing += performance.now() - from;
    }
    return parsing;
  };
  globalThis.ask = async (name, ids, anew, text) => {
    const store = openStore(name);
    const pointer = await store.pointer();
    let library = null;
    const open = await time(async () => { library = await openLibrary(store, pointer); });
    // A page, before anything of it has been read, and again.
    const page = plainDocument(text, { date: '2025-01-20' });
    const claims = claimsOf(page);
    const linked = await time(() => library.match(page, claims));
    const relinked = await time(() => library.match(page, claims));
    const [first, again] = [[], []];
    for (const id of ids) {
      if (anew) library = await openLibrary(store, pointer);
      first.push(await time(() => library.question(id)));
      again.push(await time(() => library.question(id)));
    }
    globalThis.kept = library;
    await library.match(page, claims);
    return { open, linked, relinked, first, again };
  };
  globalThis.disk = async () => (await navigator.storage.estimate()).usage / 1e6;
  globalThis.check = (texts) => {
    const rounds = { parse: [], check: [] };
    for (let i = 0; i < ${ROUNDS}; i++) {
      let from = performance.now();
      const values = texts.map((text) => JSON.parse(text));
      rounds.parse.push(performance.now() - from);
      from = performance.now();
      for (const value of values) if (!Shard.safeParse(value).success) throw new Error('unsound');
      rounds.check.push(performance.now() - from);
    }
    return rounds;
  };
`;

let files = new Map<string, Uint8Array>();
const server = createServer((request, response) => {
  // Only a page that is isolated from others has a clock of microseconds.
  response.setHeader('cross-origin-opener-policy', 'same-origin').setHeader('cross-origin-embedder-policy', 'require-corp');
  const file = files.get((request.url ?? '/').slice(1).replace(/^claims\//, ''));
  if (request.url?.startsWith('/claims/') && file === undefined) return void response.writeHead(404).end();
  response.setHeader('content-type', file === undefined ? 'text/html; charset=utf-8' : 'application/octet-stream').end(file ?? '<!doctype html><title>A page</title>');
}).listen(0, '127.0.0.1');
await new Promise((done) => server.once('listening', done));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const [context, code] = [await launchPlain(), await bundled(ENTRY)];

type Asked = { open: number; linked: number; relinked: number; first: number[]; again: number[] };

/** `held`: to the targets for 100,000 questions. Of few questions many lie together: those are asked each of a library that was opened anew. */
async function measure(what: string, database: Database, held: boolean): Promise<void> {
  const packing = startPacking(database.questions.length);
  for (const question of database.questions.toSorted((a, b) => inOrder('questions', a, b))) packing.question(question);
  files = packing.done(database, { version: '2026.1.1', created: '2026-01-01' });
  const step = Math.max(1, Math.floor(database.questions.length / ASKED));
  const ids = database.questions.filter((_, i) => i % step === 0).slice(0, ASKED).map(({ id }) => id);
  const page = await context.newPage();
  await page.goto(address);
  const run = await isolated(page);
  await run(code);
  const usable: number[] = [];
  const processor: number[] = [];
  const thread = await context.newCDPSession(page);
  await thread.send('Performance.enable', { timeDomain: 'threadTicks' });
  const empty = await run<number>('disk()');
  const rounds = held ? 1 : ROUNDS;
  for (let round = 0; round < rounds; round++) {
    const { tasks } = await metricsOf(thread);
    usable.push(await run<number>(`fill('${what}-${round}', '${address}claims/', ${JSON.stringify(ids[0])})`));
    processor.push((await metricsOf(thread)).tasks - tasks);
  }
  const parsing = await run<number>(`parse('${address}claims/')`);
  // As a worker that was started again: nothing of it in memory yet.
  await page.goto(address);
  const again = await isolated(page);
  await again(code);
  const session = await context.newCDPSession(page);
  /** With what lies in typed arrays beside it. */
  const heap = async (): Promise<{ script: number; all: number }> => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
    return { script: usedSize / 1e6, all: (usedSize + backingStorageSize) / 1e6 };
  };
  const before = await heap();
  const asked = await again<Asked>(`ask('${what}-0', ${JSON.stringify(ids)}, ${!held}, ${JSON.stringify(pageOfFigures(FIGURES))})`);
  const memory = await heap();
  const disk = ((await again<number>('disk()')) - empty) / rounds;
  await page.close();
  const row = (metric: string, unit: string, list: readonly number[], bars: Bar[]): Row => ({ line: held ? 'large' : null, metric: `Chromium, ${what}: ${metric}`, unit, median: median(list), p95: list.length > 1 ? at(list, 0.95) : null, n: list.length, ratio: null, bars: held ? bars : [] });
  report([
    { ...row('from the bundle to the first question', 'ms', usable, [{ of: 'median', atMost: 1_500 }]), ratio: { value: median(usable) / parsing, to: 'JSON.parse' } },
    row('the same, processor of the page’s thread', 'ms', processor, []),
    row('opened again', 'ms', [asked.open], []),
    row(`a page of ${FIGURES} figures linked, nothing of it read yet`, 'ms', [asked.linked], []),
    row('the same page again', 'ms', [asked.relinked], []),
    row('a question, first asked for', 'ms', asked.first, [{ of: 'median', atMost: 2.5 }, { of: 'p95', atMost: 5 }]),
    row('a question asked for before', 'ms', asked.again, [{ of: 'median', atMost: 0.1 }]),
    row('on the disk', 'MB', [disk], [{ of: 'median', atMost: 10 }]),
    { ...row('JavaScript heap', 'MB', [memory.script - before.script], [{ of: 'median', atMost: 25 }]), line: held ? 'memory' : null },
    { ...row('JavaScript heap with typed arrays', 'MB', [memory.all - before.all], [{ of: 'median', atMost: 25 }]), line: held ? 'memory' : null },
  ]);
}

async function checking(database: Database): Promise<void> {
  const texts: string[] = [];
  let [records, size, total]: [string[], number, number] = [[], 0, 0];
  for (let i = 0; total < CHECKED; i++) {
    const text = JSON.stringify(database.questions[i % database.questions.length]);
    records.push(text);
    [size, total] = [size + text.length, total + text.length];
    if (size < 64_000 && total < CHECKED) continue;
    texts.push(`{"kind":"questions","records":[${records.join(',')}]}`);
    [records, size] = [[], 0];
  }
  const page = await context.newPage();
  await page.goto(address);
  const run = await isolated(page);
  await run(code);
  const { parse, check } = await run<{ parse: number[]; check: number[] }>(`check(${JSON.stringify(texts)})`);
  await page.close();
  report([{ line: 'validate', metric: 'Chromium, 10 MB of records checked', unit: 'ms', median: median(check), p95: at(check, 0.95), n: check.length, ratio: { value: median(check.map((ms, i) => ms / (parse[i] ?? 1))), to: 'JSON.parse' }, bars: [{ of: 'ratio', atMost: 1.5 }] }]);
}

const database = await loadDatabase(resolve(import.meta.dirname, '../../assets'));
if (wanted('checked')) await checking(database);
if (wanted('ships')) await measure('what ships', database, false);
if (wanted('smallest')) {
  const { database, bytes } = smallestDatabase(QUESTIONS);
  await measure(`${QUESTIONS} questions of ${bytes.toFixed(0)} bytes`, database, true);
}
if (wanted('real')) {
  const questions = [...generated(database, QUESTIONS)];
  await measure(`${QUESTIONS} questions`, { ...database, questions, events: eventsOf(database, questions.map((q) => q.event)) }, true);
}
await context.close();
server.close();
