// The table of all known names, by what each is looked up by.
import { foldName, isOtherScript } from './fold.ts';
import { NAME_CAPITALS, NAME_IS_NAME, NAME_PROPER, SPREAD_MAX, SPREAD_SHIFT } from './link-index.ts';
import type { NamePart, NameTable } from './link-index.ts';
import { keyOfName } from './name-key.ts';
import { bytes } from './postings.ts';

/** One name to look for. `spread`: how many events use it. `postings` ascending. */
export type NameEntry = { written: string; spread: number; postings: readonly number[] };

/** Names to a bucket: fewer cost memory, more cost time. */
const PER_BUCKET = 2;

function flagsOf(written: string, folded: string): number {
  const capitals = /^[A-Z]{2,4}$/.test(written);
  const other = isOtherScript(folded.charCodeAt(0));
  const named = other || /[A-ZÀ-Þ]/.test(written);
  const proper = !capitals && !other && /^[A-ZÀ-Þ]/.test(written) && !folded.includes(' ');
  return (capitals ? NAME_CAPITALS : 0) | (proper ? NAME_PROPER : 0) | (named ? NAME_IS_NAME : 0);
}

/** Names with equal keys are found in the same places: "Mexico" and "México". */
export function nameKey(written: string): string {
  const folded = foldName(written);
  return `${folded}/${flagsOf(written, folded)}`;
}

/** Names to a step. */
const STEP = 256;

/** The table, and for each entry given its number in it; in steps. */
export function* buildNames(entries: readonly NameEntry[]): Generator<void, { table: NameTable; numbers: Uint32Array }> {
  const folded: string[] = [];
  const latin: number[] = [];
  const other: number[] = [];
  for (const [i, { written }] of entries.entries()) {
    if (i % STEP === 0) yield;
    const name = foldName(written);
    folded.push(name);
    (isOtherScript(name.charCodeAt(0)) ? other : latin).push(i);
  }
  const numbers = new Uint32Array(entries.length);
  const table = { latin: yield* buildPart(latin, entries, folded, numbers, 0), other: yield* buildPart(other, entries, folded, numbers, latin.length) };
  return { table, numbers };
}

function* buildPart(members: readonly number[], entries: readonly NameEntry[], folded: readonly string[], numbers: Uint32Array, offset: number): Generator<void, NamePart> {
  let size = 1;
  while (size * PER_BUCKET < members.length) size *= 2;
  const { order, first } = yield* byBucket(members, folded, size);
  const textAt = new Uint32Array(size + 1);
  const postAt = new Uint32Array(size + 1);
  const lengths = new Uint8Array(members.length);
  const info = new Uint8Array(members.length);
  const text: string[] = [];
  const postings = bytes();
  let letters = 0;
  let bucket = 0;
  for (let n = 0; n < order.length; n++) {
    if (n % STEP === 0) yield;
    const member = members[order[n] ?? 0] ?? 0;
    const entry = entries[member];
    const name = folded[member] ?? '';
    for (; n >= (first[bucket] ?? 0) && bucket < size; bucket++) {
      textAt[bucket] = letters;
      postAt[bucket] = postings.length();
    }
    numbers[member] = offset + n;
    lengths[n] = name.length;
    info[n] = flagsOf(entry?.written ?? '', name) | (Math.min(entry?.spread ?? 0, SPREAD_MAX) << SPREAD_SHIFT);
    text.push(name);
    letters += name.length;
    const own = bytes();
    let last = 0;
    for (const p of entry?.postings ?? []) {
      own.add(p - last);
      last = p;
    }
    postings.add(own.length());
    postings.append(own.done());
  }
  for (; bucket <= size; bucket++) {
    textAt[bucket] = letters;
    postAt[bucket] = postings.length();
  }
  return { text: text.join(''), lengths, info, first, textAt, postAt, postings: postings.done() };
}

/** The members' places in the order of their buckets, and where each bucket begins: counted, since sorting a million at once takes a second. */
function* byBucket(members: readonly number[], folded: readonly string[], size: number): Generator<void, { order: Uint32Array; first: Uint32Array }> {
  const buckets = new Uint32Array(members.length);
  const first = new Uint32Array(size + 1);
  for (let m = 0; m < members.length; m++) {
    if (m % STEP === 0) yield;
    const bucket = keyOfName(folded[members[m] ?? 0] ?? '') & (size - 1);
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
