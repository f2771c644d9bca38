// The table of all known names, by what each is looked up by.
import { isOtherScript } from './fold.ts';
import { foldPlainName } from './fold-plain.ts';
import { NAME_CAPITALS, NAME_IS_NAME, NAME_PROPER, SPREAD_MAX, SPREAD_SHIFT } from './link-index.ts';
import type { NamePart, NameTable } from './link-index.ts';
import { BUCKETS, startBlock } from './name-block.ts';
import { firstOfName, keyOfName, note } from './name-key.ts';

/** One name to look for. `spread`: how many events use it. `postings` ascending. */
export type NameEntry = { name: FoldedName; spread: number; postings: readonly number[] };

/** A name as it is looked for: names that are alike in both are found in the same places ("Mexico" and "México"). */
export type FoldedName = { folded: string; flags: number };

/** Names to a bucket: fewer cost memory, more cost time. */
const PER_BUCKET = 4;
/** Bytes of `keys` and of `firsts` to a bucket: so every fifteenth bit is set. */
const [KEYS, FIRSTS] = [4, 1];

export function foldedName(written: string): FoldedName {
  const folded = foldPlainName(written);
  const capitals = /^[A-Z]{2,4}$/.test(written);
  const other = isOtherScript(folded.charCodeAt(0));
  const named = other || /[A-ZÀ-Þ]/.test(written);
  const proper = !capitals && !other && /^[A-ZÀ-Þ]/.test(written) && !folded.includes(' ');
  return { folded, flags: (capitals ? NAME_CAPITALS : 0) | (proper ? NAME_PROPER : 0) | (named ? NAME_IS_NAME : 0) };
}

const NOTHING: NameEntry = { name: { folded: '', flags: 0 }, spread: 0, postings: [] };

/** Names to a step. */
const STEP = 256;

/** The table with its blocks, and for each entry given its number in it; in steps. */
export function* buildNames(entries: readonly NameEntry[]): Generator<void, { table: NameTable; blocks: Uint8Array[]; numbers: Uint32Array }> {
  const latin: number[] = [];
  const other: number[] = [];
  for (const [i, { name }] of entries.entries()) (isOtherScript(name.folded.charCodeAt(0)) ? other : latin).push(i);
  yield;
  const numbers = new Uint32Array(entries.length);
  const first = yield* buildPart(latin, entries, numbers, 0);
  const second = yield* buildPart(other, entries, numbers, first.part.starts.at(-1) ?? 0);
  return { table: { latin: first.part, other: second.part }, blocks: [...first.blocks, ...second.blocks], numbers };
}

function* buildPart(members: readonly number[], entries: readonly NameEntry[], numbers: Uint32Array, offset: number): Generator<void, { part: NamePart; blocks: Uint8Array[] }> {
  let size = BUCKETS;
  while (size * PER_BUCKET < members.length) size *= 2;
  const { order, first } = yield* byBucket(members, entries, size);
  const keys = new Uint8Array(size * KEYS);
  const firsts = new Uint8Array(size * FIRSTS);
  const starts = new Uint32Array(size / BUCKETS + 1).fill(offset);
  const blocks: Uint8Array[] = [];
  for (let bucket = 0; bucket < size; ) {
    yield;
    const start = starts[blocks.length] ?? 0;
    const packing = startBlock();
    for (const end = bucket + BUCKETS; bucket < end; bucket++) {
      packing.bucket();
      for (let n = first[bucket] ?? 0; n < (first[bucket + 1] ?? 0); n++) {
        const member = members[order[n] ?? 0] ?? 0;
        const { name, spread, postings } = entries[member] ?? NOTHING;
        const word = firstOfName(name.folded);
        note(keys, keyOfName(name.folded));
        if (word !== null) note(firsts, word);
        numbers[member] = start + packing.add({ info: name.flags | (Math.min(spread, SPREAD_MAX) << SPREAD_SHIFT), folded: name.folded, postings });
      }
    }
    const block = packing.done();
    starts[blocks.push(block)] = start + block.length;
  }
  return { part: { keys, firsts, starts }, blocks };
}

/** The members' places in the order of their buckets, and where each bucket begins: counted, since sorting a million at once takes a second. */
function* byBucket(members: readonly number[], entries: readonly NameEntry[], size: number): Generator<void, { order: Uint32Array; first: Uint32Array }> {
  const buckets = new Uint32Array(members.length);
  const first = new Uint32Array(size + 1);
  for (let m = 0; m < members.length; m++) {
    if (m % STEP === 0) yield;
    const bucket = keyOfName(entries[members[m] ?? 0]?.name.folded ?? '') & (size - 1);
    buckets[m] = bucket;
    first[bucket + 1] = (first[bucket + 1] ?? 0) + 1;
  }
  for (let b = 0; b < size; b++) first[b + 1] = (first[b + 1] ?? 0) + (first[b] ?? 0);
  const next = first.slice();
  const order = new Uint32Array(members.length);
  for (let m = 0; m < members.length; m++) {
    const bucket = buckets[m] ?? 0;
    const place = next[bucket] ?? 0;
    order[place] = m;
    next[bucket] = place + 1;
  }
  return { order, first };
}
