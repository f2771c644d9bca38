// Words by their shape: what one that the lexicon does not have may be, and what is ahead of it.
import { T } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { Sentence } from './sentence.ts';
import { endsWith, has, isPlain } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** Digits, or a word for a number. */
export const isNumber = (t: Token | undefined): boolean => t !== undefined && (t.digits !== null || t.word.number !== null);

/** The first year that bare digits may be. */
export const FIRST_YEAR = 1400;
const LAST_YEAR = 2100;

/** Four bare digits that could be a year. */
export const couldBeYear = (t: Token | undefined): boolean => t !== undefined && t.digits !== null && !t.digits.grouped && t.digits.value >= FIRST_YEAR && t.digits.value <= LAST_YEAR;

/** "one strangled sound": a word we do not know, and no adverb. */
export const isNoun = (t: Token | undefined, lexicon: Lexicon): boolean =>
  t !== undefined && isPlain(t) && !isAdverbLike(t, lexicon) && !isVerbLike(t, lexicon);

/** A plural that is no word for people, nor ends like one. */
export const isThing = (t: Token | undefined, lexicon: Lexicon): boolean =>
  t !== undefined && !t.capital && !t.digits && (has(t, T.excluded) ? t.word.plural : t.word.tags === 0 && endsWith(t.text, lexicon.language.endings.plural) && !endsWith(t.text, lexicon.language.endings.person));

/** A thing that is counted stands within a few describing words. */
export function thingAhead(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 4; i++) {
    if (has(tokens[i], T.excluded) && tokens[i]?.word.plural) return true;
    if (!has(tokens[i], T.and | T.transparent | T.report) && tokens[i]?.word.tags !== 0) return false;
  }
  return false;
}

/** A noun for people or for things stands within a few describing words. */
export function nounAhead(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  for (let i = from; i < Math.min(tokens.length, from + 4); i++) {
    const n = tokens[i] as Token;
    if (has(n, T.person | T.victim | T.excluded) || (n.word.tags === 0 && endsWith(n.text, lexicon.language.endings.person))) return true;
    if (n.word.tags !== 0 && !has(n, T.adverb)) return false;
    if (/^[^\p{L}\d']/u.test(n.text)) return false;
  }
  return false;
}

export const isAdverbLike = (t: Token | undefined, lexicon: Lexicon): boolean => has(t, T.adverb) || (t?.word.tags === 0 && endsWith(t.text, lexicon.language.endings.adverb));

export const isVerbLike = (t: Token, lexicon: Lexicon, past = false): boolean => endsWith(t.text, lexicon.language.endings.past) || (!past && endsWith(t.text, lexicon.language.endings.ongoing));

export const isAdverb = (s: Sentence, t: Token): boolean => isAdverbLike(t, s.lexicon);

/** A word we do not know in the shape of a past form. */
export const isPast = (s: Sentence, t: Token | undefined): boolean => t !== undefined && t.word.tags === 0 && endsWith(t.text, s.lexicon.language.endings.past);

export const isOngoing = (s: Sentence, t: Token | undefined): boolean => t !== undefined && t.word.tags === 0 && endsWith(t.text, s.lexicon.language.endings.ongoing);
