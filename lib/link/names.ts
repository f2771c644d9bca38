// Finds every known name in a text in one pass, whatever the number of names.
import { fold, foldName, isOtherScript, isWordCode } from './fold.ts';
import type { NameTable } from './link-index.ts';
import { NAME_CAPITALS, NAME_IS_NAME, NAME_PROPER } from './link-index.ts';

/** A name as it stands in the text. */
export type Hit = { name: number; start: number; end: number };

const SPACE = 0x20;
const HYPHEN = 0x2d;

const isGap = (code: number): boolean => code === SPACE || code === HYPHEN;

/** FNV-1a over the first word, or over the first two characters of a script without word boundaries. */
function keyOf(text: string, at: number): number {
  let hash = 0x811c9dc5;
  const first = text.charCodeAt(at);
  const end = isOtherScript(first) ? at + 2 : text.length;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (i > at && end === text.length && !isWordCode(code)) break;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash >>> 0;
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
    const written = names[i] ?? '';
    starts[i] = at;
    at += name.length;
    const capitals = /^[A-Z]{2,4}$/.test(written);
    const other = isOtherScript(name.charCodeAt(0));
    const named = other || /[A-ZÀ-Þ]/.test(written);
    flags[i] =
      (capitals ? NAME_CAPITALS : 0) |
      (!capitals && !other && /^[A-ZÀ-Þ]/.test(written) && !name.includes(' ') ? NAME_PROPER : 0) |
      (named ? NAME_IS_NAME : 0);
    const bucket = keyOf(name, 0) & (size - 1);
    next[i] = heads[bucket] ?? 0;
    heads[bucket] = i + 1;
  });
  starts[names.length] = at;
  return { text: folded.join(''), starts, flags, heads, next };
}

/** Where the name ends in the text if it stands at `at`, else -1. A gap in the name matches up to three spaces or hyphens. */
function endOfName(table: NameTable, name: number, text: string, at: number): number {
  const stop = table.starts[name + 1] ?? 0;
  let i = at;
  for (let n = table.starts[name] ?? 0; n < stop; n++) {
    const want = table.text.charCodeAt(n);
    if (want === SPACE) {
      let gap = 0;
      while (gap < 3 && isGap(text.charCodeAt(i))) {
        i++;
        gap++;
      }
      if (gap === 0) return -1;
    } else if (text.charCodeAt(i) === want) i++;
    else return -1;
  }
  return i;
}

/** All names in `original` (its folded form is `folded`), in order of position; overlapping names are all reported. */
export function findNames(table: NameTable, original: string, folded: string = fold(original)): Hit[] {
  const hits: Hit[] = [];
  const mask = table.heads.length - 1;
  let previousIsWord = false;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    const isWord = isWordCode(code);
    const other = !isWord && isOtherScript(code);
    if (other || (isWord && !previousIsWord)) {
      for (let n = table.heads[keyOf(folded, at) & mask] ?? 0; n !== 0; n = table.next[n - 1] ?? 0) {
        const end = endOfName(table, n - 1, folded, at);
        if (end < 0) continue;
        if (!other && isWordCode(folded.charCodeAt(end - 1)) && isWordCode(folded.charCodeAt(end))) continue;
        const flags = table.flags[n - 1] ?? 0;
        if (flags & NAME_CAPITALS && original.slice(at, end) !== original.slice(at, end).toUpperCase()) continue;
        if (flags & NAME_PROPER && original.charCodeAt(at) === code) continue;
        hits.push({ name: n - 1, start: at, end });
      }
    }
    previousIsWord = isWord;
  }
  return hits;
}
