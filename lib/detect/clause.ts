// The clause behind a number phrase, as far as it is known on the way through it.
import { T } from './lexicon.ts';
import { leftOf } from './phrase-left.ts';
import type { Phrase } from './phrase.ts';
import type { Reading } from './reading.ts';
import type { Rule } from './rules.ts';
import type { Sentence } from './sentence.ts';
import { has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';
import { isHypothetical, measureOf } from './verbs.ts';

/** A clause on the way from the people to what befell them: what of it was passed, and where we are. Each word's reader moves it on. */
export type Clause = {
  readonly s: Sentence;
  readonly index: number;
  readonly phrase: Phrase;
  /** What stands before the phrase. */
  readonly left: Token | undefined;
  /** Behind a preposition it is no subject: only a word right beside it can tell ("with 12 people injured", "families of two who were killed"). */
  readonly governed: boolean;
  /** The phrase before it is a part of it: "ten of the 30". */
  readonly whole: boolean;
  /** The way starts behind a verb that was read already. */
  readonly later: boolean;
  at: number;
  /** A finite verb was passed that is not one of harm: behind it the subject may be another. */
  finite: boolean;
  /** We are in a clause that "who" or "that" opened. */
  relative: boolean;
  /** Whether the relative clause stands right beside the people: "the two who killed him". */
  beside: boolean;
  /** "were", "have" or "could" was passed. */
  aux: boolean;
  /** Nothing was passed but what describes them, so that a word here is still said of them. */
  near: boolean;
  /** A comma, a dash or a bracket was passed, and no "and" since. */
  comma: boolean;
  /** "reported", "found", "feared" was passed: the state comes after. */
  transparent: boolean;
};

export const agent = 'agent';

/** What a clause says of the people: what befell them; `agent` when they do the killing; null when it says nothing. */
export type Verdict = Reading | typeof agent | null;

export function clauseOf(s: Sentence, index: number, from: number | undefined): Clause {
  const phrase = s.phrases[index] as Phrase;
  const left = s.tokens[leftOf(s.tokens, phrase)];
  const governed = has(left, T.prep | T.of | T.by | T.including) && !has(left, T.subordinate | T.adverb) && !marked(left, 'of-which');
  const whole = s.phrases[index - 1]?.partOf === 'number';
  return { s, index, phrase, left, governed, whole, later: from !== undefined, at: from ?? phrase.to, finite: false, relative: false, beside: true, aux: false, near: from === undefined, comma: false, transparent: false };
}

/** The word at `at` read as what befell them. */
export function read(s: Sentence, at: number, phrase: Phrase, rule: Rule): Reading {
  const t = s.tokens[at] as Token;
  const m = has(t, T.verb) || has(t, T.state) ? measureOf(s, at) : { measure: t.word.measure ?? 'other', rules: [] };
  let negated = false;
  for (let i = at - 1; i >= phrase.to && i > at - 5; i--) {
    if (has(s.tokens[i], T.not)) negated = true;
    if (!has(s.tokens[i], T.not | T.be | T.have | T.modal | T.adverb)) break;
  }
  return { measure: m.measure, at, hypothetical: isHypothetical(s, at), negated, rules: [rule, ...m.rules], strict: true, word: t.word, safe: [at - 1, at + 1, at + 2].some((k) => marked(s.tokens[k], 'safe')) };
}
