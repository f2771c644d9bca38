// Steps past adverbs, forwards and back.
import { T } from './lexicon.ts';
import type { Sentence } from './sentence.ts';
import { isAdverb } from './shapes.ts';
import { has } from './token-tests.ts';

/** To the next word that is no adverb and no negation. */
export function skipAdverbs(s: Sentence, from: number): number {
  let i = from;
  // "have since been killed"
  for (let t = s.tokens[i]; t && (isAdverb(s, t) || has(t, T.not) || (has(t, T.subordinate) && has(s.tokens[i - 1], T.have))) && !has(t, T.state | T.verb); t = s.tokens[i]) i++;
  return i;
}

/** Back to the last word that is no adverb. */
export function skipBack(s: Sentence, from: number): number {
  let i = from;
  while (i > 0 && has(s.tokens[i], T.adverb)) i--;
  return i;
}
