// Steps past adverbs, forwards and back.
import { T } from './lexicon.ts';
import { has } from './token-tests.ts';
import { isAdverb } from './verbs.ts';
import type { Sentence } from './verbs.ts';

export function skipAdverbs(s: Sentence, from: number): number {
  let i = from;
  // "have since been killed"
  for (let t = s.tokens[i]; t && (isAdverb(s, t) || has(t, T.not) || (has(t, T.subordinate) && has(s.tokens[i - 1], T.have))) && !has(t, T.state | T.verb); t = s.tokens[i]) i++;
  return i;
}

export function skipBack(s: Sentence, from: number): number {
  let i = from;
  while (i > 0 && has(s.tokens[i], T.adverb)) i--;
  return i;
}
