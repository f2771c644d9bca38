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

/** "John Smith, 34, and Jane, 31 (both of Leeds)": a small bare number set off after a name. */
export function isAge(tokens: readonly Token[], phrase: Phrase): boolean {
  const { number } = phrase;
  if (number.low > 120 || phrase.bound || !tokens[number.from]?.digits) return false;
  if (yearsOld(tokens, number.to)) return true;
  // "who was 45"
  if (has(tokens[number.from - 1], T.be) && (has(tokens[number.from - 2], T.relative) || marked(tokens[number.from - 2], ' they'))) return true;
  // "ages 17, 19 and 22"
  for (let i = number.from - 1; i >= 0; i--) {
    const t = tokens[i] as Token;
    if (marked(t, ' ages')) return true;
    if (!t.digits && t.text !== ',' && !has(t, T.and | T.prep | T.to)) break;
  }
  const before = tokens[number.from - 1];
  const next = tokens[number.to];
  if (number.range || (before?.text !== ',' && before?.text !== '(')) return false;
  if (next !== undefined && next.text !== ',' && next.text !== ')' && next.text !== '.' && next.text !== ';' && !has(next, T.and | T.prep)) return false;
  const name = tokens[number.from - 2];
  return name !== undefined && !name.digits && (name.capital || has(name, T.person) || next === undefined || next.text === ',' || next.text === ')');
}

/** "17 years old", "17 year-old", "17-years-old". */
function yearsOld(tokens: readonly Token[], at: number): boolean {
  const t = tokens[at];
  return t !== undefined && (marked(t, ' aged') || ((has(t, T.excluded) || t.text === '-') && marked(tokens[at + 1], ' aged')));
}

const isDate = (tokens: readonly Token[], at: number): boolean => marked(tokens[at], ' month') && (tokens[at + 1]?.text === ',' || tokens[at + 2]?.text === ',');
