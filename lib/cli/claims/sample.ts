// A random choice that anybody can repeat from its seed.

/** `n` different items (all, if there are fewer), in an order fixed by the seed. */
export function sample<T>(items: readonly T[], n: number, seed: number): T[] {
  const random = mulberry32(seed);
  const left = [...items];
  const drawn: T[] = [];
  while (drawn.length < n && left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  return drawn;
}

/** 32-bit generator by Tommy Ettinger, public domain; even enough for drawing a sample. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
