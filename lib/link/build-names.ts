// The table of all known names, by what each is looked up by.
import { isOtherScript } from './fold.ts';
import { SPREAD_MAX, SPREAD_SHIFT } from './link-index.ts';
import type { NamePart, NameTable } from './link-index.ts';
import { BUCKETS, startBlock } from './name-block.ts';
import { note } from './name-key.ts';
import type { NameList } from './name-numbers.ts';

/** Which questions names may mean: `postings[i]` (question * 2 + (strong ? 1 : 0)) of the name `names[i]`, ascending for each name. `events`: the number of each question's event. */
export type Posted = { names: readonly number[]; postings: readonly number[]; events: readonly number[] };

/** Names to a bucket: fewer cost memory, more cost time. */
const PER_BUCKET = 4;
/** Bytes of `keys` and of `firsts` to a bucket: so every fifteenth bit is set. */
const [KEYS, FIRSTS] = [4, 1];

/** Names, or postings, to a step. */
const STEP = 256;
const POSTINGS_STEP = 16_384;

/** Things put in order by a small number of each: where those of a number begin, and the things. */
type Sorted = { first: Uint32Array; order: Uint32Array };

/** The table with its blocks, and for each name its number in it; in steps. */
export function* buildNames(list: NameList, posted: Posted): Generator<void, { table: NameTable; blocks: Uint8Array[]; numbers: Uint32Array }> {
  const own = yield* sorted(posted.names, list.folded.length, POSTINGS_STEP);
  // From here on what is in order are the postings themselves.
  for (let i = 0; i < own.order.length; i++) own.order[i] = posted.postings[own.order[i] ?? 0] ?? 0;
  const latin: number[] = [];
  const other: number[] = [];
  for (const [number, folded] of list.folded.entries()) (isOtherScript(folded.charCodeAt(0)) ? other : latin).push(number);
  yield;
  const numbers = new Uint32Array(list.folded.length);
  const given = { list, own, events: posted.events, numbers };
  const first = yield* buildPart(latin, given, 0);
  const second = yield* buildPart(other, given, first.part.starts.at(-1) ?? 0);
  return { table: { latin: first.part, other: second.part }, blocks: [...first.blocks, ...second.blocks], numbers };
}

type Given = { list: NameList; own: Sorted; events: readonly number[]; numbers: Uint32Array };

function* buildPart(members: readonly number[], { list, own, events, numbers }: Given, offset: number): Generator<void, { part: NamePart; blocks: Uint8Array[] }> {
  let size = BUCKETS;
  while (size * PER_BUCKET < members.length) size *= 2;
  const buckets = members.map((member) => (list.keys[member] ?? 0) & (size - 1));
  yield;
  const { order, first } = yield* sorted(buckets, size, STEP);
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
        const word = list.firsts[member] ?? -1;
        note(keys, list.keys[member] ?? 0);
        if (word >= 0) note(firsts, word);
        const postings = own.order.subarray(own.first[member], own.first[member + 1]);
        const info = (list.flags[member] ?? 0) | (spreadOf(postings, events) << SPREAD_SHIFT);
        numbers[member] = start + packing.add({ info, folded: list.folded[member] ?? '', postings });
      }
    }
    const block = packing.done();
    starts[blocks.push(block)] = start + block.length;
  }
  return { part: { keys, firsts, starts }, blocks };
}

/** How many events use the name; `SPREAD_MAX`: that or more. */
function spreadOf(postings: Uint32Array, events: readonly number[]): number {
  if (postings.length < 2) return postings.length;
  const found: number[] = [];
  for (const posting of postings) {
    const event = events[posting >> 1] ?? 0;
    // Questions of one event mostly stand together.
    if (found.at(-1) !== event && !found.includes(event) && found.push(event) >= SPREAD_MAX) break;
  }
  return found.length;
}

/** Counted, since sorting a million at once takes a second; those of one number stay in their order. `of` gives the number of each, all are below `size`. */
function* sorted(of: readonly number[], size: number, step: number): Generator<void, Sorted> {
  const first = new Uint32Array(size + 1);
  for (let i = 0; i < of.length; i++) {
    if (i % step === 0) yield;
    const number = (of[i] ?? 0) + 1;
    first[number] = (first[number] ?? 0) + 1;
  }
  for (let n = 0; n < size; n++) first[n + 1] = (first[n + 1] ?? 0) + (first[n] ?? 0);
  const next = first.slice();
  const order = new Uint32Array(of.length);
  for (let i = 0; i < of.length; i++) {
    if (i % step === 0) yield;
    const number = of[i] ?? 0;
    const place = next[number] ?? 0;
    order[place] = i;
    next[number] = place + 1;
  }
  return { first, order };
}
