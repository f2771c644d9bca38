import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** Zip dates have no time zone and begin in 1980: one date for all, so that the same files give the same zip anywhere, at any time. */
const DATE = new Date(1980, 0, 1, 12);

/** These files of a folder, in the order of their names. */
export function zipOf(folder: string, names: readonly string[]): Uint8Array {
  const files: Zippable = {};
  for (const name of names.toSorted()) files[name] = [new Uint8Array(readFileSync(join(folder, name))), { mtime: DATE, level: 9 }];
  return zipSync(files);
}
