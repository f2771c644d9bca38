// Text → tokens, in one pass: words, numbers in digits, and the few marks that carry structure.
import type { Bound } from '../claim/amount.ts';
import { digitAt, isApostrophe, isInvisible, isLetter, isSpace, readDigits } from './digits.ts';
import { T, UNKNOWN } from './lexicon.ts';
import type { Entry, Lexicon, Word } from './lexicon.ts';
import { speller, unknown } from './spelling.ts';
import type { Spelt } from './spelling.ts';

export type Token = {
  start: number;
  end: number;
  /** Lower case, without invisible characters. */
  text: string;
  word: Word;
  /** Entries of several words that begin with it. */
  begins: readonly Entry[];
  capital: boolean;
  /** White space, a quotation mark or the start of the text stands before it. */
  gap: boolean;
  /** A number in digits; null for words and marks. */
  digits: { value: number; whole: boolean; grouped: boolean; kind: 'count' | 'ordinal' | 'percent' | 'name'; bound: Bound | null } | null;
};

const DASHES = new Set([0x2d, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212]);
const OPENS = 0x5b;
const NOTE = /\[ ?\d{1,3} ?\]/y;
const QUOTES = new Set([0x5b, 0x5d, 0x22, 0x201c, 0x201d, 0x201e, 0xab, 0xbb, 0x60, 0x2018, 0x2039, 0x203a, 0x2a, 0x5f]);
const MONEY = new Set([0x24, 0xa3, 0x20ac, 0xa5, 0x20b9, 0x23, 0x40]);

/** `tokens` are those read so far; `more` reads on until there are `enough`, and answers whether the text goes on. */
export type Tokens = { tokens: Token[]; more(enough: number): boolean };

export function tokenise(text: string, from: number, to: number, lexicon: Lexicon): Token[] {
  const { tokens, more } = tokensOf(text, from, to, lexicon);
  more(Infinity);
  return tokens;
}

