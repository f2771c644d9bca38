// What a feed of 100,000 questions costs: to publish it, and in a real Chromium to take it in and to follow it when one question in a hundred
// changes, in one place or all over, or a single one; and that single one in a feed of about 400 shards. Run with `node test/bench/feed.ts [--json] [--questions N] [--made FOLDER]`; ratios are to a feed as large
// as the bundled database, measured in the same way. `--made`: where the feed is made once and used again, to measure taking it in alone.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDatabase } from '../../assets/compile.ts';
import { ensureBrowsers } from '../../lib/cli/browsers.ts';
import { buildExtension } from '../../lib/cli/build-extension.ts';
import type { Database } from '../../lib/claim/database.ts';
import { makeFeed, RELEASES, ROOT, type Made } from './feed-made.ts';
import { takeInChromium, type Taken } from './feed-taken.ts';
import { report, type Bar, type Line, type Row } from './report.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false }, questions: { type: 'string', default: '100000' }, made: { type: 'string' } } });

/** A feed of so many questions has about 400 shards. */
const MIDDLE = 8_000;

type Result = { questions: number; shards: number; publishing: Made['publishing']; taken: Taken };

async function measure(database: Database, size: number): Promise<Result> {
  const folder = values.made === undefined ? mkdtempSync(join(tmpdir(), 'feed-bench-')) : join(values.made, String(size));
  mkdirSync(folder, { recursive: true });
  try {
    const made = makeFeed(folder, database, size);
    return { questions: size, shards: made.shards, publishing: made.publishing, taken: await takeInChromium(made) };
  } finally {
    if (values.made === undefined) rmSync(folder, { recursive: true });
  }
}

const mb = (n: number): string => `${(n / 1e6).toFixed(2)} MB`;
const ms = (n: number): string => `${n.toFixed(0)} ms`;

function table({ questions, shards, publishing, taken }: Result): string {
  const published = RELEASES.map((name) => {
    const { wall, processor, memory, bytes, files } = publishing[name];
    return `  published ${name.padEnd(10)} ${wall.toFixed(1).padStart(5)} s (processor ${processor.toFixed(1)} s), ${mb(memory)} memory, ${files} files, ${mb(bytes)}`;
  });
  const rows = RELEASES.map((name) => {
    const { bytes, requests, wall, gap, task, long, lookups, next, heap, idle, held } = taken[name];
    const share = ((100 * bytes) / taken.first.bytes).toFixed(2);
    return `  taken ${name.padEnd(10)} ${mb(bytes)} (${share} %), ${requests} requests, ${wall.toFixed(1)} s, longest task ${ms(task)} of the processor (${long} over 50 ms), longest gap ${ms(gap)}, ${lookups.n} lookups meanwhile ${ms(lookups.median)} / ${ms(lookups.p95)} / ${ms(lookups.longest)}, the next ${ms(next)}, heap ${mb(heap)}, afterwards ${mb(idle)}, with typed arrays ${mb(held)}`;
  });
  return [`${questions} questions in ${shards} shards`, ...published, ...rows, `  a lookup that wakes the worker: ${ms(taken.asleep)}, ${ms(taken.before)} without the feed`].join('\n');
}

ensureBrowsers(['chromium']);
buildExtension('chrome');
const { database } = await readDatabase(join(ROOT, 'assets'));
const bundled = await measure(database, 360);
const middle = await measure(database, MIDDLE);
const large = await measure(database, Number(values.questions));
const of = (pick: (result: Result) => number): number => pick(large) / pick(bundled);
const ratios = { questions: of((r) => r.questions), publishProcessor: of((r) => r.publishing.first.processor), memory: of((r) => r.publishing.first.memory), bytes: of((r) => r.publishing.first.bytes) };
if (values.json) console.log(JSON.stringify({ bundled, middle, large, ratios }, null, 2));
else
  console.log(
    `${table(bundled)}\n${table(middle)}\n${table(large)}\nratios: questions × ${ratios.questions.toFixed(0)}, processor × ${ratios.publishProcessor.toFixed(0)}, memory × ${ratios.memory.toFixed(1)}, bytes × ${ratios.bytes.toFixed(0)}`,
  );
const row = (line: Line | null, what: string, unit: string, pick: (result: Result) => number, bars: Bar[] = []): Row => ({ line, metric: `a feed of ${large.questions}, ${what}`, unit, median: pick(large), p95: null, n: 1, ratio: { value: of(pick), to: `a feed of ${bundled.questions}` }, bars });
const single = (what: string, unit: string, pick: (result: Result) => number, atMost: number): Row => ({
  line: 'update',
  metric: `a feed of ${middle.shards} shards, ${middle.questions} questions, one question changed: ${what}`,
  unit,
  median: pick(middle),
  p95: null,
  n: 1,
  ratio: { value: pick(middle) / pick(bundled), to: `a feed of ${bundled.questions}` },
  bars: [{ of: 'median', atMost }],
});
report([
  single('bytes', 'kB', (r) => r.taken.one.bytes / 1000, 100),
  single('requests', '', (r) => r.taken.one.requests, 3),
  single('the worker’s processor', 'ms', (r) => r.taken.one.processor, 300),
  row(null, 'one question changed: bytes', 'kB', (r) => r.taken.one.bytes / 1000),
  row(null, 'one question changed: the worker’s processor', 'ms', (r) => r.taken.one.processor),
  row(null, 'one question in a hundred changed, side by side: bytes', 'kB', (r) => r.taken.clustered.bytes / 1000),
  row(null, 'one question in a hundred changed, side by side: requests', '', (r) => r.taken.clustered.requests),
  row(null, 'one question in a hundred changed, side by side: the worker’s processor, with the lookups meanwhile', 'ms', (r) => r.taken.clustered.processor),
  row(null, 'taken in: longest task of the worker', 'ms', (r) => r.taken.first.task),
  row(null, 'a lookup that wakes the worker', 'ms', (r) => r.taken.asleep),
  row('memory', 'the worker’s JavaScript heap', 'MB', (r) => r.taken.first.idle / 1e6, [{ of: 'median', atMost: 25 }]),
  row('memory', 'the worker’s JavaScript heap with typed arrays', 'MB', (r) => r.taken.first.held / 1e6, [{ of: 'median', atMost: 25 }]),
]);
