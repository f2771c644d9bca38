// A database as maintainers keep it: a folder of files that `claims` works on.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Database } from '../../lib/claim/database.ts';
import { estimate, smallDatabase, source } from './small-database.ts';

/** A folder that is gone when the test is over. */
export async function scratch(name = 'claims-'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), name));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** Its address is one that checked estimates may name. */
const ADDRESS = 'https://example.org/count';

/** The small database with addresses, and a source called `ged` that publishes data sets. */
export function sourced(): Database {
  const database = smallDatabase(9_000);
  const [question] = database.questions;
  if (question === undefined) throw new Error('no question');
  const estimates = [...question.estimates, estimate(question.id, 'ged', 700)];
  for (const e of estimates) Object.assign(e, { url: ADDRESS, url_kind: 'original', verified: { on: '2026-11-01', outcome: 'confirmed', evidence: 'Read again', primary: true } });
  return { ...database, questions: [{ ...question, estimates }], sources: [...database.sources, { ...source('ged'), kind: 'dataset' }] };
}

export async function writeAssets(database: Database, folder: string, version = '2026.11.21'): Promise<void> {
  const files: [string, unknown][] = [
    ...database.questions.map((q): [string, unknown] => [`questions/${q.collection}/${q.id}.json`, q]),
    ...database.events.map((e): [string, unknown] => [`events/${e.id}.json`, e]),
    ...database.actors.map((a): [string, unknown] => [`actors/${a.id}.json`, a]),
    ...database.sources.map((s): [string, unknown] => [`sources/${s.id}.json`, s]),
    ['publishers.json', []],
    ['database.json', { version, created: '2026-11-21' }],
    ['feed.json', { id: 'small', name: 'A small feed', licence: 'CC BY 4.0', contact: null, homepage: null, mirrors: [] }],
  ];
  for (const [name, value] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  }
}
