// Finds every known name in a text in one pass, whatever the number of names.
import { fold, isOtherScript, isWordCode } from './fold.ts';
import { NAME_CAPITALS, NAME_PROPER } from './link-index.ts';
import type { NamePart, NameTable } from './link-index.ts';
import { APOSTROPHE, behindGap, keyOfName, keyOfOne, keyOfSigns, keyOfTwo, LETTER_S, noWord, readThrough, readWord } from './name-key.ts';
import type { Word } from './name-key.ts';
import { nextList } from './postings.ts';

/** A name as it stands in the text. `info` and `postings` are its own in the table of its script. */
export type Hit = { name: number; start: number; end: number; info: number; part: NamePart; postings: number };

const SPACE = 0x20;
/** Shorter names are other words in the plural. */
const PLURAL_FROM = 5;
/** Words and pairs of words remembered while a text is looked through, by the last bits of their key. */
const BARREN = 4096;

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
