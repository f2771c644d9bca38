// What a feed of 100,000 questions costs: to publish it, to take it in, to follow it when one question in a hundred changes, in one place or all
// over. Run with `node test/bench/feed.ts [--json] [--questions N]`; ratios are to the bundled database, measured in the same way.
import 'fake-indexeddb/auto';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { readDatabase } from '../../assets/compile.ts';
import type { Database, Question } from '../../lib/claim/database.ts';
import { plainDocument } from '../../lib/claim/plain-text.ts';
import { detect } from '../../lib/detect/detect.ts';
import { languages } from '../../lib/detect/languages.ts';
import { indexerOf } from '../../lib/lookup/keeper.ts';
import { openLibrary } from '../../lib/lookup/library.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { UpdateFailure } from '../../lib/update/failure.ts';
import type { Host } from '../../lib/update/host.ts';
import { rootFile } from '../../lib/update/roles.ts';
import { takeUpdate } from '../../lib/update/take.ts';
import type { Trust, TrustStore } from '../../lib/update/trust.ts';
import { eventsOf, generated } from './generated.ts';

const ROOT = join(import.meta.dirname, '../..');
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, questions: { type: 'string', default: '100000' } } });

/** Seconds, bytes and milliseconds. `processor`: what the work takes by itself, also where others use the machine. */
type Publishing = { wall: number; processor: number; memory: number; bytes: number; files: number };
type Taking = { bytes: number; requests: number; wall: number; longestTask: number; longestLookup: number; lookups: number };
type Result = { questions: number; publish: Publishing; first: Taking; clustered: Taking; scattered: Taking };

/** Reports what it used when it ends. */
const USED = "data:text/javascript,process.on('exit',()=>{const c=process.cpuUsage();process.stderr.write('USED '+JSON.stringify({processor:(c.user+c.system)/1e6,memory:process.resourceUsage().maxRSS*1024}))})";

function claims(...args: string[]): string {
  return execFileSync(process.execPath, [join(ROOT, 'lib/cli/claims.ts'), ...args], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'inherit'] });
}

function publish(assets: string, feed: string, keys: string): Publishing {
  const from = performance.now();
  const log = join(feed, 'used.log');
  const out = execFileSync('/bin/sh', ['-c', 'exec "$0" --import "$1" "$2" publish "$3" --keys "$4" --assets "$5" --json 2> "$6"', process.execPath, USED, join(ROOT, 'lib/cli/claims.ts'), feed, keys, assets, log], {
    encoding: 'utf8',
  });
  const used = JSON.parse(readFileSync(log, 'utf8').split('USED ')[1] ?? '{}') as Pick<Publishing, 'processor' | 'memory'>;
  const { bytes, files } = JSON.parse(out) as Pick<Publishing, 'bytes' | 'files'>;
  return { wall: (performance.now() - from) / 1000, ...used, bytes, files };
}

const fileOf = (assets: string, q: Question): string => join(assets, 'questions', q.collection, `${q.id}.json`);

function writeAssets(assets: string, database: Database, size: number): string[] {
  const files: string[] = [];
  const [events, sources, actors] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const q of generated(database, size)) {
    mkdirSync(join(assets, 'questions', q.collection), { recursive: true });
    writeFileSync(fileOf(assets, q), `${JSON.stringify(q, null, 2)}\n`);
    files.push(fileOf(assets, q));
    events.add(q.event);
    for (const actor of q.by.actors) actors.add(actor);
    for (const e of q.estimates) for (const s of [e.source, e.via, ...e.derived_from]) if (s !== null) sources.add(s);
    for (const s of q.series) for (const id of [s.source, ...s.points.flatMap((p) => p.dataset?.split('/')[0] ?? [])]) sources.add(id);
  }
  mkdirSync(join(assets, 'events'));
  mkdirSync(join(assets, 'sources'));
  mkdirSync(join(assets, 'actors'));
  for (const e of eventsOf(database, events)) writeFileSync(join(assets, 'events', `${e.id}.json`), JSON.stringify(e));
  for (const s of database.sources) if (sources.has(s.id)) writeFileSync(join(assets, 'sources', `${s.id}.json`), JSON.stringify(s));
  for (const a of database.actors) if (actors.has(a.id)) writeFileSync(join(assets, 'actors', `${a.id}.json`), JSON.stringify(a));
  for (const name of ['publishers.json', 'feed.json']) cpSync(join(ROOT, 'assets', name), join(assets, name));
  return files.sort();
}

/** A new caveat and a day later, as when a count goes on. */
function change(file: string): void {
  const question = JSON.parse(readFileSync(file, 'utf8')) as Question;
  const shown = question.estimates.find((e) => e.show);
  if (shown !== undefined) shown.caveat = `${(shown.caveat ?? '').slice(0, 300)} Read again.`.trim();
  writeFileSync(file, JSON.stringify(question));
}

class Passing implements TrustStore {
  kept: Trust;
  constructor(root: string) {
    this.kept = { root, head: null, manifest: null };
  }
  readonly read = (): Promise<Trust> => Promise.resolve(this.kept);
  readonly write = (next: Trust): Promise<void> => Promise.resolve(void (this.kept = next));
}

/** A page of eight figures, asked for again and again while the update is under way, from the data there was before. */
const PAGE = ['Officials in Derna said 11,300 people had died in the flood that followed Storm Daniel.', 'The health ministry in Gaza put the death toll of the war at 46,700.', 'A truck bomb in Mogadishu killed 512 people on 14 October 2017.', 'The siege of Sarajevo cost the lives of some 11,500 people.'].join('\n');

