// "In three small villages": a beginning, a few words of any kind, and one of many nouns. In one pattern the nouns are
// written out again for each number of words between, and compiling that takes milliseconds of every waking of the worker.
import { eachMatch } from './each-match.ts';

/** `word` and `noun` are sticky; between the beginning and the noun stand `fewest` to `most` words, each with its space. */
export type Way = { word?: RegExp; noun: RegExp; fewest?: number; most?: number };

/** `lead` is global, and has nothing in it that could also be a word of the way. */
export function leadsTo(text: string, lead: RegExp, way: Way): boolean {
  lead.lastIndex = 0;
  while (lead.test(text)) if (isReached(text, lead.lastIndex, way)) return true;
  return false;
}

/** Whether the noun stands at `at`, or so many words further on. */
export function isReached(text: string, at: number, { word, noun, fewest = 0, most = 0 }: Way): boolean {
  for (let words = 0; ; words++) {
    noun.lastIndex = at;
    if (words >= fewest && noun.test(text)) return true;
    if (words === most || word === undefined) return false;
    word.lastIndex = at;
    if (!word.test(text)) return false;
    at = word.lastIndex;
  }
}

/**
 * The first match of `lead` that `rest` follows, with what follows; null: none. `lead` is global, `rest` begins with ^. For "brought … to the
 * hospital": as one pattern, with a gap of any letters in it, it takes a checker of patterns minutes to follow.
 */
export function followed(text: string, lead: RegExp, rest: RegExp): { lead: RegExpExecArray; rest: RegExpExecArray } | null {
  for (const match of eachMatch(text, lead)) {
    const found = rest.exec(text.slice(match.index + match[0].length));
    if (found) return { lead: match, rest: found };
  }
  return null;
}
