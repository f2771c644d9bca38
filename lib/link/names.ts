// Finds every known name in a text in one pass, whatever the number of names.
import { fold, foldName, isOtherScript, isWordCode } from './fold.ts';
import type { NameTable } from './link-index.ts';
import { NAME_CAPITALS, NAME_IS_NAME, NAME_PROPER } from './link-index.ts';

/** A name as it stands in the text. */
export type Hit = { name: number; start: number; end: number };

const SPACE = 0x20;
const HYPHEN = 0x2d;
const APOSTROPHE = 0x27;
/** Shorter names are other words in the plural. */
const PLURAL_FROM = 5;
const LETTER_S = 0x73;

const isGap = (code: number): boolean => code === SPACE || code === HYPHEN;

/**
 * FNV-1a over the first word, or over the first two characters of a script without word boundaries.
 * `through`: on past an apostrophe, as "Sana'a" is "Sanaa" but "Gaza's" is "Gaza".
 */
function keyOf(text: string, at: number, through: boolean, stop: number = text.length): number {
  let hash = 0x811c9dc5;
  const first = text.charCodeAt(at);
  const end = isOtherScript(first) ? at + 2 : stop;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (i > at && end === stop && !isWordCode(code)) {
      if (through && code === APOSTROPHE && isWordCode(text.charCodeAt(i + 1))) continue;
      break;
    }
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash >>> 0;
}

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

/** Builds the table; `names` are distinct as written, the result numbers them in that order. */
export function buildNames(names: readonly string[]): NameTable {
  const folded = names.map(foldName);
  const starts = new Uint32Array(names.length + 1);
  const flags = new Uint8Array(names.length);
  let size = 16;
  while (size < names.length * 2) size *= 2;
  const heads = new Int32Array(size);
  const next = new Int32Array(names.length);
  let at = 0;
  folded.forEach((name, i) => {
    starts[i] = at;
    at += name.length;
    flags[i] = flagsOf(names[i] ?? '', name);
    const bucket = keyOf(name, 0, false) & (size - 1);
    next[i] = heads[bucket] ?? 0;
    heads[bucket] = i + 1;
  });
  starts[names.length] = at;
  return { text: folded.join(''), starts, flags, heads, next };
}

/** Where the last letter s of a long word stands, else -1. */
function endOfPlural(text: string, at: number): number {
  let end = at;
  while (isWordCode(text.charCodeAt(end))) end++;
  return end - at > PLURAL_FROM && text.charCodeAt(end - 1) === LETTER_S ? end - 1 : -1;
}

/** Where the name ends in the text if it stands at `at`, else -1. A gap in the name matches up to three spaces or hyphens. */
function endOfName(table: NameTable, name: number, text: string, at: number): number {
  const stop = table.starts[name + 1] ?? 0;
  let i = at;
  for (let n = table.starts[name] ?? 0; n < stop; n++) {
    const want = table.text.charCodeAt(n);
    if (want === SPACE) {
      // "Syria's war" is the Syria war.
      if (text.charCodeAt(i) === APOSTROPHE && text.charCodeAt(i + 1) === LETTER_S && isGap(text.charCodeAt(i + 2))) i += 2;
      let gap = 0;
      while (gap < 3 && isGap(text.charCodeAt(i))) {
        i++;
        gap++;
      }
      if (gap === 0) return -1;
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
  const mask = table.heads.length - 1;
  // Wire archives exist in lower case throughout: there a name cannot be told by its capital.
  const hasCapitals = /\p{Ll},? \p{Lu}\p{Ll}/u.test(original) || !/\p{Ll}/u.test(original);
  const collect = (key: number, at: number): void => {
    for (let n = table.heads[key & mask] ?? 0; n !== 0; n = table.next[n - 1] ?? 0) {
      let end = endOfName(table, n - 1, folded, at);
      if (end < 0) continue;
      const flags = table.flags[n - 1] ?? 0;
      // "tsunamis", "Ottomans".
      if (end - at >= PLURAL_FROM && folded.charCodeAt(end) === LETTER_S) end++;
      if (isWordCode(folded.charCodeAt(at)) && isWordCode(folded.charCodeAt(end - 1)) && isWordCode(folded.charCodeAt(end))) continue;
      if (flags & NAME_CAPITALS && original.slice(at, end) !== original.slice(at, end).toUpperCase()) continue;
      if (flags & NAME_PROPER && hasCapitals && original.charCodeAt(at) === folded.charCodeAt(at)) continue;
      hits.push({ name: n - 1, start: at, end });
    }
  };
  let previousIsWord = false;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    const isWord = isWordCode(code);
    const other = !isWord && isOtherScript(code);
    if (other || (isWord && !previousIsWord)) {
      const short = keyOf(folded, at, false);
      collect(short, at);
      const long = other ? short : keyOf(folded, at, true);
      if (long !== short) collect(long, at);
      const plural = other ? -1 : endOfPlural(folded, at);
      if (plural >= 0) collect(keyOf(folded, at, false, plural), at);
    }
    previousIsWord = isWord;
  }
  return hits;
}
