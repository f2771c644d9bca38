// From the maintainers' files to what ships: read, check the whole, leave out what may not be shown, pack.
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { describeProblem, startCheck, type Problem, type RawRecord } from '../lib/claim/check.ts';
import type { Database, Question } from '../lib/claim/database.ts';
import { publish, startPublishing } from '../lib/claim/publish.ts';
import { DatabaseInfo } from '../lib/update/bundle.ts';
import { inOrder } from '../lib/update/order.ts';
import { startPacking } from './pack.ts';

const OTHERS = ['events', 'actors', 'sources'];
/** Questions read and checked at a time; no more of them are held than needed. */
const PART = 256;

/** What a person would have to read to judge the database; `info` null when database.json is not sound (told in `problems`). */
export type ReadDatabase = { database: Database; info: DatabaseInfo | null; problems: Problem[] };

/**
 * Everything in the folder, also what may not be shown; `instead`: what a file is taken to hold, before it is written. Never throws for
 * what stands in the files; that is in `problems`.
 */
export async function readDatabase(assetsFolder: string, instead: ReadonlyMap<string, unknown> = new Map()): Promise<ReadDatabase> {
  const questions: Question[] = [];
  const { rest, info, problems } = await readThrough(assetsFolder, await questionFiles(assetsFolder), (read) => void questions.push(...read), instead);
  questions.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { database: { questions, ...rest }, info, problems };
}

/** What ships, in memory. Throws an Error that lists every problem of the files. */
export async function loadDatabase(assetsFolder: string): Promise<Database> {
  const { database, info, problems } = await readDatabase(assetsFolder);
  sound(info, problems);
  return publish(database);
}

/** What ships, as files: name below the bundle's folder → bytes. Throws an Error that lists every problem of the files. */
export async function compileBundle(assetsFolder: string, progress: Progress = () => undefined): Promise<Map<string, Uint8Array>> {
  const files = await questionFiles(assetsFolder);
  const [publishing, packing] = [startPublishing(), startPacking(files.length)];
  let done = 0;
  const { rest, info, problems } = await readThrough(assetsFolder, files, (questions) => {
    for (const question of questions.toSorted((a, b) => inOrder('questions', a, b))) packing.question(publishing.question(question));
    progress((done += questions.length), files.length);
  });
  return packing.done(publishing.rest(rest), sound(info, problems));
}

type Progress = (done: number, all: number) => void;

function sound(info: DatabaseInfo | null, problems: readonly Problem[]): DatabaseInfo {
  if (problems.length === 0 && info !== null) return info;
  throw new Error(`The claims database has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems.map(describeProblem).join('\n')}`);
}

/** In the order in which they are published: a file is named collection/id. */
async function questionFiles(assetsFolder: string): Promise<string[]> {
  const placed = (await filesIn(assetsFolder, 'questions')).map((file) => ({ file, collection: dirname(file), id: basename(file, '.json') }));
  return placed.sort((a, b) => inOrder('questions', a, b)).map(({ file }) => file);
}

/** Reads and checks all of it; `take` gets the questions of sound shape part by part, in the order of the files. */
async function readThrough(
  assetsFolder: string,
  files: readonly string[],
  take: (questions: Question[]) => void,
  instead: ReadonlyMap<string, unknown> = new Map(),
): Promise<{ rest: Omit<Database, 'questions'>; info: DatabaseInfo | null; problems: Problem[] }> {
  const problems: Problem[] = [];
  const read = (names: readonly string[]): RawRecord[] =>
    names.flatMap((file) => {
      const value = instead.get(file) ?? parse(assetsFolder, file, problems);
      return value === undefined ? [] : [{ file, value }];
    });
  const others = (await Promise.all(OTHERS.map((folder) => filesIn(assetsFolder, folder)))).flat();
  const checking = startCheck(read([...others, 'publishers.json']), existsSync(join(assetsFolder, 'EDITORIAL.md')));
  for (let at = 0; at < files.length; at += PART) {
    take(checking.add(read(files.slice(at, at + PART))));
    // Lets Ctrl-C and progress through.
    await new Promise(setImmediate);
  }
  const infoValue = parse(assetsFolder, 'database.json', problems);
  const info = DatabaseInfo.safeParse(infoValue);
  if (!info.success && infoValue !== undefined)
    for (const issue of info.error.issues) problems.push({ file: 'database.json', path: issue.path.join('.'), reason: issue.message });
  const { rest, problems: found } = checking.finish();
  return { rest, info: info.data ?? null, problems: [...problems, ...found] };
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

/** Read at once, not by promises: of a hundred thousand small files those take longer than the reading. */
function parse(assetsFolder: string, file: string, problems: Problem[]): unknown {
  if (!file.endsWith('.json')) {
    problems.push({ file, path: '', reason: 'is not a .json file' });
    return undefined;
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(assetsFolder, file)))) as unknown;
  } catch (error) {
    problems.push({ file, path: '', reason: `cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}` });
    return undefined;
  }
}
