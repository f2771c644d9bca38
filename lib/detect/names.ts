// Digits that name something and count no one: times, dates, years, money, ages, sections.
import { T } from './lexicon.ts';
import type { Phrase } from './phrases.ts';
import { has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** Times, dates, years, money, ages, sections: digits that name something. */
export function isNameLike(tokens: readonly Token[], phrase: Phrase): boolean {
  const { number } = phrase;
  if (number.kind === 'name') return true;
  const before = tokens[number.from - 1];
  const next = tokens[number.to];
  if (marked(before, ' name') && !number.range) return true;
  if (before?.text === '.' && (marked(tokens[number.from - 2], ' name') || (marked(tokens[number.from - 2], ' month') && number.low <= 31))) return true;
  if (marked(before, ' money') || marked(next, ' money')) return true;
  if (isPlaceInRow(tokens, number.from) || isStreetNumber(tokens, phrase)) return true;
  const isDay = tokens[number.from]?.digits !== null && number.low <= 31 && number.to === number.from + 1;
  // "22 June 89"
  if (marked(before, ' month') && tokens[number.from - 2]?.digits && !phrase.bound && number.low < 100) return true;
  if (isDay && (marked(before, ' month') || (marked(next, ' month') && !phrase.bound))) return true;
  if (number.yearlike && phrase.bound === null) {
    // "the 1979 murders"
    if (has(before, T.det) && !has(next, T.person)) return true;
    // A bare year: "in 2004", "May 2004", "2004 killed". With people after it, it counts.
    if (!has(next, T.person | T.victim) && !(next && next.word.tags === 0 && !has(tokens[number.to + 1], T.be) && has(before, T.verb))) return true;
    if (has(before, T.prep) || has(before, T.date) || marked(before, ' month') || isDate(tokens, number.from - 2) || isDate(tokens, number.from - 3)) return true;
  }
  return false;
}

/** "Image 6 of 12", "Photo 1 / 2": the second number of a place in a row. */
function isPlaceInRow(tokens: readonly Token[], at: number): boolean {
  let i = at - 1;
  while (has(tokens[i], T.of) || tokens[i]?.text === '/') i--;
  return i < at - 1 && tokens[i]?.digits !== null && marked(tokens[i - 1], ' name');
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

/** "John Smith, 34, and Jane, 31 (both of Leeds)": a small bare number set off after a name. */
export function isAge(tokens: readonly Token[], phrase: Phrase): boolean {
  const { number } = phrase;
  if (number.low > 120) return false;
  // "children under five"
  if (phrase.bound && has(tokens[phrase.from], T.prep) && has(tokens[phrase.from - 1], T.person)) return !has(tokens[number.to], T.person | T.victim | T.other);
  if (phrase.bound || !tokens[number.from]?.digits) return false;
  if (yearsOld(tokens, number.to)) return true;
  // "who was 45"
  if (has(tokens[number.from - 1], T.be) && (has(tokens[number.from - 2], T.relative) || marked(tokens[number.from - 2], ' they'))) return true;
  // "ages 17, 19 and 22"
  for (let i = number.from - 1; i >= 0; i--) {
    const t = tokens[i] as Token;
    if (marked(t, ' ages')) return true;
    if (!t.digits && t.text !== ',' && !has(t, T.and | T.prep | T.to | T.of)) break;
  }
  const list = agesBack(tokens, has(tokens[number.from - 1], T.adverb) ? number.from - 2 : number.from - 1);
  const next = tokens[number.to];
  if (number.range || (tokens[list]?.text !== ',' && tokens[list]?.text !== '(')) return false;
  const name = tokens[list - 1];
  // "two men, 19 and 20, were": the second of two ages.
  if (list < number.from - 1 && !has(tokens[number.from - 1], T.adverb)) return has(name, T.person) && (next === undefined || /^[,).;-]/.test(next.text));
  // "Ana Marl, 13 - died", "Dan Oram, 34 who was": behind a name in full.
  if (next?.text === '-' || has(next, T.relative)) return name?.capital === true && tokens[list - 2]?.capital === true;
  if (next !== undefined && next.text !== ',' && next.text !== ')' && next.text !== '.' && next.text !== ';' && !has(next, T.and | T.prep)) return false;
  return name !== undefined && !name.digits && (name.capital || has(name, T.person) || next === undefined || next.text === ',' || next.text === ')');
}

/** Back over bare numbers parted by commas and "and", to the mark before the first. */
function agesBack(tokens: readonly Token[], from: number): number {
  let i = from;
  for (;;) {
    const mark = has(tokens[i], T.and) && tokens[i - 1]?.text === ',' ? i - 1 : i;
    if (!(tokens[mark]?.text === ',' || has(tokens[mark], T.and)) || !tokens[mark - 1]?.digits) return i;
    i = mark - 2;
  }
}

/** "17 years old", "17 year-old", "17-years-old", "9 and 10 years old". */
function yearsOld(tokens: readonly Token[], at: number): boolean {
  const t = tokens[at];
  if ((has(t, T.and) || marked(t, ' to') || t?.text === '-') && tokens[at + 1]?.digits) return yearsOld(tokens, at + 2);
  return t !== undefined && (marked(t, ' aged') || ((has(t, T.excluded) || t.text === '-') && marked(tokens[at + 1], ' aged')));
}

const isDate = (tokens: readonly Token[], at: number): boolean => marked(tokens[at], ' month') && (tokens[at + 1]?.text === ',' || tokens[at + 2]?.text === ',');
