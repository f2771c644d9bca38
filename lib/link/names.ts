// Finds every known name in a text in one pass, whatever the number of names.
import { foldedCodes, isOtherScript, isWordCode } from './fold.ts';
import { NAME_CAPITALS, NAME_PROPER, WIDE } from './link-index.ts';
import type { NamePart, NameTable } from './link-index.ts';
import { APOSTROPHE, behindGap, isOpening, keyOfName, keyOfSigns, keyOfTwo, LETTER_S, noWord, readThrough, readWord } from './name-key.ts';
import type { Word } from './name-key.ts';
import { nextList } from './postings.ts';

/** A name as it stands in the text. `info` and `postings` are its own in the table of its script. */
export type Hit = { name: number; start: number; end: number; info: number; part: NamePart; postings: number };

const SPACE = 0x20;
/** Shorter names are other words in the plural. */
const PLURAL_FROM = 5;

function letterOf(part: NamePart, n: number): number {
  const letter = part.text.charCodeAt(n);
  return letter === WIDE ? (part.wide.get(n) ?? letter) : letter;
}

const nameOf = (part: NamePart, from: number, length: number): string => String.fromCharCode(...Array.from({ length }, (_, i) => letterOf(part, from + i)));

/** Where the name ends in the text if it stands at `at`, else -1. A gap in the name matches up to three spaces or hyphens. */
function endOfName(part: NamePart, from: number, length: number, codes: Uint16Array, at: number): number {
  let i = at;
  for (let n = from; n < from + length; n++) {
    const want = letterOf(part, n);
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

/** What is looked through, and what was found. */
type Search = { original: string; codes: Uint16Array; hasCapitals: boolean; hits: Hit[] };

// Letters of all scripts are asked for where those of A to Z do not tell (letters.ts says why).
/** Wire archives exist in lower case throughout: there a name cannot be told by its capital. */
const hasCapitals = (text: string): boolean =>
  /[a-z],? [A-Z][a-z]/.test(text) || /\p{Ll},? \p{Lu}\p{Ll}/u.test(text) || !(/[a-z]/.test(text) || /\p{Ll}/u.test(text));

/** Where the list of postings of name `n` begins, a name of this bucket. */
function postingsOf({ first, postAt, postings }: NamePart, bucket: number, n: number): number {
  let at = postAt[bucket] ?? 0;
  for (let before = first[bucket] ?? 0; before < n; before++) at = nextList(postings, at);
  return at;
}

/** The names with this key that stand at `at`. `offset`: the number of the part's first name. */
function collect(search: Search, part: NamePart, offset: number, key: number, at: number): void {
  if (!isOpening(part.openings, key)) return;
  const { first, lengths } = part;
  const bucket = key & (first.length - 2);
  const stop = first[bucket + 1] ?? 0;
  let n = first[bucket] ?? 0;
  const initial = search.codes[at];
  for (let from = part.textAt[bucket] ?? 0; n < stop; n++) {
    const length = lengths[n] ?? 0;
    // Most of a bucket's names begin otherwise: words of many kinds fall into it.
    if (letterOf(part, from) === initial) {
      const end = endOfName(part, from, length, search.codes, at);
      // Found by another's key, it is found by its own as well.
      if (end >= 0 && keyOfName(nameOf(part, from, length)) === key) take(search, part, { number: offset + n, info: part.info[n] ?? 0, postings: postingsOf(part, bucket, n) }, at, end);
    }
    from += length;
  }
}

/** Notes the name that stands from `at` to `end`, if nothing there says that it is another word. */
function take({ original, codes, hasCapitals, hits }: Search, part: NamePart, { number, info, postings }: { number: number; info: number; postings: number }, at: number, end: number): void {
  // "tsunamis", "Ottomans".
  if (end - at >= PLURAL_FROM && codes[end] === LETTER_S) end++;
  if (isWordCode(codes[at] ?? 0) && isWordCode(codes[end - 1] ?? 0) && isWordCode(codes[end] ?? 0)) return;
  if (info & NAME_CAPITALS && original.slice(at, end) !== original.slice(at, end).toUpperCase()) return;
  if (info & NAME_PROPER && hasCapitals && original.charCodeAt(at) === codes[at]) return;
  hits.push({ name: number, start: at, end, info, part, postings });
}

/** All names in `original` (`codes` is its folded form), in order of position; overlapping names are all reported. */
export function findNames({ latin, other }: NameTable, original: string, codes: Uint16Array = foldedCodes(original)): Hit[] {
  const search: Search = { original, codes, hasCapitals: hasCapitals(original), hits: [] };
  let word = noWord();
  let behind = noWord();
  const through = noWord();
  const whole = noWord();
  /** By `first` alone, and with the word behind it, which is left in `behind`. */
  const collectFrom = (first: Word): void => {
    if (!isOpening(latin.openings, first.hash)) return;
    collect(search, latin, 0, first.hash, first.at);
    const next = behindGap(codes, first.end);
    if (next < 0) return;
    readWord(codes, next, behind);
    collect(search, latin, 0, keyOfTwo(first.hash, behind.hash), first.at);
    if (behind.end > next && codes[behind.end - 1] === LETTER_S) collect(search, latin, 0, keyOfTwo(first.hash, behind.shorter), first.at);
    if (readThrough(codes, behind, through)) collect(search, latin, 0, keyOfTwo(first.hash, through.hash), first.at);
  };
  for (let at = 0; at < original.length; ) {
    const code = codes[at] ?? 0;
    if (!isWordCode(code)) {
      if (isOtherScript(code)) collect(search, other, latin.lengths.length, keyOfSigns(code, codes[at + 1] ?? 0), at);
      at++;
      continue;
    }
    // Where the last word may begin a name, this one has been read.
    if (behind.at === at) {
      const read = behind;
      behind = word;
      word = read;
    } else readWord(codes, at, word);
    collectFrom(word);
    if (readThrough(codes, word, whole)) collectFrom(whole);
    if (word.end - at > PLURAL_FROM && codes[word.end - 1] === LETTER_S) collect(search, latin, 0, word.shorter, at);
    at = word.end;
  }
  return search.hits;
}
