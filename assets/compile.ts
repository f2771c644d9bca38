// From the maintainers' files to what ships: read, check the whole, leave out what may not be shown, pack.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { checkDatabase, describeProblem, type Problem, type RawRecord } from '../lib/claim/check.ts';
import type { Database } from '../lib/claim/database.ts';
import { publish } from '../lib/claim/publish.ts';
import { DatabaseInfo } from '../lib/update/bundle.ts';
import { pack } from './pack.ts';

const FOLDERS = ['questions', 'events', 'actors', 'sources'];

/** What a person would have to read to judge the database; `info` null when database.json is not sound (told in `problems`). */
export type ReadDatabase = { database: Database; info: DatabaseInfo | null; problems: Problem[] };

/**
 * Everything in the folder, also what may not be shown; `instead`: what a file is taken to hold, before it is written. Never throws for
 * what stands in the files; that is in `problems`.
 */
export async function readDatabase(assetsFolder: string, instead: ReadonlyMap<string, unknown> = new Map()): Promise<ReadDatabase> {
  const problems: Problem[] = [];
  const raw: RawRecord[] = [];
  for (const folder of FOLDERS)
    for (const file of await filesIn(assetsFolder, folder)) {
      const value = instead.get(file) ?? (await parse(assetsFolder, file, problems));
      if (value !== undefined) raw.push({ file, value });
    }
  const publishers = await parse(assetsFolder, 'publishers.json', problems);
  if (publishers !== undefined) raw.push({ file: 'publishers.json', value: publishers });
  const infoValue = await parse(assetsFolder, 'database.json', problems);
  const info = DatabaseInfo.safeParse(infoValue);
  if (!info.success && infoValue !== undefined)
    for (const issue of info.error.issues) problems.push({ file: 'database.json', path: issue.path.join('.'), reason: issue.message });
  const checked = checkDatabase(raw);
  return { database: checked.database, info: info.data ?? null, problems: [...problems, ...checked.problems] };
}

/** What ships, in memory. Throws an Error that lists every problem of the files. */
export async function loadDatabase(assetsFolder: string): Promise<Database> {
  return publish((await readSound(assetsFolder)).database);
}

/** What ships, as files: name below the bundle's folder → bytes. Throws an Error that lists every problem of the files. */
export async function compileBundle(assetsFolder: string): Promise<Map<string, Uint8Array>> {
  const { database, info } = await readSound(assetsFolder);
  return pack(publish(database), info);
}

async function readSound(assetsFolder: string): Promise<{ database: Database; info: DatabaseInfo }> {
  const { database, info, problems } = await readDatabase(assetsFolder);
  if (problems.length > 0 || info === null)
    throw new Error(`The claims database has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems.map(describeProblem).join('\n')}`);
  return { database, info };
}

/** Paths below the database's folder, with `/` on every system; none for a folder that is not there. */
async function filesIn(assetsFolder: string, folder: string): Promise<string[]> {
  const root = join(assetsFolder, folder);
  const names = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => relative(assetsFolder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

async function parse(assetsFolder: string, file: string, problems: Problem[]): Promise<unknown> {
  if (!file.endsWith('.json')) {
    problems.push({ file, path: '', reason: 'is not a .json file' });
    return undefined;
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(join(assetsFolder, file)))) as unknown;
  } catch (error) {
    problems.push({ file, path: '', reason: `cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}` });
    return undefined;
  }
}
