// The table of all known names, by what each is looked up by.
import { isOtherScript } from './fold.ts';
import { foldPlainName } from './fold-plain.ts';
import { NAME_CAPITALS, NAME_IS_NAME, NAME_PROPER, SPREAD_MAX, SPREAD_SHIFT, WIDE } from './link-index.ts';
import type { NamePart, NameTable } from './link-index.ts';
import { keyOfName, setOpening } from './name-key.ts';
import { bytes } from './postings.ts';

/** One name to look for. `spread`: how many events use it. `postings` ascending. */
export type NameEntry = { name: FoldedName; spread: number; postings: readonly number[] };

/** A name as it is looked for: names that are alike in both are found in the same places ("Mexico" and "México"). */
export type FoldedName = { folded: string; flags: number };

/** Names to a bucket: fewer cost memory, more cost time. */
const PER_BUCKET = 2;
/** Bytes of `openings` to a bucket: so every tenth bit is set. */
const OPENINGS = 2;

export function foldedName(written: string): FoldedName {
  const folded = foldPlainName(written);
  const capitals = /^[A-Z]{2,4}$/.test(written);
  const other = isOtherScript(folded.charCodeAt(0));
  const named = other || /[A-ZÀ-Þ]/.test(written);
  const proper = !capitals && !other && /^[A-ZÀ-Þ]/.test(written) && !folded.includes(' ');
  return { folded, flags: (capitals ? NAME_CAPITALS : 0) | (proper ? NAME_PROPER : 0) | (named ? NAME_IS_NAME : 0) };
}

const NOTHING: FoldedName = { folded: '', flags: 0 };

/** Names to a step. */
const STEP = 256;

/** The table, and for each entry given its number in it; in steps. */
export function* buildNames(entries: readonly NameEntry[]): Generator<void, { table: NameTable; numbers: Uint32Array }> {
  const latin: number[] = [];
  const other: number[] = [];
  for (const [i, { name }] of entries.entries()) (isOtherScript(name.folded.charCodeAt(0)) ? other : latin).push(i);
  yield;
  const numbers = new Uint32Array(entries.length);
  const table = { latin: yield* buildPart(latin, entries, numbers, 0), other: yield* buildPart(other, entries, numbers, latin.length) };
  return { table, numbers };
}

function* buildPart(members: readonly number[], entries: readonly NameEntry[], numbers: Uint32Array, offset: number): Generator<void, NamePart> {
  let size = 1;
  while (size * PER_BUCKET < members.length) size *= 2;
  const { order, first } = yield* byBucket(members, entries, size);
  const textAt = new Uint32Array(size + 1);
  const postAt = new Uint32Array(size + 1);
  const lengths = new Uint8Array(members.length);
  const info = new Uint8Array(members.length);
  const openings = new Uint8Array(size * OPENINGS);
  const text: string[] = [];
  const wide = new Map<number, number>();
  const postings = bytes();
  let letters = 0;
  let bucket = 0;
  for (let n = 0; n < order.length; n++) {
    if (n % STEP === 0) yield;
    const member = members[order[n] ?? 0] ?? 0;
    const entry = entries[member];
    const { folded, flags } = entry?.name ?? NOTHING;
    for (; n >= (first[bucket] ?? 0) && bucket < size; bucket++) {
      textAt[bucket] = letters;
      postAt[bucket] = postings.length();
    }
    numbers[member] = offset + n;
    lengths[n] = folded.length;
    setOpening(openings, folded);
    info[n] = flags | (Math.min(entry?.spread ?? 0, SPREAD_MAX) << SPREAD_SHIFT);
    text.push(offset === 0 && BEYOND_LATIN_1.test(folded) ? narrowed(folded, letters, wide) : folded);
    letters += folded.length;
    postings.addList(entry?.postings ?? []);
  }
  for (; bucket <= size; bucket++) {
    textAt[bucket] = letters;
    postAt[bucket] = postings.length();
  }
  return { text: text.join(''), wide, lengths, openings, info, first, textAt, postAt, postings: postings.done() };
}

const BEYOND_LATIN_1 = /[\u0100-\uffff]/;

/** A name as it stands in the table from `at` on; its wide letters are put into `wide`. */
function narrowed(folded: string, at: number, wide: Map<number, number>): string {
  // Made of codes: a text that once had two bytes a letter keeps them, whatever is replaced in it.
  return String.fromCharCode(
    ...Array.from({ length: folded.length }, (_, i) => {
      const code = folded.charCodeAt(i);
      if (code < 0x100) return code;
      wide.set(at + i, code);
      return WIDE;
    }),
  );
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