async function take(feed: string, store: Store, trust: TrustStore, own: Awaited<ReturnType<typeof openLibrary>>): Promise<Taking> {
  let [bytes, requests, longestLookup, lookups] = [0, 0, 0, 0];
  const host: Host = {
    get({ name, limit }) {
      requests += 1;
      let found: Buffer;
      try {
        found = readFileSync(join(feed, name));
      } catch {
        return Promise.reject(new UpdateFailure('unreachable', name));
      }
      if (found.length > limit) return Promise.reject(new UpdateFailure('too-large', name));
      bytes += found.length;
      return Promise.resolve(new Uint8Array(found));
    },
  };
  const document = plainDocument(PAGE, { date: '2025-01-20' });
  const english = languages['en'];
  if (english === undefined) throw new Error('no English');
  const found = detect(document, english);
  const taken = new AbortController();
  const asking = (async () => {
    while (!taken.signal.aborted) {
      await new Promise((later) => setTimeout(later, 30));
      const from = performance.now();
      const matches = await own.match(document, found);
      await new Promise((answered) => setImmediate(answered));
      if (matches.every((m) => m === null)) throw new Error('the page was not answered');
      longestLookup = Math.max(longestLookup, performance.now() - from);
      lookups += 1;
    }
  })();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const from = performance.now();
  await takeUpdate({ host, trust, store, indexer: indexerOf('bench'), now: new Date(), floor: null, expired: 'refuse', unwanted: null });
  const wall = (performance.now() - from) / 1000;
  delay.disable();
  taken.abort();
  await asking;
  return { bytes, requests, wall, longestTask: delay.max / 1e6, longestLookup, lookups };
}

async function measure(database: Database, size: number): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'feed-bench-'));
  const [assets, feed, keys] = [join(folder, 'assets'), join(folder, 'feed'), join(folder, 'keys')];
  try {
    mkdirSync(assets);
    const files = writeAssets(assets, database, size);
    const version = (n: number): void => writeFileSync(join(assets, 'database.json'), JSON.stringify({ version: `2026.11.${n}`, created: '2026-11-21' }));
    version(1);
    claims('keygen', keys);
    claims('root', feed, '--keys', keys, '--assets', assets);
    const publishing = publish(assets, feed, keys);
    const small = openStore(`own-${size}`);
    const own = await openOwn(small);
    const store = openStore(`feed-${size}`);
    const trust = new Passing(readFileSync(join(feed, rootFile(1)), 'utf8'));
    const first = await take(feed, store, trust, own);
    const part = Math.max(1, Math.round(files.length / 100));
    for (const file of files.slice(part * 3, part * 4)) change(file);
    version(2);
    publish(assets, feed, keys);
    const clustered = await take(feed, store, trust, own);
    for (let i = 0; i < part; i++) change(files[(i * 7919 * 13) % files.length] ?? '');
    version(3);
    publish(assets, feed, keys);
    const scattered = await take(feed, store, trust, own);
    store.close();
    small.close();
    return { questions: size, publish: publishing, first, clustered, scattered };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What ships, open for reading, as every page is answered from it while a feed is taken in. */
async function openOwn(store: Store): ReturnType<typeof openLibrary> {
  const { compileBundle } = await import('../../assets/compile.ts');
  const { install } = await import('../../lib/update/install.ts');
  const files = await compileBundle(join(ROOT, 'assets'));
  const pointer = await install(
    store,
    { manifest: () => Promise.resolve(new TextDecoder().decode(files.get('manifest.json'))), shard: (hash) => Promise.resolve(new Uint8Array(files.get(`s/${hash}.json.gz`) ?? new Uint8Array())) },
    indexerOf('bench'),
  );
  return openLibrary(store, pointer);
}

function table({ publish, ...taken }: Omit<Result, 'questions'>, questions: number): string {
  const mb = (n: number): string => `${(n / 1e6).toFixed(2)} MB`;
  const rows = (['first', 'clustered', 'scattered'] as const).map((name) => {
    const t = taken[name];
    return `  ${name.padEnd(10)} ${mb(t.bytes).padStart(10)} ${((100 * t.bytes) / taken.first.bytes).toFixed(2).padStart(7)} %  ${String(t.requests).padStart(5)} requests  ${t.wall.toFixed(1).padStart(6)} s  longest task ${t.longestTask.toFixed(0).padStart(4)} ms, lookup ${t.longestLookup.toFixed(0).padStart(4)} ms of ${t.lookups}`;
  });
  return [`${questions} questions: published in ${publish.wall.toFixed(1)} s (processor ${publish.processor.toFixed(1)} s), ${mb(publish.memory)} memory, ${publish.files} files, ${mb(publish.bytes)}`, ...rows].join('\n');
}

const { database } = await readDatabase(join(ROOT, 'assets'));
const bundled = await measure(database, 360);
const large = await measure(database, Number(values.questions));
const ratios = { questions: large.questions / bundled.questions, publishProcessor: large.publish.processor / bundled.publish.processor, memory: large.publish.memory / bundled.publish.memory, bytes: large.publish.bytes / bundled.publish.bytes };
if (values.json) console.log(JSON.stringify({ bundled, large, ratios }, null, 2));
else
  console.log(
    `${table(bundled, bundled.questions)}\n${table(large, large.questions)}\nratios: questions × ${ratios.questions.toFixed(0)}, processor × ${ratios.publishProcessor.toFixed(0)}, memory × ${ratios.memory.toFixed(1)}, bytes × ${ratios.bytes.toFixed(0)}`,
  );
