// Figures that go on from one before: lists, parts, gaps.
import { T } from './lexicon.ts';
import { objectReading } from './objects.ts';
import { leftOf } from './phrase-left.ts';
import type { Phrase } from './phrase.ts';
import { handedOn, nearestBefore, reading } from './reading.ts';
import type { Reading, Resolve } from './reading.ts';
import type { Sentence } from './sentence.ts';
import { isOngoing, isPast } from './shapes.ts';
import { has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';
import { isNounOf, voiceOf } from './verbs.ts';

/** How far a coordination may reach back to its verb, in tokens. */
const BACK = 45;

/** "..., including three children", "among them two women": part of the people just counted. */
export function subsetOf(s: Sentence, index: number, resolve: Resolve, link: Token): Reading | null {
  if (!has(link, T.including | T.them)) return null;
  const whole = nearestBefore(index, 5, resolve);
  if (whole) return handedOn(whole, 'subset');
  // "killed civilians, including three children": the whole was not counted.
  const i = leftOf(s.tokens, s.phrases[index] as Phrase);
  return casualtyBack(s, i);
}

/** "28 people, 19 children included" */
export const isIncluded = (s: Sentence, phrase: Phrase): boolean => phrase.head === 'person' && has(s.tokens[phrase.to], T.including) && s.tokens[phrase.to]?.word.tags === T.including;

/** The nearest casualty word on the left inside the clause. */
function casualtyBack(s: Sentence, from: number): Reading | null {
  for (let i = from; i >= 0 && i > from - BACK; i--) {
    const t = s.tokens[i] as Token;
    if (s.owner[i] !== -1) continue;
    if (has(t, T.verb) && t.word.frame !== 'subject' && (voiceOf(s, i) === 'active' || voiceOf(s, i) === 'passive')) return objectReading(s, i, 'subset');
    if (has(t, T.verb) && t.word.measure) return reading(s, t.word.measure, i, ['subset']);
    if (has(t, T.victim | T.state | T.event) && t.word.measure) return reading(s, t.word.measure, i, ['subset']);
    if (has(t, T.finite | T.subordinate | T.report)) return null;
  }
  return null;
}

/** "43 civilians and 12 soldiers", "a woman and two children", "12 in Basra and five in Kirkuk". */
export function listOf(s: Sentence, index: number, link: number, resolve: Resolve): Reading | null {
  const { tokens, phrases, owner } = s;
  const phrase = phrases[index] as Phrase;
  const counts = phrase.head === 'person' || phrase.head === 'other' || phrase.head === 'unknown';
  const and = has(tokens[link], T.and);
  const next = tokens[phrase.to];
  const gapping = phrase.head === 'bare' && has(next, T.prep) && !has(next, T.adverb);
  if (!counts && !and && !gapping) return null;
  let i = has(tokens[link - 1], T.and) || tokens[link - 1]?.text === ',' ? link - 1 : link;
  i--;
  if (tokens[i]?.text === '-' || tokens[i + 1]?.text === '-') {
    // "six priests - five of them foreigners - and two cooks": steps over what stands between dashes.
    const close = tokens[i]?.text === '-' ? i : i + 1;
    let open = close - 1;
    while (open > close - 15 && open > 0 && tokens[open]?.text !== '-') open--;
    if (tokens[open]?.text === '-') i = open - 1;
  }
  // Straight after another number phrase: the same list.
  const before = owner[i] ?? -1;
  if (before >= 0) {
    const other = phrases[before] as Phrase;
    if (other.number.kind === 'name' && other.head === 'bare') return listPast(s, other.from - 1, { counts, gapping }, resolve);
    const r = resolve(before);
    // "spoke of 200 civilians and several dozen police": a rival is one figure; what is joined to it may be another whole.
    if (r?.rules.includes('rival-figure') && !gapping) return null;
    if (r) return handedOn(r, 'list');
    return listPast(s, other.from - 1, { counts, gapping }, resolve);
  }
  const state = tokens[tokens[link - 1]?.text === ',' ? link - 2 : link - 1];
  // "left her in hospital, along with four others"
  if (marked(tokens[link], 'beside') && counts && has(state, T.state) && state?.word.measure) return reading(s, state.word.measure, link - 1, ['list']);
  // "Oram was shot along with three others": those beside somebody to whom it was done.
  const done = tokens[link - 1];
  if (marked(tokens[link], 'beside') && counts && has(done, T.verb) && done?.word.frame !== 'subject' && voiceOf(s, link - 1) !== 'active') return objectReading(s, link - 1, 'list');
  return listPast(s, i, { counts, gapping }, resolve);
}

/** `counts`: it says of whom. `gapping`: it has nothing but where, so what befell them stands before the joint. */
type Joined = { counts: boolean; gapping: boolean };

/** The figure or the verb of harm on the left that a joined figure goes on from. */
function listPast(s: Sentence, from: number, { counts, gapping }: Joined, resolve: Resolve): Reading | null {
  const { tokens, phrases, owner } = s;
  for (let k = from; k >= 0 && k > from - BACK; k--) {
    const t = tokens[k] as Token;
    const own = owner[k] ?? -1;
    if (own >= 0) {
      const other = phrases[own] as Phrase;
      if (other.number.kind === 'name' || other.head === 'excluded') {
        k = other.from;
        continue;
      }
      const r = resolve(own);
      if (r && (counts || gapping)) return handedOn(r, gapping ? 'gapping' : 'list');
      if (!r && (has(tokens[other.from - 1], T.prep | T.of | T.by) || other.head !== 'bare')) return null;
      k = other.from;
      continue;
    }
    if (has(t, T.verb) && t.word.measure && !isNounOf(s, k)) {
      if (t.word.frame !== 'subject' && voiceOf(s, k) === 'active') return objectReading(s, k, 'list');
      // "Two were killed in Basra and three in Kirkuk."
      if (gapping) return objectReading(s, k, 'gapping');
      return null;
    }
    if (has(t, T.event) && has(tokens[k + 1], T.of) && t.word.measure) return reading(s, t.word.measure, k, ['event-of', 'list']);
    // "shot himself and his two daughters"
    if (has(t, T.pronoun) && has(tokens[k - 1], T.verb) && tokens[k - 1]?.word.measure) continue;
    if (has(t, T.finite | T.report | T.subordinate | T.relative | T.rise | T.pronoun) || (!gapping && has(t, T.be | T.have | T.modal)) || t.text === ';' || t.text === ':') return null;
    if (!t.capital && (isPast(s, t) || isOngoing(s, t))) return null;
  }
  return null;
}
