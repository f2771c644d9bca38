/**
 * Tells one reading of a page from the next without keeping its text. Of changed texts one in four milliards passes for
 * unchanged, and is read at the change after. FNV-1a, begun with the length: http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function digest(text: string): number {
  let sum = text.length;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum;
}
