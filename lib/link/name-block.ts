// A block of names: where each of its buckets begins, four bytes each, lowest first; then name after name a byte that says what it is (`NAME_`
// bits, above them how many events use it), its letters, and a list of the questions it may mean (number-row.ts).
import { numberRow } from './number-row.ts';

/** Buckets in a block: of 100,000 questions one takes four kilobytes. */
export const BUCKETS = 64;

const PLACE = 4;
const HEAD = (BUCKETS + 1) * PLACE;

/** Where a bucket's first name lies in its block; of the bucket after the last: where the block ends. */
export function placeOf(block: Uint8Array, bucket: number): number {
  const at = bucket * PLACE;
  return (block[at] ?? 0) + (block[at + 1] ?? 0) * 0x100 + (block[at + 2] ?? 0) * 0x1_0000 + (block[at + 3] ?? 0) * 0x100_0000;
}

/** `postings`: question * 2 + (strong ? 1 : 0), ascending. */
export type NameRecord = { info: number; folded: string; postings: ArrayLike<number> };

/** Names come bucket after bucket; `add` answers where the name lies in the block. */
export function startBlock(): { bucket(): void; add(name: NameRecord): number; done(): Uint8Array } {
  const places: number[] = [];
  const names = numberRow();
  return {
    bucket: () => void places.push(HEAD + names.length()),
    add({ info, folded, postings }) {
      const place = HEAD + names.length();
      names.addByte(info);
      names.addText(folded);
      names.addList(postings);
      return place;
    },
    done() {
      const block = new Uint8Array(HEAD + names.length());
      for (let bucket = 0; bucket <= BUCKETS; bucket++) {
        const place = places[bucket] ?? block.length;
        for (let i = 0; i < PLACE; i++) block[bucket * PLACE + i] = Math.floor(place / 0x100 ** i) % 0x100;
      }
      names.copyInto(block, HEAD);
      return block;
    },
  };
}
