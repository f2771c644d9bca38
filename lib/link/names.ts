// Finds every known name in a text in one pass, whatever the number of names: first where one may stand, and by what it would be looked up,
// then, in the blocks where such names lie, those that do.
import { foldedCodes, isOtherScript, isWordCode } from './fold.ts';
import { NAME_CAPITALS, NAME_PROPER } from './link-index.ts';
import type { NamePart, NameTable, WholeIndex } from './link-index.ts';
import { BUCKETS, placeOf } from './name-block.ts';
import { APOSTROPHE, behindGap, isNoted, keyOfName, keyOfSigns, keyOfTwo, LETTER_S, noWord, readThrough, readWord } from './name-key.ts';
import type { Word } from './name-key.ts';
import { insideList, nextList, numberAt, sizeOf, textWithin } from './number-row.ts';

/** A name as it stands in the text. `postings`: where in `block` its list lies. */
export type Hit = { name: number; start: number; end: number; info: number; block: Uint8Array; postings: number };

/** A text (`codes` is its folded form) and where names may stand in it, with their keys, in the order in which they are looked up. */
export type Seeking = { original: string; codes: Uint16Array; ats: number[]; keys: number[] };

/** The block of a number. */
export type BlockOf = (number: number) => Uint8Array;

/** Of an index that is held whole. Throws RangeError for a number that none has. */
export const blockIn =
  ({ blocks }: Pick<WholeIndex, 'blocks'>): BlockOf =>
  (number) => {
    const block = blocks[number];
    if (block === undefined) throw new RangeError(`no block ${number}`);
    return block;
  };

const SPACE = 0x20;
/** Shorter names are other words in the plural. */
const PLURAL_FROM = 5;

/** The bucket of a key, of all buckets of the part. */
const bucketOf = ({ starts }: NamePart, key: number): number => key & ((starts.length - 1) * BUCKETS - 1);

/** Where the name whose letters lie from `from` to `to` ends in the text if it stands at `at`, else -1. A gap in the name matches up to three spaces or hyphens. */
function endOfName(block: Uint8Array, from: number, to: number, codes: Uint16Array, at: number): number {
  let i = at;
  for (let n = from; n < to; ) {
    const want = numberAt(block, n);
    n += sizeOf(want);
    if (want === SPACE) {
      i = behindGap(codes, i);
      if (i < 0) return -1;
      continue;
    }
    if (codes[i] === APOSTROPHE && i > at && isWordCode(codes[i - 1] ?? 0)) i++;
    if (codes[i] !== want) return -1;
    i++;
  }
  return i;
}

// Letters of all scripts are asked for where those of A to Z do not tell (letters.ts says why).
/** Wire archives exist in lower case throughout: there a name cannot be told by its capital. */
const hasCapitals = (text: string): boolean =>
  /[a-z],? [A-Z][a-z]/.test(text) || /\p{Ll},? \p{Lu}\p{Ll}/u.test(text) || !(/[a-z]/.test(text) || /\p{Ll}/u.test(text));

/** What is looked through, and what was found. */
type Search = Seeking & { hasCapitals: boolean; hits: Hit[] };

/** The names with this key that stand at `at`. `start`: where the block lies in the row of all. */
function collect(search: Search, { block, start, bucket }: { block: Uint8Array; start: number; bucket: number }, key: number, at: number): void {
  const stop = placeOf(block, bucket + 1);
  for (let place = placeOf(block, bucket); place < stop; ) {
    const from = insideList(block, place + 1);
    const to = nextList(block, place + 1);
    const end = endOfName(block, from, to, search.codes, at);
    // Found by another's key, it is found by its own as well.
    if (end >= 0 && keyOfName(textWithin(block, from, to)) === key) take(search, { name: start + place, info: block[place] ?? 0, block, postings: to }, at, end);
    place = nextList(block, to);
  }
}

