// `npm run bench`: every bench in turn, each in a process of its own, and then one table of all they measured.
//   --quick         fewer pages and rounds, and none of what takes minutes
//   --only A,B      these parts alone
//   --json FILE     writes the table
//   --compare FILE  how each figure is to that of an older run
import { fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cellsOf, COLUMNS, LINES, print, type Row } from './report.ts';

/** In order; those that take minutes are left out when it has to be quick. */
const PARTS: Record<string, { minutes: boolean }> = {
  peers: { minutes: false },
  link: { minutes: false },
  list: { minutes: false },
  wake: { minutes: false },
  finding: { minutes: false },
  card: { minutes: false },
  weight: { minutes: false },
  firefox: { minutes: false },
  store: { minutes: false },
  marking: { minutes: false },
  tasks: { minutes: false },
  heavy: { minutes: true },
  feed: { minutes: true },
  page: { minutes: false },
};

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, json: { type: 'string' }, compare: { type: 'string' } } });
const wanted = values.only?.split(',') ?? Object.keys(PARTS).filter((name) => !(values.quick && PARTS[name]?.minutes));
for (const name of wanted) if (!(name in PARTS)) throw new Error(`No bench is called ${name}; there are ${Object.keys(PARTS).join(', ')}.`);

type Run = { when: string; quick: boolean; cores: number; load: number[]; rows: Row[] };
/** Read before the hours of measuring, not after. */
const older = values.compare === undefined ? null : (JSON.parse(readFileSync(values.compare, 'utf8')) as Run);

const when = new Date().toISOString();
const cores = availableParallelism();
const load = [loadavg()[0] ?? 0];
const rows: Row[] = [];
const failed: string[] = [];
for (const name of wanted) {
  console.log(`\n— ${name}`);
  if (!(await part(name))) failed.push(name);
  load.push(loadavg()[0] ?? 0);
  // After each: a run that is broken off has lost nothing.
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ when, quick: values.quick, cores, load, rows } satisfies Run, null, 2)}\n`);
}

console.log(`\n${cores} cores, load ${Math.min(...load).toFixed(0)} to ${Math.max(...load).toFixed(0)}: where others use the machine, the ratios count and not the milliseconds`);
if (older !== null && older.quick !== values.quick) console.log('One of the two runs was quick: they measured different pages, and little can be compared.');
const before = new Map(older?.rows.map((row) => [row.metric, row]));
const change = (row: Row): string[] => (older === null ? [] : [versus(row, before.get(row.metric))]);
print(rows.map((row) => [...cellsOf(row), ...change(row)]), older === null ? COLUMNS : [...COLUMNS, `to ${older.when.slice(0, 16)}`]);
const missing = Object.entries(LINES).filter(([line]) => !rows.some((row) => row.line === line));
if (missing.length > 0) console.log(`\nNot measured in this run: ${missing.map(([, name]) => name).join('; ')}`);
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

/** False when it failed; what it had measured by then is kept. */
function part(name: string): Promise<boolean> {
  const child = fork(join(import.meta.dirname, `${name}.ts`), values.quick ? ['--quick'] : []);
  child.on('message', (measured) => rows.push(...(measured as Row[])));
  return new Promise((done) => child.on('close', (status) => done(status === 0)));
}

/** By the ratio where both have one: it says more of the code and less of the machine. */
function versus(row: Row, old: Row | undefined): string {
  if (old === undefined) return 'new';
  const by = row.ratio !== null && old.ratio !== null ? row.ratio.value / old.ratio.value : row.median / old.median;
  return Number.isFinite(by) ? `× ${by.toFixed(2)}` : '';
}
