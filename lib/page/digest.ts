/**
 * Tells one reading of a page from the next without keeping its text; `sum` is that of the text before, 0 of none. Of changed texts one in four
 * milliards passes for unchanged, and is read at the change after. FNV-0: http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function digest(text: string, sum = 0): number {
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}