/** Notes the name that stands from `at` to `end`, if nothing there says that it is another word. */
function take({ original, codes, hasCapitals, hits }: Search, name: Omit<Hit, 'start' | 'end'>, at: number, end: number): void {
  // "tsunamis", "Ottomans".
  if (end - at >= PLURAL_FROM && codes[end] === LETTER_S) end++;
  if (isWordCode(codes[at] ?? 0) && isWordCode(codes[end - 1] ?? 0) && isWordCode(codes[end] ?? 0)) return;
  if (name.info & NAME_CAPITALS && original.slice(at, end) !== original.slice(at, end).toUpperCase()) return;
  if (name.info & NAME_PROPER && hasCapitals && original.charCodeAt(at) === codes[at]) return;
  hits.push({ ...name, start: at, end });
}

/** Where names of the table may stand in `original`; most that is noted is one's beginning. */
export function seekNames({ latin, other }: NameTable, original: string, codes: Uint16Array = foldedCodes(original)): Seeking {
  const seeking: Seeking = { original, codes, ats: [], keys: [] };
  const seek = (part: NamePart, key: number, at: number): void => {
    if (!isNoted(part.keys, key)) return;
    seeking.ats.push(at);
    seeking.keys.push(key);
  };
  let word = noWord();
  let behind = noWord();
  const through = noWord();
  const whole = noWord();
  /** By `first` alone, and with the word behind it, which is left in `behind`. */
  const seekFrom = (first: Word): void => {
    seek(latin, first.hash, first.at);
    if (!isNoted(latin.firsts, first.hash)) return;
    const next = behindGap(codes, first.end);
    if (next < 0) return;
    readWord(codes, next, behind);
    seek(latin, keyOfTwo(first.hash, behind.hash), first.at);
    if (behind.end > next && codes[behind.end - 1] === LETTER_S) seek(latin, keyOfTwo(first.hash, behind.shorter), first.at);
    if (readThrough(codes, behind, through)) seek(latin, keyOfTwo(first.hash, through.hash), first.at);
  };
  for (let at = 0; at < original.length; ) {
    const code = codes[at] ?? 0;
    if (!isWordCode(code)) {
      if (isOtherScript(code)) seek(other, keyOfSigns(code, codes[at + 1] ?? 0), at);
      at++;
      continue;
    }
    // Where the last word may begin a name, this one has been read.
    if (behind.at === at) {
      const read = behind;
      behind = word;
      word = read;
    } else readWord(codes, at, word);
    seekFrom(word);
    if (readThrough(codes, word, whole)) seekFrom(whole);
    if (word.end - at > PLURAL_FROM && codes[word.end - 1] === LETTER_S) seek(latin, word.shorter, at);
    at = word.end;
  }
  return seeking;
}

const blocksOfPart = ({ starts }: NamePart): number => starts.length - 1;

/** In which block a name lies that begins at `at`, and in which of its buckets. */
function placed({ latin, other }: NameTable, code: number, key: number): { part: NamePart; number: number; own: number; bucket: number } {
  const isOther = isOtherScript(code);
  const part = isOther ? other : latin;
  const bucket = bucketOf(part, key);
  const own = Math.floor(bucket / BUCKETS);
  return { part, own, number: isOther ? blocksOfPart(latin) + own : own, bucket: bucket % BUCKETS };
}

/** Numbers of the blocks in which these names lie, each once. */
export function blocksOf(table: NameTable, seekings: readonly Seeking[]): number[] {
  const numbers = new Set<number>();
  for (const { codes, ats, keys } of seekings) for (let i = 0; i < ats.length; i++) numbers.add(placed(table, codes[ats[i] ?? 0] ?? 0, keys[i] ?? 0).number);
  return [...numbers];
}

/** All names in the text, in order of position; overlapping names are all reported. */
export function findNames(table: NameTable, seeking: Seeking, blockOf: BlockOf): Hit[] {
  const search: Search = { ...seeking, hasCapitals: hasCapitals(seeking.original), hits: [] };
  const { ats, keys, codes } = seeking;
  for (let i = 0; i < ats.length; i++) {
    const [at, key] = [ats[i] ?? 0, keys[i] ?? 0];
    const { part, own, number, bucket } = placed(table, codes[at] ?? 0, key);
    collect(search, { block: blockOf(number), start: part.starts[own] ?? 0, bucket }, key, at);
  }
  return search.hits;
}
