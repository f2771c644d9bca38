// By what a name is looked up: its first word, or its first two, since of a hundred thousand questions ten thousand are named
// "battle of" something. Of a script without word boundaries: its first two characters.
import { isOtherScript, isWordCode } from './fold.ts';

const SPACE = 0x20;
const HYPHEN = 0x2d;
export const APOSTROPHE = 0x27;
export const LETTER_S = 0x73;
/** More spaces and hyphens in a row are no gap within a name. */
const GAP_MAX = 3;

/** Characters of a word with apostrophes: a page of nothing else would be read on to its end from each of them. */
const THROUGH_MAX = 64;

/** FNV-1a's own. */
const SEED = 0x811c9dc5;
const FACTOR = 0x01000193;

/** A word of a folded text and its hash; `shorter` is the hash without the last letter. Written over and over, since a page has thousands. */
export type Word = { at: number; end: number; hash: number; shorter: number };

export const noWord = (): Word => ({ at: -1, end: -1, hash: 0, shorter: 0 });

/** Reads the word at `at` into `into`; empty (`end` = `at`) where none begins. */
export function readWord(text: string, at: number, into: Word): void {
  let hash = SEED;
  let shorter = SEED;
  let end = at;
  for (let code = text.charCodeAt(at); isWordCode(code); code = text.charCodeAt(++end)) {
    shorter = hash;
    hash = Math.imul(hash ^ code, FACTOR);
  }
  into.at = at;
  into.end = end;
  into.hash = hash;
  into.shorter = shorter;
}

/** The same past apostrophes, as "Sana'a" is "Sanaa"; false where the word that `plain` is has none within it, or goes on for longer than any name's. */
export function readThrough(text: string, plain: Word, into: Word): boolean {
  if (!isWithin(text, plain.end)) return false;
  let { hash, shorter, end } = plain;
  for (; isWordCode(text.charCodeAt(end)) || isWithin(text, end); end++) {
    if (end - plain.at > THROUGH_MAX) return false;
    const code = text.charCodeAt(end);
    if (code === APOSTROPHE) continue;
    shorter = hash;
    hash = Math.imul(hash ^ code, FACTOR);
  }
  into.at = plain.at;
  into.end = end;
  into.hash = hash;
  into.shorter = shorter;
  return true;
}

/** An apostrophe with a letter behind it. */
const isWithin = (text: string, at: number): boolean => text.charCodeAt(at) === APOSTROPHE && isWordCode(text.charCodeAt(at + 1));

const isGap = (code: number): boolean => code === SPACE || code === HYPHEN;

/** Where a name goes on whose first words end at `end`: behind a gap ("Syria's war" is the Syria war). -1: it does not. */
export function behindGap(text: string, end: number): number {
  const from = text.charCodeAt(end) === APOSTROPHE && text.charCodeAt(end + 1) === LETTER_S && isGap(text.charCodeAt(end + 2)) ? end + 2 : end;
  let at = from;
  while (at < from + GAP_MAX && isGap(text.charCodeAt(at))) at++;
  return at === from ? -1 : at;
}

export const keyOfOne = (first: number): number => first >>> 0;
export const keyOfTwo = (first: number, second: number): number => Math.imul(Math.imul(first ^ SPACE, FACTOR) ^ second, FACTOR) >>> 0;

/** Of the two characters at `at`. */
export const keyOfSigns = (text: string, at: number): number => Math.imul(Math.imul(SEED ^ text.charCodeAt(at), FACTOR) ^ text.charCodeAt(at + 1), FACTOR) >>> 0;

/** Of a name as it is stored. */
export function keyOfName(name: string): number {
  if (isOtherScript(name.charCodeAt(0))) return keyOfSigns(name, 0);
  const first = noWord();
  readWord(name, 0, first);
  if (name.charCodeAt(first.end) !== SPACE) return keyOfOne(first.hash);
  const second = noWord();
  readWord(name, first.end + 1, second);
  return keyOfTwo(first.hash, second.hash);
}