/** The same bit by bit: of a long text most is let go of, or not read at all. */
export function tokensOf(text: string, from: number, to: number, lexicon: Lexicon): Tokens {
  const tokens: Token[] = [];
  const spelt = speller(lexicon);
  const { apostrophe } = lexicon.language;
  let gap = true;
  let money = false;
  let i = from;
  const push = (start: number, end: number, { text: own, word, begins }: Spelt, digits: Token['digits'] = null): void => {
    const first = text.charCodeAt(start);
    const capital = (first >= 0x41 && first <= 0x5a) || (first >= 0xc0 && own[0] !== text[start]);
    tokens.push({ start, end, text: own, word, begins, capital, gap, digits });
    gap = false;
  };
  const more = (enough: number): boolean => {
    while (i < to && tokens.length < enough) {
      const c = text.charCodeAt(i);
      const note = c === OPENS ? noteAt(i) : 0;
      if (isInvisible(c)) i++;
      else if (note > 0) {
        gap = true;
        i = note;
      } else if (isSpace(c) || QUOTES.has(c) || (isApostrophe(c) && (opensQuote(i) || (!isLetter(text.charCodeAt(i + 1)) && !(isSpace(text.charCodeAt(i + 1)) && text[i - 1] === apostrophe.behind))))) {
        gap = true;
        i++;
      } else if (digitAt(text, i) >= 0) {
        i = readNumber(i, money);
        money = false;
      } else if (isLetter(c)) i = readWord(i);
      else {
        money = MONEY.has(c);
        let end = i + 1;
        if (DASHES.has(c)) while (DASHES.has(text.charCodeAt(end))) end++;
        if (isApostrophe(c)) end = readPossessive(i);
        else {
          // "((((" and "...." say no more than one of them.
          while (end < to && text.charCodeAt(end) === c) end++;
          push(i, end, unknown(DASHES.has(c) ? '-' : (text[i] ?? '')));
        }
        i = end;
      }
    }
    return i < to;
  };
  return { tokens, more };

  /** "…in the valley,[8][ 12 ]": where a note's mark ends, which hangs on what stands before it; 0: "killed [12] people" is a writer's own word. */
  function noteAt(at: number): number {
    if (at === from || isSpace(text.charCodeAt(at - 1))) return 0;
    NOTE.lastIndex = at;
    return NOTE.test(text) && NOTE.lastIndex <= to ? NOTE.lastIndex : 0;
  }

  /** "Officials say 'at least 20' died": before a word and behind a space; "the workers 's" is a slip and stays what it is. */
  function opensQuote(at: number): boolean {
    return (at === from || isSpace(text.charCodeAt(at - 1))) && isLetter(text.charCodeAt(at + 1)) && isLetter(text.charCodeAt(at + 2));
  }

  function readPossessive(start: number): number {
    let end = start + 1;
    while (end < to && isLetter(text.charCodeAt(end))) end++;
    push(start, end, spelt(`'${text.slice(start + 1, end)}`, false));
    return end;
  }

  /** A word with its inner hyphens, digits and dots: "al-Qaeda", "AK-47", "H5N1", "17-year-old", "U.S.", "wasn't". */
  function readWord(start: number): number {
    let end = start;
    let hidden = false;
    for (; end < to; end++) {
      const c = text.charCodeAt(end);
      if (isLetter(c)) continue;
      if (isInvisible(c)) hidden = true;
      else if (digitAt(text, end) >= 0) {
        // "injured1,000": a number glued to a word we know.
        if (end - start > 3 && known(start, end, T.verb | T.state | T.victim | T.person)) break;
      } else if (c === 0x2e) {
        // "U.S.", "p.m.": letters parted by dots.
        const acronym = text.charCodeAt(end - 2) === 0x2e || end - start === 1;
        if (!acronym || !(isLetter(text.charCodeAt(end + 1)) && !isLetter(text.charCodeAt(end + 2)))) {
          if (acronym && end - start > 1) end++;
          break;
        }
      } else if (c === 0x2d || c === 0x2011) {
        const n = text.charCodeAt(end + 1);
        if (!isLetter(n) && !(digitAt(text, end + 1) >= 0 && !known(start, end))) break;
      } else if (isApostrophe(c)) {
        // "n't" belongs to the verb, "'s" is a word of its own.
        const n = text.slice(end + 1, end + 2).toLowerCase();
        if (n !== apostrophe.within || isLetter(text.charCodeAt(end + 2))) break;
      } else break;
    }
    const written = text.slice(start, end);
    const word = spelt(written, hidden);
    // "two IS fighters": in capitals before a word that is not.
    const acronym = word.word.marks.has('acronym') && written === written.toUpperCase() && /^ \p{L}\p{Ll}/u.test(text.slice(end, end + 3));
    push(start, end, acronym ? Object.assign({}, word, { word: UNKNOWN }) : word);
    return end;
  }

  /** Whether what is written there is a word of one of the classes; without them, of any. */
  function known(start: number, end: number, classes = ~0): boolean {
    return ((lexicon.words.get(text.slice(start, end).toLowerCase())?.tags ?? 0) & classes) !== 0;
  }

  function readNumber(start: number, isMoney: boolean): number {
    const read = readDigits(text, start);
    let { end, value } = read;
    let kind: 'count' | 'ordinal' | 'percent' | 'name' = isMoney ? 'name' : 'count';
    let whole = read.whole;
    let bound: Bound | null = null;
    let c = text.charCodeAt(end);
    if (isLetter(c)) {
      let stop = end;
      while (stop < to && isLetter(text.charCodeAt(stop))) stop++;
      const suffix = text.slice(end, stop).toLowerCase();
      const meaning = Object.hasOwn(lexicon.language.suffixes, suffix) ? lexicon.language.suffixes[suffix] : undefined;
      if (digitAt(text, stop) >= 0) {
        kind = 'name';
        end = stop;
        while (end < to && (isLetter(text.charCodeAt(end)) || digitAt(text, end) >= 0)) end++;
      } else if (meaning === 'ordinal') {
        kind = kind === 'name' ? kind : 'ordinal';
        end = stop;
      } else if (typeof meaning === 'number') {
        value *= meaning;
        whole = Number.isInteger(Math.round(value * 1e6) / 1e6);
        end = stop;
      } else if (suffix.length < 3 && !lexicon.words.has(suffix)) {
        kind = 'name';
        end = stop;
      }
    } else if ((c === 0x3a || c === 0x2f) && digitAt(text, end + 1) >= 0) {
      // A time or a date: 10:30, 24/7, 12/05/2011.
      kind = 'name';
      while (end < to && (digitAt(text, end) >= 0 || text.charCodeAt(end) === 0x3a || text.charCodeAt(end) === 0x2f)) end++;
    } else if (c === 0x2e && digitAt(text, end + 1) >= 0) {
      kind = 'name';
      while (end < to && (digitAt(text, end) >= 0 || (text.charCodeAt(end) === 0x2e && digitAt(text, end + 1) >= 0))) end++;
    } else if ((c === 0x2d || c === 0x2011) && isLetter(text.charCodeAt(end + 1))) {
      // "17-year-old" is one describing word; "12-hour". Its number counts no one.
      let stop = end;
      while (stop < to && (isLetter(text.charCodeAt(stop)) || ((text.charCodeAt(stop) === 0x2d || text.charCodeAt(stop) === 0x2011) && isLetter(text.charCodeAt(stop + 1))))) stop++;
      // "350-plus", "200-odd": a number after all.
      const word = text.slice(end + 1, stop).toLowerCase();
      const tail = Object.hasOwn(lexicon.language.tails, word) ? lexicon.language.tails[word] : undefined;
      if (tail === undefined) {
        push(start, stop, unknown(text.slice(start, stop).toLowerCase()));
        return stop;
      }
      bound = tail;
      end = stop;
    }
    c = text.charCodeAt(end);
    if (c === 0x25 || c === 0xff05) {
      kind = kind === 'name' ? kind : 'percent';
      end++;
    } else if (c === 0x2b) {
      bound = 'at-least';
      end++;
    }
    push(start, end, unknown(text.slice(start, end)), { value, whole, grouped: read.grouped, kind, bound });
    return end;
  }
}
