// "In three small villages": a beginning, a few words of any kind, and one of many nouns. In one pattern the nouns are
// written out again for each number of words between, and compiling that takes milliseconds of every waking of the worker.

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
