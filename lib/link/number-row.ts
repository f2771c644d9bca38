// Numbers in a row of bytes, seven bits to a byte, lowest first, the eighth bit set where more follow. A list begins with its length in bytes; one
// of ascending numbers holds the steps from one to the next, a text its codes.

export type NumberRow = { addByte(byte: number): void; addText(text: string): void; addList(ascending: ArrayLike<number>): void; length(): number; copyInto(row: Uint8Array, at: number): void };

export function numberRow(): NumberRow {
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
    addByte(byte) {
      grow(1);
      store[used++] = byte;
    },
    addText(text) {
      let size = 0;
      for (let i = 0; i < text.length; i++) size += sizeOf(text.charCodeAt(i));
      grow(size + 5);
      put(size);
      for (let i = 0; i < text.length; i++) put(text.charCodeAt(i));
    },
    addList(ascending) {
      let size = 0;
      for (let i = 0, last = 0; i < ascending.length; i++) {
        const n = ascending[i] ?? 0;
        size += sizeOf(n - last);
        last = n;
      }
      grow(size + 5);
      put(size);
      for (let i = 0, last = 0; i < ascending.length; i++) {
        const n = ascending[i] ?? 0;
        put(n - last);
        last = n;
      }
    },
    length: () => used,
    copyInto: (row, at) => row.set(store.subarray(0, used), at),
  };
}

/** Bytes that a number takes. */
export const sizeOf = (n: number): number => (n < 128 ? 1 : 1 + sizeOf(Math.floor(n / 128)));

/** The number at `at`. */
export function numberAt(row: Uint8Array, at: number): number {
  let number = 0;
  let unit = 1;
  for (let i = at; ; unit *= 128) {
    const byte = row[i++] ?? 0;
    number += (byte & 127) * unit;
    if (byte < 128) return number;
  }
}

/** Where the numbers of the list, or the letters of the text, at `at` begin: behind its length. */
export function insideList(row: Uint8Array, at: number): number {
  let i = at;
  while ((row[i] ?? 0) >= 128) i++;
  return i + 1;
}

/** Where the list, or the text, after the one at `at` begins. In one go, for a page steps over thousands. */
export function nextList(row: Uint8Array, at: number): number {
  let length = 0;
  let unit = 1;
  for (let i = at; ; ) {
    const byte = row[i++] ?? 0;
    length += (byte & 127) * unit;
    if (byte < 128) return i + length;
    unit *= 128;
  }
}

/** The text whose letters lie from `from` to `to`. */
export function textWithin(row: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; ) {
    const letter = numberAt(row, i);
    text += String.fromCharCode(letter);
    i += sizeOf(letter);
  }
  return text;
}

/** Calls back with each number of the ascending list at `at`. Here, where a page reads most, each byte is looked at once. */
export function eachInList(row: Uint8Array, at: number, use: (number: number) => void): void {
  const end = nextList(row, at);
  let number = 0;
  let step = 0;
  let unit = 1;
  for (let i = insideList(row, at); i < end; i++) {
    const byte = row[i] ?? 0;
    step += (byte & 127) * unit;
    unit *= 128;
    if (byte >= 128) continue;
    number += step;
    use(number);
    step = 0;
    unit = 1;
  }
}
