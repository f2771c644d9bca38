// Names as they are looked for, each numbered once: a large database writes a million and a half, two in three of them more than once.
import { fnv } from '../claim/fnv.ts';
import { foldName, isOtherScript } from './fold.ts';
import { NAME_CAPITALS, NAME_IS_NAME, NAME_PROPER } from './link-index.ts';
import { firstOfName, keyOfName } from './name-key.ts';

/** A name as it is looked for: names that are alike in both are found in the same places ("Mexico" and "México"). */
type FoldedName = { folded: string; flags: number };

/** By their numbers: letters, `NAME_` bits, the key, and the hash of the first word of several (-1: there is but one). */
export type NameList = { folded: readonly string[]; flags: readonly number[]; keys: readonly number[]; firsts: readonly number[] };

/** Names whose number is had without folding them, for those of one event come together. A power of two. */
const RECENT = 4096;

export function numberingNames(): { of(written: string): number; names: NameList } {
  const folded: string[] = [];
  const flags: number[] = [];
  const keys: number[] = [];
  const firsts: number[] = [];
  const hashes: number[] = [];
  /** Number + 1 of the name with this hash, or the next place that is free: a Map of as many texts takes three times as long. A power of two, at most half full. */
  let slots = new Int32Array(RECENT);
  const recent: string[] = [];
  const recentNumbers = new Int32Array(RECENT);

  function grow(): void {
    slots = new Int32Array(slots.length * 2);
    for (const [number, hash] of hashes.entries()) {
      let slot = hash & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    }
  }

  function numberOf(name: FoldedName): number {
    const hash = hashOf(name.folded) ^ name.flags;
    let slot = hash & (slots.length - 1);
    for (let number = (slots[slot] ?? 0) - 1; number >= 0; number = (slots[slot] ?? 0) - 1) {
      if (hashes[number] === hash && folded[number] === name.folded && flags[number] === name.flags) return number;
      slot = (slot + 1) & (slots.length - 1);
    }
    const number = folded.push(name.folded) - 1;
    flags.push(name.flags);
    keys.push(keyOfName(name.folded));
    firsts.push(firstOfName(name.folded) ?? -1);
    hashes.push(hash);
    slots[slot] = number + 1;
    if (hashes.length * 2 > slots.length) grow();
    return number;
  }

  return {
    names: { folded, flags, keys, firsts },
    of(written) {
      const place = hashOf(written) & (RECENT - 1);
      if (recent[place] === written) return recentNumbers[place] ?? 0;
      const number = numberOf(foldedName(written));
      recent[place] = written;
      return (recentNumbers[place] = number);
    },
  };
}

/** With its upper bits brought down, for the lowest choose the slot. */
function hashOf(text: string): number {
  const hash = fnv(text);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}

const foldedName = (written: string): FoldedName => plainName(written) ?? anyName(written);

function anyName(written: string): FoldedName {
  const folded = foldName(written);
  const capitals = /^[A-Z]{2,4}$/.test(written);
  const other = isOtherScript(folded.charCodeAt(0));
  const named = other || /[A-ZÀ-Þ]/.test(written);
  const proper = !capitals && !other && /^[A-ZÀ-Þ]/.test(written) && !folded.includes(' ');
  return { folded, flags: (capitals ? NAME_CAPITALS : 0) | (proper ? NAME_PROPER : 0) | (named ? NAME_IS_NAME : 0) };
}

const [SPACE, ZERO, NINE, A, Z, LOWER] = [0x20, 0x30, 0x39, 0x41, 0x5a, 0x20];

/** The same in one go for words of plain letters with single spaces between them, as most are; null for others. */
function plainName(written: string): FoldedName | null {
  let capitals = 0;
  let spaces = 0;
  let before = SPACE;
  for (let i = 0; i < written.length; i++) {
    const code = written.charCodeAt(i);
    if (code === SPACE) {
      if (before === SPACE) return null;
      spaces++;
    } else if (code >= A && code <= Z) capitals++;
    else if (!((code >= (A | LOWER) && code <= (Z | LOWER)) || (code >= ZERO && code <= NINE))) return null;
    before = code;
  }
  if (before === SPACE) return null;
  const first = written.charCodeAt(0);
  const isShort = capitals === written.length && capitals >= 2 && capitals <= 4;
  const proper = !isShort && first >= A && first <= Z && spaces === 0;
  return { folded: capitals > 0 ? written.toLowerCase() : written, flags: (isShort ? NAME_CAPITALS : 0) | (proper ? NAME_PROPER : 0) | (capitals > 0 ? NAME_IS_NAME : 0) };
}
