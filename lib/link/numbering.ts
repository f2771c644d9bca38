/** Numbers things in the order in which they are first met. */
export function numbering<T>(): { of(thing: T): number; things: T[] } {
  const numbers = new Map<T, number>();
  const things: T[] = [];
  return {
    things,
    of(thing) {
      let number = numbers.get(thing);
      if (number === undefined) numbers.set(thing, (number = things.push(thing) - 1));
      return number;
    },
  };
}
