// Rows of a large table by a key that is a text, without the texts: eight bytes a row. Whoever finds a row looks at its record, and there
// sees whether it is the right one: two texts may have one hash.
import { fnv } from '../claim/fnv.ts';

/** `hashes` ascending, `rows` in the same order. */
export type Keys = { hashes: Uint32Array; rows: Uint32Array };

/** What is left of a number's 53 bits beside a hash. */
const ROWS = 2 ** 21;

/** 0 to 2³² - 1. */
export const hashOf = (text: string): number => fnv(text) >>> 0;

/** `hashes[row]` is the hash of the row's key. Throws RangeError for more than two million rows. */
export function keysOf(hashes: readonly number[]): Keys {
  if (hashes.length > ROWS) throw new RangeError(`more than ${ROWS} rows`);
  // Both in one number, which typed arrays sort fast: 32 bits of hash above 21 of row.
  const both = new Float64Array(hashes.length);
  for (const [row, hash] of hashes.entries()) both[row] = hash * ROWS + row;
  both.sort();
  const keys: Keys = { hashes: new Uint32Array(both.length), rows: new Uint32Array(both.length) };
  for (const [at, n] of both.entries()) {
    const hash = Math.floor(n / ROWS);
    keys.hashes[at] = hash;
    keys.rows[at] = n - hash * ROWS;
  }
  return keys;
}

/** Rows whose key may be this text, lowest first; mostly one or none. */
export function rowsOf({ hashes, rows }: Keys, text: string): number[] {
  const hash = hashOf(text);
  let [low, high] = [0, hashes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hashes[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; hashes[at] === hash; at++) found.push(rows[at] ?? 0);
  return found;
}
