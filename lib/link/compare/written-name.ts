// Names as a page writes them: words that begin with a capital.
import { isLetterAt, isUpperAt } from '../letters.ts';

/** Characters and words of a name at most. */
const REACH = 60;
const WORDS = 4;
const JOINTS = "'’-";
const PARTICLES = ['al-', 'el-', 'de ', 'of '];

const isOfWord = (text: string, at: number): boolean => isLetterAt(text, at) || JOINTS.includes(text.charAt(at));

/** The capitalised words at `at`: "Punjab province", "Mai Kadra". */
export function nameAt(text: string, at: number): string {
  const most = Math.min(text.length, at + REACH);
  let end = at;
  for (let word = 0, from = at; word < WORDS && isUpperAt(text, from) && from < most; word++) {
    for (end = from + 1; end < most && isOfWord(text, end); ) end++;
    if (text.charAt(end) !== ' ') break;
    from = end + 1;
    from += PARTICLES.find((particle) => text.startsWith(particle, from))?.length ?? 0;
  }
  return text.slice(at, end);
}

/** Where the word that ends at `end` begins, not before `least`. */
export function wordStart(text: string, end: number, least: number): number {
  let start = end;
  while (start > least && isOfWord(text, start - 1)) start--;
  return start;
}
