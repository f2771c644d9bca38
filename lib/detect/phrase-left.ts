// What stands before a number: its qualifiers, and where its context on the left begins.
import { T } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import { has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** Qualifiers, "another", "the", "a group of" before the number belong to the phrase. */
export function lookLeft(tokens: readonly Token[], phrase: Phrase, floor: number): void {
  let i = phrase.from - 1;
  for (; i >= floor; i--) {
    const t = tokens[i] as Token;
    if (t.word.bound && has(tokens[i + 1], T.det) && i + 1 < phrase.number.from) break;
    if (t.word.bound) {
      // "The toll has gone up to 40": the words belong to the verb.
      if (marked(t, 'up-to') && (has(tokens[i - 1], T.rise) || marked(tokens[i - 1], 'goes'))) break;
      // The outer qualifier decides: "at least some 12" is at least.
      if (phrase.bound === null || t.word.bound !== 'about') phrase.bound = t.word.bound;
      // "did not fall below 200"
      if (t.word.bound === 'less-than' && has(tokens[i - 1], T.rise) && [2, 3].some((k) => has(tokens[i - k], T.not))) phrase.bound = 'at-least';
      // "should not be more than 14"
      if (t.word.bound === 'more-than' && has(tokens[i - 1], T.be) && has(tokens[i - 2], T.not)) phrase.bound = 'at-most';
      phrase.from = i;
    } else if (marked(t, 'increment')) {
      phrase.increment = true;
      phrase.from = i;
    } else if (marked(t, 'between') && phrase.number.range) {
      phrase.from = i;
      break;
    } else if (has(t, T.det | T.other)) continue;
    else if (has(t, T.of) && has(tokens[i - 1], T.group)) i--;
    else break;
  }
}

/** Where the phrase's context on the left starts: past determiners and "a group of". */
export function leftOf(tokens: readonly Token[], phrase: Phrase): number {
  let i = phrase.from - 1;
  for (; i >= 0; i--) {
    const t = tokens[i] as Token;
    if (has(t, T.of) && has(tokens[i - 1], T.group)) i = pastNames(tokens, i - 1);
    else if (!(has(t, T.det | T.other) && !marked(t, 'possessive')) && !has(t, T.group) && !marked(t, 'between') && !marked(t, 'from') && !t.word.bound) break;
  }
  return i;
}

/** "a Marl Heights family": from the noun back to the first of its names, where an article stands before them. */
function pastNames(tokens: readonly Token[], noun: number): number {
  let i = noun - 1;
  while (i > noun - 4 && tokens[i]?.capital && tokens[i]?.word.tags === 0) i--;
  return i < noun - 1 && has(tokens[i], T.det) ? i + 1 : noun;
}
