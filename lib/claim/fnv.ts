// FNV-1a: a text as one number, near enough to chance to spread texts over a table. http://www.isthe.com/chongo/tech/comp/fnv/

export const FNV_SEED = 0x811c9dc5;
export const FNV_FACTOR = 0x01000193;

/** All 32 bits, as a signed number. */
export function fnv(text: string): number {
  let hash = FNV_SEED | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_FACTOR);
  return hash;
}
