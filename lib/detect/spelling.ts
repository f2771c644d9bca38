// A word as it is written → the word it is. News says the same few thousand words over and over: what each is, is kept.
import { T, UNKNOWN } from './lexicon.ts';
import type { Entry, Lexicon, Word } from './lexicon.ts';

/** `text`: in lower case, without invisible characters. `begins`: entries of several words that begin with it. */
export type Spelt = { text: string; word: Word; begins: readonly Entry[] };

const NONE: readonly Entry[] = [];

/** A number, a mark, or a word with a number in it, which are in no lexicon. */
export const unknown = (text: string): Spelt => ({ text, word: UNKNOWN, begins: NONE });

/** Longer ones are seldom, and browsers would keep the page that they were cut from. */
const LONGEST_KEPT = 12;
/** When so many new ones have come, those that nobody has asked for since go. */
const KEPT = 2048;
type Kept = { recent: Map<string, Spelt>; older: Map<string, Spelt> };
const caches = new WeakMap<Lexicon, Kept>();

/** What the words of a text are. `hidden`: some of its characters are not seen. */
export function speller(lexicon: Lexicon): (written: string, hidden: boolean) => Spelt {
  let kept = caches.get(lexicon);
  if (kept === undefined) caches.set(lexicon, (kept = { recent: new Map(), older: new Map() }));
  const known = kept;
  return (written, hidden) => {
    const found = known.recent.get(written);
    if (found !== undefined) return found;
    const spelt = known.older.get(written) ?? spell(written, hidden, lexicon);
    if (written.length > LONGEST_KEPT) return spelt;
    if (known.recent.size >= KEPT) {
      known.older = known.recent;
      known.recent = new Map();
    }
    known.recent.set(written, spelt);
    return spelt;
  };
}

/** As `isInvisible` says. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

function spell(written: string, hidden: boolean, lexicon: Lexicon): Spelt {
  let text = written.toLowerCase();
  if (hidden) text = text.replace(INVISIBLE, '');
  if (text.includes('’')) text = text.replace('’', "'");
  const entry = lexicon.words.get(text) ?? UNKNOWN;
  // "US" and "WHO" in capitals are names where "us" and "who" are not.
  const isName = (entry.tags & (T.pronoun | T.relative)) !== 0 && written.length > 1 && written === text.toUpperCase();
  return { text, word: isName ? UNKNOWN : entry, begins: lexicon.phrases.get(text) ?? NONE };
}
