// A folder as readers' extensions will fetch it: which roots and which head lie in it.
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openEnvelope } from '../../update/envelope.ts';
import { HEAD_FILE, rootFile, unverifiedHead, unverifiedRoot, type Head, type Root } from '../../update/roles.ts';
import { UpdateFailure } from '../../update/failure.ts';
import { PublishError } from './publish-error.ts';
import type { Files } from './release.ts';
import { reasonOf } from '../reason.ts';

/** The roots by their number, as written; none in a folder that is not there. */
export async function rootsIn(folder: string): Promise<Map<number, string>> {
  const names = await readdir(folder).catch(() => []);
  const numbers = names.flatMap((name) => /^root\.(\d{1,9})\.json$/.exec(name)?.[1] ?? []).map(Number);
  const roots = new Map<number, string>();
  for (const number of numbers.toSorted((a, b) => a - b)) roots.set(number, await readFile(join(folder, rootFile(number)), 'utf8'));
  return roots;
}

/** What a root says, its own signatures checked. Throws PublishError. */
export async function readRoot(written: string): Promise<Root> {
  try {
    const root = unverifiedRoot(written);
    await openEnvelope('root', written, root.roles.root);
    return root;
  } catch (error) {
    throw error instanceof UpdateFailure ? new PublishError(error.message) : error;
  }
}

/** The newest root of the folder. Throws PublishError when there is none, or it is not signed by enough of its keys. */
export async function newestRoot(folder: string): Promise<Root> {
  const written = [...(await rootsIn(folder)).values()].at(-1);
  if (written === undefined) throw new PublishError(`no root in ${folder}: make one with claims root`);
  return readRoot(written);
}

/** The head as it lies there, not yet believed; null when there is none. */
export async function headIn(folder: string): Promise<Head | null> {
  const written = await readFile(join(folder, HEAD_FILE), 'utf8').catch(() => null);
  if (written === null) return null;
  try {
    return unverifiedHead(written);
  } catch (error) {
    throw new PublishError(`${join(folder, HEAD_FILE)}: ${reasonOf(error)}`);
  }
}

/** Writes what is not there yet, in the order of the map; each file whole or not at all, so that a host that copies meanwhile never gets half a one. */
export async function writeFiles(folder: string, files: Files, progress: (done: number, all: number) => void = () => undefined): Promise<number> {
  let [done, written] = [0, 0];
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    if (!(await holds(path, name, bytes))) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.part`, bytes);
      await rename(`${path}.part`, path);
      written += 1;
    }
    progress(++done, files.size);
  }
  return written;
}

/** A file named by its hash is known by its name and length; the others are compared. */
async function holds(path: string, name: string, bytes: Uint8Array): Promise<boolean> {
  if (/[0-9a-f]{64}/.test(name)) return (await stat(path).catch(() => null))?.size === bytes.length;
  const there = await readFile(path).catch(() => null);
  return there !== null && Buffer.compare(there, bytes) === 0;
}
