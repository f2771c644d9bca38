// A feed of any size as a maintainer would publish it, by the command they would use: a first release, one with one question in a hundred
// changed side by side, one with as many changed all over, and one with a single question changed.
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, Question } from '../../lib/claim/database.ts';
import { HEAD_FILE } from '../../lib/update/roles.ts';
import { eventsOf, generated } from './generated.ts';

export const ROOT = join(import.meta.dirname, '../..');

export const RELEASES = ['first', 'clustered', 'scattered', 'one'] as const;
export type ReleaseName = (typeof RELEASES)[number];

/** Seconds and bytes. `processor`: what the work takes by itself, also where others use the machine; `memory`: the most that was resident. */
export type Publishing = { wall: number; processor: number; memory: number; bytes: number; files: number };

/** `feed`: the folder to serve, with the files of all releases; `shards` of the first; `serve` puts the head of one of them there. */
export type Made = { feed: string; shards: number; publishing: Record<ReleaseName, Publishing>; serve(release: ReleaseName): void };

/** Reports what it used when it ends. */
const USED = "data:text/javascript,process.on('exit',()=>{const c=process.cpuUsage();process.stderr.write('USED '+JSON.stringify({processor:(c.user+c.system)/1e6,memory:process.resourceUsage().maxRSS*1024}))})";

/** Into `folder`, or as it was made there before. */
export function makeFeed(folder: string, database: Database, size: number): Made {
  const [assets, feed, keys, record] = [join(folder, 'assets'), join(folder, 'feed'), join(folder, 'keys'), join(folder, 'made.json')];
  const headOf = (release: ReleaseName): string => join(folder, `head-${release}.json`);
  const serve = (release: ReleaseName): void => copyFileSync(headOf(release), join(feed, HEAD_FILE));
  if (existsSync(record)) return { feed, serve, ...(JSON.parse(readFileSync(record, 'utf8')) as Pick<Made, 'shards' | 'publishing'>) };
  mkdirSync(assets, { recursive: true });
  const files = writeAssets(assets, database, size);
  claims('keygen', keys);
  claims('root', feed, '--keys', keys, '--assets', assets);
  const part = Math.max(1, Math.round(files.length / 100));
  const changed: Record<ReleaseName, readonly string[]> = {
    first: [],
    clustered: files.slice(part * 3, part * 4),
    scattered: Array.from({ length: part }, (_, i) => files[(i * 7919 * 13) % files.length] ?? ''),
    one: files.slice(part * 2, part * 2 + 1),
  };
  let shards = 0;
  const publishing = RELEASES.map((release, i) => {
    for (const file of changed[release]) change(file);
    writeFileSync(join(assets, 'database.json'), JSON.stringify({ version: `2026.11.${i + 1}`, created: '2026-11-21' }));
    const used = publish(assets, feed, keys);
    if (i === 0) shards = readdirSync(join(feed, 's')).length;
    copyFileSync(join(feed, HEAD_FILE), headOf(release));
    return [release, used] as const;
  });
  const made = { shards, publishing: Object.fromEntries(publishing) as Made['publishing'] };
  writeFileSync(record, JSON.stringify(made));
  return { feed, serve, ...made };
}

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

