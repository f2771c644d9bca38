// Work that mostly waits (for a host, the disk, a hash) is begun some steps before it is needed.

/** What is under way at a time: each is held in memory, and a host is asked for as many files at once. */
const AHEAD = 4;

/** What is made of each, in their order. Nothing is under way any more when this has ended, well or not. */
export async function* ahead<T, R>(things: Iterable<T>, make: (thing: T) => Promise<R>): AsyncGenerator<R> {
  const making: Promise<R>[] = [];
  try {
    for (const thing of things) {
      const made = make(thing);
      // Whoever gets to it is told; if nobody does, something before it went wrong, and that is told.
      made.catch(() => undefined);
      making.push(made);
      if (making.length > AHEAD) yield await first(making);
    }
    while (making.length > 0) yield await first(making);
  } finally {
    await Promise.allSettled(making);
  }
}

/** The other way about: what is given is done meanwhile, a few at a time; `done` waits for all of it. Throws what one of them threw, at the next or at the end. */
export function meanwhile(): { give(work: Promise<unknown>): Promise<void>; done(): Promise<void>; stopped(): Promise<void> } {
  const working: Promise<unknown>[] = [];
  return {
    async give(work) {
      work.catch(() => undefined);
      working.push(work);
      if (working.length > AHEAD) await first(working);
    },
    async done() {
      while (working.length > 0) await first(working);
    },
    async stopped() {
      await Promise.allSettled(working);
    },
  };
}

async function first<T>(of: Promise<T>[]): Promise<T> {
  // It stays in the list until it is done, so that whoever waits for all of them waits for it.
  const made = await (of[0] as Promise<T>);
  of.shift();
  return made;
}
