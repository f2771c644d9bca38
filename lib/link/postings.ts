// Lists of numbers in a row of bytes: each begins with its length, and holds the steps from one number to the next.

/** A growing row of bytes; numbers go in seven bits at a time. */
export function bytes(): { addList(ascending: readonly number[]): void; length(): number; done(): Uint8Array } {
  let store = new Uint8Array(1 << 12);
  let used = 0;
  const grow = (need: number): void => {
    if (used + need <= store.length) return;
    const larger = new Uint8Array(Math.max(store.length * 2, used + need));
    larger.set(store);
    store = larger;
  };
  const put = (n: number): void => {
    for (; n >= 128; n = Math.floor(n / 128)) store[used++] = (n % 128) + 128;
    store[used++] = n;
  };
  return {
    addList(ascending) {
      let [size, last] = [0, 0];
      for (const n of ascending) {
        size += sizeOf(n - last);
        last = n;
      }
      grow(size + 5);
      put(size);
      last = 0;
      for (const n of ascending) {
        put(n - last);
        last = n;
      }
    },
    length: () => used,
    done: () => store.slice(0, used),
  };
}

/** Bytes that a number takes. */
function sizeOf(n: number): number {
  let size = 1;
  for (; n >= 128; n = Math.floor(n / 128)) size++;
  return size;
}

/** Calls back with each posting of the list at `at`. */
export function eachPosting(postings: Uint8Array, at: number, use: (posting: number) => void): void {
  const end = nextList(postings, at);
  let i = at;
  while ((postings[i] ?? 0) >= 128) i++; // past the length
  let posting = 0;
  let step = 0;
  let unit = 1;
  for (i++; i < end; i++) {
    const byte = postings[i] ?? 0;
    step += (byte & 127) * unit;
    unit *= 128;
    if (byte >= 128) continue;
    posting += step;
    use(posting);
    step = 0;
    unit = 1;
  }
}

/** Where the list after the one at `at` begins. */
export function nextList(postings: Uint8Array, at: number): number {
  let length = 0;
  let unit = 1;
  for (let i = at; ; ) {
    const byte = postings[i++] ?? 0;
    length += (byte & 127) * unit;
    if (byte < 128) return i + length;
    unit *= 128;
  }
}
