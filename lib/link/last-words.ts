// The words that lead up to a place in a sentence: told word by word, where a pattern would look from every word anew.

const SPACE = 0x20;
const isWord = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x27 || code === 0x2d;

/** Commas and full stops belong to the words before them. */
export const LOOSE = '.,';

/** The last words of folded text, in order, back to the first mark that is neither letter, digit, hyphen, apostrophe, one space nor one of `marks`. */
export function lastWords(text: string, marks: string = ''): string[] {
  let at = text.length;
  for (; at > 0; at--) {
    const code = text.charCodeAt(at - 1);
    if (!isWord(code) && !marks.includes(text.charAt(at - 1)) && !(code === SPACE && text.charCodeAt(at) !== SPACE)) break;
  }
  return text.slice(at).split(' ').filter((word) => word !== '');
}
