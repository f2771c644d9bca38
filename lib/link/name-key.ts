// By what a name is looked up: its first word, or its first two, since of a hundred thousand questions ten thousand are named
// "battle of" something. Of a script without word boundaries: its first two characters.
import { FNV_FACTOR, FNV_SEED } from '../claim/fnv.ts';
import { isOtherScript, isWordCode } from './fold.ts';

const SPACE = 0x20;
const HYPHEN = 0x2d;
export const APOSTROPHE = 0x27;
export const LETTER_S = 0x73;
/** More spaces and hyphens in a row are no gap within a name. */
const GAP_MAX = 3;

/** Characters of a word with apostrophes: a page of nothing else would be read on to its end from each of them. */
const THROUGH_MAX = 64;

/** Of a hash these bits are kept: browsers keep larger numbers in boxes. */
const BITS = 0x3fffffff;

/** A word of a folded text and its hash; `shorter` is the hash without the last letter. Written over and over, since a page has thousands. */
export type Word = { at: number; end: number; hash: number; shorter: number };

export const noWord = (): Word => ({ at: -1, end: -1, hash: 0, shorter: 0 });

/** Reads the word at `at` into `into`; empty (`end` = `at`) where none begins. */
export function readWord(codes: Uint16Array, at: number, into: Word): void {
  let hash = FNV_SEED;
  let shorter = FNV_SEED;
  let end = at;
  for (let code = codes[at] ?? 0; isWordCode(code); code = codes[++end] ?? 0) {
    shorter = hash;
    hash = Math.imul(hash ^ code, FNV_FACTOR);
  }
  into.at = at;
  into.end = end;
  into.hash = hash & BITS;
  into.shorter = shorter & BITS;
}

/** The same past apostrophes, as "Sana'a" is "Sanaa"; false where the word that `plain` is has none within it, or goes on for longer than any name's. */
export function readThrough(codes: Uint16Array, plain: Word, into: Word): boolean {
  if (!isWithin(codes, plain.end)) return false;
  let { hash, shorter, end } = plain;
  for (; isWordCode(codes[end] ?? 0) || isWithin(codes, end); end++) {
    if (end - plain.at > THROUGH_MAX) return false;
    const code = codes[end] ?? 0;
    if (code === APOSTROPHE) continue;
    shorter = hash;
    hash = Math.imul(hash ^ code, FNV_FACTOR);
  }
  into.at = plain.at;
  into.end = end;
  into.hash = hash & BITS;
  into.shorter = shorter & BITS;
  return true;
}

/** An apostrophe with a letter behind it. */
const isWithin = (codes: Uint16Array, at: number): boolean => codes[at] === APOSTROPHE && isWordCode(codes[at + 1] ?? 0);

const isGap = (code: number | undefined): boolean => code === SPACE || code === HYPHEN;

/** Where a name goes on whose first words end at `end`: behind a gap ("Syria's war" is the Syria war). -1: it does not. */
export function behindGap(codes: Uint16Array, end: number): number {
  const from = codes[end] === APOSTROPHE && codes[end + 1] === LETTER_S && isGap(codes[end + 2]) ? end + 2 : end;
  let at = from;
  while (at < from + GAP_MAX && isGap(codes[at])) at++;
  return at === from ? -1 : at;
}

export const keyOfTwo = (first: number, second: number): number => Math.imul(Math.imul(first ^ SPACE, FNV_FACTOR) ^ second, FNV_FACTOR) & BITS;

/** Of the first two characters of a name in a script without word boundaries. */
export const keyOfSigns = (first: number, second: number): number => Math.imul(Math.imul(FNV_SEED ^ first, FNV_FACTOR) ^ second, FNV_FACTOR) & BITS;

/** The word at `at` of a name as it is stored. */
function wordOf(name: string, at: number): { end: number; hash: number } {
  let hash = FNV_SEED;
  let end = at;
  for (; isWordCode(name.charCodeAt(end)); end++) hash = Math.imul(hash ^ name.charCodeAt(end), FNV_FACTOR);
  return { end, hash: hash & BITS };
}

/** Of a name as it is stored. A word's key is its hash. */
export function keyOfName(name: string): number {
  if (isOtherScript(name.charCodeAt(0))) return keyOfSigns(name.charCodeAt(0), name.charCodeAt(1));
  const { end, hash } = wordOf(name, 0);
  return name.charCodeAt(end) === SPACE ? keyOfTwo(hash, wordOf(name, end + 1).hash) : hash;
}

/** Of the first word of a name of several words; null: it has but one, or is of a script without word boundaries. */
export function firstOfName(name: string): number | null {
  const { end, hash } = wordOf(name, 0);
  return end > 0 && name.charCodeAt(end) === SPACE ? hash : null;
}

/** By the hash's lowest bits; there are a power of two. */
const placeIn = (bits: Uint8Array, hash: number): number => hash & (bits.length * 8 - 1);

export function note(bits: Uint8Array, hash: number): void {
  const place = placeIn(bits, hash);
  bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
}

/** False: it was not noted. */
export function isNoted(bits: Uint8Array, hash: number): boolean {
  const place = placeIn(bits, hash);
  return (((bits[place >> 3] ?? 0) >> (place & 7)) & 1) === 1;
}
