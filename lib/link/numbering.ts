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

/** Where those that are wanted stand in a list: a Map of all would cost as much as the rest of what is kept of a hundred thousand questions. */
export function placesOf(list: readonly string[], wanted: ReadonlySet<string>): Map<string, number> {
  const places = new Map<string, number>();
  if (wanted.size > 0) for (const [place, thing] of list.entries()) if (wanted.has(thing)) places.set(thing, place);
  return places;
}
