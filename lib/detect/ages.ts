// Numbers that are somebody's age, and count no one.
import { T } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import { isNumber } from './shapes.ts';
import { has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** Nobody is older. */
const OLDEST = 120;

/** "John Smith, 34, and Jane, 31 (both of Leeds)": a small bare number set off after a name, or one that says whose age it is. */
export function isAge(tokens: readonly Token[], phrase: Phrase): boolean {
  const { number } = phrase;
  if (number.low > OLDEST) return false;
  // "children under five"
  if (phrase.bound && has(tokens[phrase.from], T.prep) && has(tokens[phrase.from - 1], T.person | T.them)) return !has(tokens[number.to], T.person | T.victim | T.other);
  if (phrase.bound) return false;
  if (has(tokens[number.from - 1], T.of) && marked(tokens[number.from - 2], 'ages')) return true;
  if (diedAt(tokens, number.from, number.to)) return true;
  if (!countsOn(tokens[number.to], tokens[number.from]?.digits === null) && saidToBeAges(tokens, number.from)) return true;
  if (!tokens[number.from]?.digits) return false;
  if (yearsOld(tokens, number.to)) return true;
  // "only 16 when he was killed"
  if (has(tokens[number.to], T.subordinate) && marked(tokens[number.to + 1], 'they') && has(tokens[number.to + 2], T.be | T.finite | T.verb) && (tokens[number.from - 1]?.text === ',' || has(tokens[number.from - 1], T.adverb | T.be))) return true;
  // "who was 45"
  if (has(tokens[number.from - 1], T.be) && (has(tokens[number.from - 2], T.relative) || marked(tokens[number.from - 2], 'they'))) return true;
  return !number.range && behindName(tokens, number.from, number.to);
}

/** "dead at 28", "his death at ninety-five": not "put the dead at 28". */
function diedAt(tokens: readonly Token[], from: number, to: number): boolean {
  const what = tokens[from - 2];
  if (!marked(tokens[from - 1], 'at') || has(tokens[to], T.person | T.victim | T.other)) return false;
  if (has(what, T.state)) return what?.word.measure === 'killed' && !has(tokens[from - 3], T.det | T.of | T.prep | T.rise);
  return has(what, T.victim | T.event) && what?.word.plural === false && what.word.measure !== null && !what.word.result;
}

/** "aged 7 and 10, and two adults", "and four of the victims": the list of ages is over. A word counts on before any noun. */
const countsOn = (next: Token | undefined, word: boolean): boolean => has(next, T.person | T.victim | T.other | T.of) || (word && next !== undefined && /^[\p{L}\p{N}]/u.test(next.text) && !has(next, T.and | T.prep | T.be));

/** "ages 17, 19 and 22", "younger than 18", "ages six and seven" */
function saidToBeAges(tokens: readonly Token[], from: number): boolean {
  for (let i = from - 1; i >= 0; i--) {
    const t = tokens[i] as Token;
    // "of school age and two teachers" has no age.
    if (marked(t, 'ages')) return !has(tokens[i + 1], T.and);
    if (!isNumber(t) && t.text !== ',' && !has(t, T.and | T.prep | T.to | T.of)) return false;
  }
  return false;
}

/** A capital that is no word we know. */
const isName = (t: Token | undefined): boolean => t?.capital === true && t.word.tags === 0;

function behindName(tokens: readonly Token[], from: number, to: number): boolean {
  const next = tokens[to];
  const said = has(tokens[from - 1], T.adverb) ? from - 2 : from - 1;
  const list = agesBack(tokens, said);
  const closed = next === undefined || /^[,).;]/.test(next.text);
  // "Dan Oram 26, was hurt": two names without a comma.
  if (next?.text === ',' && [from - 1, from - 2].every((k) => isName(tokens[k]))) return true;
  if (tokens[list]?.text !== ',' && tokens[list]?.text !== '(') return false;
  // "Jr., 16"
  const at = tokens[list - 1]?.text === '.' ? list - 2 : list - 1;
  const name = tokens[at];
  // "two men, 19 and 20, were": the second of two ages.
  if (list < said) return has(name, T.person) && (closed || next.text === '-');
  // "Ana Marl, 13 - died", "Dan Oram, 34 who was", "Bea Oram, 31 all died": behind a name in full.
  if (next?.text === '-' || has(next, T.relative | T.adverb)) return [at, at - 1].every((k) => isName(tokens[k]));
  if (!closed && !has(next, T.and | T.prep)) return false;
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

/** "17 years old", "17 year-old", "17-years-old", "9 and 10 years old", "19- and 20-year-old". */
function yearsOld(tokens: readonly Token[], at: number): boolean {
  const t = tokens[at];
  const link = t?.text === '-' ? at + 1 : at;
  if (has(tokens[link], T.and) || marked(tokens[link], 'to') || link > at) {
    const other = link > at && isNumber(tokens[link]) ? link : link + 1;
    if (tokens[other]?.digits && yearsOld(tokens, other + 1)) return true;
    if (link > at && /^\d+-\p{L}/u.test(tokens[other]?.text ?? '')) return true;
  }
  return t !== undefined && (marked(t, 'years-old') || ((has(t, T.excluded) || t.text === '-') && marked(tokens[at + 1], 'years-old')));
}
