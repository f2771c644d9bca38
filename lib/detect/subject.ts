// Whether the people before a verb are the ones it is said of.
import { T } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import type { Sentence } from './sentence.ts';
import { isPast } from './shapes.ts';
import { skipAdverbs } from './steps.ts';
import { has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** After another finite verb the subject goes on only by "and" ("took a bus and were killed") or a pronoun. */
export function sharesSubject(s: Sentence, verb: number, floor: number): boolean {
  for (let i = verb - 1; i >= floor; i--) {
    const t = s.tokens[i];
    if (has(t, T.and | T.relative | T.transparent) || marked(t, 'they')) return true;
    if (!has(t, T.be | T.have | T.modal | T.adverb | T.not | T.to)) return false;
  }
  return true;
}

/** Another noun phrase took the subject's place between `from` and `to`. */
export function newSubject(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (has(s.tokens[i], T.subordinate) || has(s.tokens[i], T.report)) return true;
  return false;
}

/** "One die is tossed", "three of them fight, and the machine dies": not what a single one, or several far off, do. */
export function disagrees(s: Sentence, verb: number, { number, partOf, bound }: Phrase, near: boolean): boolean {
  const { form } = (s.tokens[verb] as Token).word;
  if (partOf !== null || bound !== null || number.range) return false;
  return number.high === 1 ? form === 'base' && number.kind === 'count' && !has(s.tokens[verb - 1], T.modal | T.to | T.adverb) : form === 'present' && !near && (number.kind === 'count' || number.kind === 'vague');
}

/** Somebody does or has something before it. */
export const hasVerbBefore = (s: Sentence, at: number): boolean => s.tokens.some((t, i) => i < at && s.owner[i] === -1 && (has(t, T.verb | T.finite | T.have) || isPast(s, t)));

/** "when they were killed": the pronoun stands for the people we started from. */
export const pronounSubject = (s: Sentence, at: number): boolean => marked(s.tokens[at], 'they');

/** The next word begins a number with what it counts. */
export const nextIsObject = (s: Sentence, at: number): boolean => {
  const own = s.owner[skipAdverbs(s, at + 1)] ?? -1;
  return own >= 0 && (s.phrases[own] as Phrase).head !== 'excluded';
};

/** "Two killed a man": an article or a number after the verb makes it active even after a bare number. */
export function strongObject(s: Sentence, verb: number): boolean {
  const next = skipAdverbs(s, verb + 1);
  return has(s.tokens[next], T.det | T.pronoun) || ((s.owner[next] ?? -1) >= 0 && nextIsObject(s, verb));
}

/** After a comma, "5 wounded" has its own word: the list of outcomes goes on there. */
export function hasOwnState(s: Sentence, phrase: Phrase): boolean {
  const t = s.tokens[skipAdverbs(s, phrase.to)];
  return has(t, T.state) || (has(t, T.verb) && t?.word.form === 'both');
}

/** "killed dead soldiers": a state before a noun describes it and is no predicate of ours. */
export function describes(s: Sentence, at: number): boolean {
  const next = s.tokens[at + 1];
  return next !== undefined && has(next, T.person) && (s.owner[at + 1] ?? -1) === -1 && !next.capital;
}
