// Finds every known name in a text in one pass, whatever the number of names.
import { fold, foldName, isOtherScript, isWordCode } from './fold.ts';
import type { NamePart, NameTable } from './link-index.ts';
import { APOSTROPHE, behindGap, keyOfName, keyOfOne, keyOfSigns, keyOfTwo, LETTER_S, noWord, readThrough, readWord } from './name-key.ts';
import type { Word } from './name-key.ts';
import { NAME_CAPITALS, NAME_IS_NAME, NAME_PROPER, SPREAD_MAX, SPREAD_SHIFT } from './link-index.ts';

/** A name as it stands in the text. `info` and `postings` are its own in the table of its script. */
export type Hit = { name: number; start: number; end: number; info: number; part: NamePart; postings: number };

/** One name to look for. `spread`: how many events use it. `postings` ascending. */
export type NameEntry = { written: string; spread: number; postings: readonly number[] };

const SPACE = 0x20;
/** Shorter names are other words in the plural. */
const PLURAL_FROM = 5;
/** Words and pairs of words remembered while a text is looked through, by the last bits of their key. */
const BARREN = 4096;
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

/** A growing row of bytes; numbers go in seven bits at a time. */
function bytes(): { add(n: number): void; append(more: Uint8Array): void; length(): number; done(): Uint8Array } {
  let store = new Uint8Array(16);
  let used = 0;
  const grow = (need: number): void => {
    if (used + need <= store.length) return;
    const larger = new Uint8Array(Math.max(store.length * 2, used + need));
    larger.set(store);
    store = larger;
  };
  return {
    add(n) {
      grow(5);
      for (; n >= 128; n = Math.floor(n / 128)) store[used++] = (n % 128) + 128;
      store[used++] = n;
    },
    append(more) {
      grow(more.length);
      store.set(more, used);
      used += more.length;
    },
    length: () => used,
    done: () => store.slice(0, used),
  };
}

/** Calls back with each posting of the list at `at`. */
export function eachPosting(postings: Uint8Array, at: number, use: (posting: number) => void): void {
  const end = nextList(postings, at);
  let i = at;
  while ((postings[i] ?? 0) >= 128) i++; // past the length
  let posting = 0;
  let step = 0;
  let unit = 1;
  for (i++; i < end; i++) {
    const byte = postings[i] ?? 0;
    step += (byte & 127) * unit;
    unit *= 128;
    if (byte >= 128) continue;
    posting += step;
    use(posting);
    step = 0;
    unit = 1;
  }
}

/** Where the list after the one at `at` begins. */
function nextList(postings: Uint8Array, at: number): number {
  let length = 0;
  let unit = 1;
  for (let i = at; ; ) {
    const byte = postings[i++] ?? 0;
    length += (byte & 127) * unit;
    if (byte < 128) return i + length;
    unit *= 128;
  }
}

/** Where the name ends in the text if it stands at `at`, else -1. A gap in the name matches up to three spaces or hyphens. */
function endOfName(part: NamePart, from: number, length: number, text: string, at: number): number {
  let i = at;
  for (let n = from; n < from + length; n++) {
    const want = part.text.charCodeAt(n);
    if (want === SPACE) {
      i = behindGap(text, i);
      if (i < 0) return -1;
      continue;
    }
    if (text.charCodeAt(i) === APOSTROPHE && i > at && isWordCode(text.charCodeAt(i - 1))) i++;
    if (text.charCodeAt(i) !== want) return -1;
    i++;
  }
  return i;
}

/** All names in `original` (its folded form is `folded`), in order of position; overlapping names are all reported. */
export function findNames(table: NameTable, original: string, folded: string = fold(original)): Hit[] {
  const hits: Hit[] = [];
  // Wire archives exist in lower case throughout: there a name cannot be told by its capital.
  const hasCapitals = /\p{Ll},? \p{Lu}\p{Ll}/u.test(original) || !/\p{Ll}/u.test(original);
  // Words no name begins with: most of a page, and the same ones over and over.
  const barrenKeys = new Uint32Array(BARREN);
  const barrenInitials = new Uint16Array(BARREN);
  const collect = (part: NamePart, offset: number, key: number, at: number): void => {
    const initial = folded.charCodeAt(at);
    const slot = key & (BARREN - 1);
    if (barrenKeys[slot] === key && barrenInitials[slot] === initial) return;
    const bucket = key & (part.first.length - 2);
    const stop = part.first[bucket + 1] ?? 0;
    let from = part.textAt[bucket] ?? 0;
    let postings = part.postAt[bucket] ?? 0;
    let fertile = false;
    for (let n = part.first[bucket] ?? 0; n < stop; n++) {
      const length = part.lengths[n] ?? 0;
      // Most of a bucket's names begin otherwise: words of many kinds fall into it.
      const like = part.text.charCodeAt(from) === initial;
      let end = like ? endOfName(part, from, length, folded, at) : -1;
      if (like) fertile = true;
      // Found by another's key, it is found by its own as well.
      if (end >= 0 && keyOfName(part.text.slice(from, from + length)) !== key) end = -1;
      const own = postings;
      from += length;
      const bytes = part.postings[postings] ?? 0;
      postings = bytes < 128 ? postings + 1 + bytes : nextList(part.postings, postings);
      if (end < 0) continue;
      const info = part.info[n] ?? 0;
      // "tsunamis", "Ottomans".
      if (end - at >= PLURAL_FROM && folded.charCodeAt(end) === LETTER_S) end++;
      if (isWordCode(initial) && isWordCode(folded.charCodeAt(end - 1)) && isWordCode(folded.charCodeAt(end))) continue;
      if (info & NAME_CAPITALS && original.slice(at, end) !== original.slice(at, end).toUpperCase()) continue;
      if (info & NAME_PROPER && hasCapitals && original.charCodeAt(at) === initial) continue;
      hits.push({ name: offset + n, start: at, end, info, part, postings: own });
    }
    if (fertile) return;
    barrenKeys[slot] = key;
    barrenInitials[slot] = initial;
  };
  const { latin, other } = table;
  const through = noWord();
  /** `first` alone, and with the word behind it, which is left in `second`. */
  const collectFrom = (first: Word, second: Word): void => {
    collect(latin, 0, keyOfOne(first.hash), first.at);
    const next = behindGap(folded, first.end);
    if (next < 0) return;
    readWord(folded, next, second);
    collect(latin, 0, keyOfTwo(first.hash, second.hash), first.at);
    if (second.end > next && folded.charCodeAt(second.end - 1) === LETTER_S) collect(latin, 0, keyOfTwo(first.hash, second.shorter), first.at);
    if (readThrough(folded, second, through)) collect(latin, 0, keyOfTwo(first.hash, through.hash), first.at);
  };
  let here = noWord();
  let ahead = noWord();
  const whole = noWord();
  const beyond = noWord();
  for (let at = 0; at < folded.length; ) {
    const code = folded.charCodeAt(at);
    if (!isWordCode(code)) {
      if (isOtherScript(code)) collect(other, latin.lengths.length, keyOfSigns(folded, at), at);
      at++;
      continue;
    }
    // The word behind the last one is most often this.
    if (ahead.at !== at) readWord(folded, at, ahead);
    const read = ahead;
    ahead = here;
    here = read;
    collectFrom(here, ahead);
    if (readThrough(folded, here, whole)) collectFrom(whole, beyond);
    if (here.end - at > PLURAL_FROM && folded.charCodeAt(here.end - 1) === LETTER_S) collect(latin, 0, keyOfOne(here.shorter), at);
    at = here.end;
  }
  return hits;
}
