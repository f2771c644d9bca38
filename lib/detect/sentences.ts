// Tokens → sentences, with the multi-word entries of the lexicon joined into one token each.
import { T } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { has, marked } from './token-tests.ts';
import type { Token, Tokens } from './tokens.ts';

/** Longer sentences are cut: a bound on work, far above what anyone writes (few in news pass 100). */
const LONGEST = 200;

/** Tokens that are read at a time, and those behind the present one that are asked for. */
const AT_A_TIME = 256;
const BEHIND = 1;

/** One after the other, so that a long text is not held whole. */
export function* sentencesOf({ tokens, more }: Tokens, lexicon: Lexicon): Generator<Token[]> {
  let current: Token[] = [];
  let goesOn = true;
  for (let i = 0; ; ) {
    if (goesOn && tokens.length - i < lexicon.ahead) {
      const past = Math.max(0, i - BEHIND);
      tokens.splice(0, past);
      i -= past;
      goesOn = more(tokens.length + AT_A_TIME);
    }
    const token = tokens[i];
    if (!token) break;
    if (current.length >= LONGEST) {
      yield current;
      current = [];
    }
    const joined = join(tokens, i);
    current.push(joined.token);
    i += joined.length;
    if (joined.length === 1 && endsSentence(tokens, i - 1, lexicon)) {
      yield current;
      current = [];
    }
  }
  if (current.length > 0) yield current;
}

function join(tokens: readonly Token[], at: number): { token: Token; length: number } {
  const first = tokens[at] as Token;
  for (const phrase of first.begins) {
    const length = phrase.rest.length + 1;
    const fits = phrase.rest.every((word, k) => {
      const t = tokens[at + 1 + k];
      return t !== undefined && (word === '*' ? has(t, T.det) : t.text === word);
    });
    const last = tokens[at + length - 1];
    if (fits && last) return { token: { ...first, end: last.end, text: [first.text, ...phrase.rest].join('_'), word: phrase.word }, length };
  }
  return { token: first, length: 1 };
}

function endsSentence(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next) return false;
  if (token.text === '!' || token.text === '?' || token.text === '…' || token.text === '|') return true;
  if (token.text !== '.') return token.text === ';' && next.capital;
  const before = tokens[at - 1];
  if (before && !token.gap) {
    if (lexicon.abbreviations.has(before.text)) return false;
    // An initial: "John F. Kennedy".
    if (before.text.length === 1 && before.capital && next.capital) return false;
    if (marked(before, 'name') && next.digits) return false;
  }
  return next.capital || next.digits !== null || !/^[a-z]/.test(next.text);
}
