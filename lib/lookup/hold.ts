// Parts of something large: read when they are first asked for, those asked for last kept.

/** Tells each of the things that were asked for; of another, RangeError. */
export type Told<T> = (number: number) => T;

/** `read` gives things by their numbers, in their order; what it throws is thrown. Of what is kept, `weigh` comes to no more than `most` together. */
export function hold<T>(read: (numbers: readonly number[]) => Promise<readonly T[]>, { weigh, most }: { weigh: (thing: T) => number; most: number }): (numbers: readonly number[]) => Promise<Told<T>> {
  const kept = new Map<number, T>();
  let weight = 0;
  const letGo = (number: number): void => {
    const thing = kept.get(number);
    if (thing === undefined) return;
    kept.delete(number);
    weight -= weigh(thing);
  };
  return async (numbers) => {
    const own = new Map<number, T>();
    const missing: number[] = [];
    for (const number of numbers) {
      const thing = kept.get(number);
      if (thing === undefined) missing.push(number);
      else own.set(number, thing);
    }
    if (missing.length > 0) for (const [i, thing] of (await read(missing)).entries()) own.set(missing[i] ?? -1, thing);
    // A map keeps the order of insertion: taking out and putting back makes the first entry the longest unused.
    for (const [number, thing] of own) {
      letGo(number);
      kept.set(number, thing);
      weight += weigh(thing);
    }
    for (const oldest of kept.keys()) {
      if (weight <= most) break;
      letGo(oldest);
    }
    return (number) => {
      const thing = own.get(number);
      if (thing === undefined) throw new RangeError(`${number} was not asked for`);
      return thing;
    };
  };
}
