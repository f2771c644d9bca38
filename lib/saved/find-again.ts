// A quotation, and the text of its page as it is today: where it stands, though the page may have been edited.
import search from 'approx-string-match';
import type { SavedClaim } from './schema.ts';
import type { Span } from './saved.ts';

/** `altered`: `now` are the words that stand there today. `gone`: nothing like it is left. Places are in the text that was given. */
export type Found = ({ is: 'exact' } & Span) | ({ is: 'altered'; now: string } & Span) | { is: 'gone' };

/**
 * The share of its letters that may have changed. Hypothesis takes half (anchoring/match-quote.ts), to find a note's place at
 * any price; half a sentence about another place and another number is another sentence.
 */
const CHANGED = 0.35;
/** Letters that may differ at most: the search takes the longer the more may. */
const MOST = 256;
/** What counts in choosing between places, after Hypothesis: the words themselves, what stood around them, and last where. */
const WEIGHT = { words: 50, before: 20, after: 20, place: 2 };

/** `text` is read as the quotation was: white space collapsed. Takes time in proportion to the text and the letters that may differ. */
export function findAgain(text: string, { quote, position }: Pick<SavedClaim, 'quote' | 'position'>): Found {
  const places = allOf(text, quote.exact);
  const limit = Math.min(MOST, Math.floor(quote.exact.length * CHANGED));
  const near = places.length > 0 ? places.map((start): Place => ({ start, end: start + quote.exact.length, errors: 0 })) : search(text, quote.exact, limit);
  let [best, most]: [Place | null, number] = [null, 0];
  for (const place of near) {
    const score = scoreOf(text, place, { quote, position });
    if (best === null || score > most) [best, most] = [place, score];
  }
  if (best === null) return { is: 'gone' };
  const { start, end } = wholeWords(text, best);
  return best.errors === 0 ? { is: 'exact', start: best.start, end: best.end } : { is: 'altered', start, end, now: text.slice(start, end) };
}

type Place = Span & { errors: number };

function allOf(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

function scoreOf(text: string, { start, end, errors }: Place, { quote, position }: Pick<SavedClaim, 'quote' | 'position'>): number {
  const words = 1 - errors / quote.exact.length;
  const before = likeness(text.slice(Math.max(0, start - quote.prefix.length), start), quote.prefix);
  const after = likeness(text.slice(end, end + quote.suffix.length), quote.suffix);
  const place = position === null ? 1 : 1 - Math.abs(start - position.start) / Math.max(text.length, position.start, 1);
  return WEIGHT.words * words + WEIGHT.before * before + WEIGHT.after * after + WEIGHT.place * place;
}

/** 1: the same; 0: nothing in common. */
function likeness(text: string, words: string): number {
  if (words === '' || text === words) return 1;
  if (text === '') return 0;
  const [best] = search(text, words, words.length);
  return best === undefined ? 0 : 1 - best.errors / words.length;
}

/** An approximate match may begin or end inside a word: "1,735" for "735". */
function wholeWords(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  const inWord = (at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at)) || (/[.,]/.test(text.charAt(at)) && /\p{N}/u.test(text.charAt(at - 1)) && /\p{N}/u.test(text.charAt(at + 1)));
  while (from > 0 && inWord(from - 1) && inWord(from)) from--;
  while (to < text.length && inWord(to - 1) && inWord(to)) to++;
  return { start: from, end: to };
}
