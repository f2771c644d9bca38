// Digits that name something and count no one: times, dates, years, money, sections.
import { T } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import { FIRST_YEAR } from './shapes.ts';
import { has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** Four bare digits behind "in" from here on are a year where nothing is counted by them. */
const MEDIEVAL = 1000;

/** Whether they name something, with what stands beside them. */
export function isNameLike(tokens: readonly Token[], phrase: Phrase): boolean {
  const { number } = phrase;
  if (number.kind === 'name') return true;
  const before = tokens[number.from - 1];
  const next = tokens[number.to];
  if (marked(before, 'name') && !number.range) return true;
  if (before?.text === '.' && (marked(tokens[number.from - 2], 'name') || (marked(tokens[number.from - 2], 'month') && number.low <= 31))) return true;
  if (marked(before, 'money') || marked(next, 'money') || marked(next, 'clock')) return true;
  // "a 911", "an 18"
  if (marked(before, 'article') && tokens[number.from]?.digits && !number.range) return true;
  if (isPlaceInRow(tokens, number.from) || isStreetNumber(tokens, phrase)) return true;
  // "the late 60's": ten years, and no one's.
  if (tokens[number.from]?.digits && number.low >= 10 && number.low % 10 === 0 && (number.low < 100 || number.yearlike) && marked(next, 'decade')) return true;
  // "an hour or two"
  if (marked(before, 'or') && has(tokens[number.from - 2], T.excluded) && tokens[number.from - 2]?.word.plural === false) return true;
  const isDay = tokens[number.from]?.digits !== null && number.low <= 31 && number.to === number.from + 1;
  // "22 June 89"
  if (marked(before, 'month') && tokens[number.from - 2]?.digits && !phrase.bound && number.low < 100) return true;
  if (isDay && (marked(before, 'month') || (marked(next, 'month') && !phrase.bound))) return true;
  // "in 1169"
  if (tokens[number.from]?.digits?.grouped === false && number.low >= MEDIEVAL && number.low < FIRST_YEAR && marked(before, 'during') && !phrase.bound && (next === undefined || !/^\p{L}/u.test(next.text))) return true;
  if (number.yearlike && phrase.bound === null) {
    // "in Oram, 1998 killing 63"
    if (next?.word.form === 'ing' && !has(tokens[number.to + 1], T.person | T.victim)) return true;
    // "the 1979 murders"
    if (has(before, T.det) && !has(next, T.person)) return true;
    // A bare year: "in 2004", "May 2004", "2004 killed". With people after it, it counts.
    if (!has(next, T.person | T.victim) && !(next && next.word.tags === 0 && !has(tokens[number.to + 1], T.be) && has(before, T.verb))) return true;
    if (has(before, T.prep) || has(before, T.date) || marked(before, 'month') || isDate(tokens, number.from - 2) || isDate(tokens, number.from - 3)) return true;
  }
  return false;
}

/** "Image 6 of 12", "Photo 1 / 2": the second number of a place in a row. */
function isPlaceInRow(tokens: readonly Token[], at: number): boolean {
  let i = at - 1;
  while (has(tokens[i], T.of) || tokens[i]?.text === '/') i--;
  return i < at - 1 && tokens[i]?.digits !== null && marked(tokens[i - 1], 'name');
}

/** Fewer are people of a name ("at 40 Sahel Tuareg"); street numbers run higher. */
const STREET = 100;

/** "at 7900 Dale Harbour": digits before two names count nobody. */
function isStreetNumber(tokens: readonly Token[], { number, bound }: Phrase): boolean {
  const digits = tokens[number.from]?.digits;
  const [first, second] = [tokens[number.to], tokens[number.to + 1]];
  const named = first?.capital && second?.capital && first.word.tags === 0 && !has(second, T.person | T.victim | T.verb | T.state);
  return named === true && bound === null && digits?.grouped === false && digits.value >= STREET && has(tokens[number.from - 1], T.prep);
}

const isDate = (tokens: readonly Token[], at: number): boolean => marked(tokens[at], 'month') && (tokens[at + 1]?.text === ',' || tokens[at + 2]?.text === ',');
