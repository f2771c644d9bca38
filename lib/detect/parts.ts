// Figures of some of the people counted before them.
import type { Before } from './before.ts';
import { T } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import { counted, handedOn, nearestBefore } from './reading.ts';
import type { Reading, Resolve } from './reading.ts';
import type { Sentence } from './sentence.ts';
import { has, marked } from './token-tests.ts';

/** "56 dead, 50 of them in one county": part of people counted before. */
export function partOfThem(s: Sentence, index: number, before: Before, resolve: Resolve): Reading | null {
  const phrase = s.phrases[index] as Phrase;
  if (phrase.partOf !== 'them') return null;
  const whole = nearestBefore(index, 4, resolve);
  if (whole) return handedOn(whole, 'part-of-them');
  const next = s.tokens[phrase.to];
  return index === 0 && before.measure && (next === undefined || has(next, T.prep | T.and) || !/^\p{L}/u.test(next.text)) ? counted(before.measure, phrase.to, false, 'part-of-them') : null;
}

/** How many tokens may stand before the figure: "among the deaths," is short. */
const NAMED_REACH = 8;

/** "Among the deaths, 12 were in Oram": where some of those named before the comma came to harm. */
export function partOfNamed({ tokens, owner }: Sentence, phrase: Phrase): Reading | null {
  const opens = has(tokens[0], T.of) || marked(tokens[0], 'among');
  if (!opens || phrase.head !== 'bare' || tokens[phrase.from - 1]?.text !== ',' || phrase.from > NAMED_REACH || !has(tokens[phrase.to], T.be) || !marked(tokens[phrase.to + 1], 'place')) return null;
  const named = tokens.findIndex((t, i) => i < phrase.from && owner[i] === -1 && t.word.measure !== null && has(t, T.victim | T.state | T.verb));
  const measure = tokens[named]?.word.measure;
  return measure && !tokens[named]?.word.soft ? counted(measure, named, false, 'part-of-victims') : null;
}

/** "six shot, one fatally": an adverb of outcome is all the second number has. */
export function outcomeAlone(s: Sentence, phrase: Phrase, resolve: Resolve, index: number): Reading | null {
  const t = s.tokens[phrase.to];
  const next = s.tokens[phrase.to + 1];
  if ((phrase.head !== 'bare' && phrase.head !== 'person') || !t || !has(t, T.adverb) || has(next, T.verb | T.state | T.be)) return null;
  if (t.word.measure) return counted(t.word.measure, phrase.to, false, 'outcome-alone');
  const whole = marked(t, 'gravely') && index > 0 ? resolve(index - 1) : null;
  return whole ? { ...whole, measure: 'wounded', rules: ['outcome-alone'] } : null;
}

/** "Fourteen nurses are in the total": part of people already counted. */
export function isInTotal(s: Sentence, phrase: Phrase): boolean {
  const link = s.tokens[phrase.to + 1];
  return phrase.head === 'person' && has(s.tokens[phrase.to], T.be) && (marked(link, 'in') || marked(link, 'among')) && has(s.tokens[phrase.to + 2], T.det) && has(s.tokens[phrase.to + 3], T.toll);
}

/** "Five of them were children", "Three were women": said of people already counted. */
export function wasClassified(s: Sentence, phrase: Phrase): boolean {
  // "Of the 43 dead, 12 were children."
  const first = phrase.from === 0 || (s.tokens[phrase.from - 1]?.text === ',' && has(s.tokens[0], T.of));
  if (phrase.partOf !== 'them' && !(phrase.head === 'bare' && first)) return false;
  const t = s.tokens[phrase.to];
  return has(t, T.be) && [1, 2, 3, 4].some((k) => has(s.tokens[phrase.to + k], T.person) && (s.owner[phrase.to + k] ?? -1) === -1);
}
