// Tolls, labels and lists turned round: "the toll rose to 735", "deaths: 12", "among the dead were 14".
import type { Measure } from '../claim/claim.ts';
import { T } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import { reading } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './sentence.ts';
import { isAdverb, isPast } from './shapes.ts';
import { endsWith, has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';
import { together } from './verbs.ts';

/** Where the verb of a toll stands: "could rise to", "may top". */
export function riseBefore(s: Sentence, left: number): number {
  for (let i = left; i >= 0 && i > left - 4; i--) if (has(s.tokens[i], T.rise)) return i;
  return left + 1;
}

/** "The death toll rose to 735", "the number of people killed has reached 40", "a toll of 12", "Deaths: 12". */
export function tollOf(s: Sentence, left: number, phrase: Phrase, standing: Measure | null): Reading | null {
  const { tokens } = s;
  if (phrase.head !== 'bare' && phrase.head !== 'person' && phrase.head !== 'other') return null;
  // "a parade of eight bowlers", "an army of 9,000 men": people of something, and no toll's.
  const whose = tokens[left - 1];
  if (phrase.head === 'person' && has(tokens[left], T.of) && !has(whose, T.toll | T.victim | T.event | T.group | T.rise | T.state | T.verb) && !whose?.word.bound) return null;
  let i = left;
  let linked = marked(tokens[phrase.from - 1], 'up-to') || tokens.slice(phrase.from, phrase.number.from).some((t) => has(t, T.rise));
  let rise = linked ? left + 1 : -1;
  // "put civilians killed at 12", "brings deaths to 40": the word between verb and figure.
  let between: { measure: Measure; at: number } | null = null;
  // "at a minimum of 10,000": the qualifier has the "at".
  const at = marked(tokens[phrase.from], 'at');
  const landing = marked(tokens[left], 'at') || marked(tokens[left], 'to') || phrase.bound !== null;
  for (; i >= 0 && i > left - 25; i--) {
    const t = tokens[i] as Token;
    if (s.owner[i] !== -1 && (s.owner[i] ?? 0) >= 0) {
      const other = s.phrases[s.owner[i] ?? 0] as Phrase;
      if (other.number.kind !== 'name' && other.number.kind !== 'share' && other.head === 'bare' && !marked(tokens[left], 'to')) return null;
      continue;
    }
    // "Deaths were down 8 % to 1,754"
    if (marked(t, 'shift') && has(tokens[i - 1], T.be) && rise < 0 && landing) rise = i;
    if (has(t, T.rise) && (!has(t, T.toll) || i === left)) {
      if (between) return reading(s, between.measure, between.at, ['toll-put']);
      linked = true;
      rise = i;
      continue;
    }
    if (has(t, T.be) || t.text === ':' || has(t, T.of) || marked(t, 'to') || marked(t, 'at') || t.text === '-') {
      if (i >= left - 1 || linked) linked = true;
      continue;
    }
    if (has(t, T.toll)) {
      if (isOfOthers(s, i)) return null;
      const measure = t.word.measure ?? measureNear(s, i) ?? (phrase.head === 'bare' || marked(tokens[i - 1], 'possessive') ? standing : null);
      if (!measure) return null;
      return linked || i === left ? reading(s, measure, i, ['toll']) : null;
    }
    if (has(t, T.victim) && t.word.measure && linked && !t.word.soft && (i === left - 1 || rise > i || (has(tokens[left], T.be) && t.word.plural)) && !has(tokens[i - 1], T.not)) {
      // "The dead and wounded were about 900": one number for both.
      const partner = has(tokens[i + 1], T.and) && s.owner[i + 2] === -1 && has(tokens[i + 2], T.verb | T.state) ? tokens[i + 2]?.word.measure : null;
      return reading(s, partner ? together(t.word.measure, partner, false) : t.word.measure, i, ['toll-noun']);
    }
    if (phrase.head === 'bare' && has(t, T.state | T.verb) && t.word.measure && (tokens[left]?.text === ':' || (tokens[left]?.text === '-' && phrase.to === tokens.length && t.word.form !== 'base')) && i === left - 1) return reading(s, t.word.measure, i, ['label']);
    if ((has(t, T.subordinate) && !has(t, T.prep)) || t.text === ';') return null;
    if (landing && i < left && !between && t.word.measure && (has(t, T.state) || (has(t, T.victim) && t.word.plural && !t.word.soft) || (has(t, T.verb) && t.word.form === 'both'))) between = { measure: t.word.measure, at: i };
    // "has doubled from the previously reported 143"
    if (i === left && has(t, T.transparent) && (has(tokens[i - 1], T.det) || isAdverb(s, tokens[i - 1] as Token))) continue;
    if (i === left && !linked && !at && !has(t, T.adverb | T.prep | T.rise) && !marked(t, 'shift')) return null;
  }
  return null;
}

/** Tokens in a row of labels: one for each measure there is, with marks between. */
const LABEL_ROW = 24;

/** "Killed 23 Wounded 41", "Dead 4 / Injured 30": labels and their numbers by turns, a label first and a number last. */
export function labelOf({ tokens }: Sentence, { number }: Phrase): Reading | null {
  if (tokens.length > LABEL_ROW || !has(tokens[0], T.verb | T.state | T.victim) || !tokens.at(-1)?.digits) return null;
  const words = tokens.filter((t) => /^[\p{L}\p{N}]/u.test(t.text));
  if (words.length < 4 || words.length % 2 === 1 || !words.every((t, i) => (i % 2 === 0 ? has(t, T.verb | T.state | T.victim) && t.word.measure !== null : t.digits !== null))) return null;
  const at = words.findIndex((t) => t === tokens[number.from]) - 1;
  const measure = words[at]?.word.measure;
  return measure ? { measure, at: number.from, hypothetical: false, negated: false, rules: ['label'], strict: true } : null;
}

/** Words between those counted and how many they run to: "the wounded, it is thought, are likely to number in the thousands". */
const MAX_APART = 12;

/** "The dead number in the thousands", "casualties ran into the hundreds": an order of size, of those named before it. */
export function orderOfSize(s: Sentence, left: number, phrase: Phrase): Reading | null {
  const { tokens } = s;
  if (phrase.head !== 'bare' || phrase.number.kind !== 'vague' || !marked(tokens[left], 'place') || !marked(tokens[left - 1], 'numbering')) return null;
  for (let i = left - 2; i >= 0 && i > left - 2 - MAX_APART; i--) {
    const t = tokens[i] as Token;
    if (s.owner[i] !== -1 || t.text === ';') return null;
    // "the wounded", "of wounded troops": not "killed troops who …", where somebody acts.
    const named = has(t, T.state | T.victim | T.event) || (t.word.form === 'both' && has(tokens[i - 1], T.det | T.of));
    if (named && t.word.measure && !t.word.soft) return reading(s, t.word.measure, i, ['order-of-size']);
  }
  return null;
}

/** "Among the dead were 14 soldiers", "Those wounded include three employees". */
export function inverted(s: Sentence, left: number): Reading | null {
  const { tokens } = s;
  if (!has(tokens[left], T.be | T.including)) return null;
  for (let i = left - 1; i >= 0 && i > left - INVERTED_REACH; i--) {
    const t = tokens[i] as Token;
    if (s.owner[i] !== -1 || t.text === ',' || marked(t, 'ages')) return null;
    if (!has(t, T.state | T.verb | T.victim) || !t.word.measure) continue;
    // "When the weed disappeared the values were 18": a verb of somebody else's.
    if (has(t, T.verb) && t.word.frame === 'subject' && !has(tokens[i - 1], T.relative | T.det)) return null;
    const partner = has(tokens[i - 1], T.and) ? tokens[i - 2]?.word.measure : null;
    const measure = partner ? together(partner, t.word.measure, false) : t.word.measure;
    // "Also wounded in the attack were five soldiers"
    if (tokens.every((x, k) => k >= i || has(x, T.adverb | T.and) || (x.word.measure !== null && x.word.form !== 'ing'))) return has(t, T.victim) && !has(t, T.state) ? null : reading(s, measure, i, ['inverted']);
    if (i <= left - NEAR) return null;
    for (let k = i - 1; k >= 0 && k > i - 4; k--) if (marked(tokens[k], 'among') || (has(tokens[k], T.det) && !has(t, T.victim))) return reading(s, measure, i, ['inverted']);
    return null;
  }
  return null;
}

/** Words from what befell them to who they were. */
const INVERTED_REACH = 10;
const NEAR = 7;

/** "The number of recoveries", "total cases": a count that says of what, and it is nothing that befell people. */
function isOfOthers(s: Sentence, toll: number): boolean {
  const { tokens, lexicon } = s;
  if (!has(tokens[toll], T.toll) || tokens[toll]?.word.measure) return false;
  if (has(tokens[toll + 1], T.excluded) && !tokens[toll + 1]?.word.measure) return true;
  if (!has(tokens[toll + 1], T.of)) return false;
  for (let i = toll + 2; i < Math.min(tokens.length, toll + OTHERS_REACH); i++) {
    const t = tokens[i] as Token;
    if (marked(t, 'survives')) return true;
    // "the number of people affected", "the number of men rescued"
    const done = tokens[i + 1];
    if (has(t, T.person) && (isPast(s, done) || marked(done, 'rescues')) && !done?.word.measure) return !toldBehind(s, i + 2);
    if (t.word.measure || t.digits || t.word.number || has(t, T.person | T.victim)) return false;
    if (has(t, T.excluded) && !t.capital) return true;
    if (t.word.tags === 0 && !t.capital && endsWith(t.text, lexicon.language.endings.plural)) return !endsWith(t.text, lexicon.language.endings.person);
    if (!has(t, T.det | T.adverb | T.transparent | T.report) && t.word.tags !== 0) return false;
  }
  return false;
}
const OTHERS_REACH = 6;

/** "the number of men classified as missing": what befell them is told behind the participle. */
const toldBehind = ({ tokens }: Sentence, from: number): boolean => tokens.slice(from, from + 4).some((t, k) => t.word.measure !== null && has(t, T.state | T.verb | T.victim) && !tokens.slice(from, from + k).some((b) => has(b, T.be | T.rise)));

/** Whether the figure that `left` leads up to is such a count. */
export function countsOthers(s: Sentence, left: number): boolean {
  for (let i = left; i >= 0 && i > left - COUNT_REACH; i--) {
    if (s.owner[i] !== -1 || s.tokens[i]?.text === ';') return false;
    if (has(s.tokens[i], T.toll)) return isOfOthers(s, i);
  }
  return false;
}
const COUNT_REACH = 12;

/** "the number of dead", "the total of people wounded". */
function measureNear(s: Sentence, toll: number): Measure | null {
  const before = s.tokens[toll - 1];
  if (has(before, T.event | T.victim | T.state)) return before?.word.measure ?? null;
  if (!has(s.tokens[toll + 1], T.of)) return null;
  for (let i = toll + 2; i < Math.min(s.tokens.length, toll + 8); i++) {
    const t = s.tokens[i] as Token;
    if (has(t, T.excluded) && !t.capital) return null;
    if (t.word.measure && has(t, T.state | T.verb | T.victim | T.event)) return t.word.measure;
  }
  return null;
}
