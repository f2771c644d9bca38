// Figures that go on from one before: lists, parts, gaps.
import { T } from './lexicon.ts';
import { objectReading } from './objects.ts';
import { leftOf } from './phrase-left.ts';
import type { Phrase } from './phrase.ts';
import { handedOn, nearestBefore, reading } from './reading.ts';
import type { Reading, Resolve } from './reading.ts';
import type { Sentence } from './sentence.ts';
import { isOngoing, isPast } from './shapes.ts';
import { skipAdverbs } from './steps.ts';
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
  const phrase = s.phrases[index] as Phrase;
  const found = joinedTo(s, index, link, resolve);
  // "the bodies of six women and three children were found": the noun has them both.
  // "12 dead and two million without power": that is how these were left.
  const state = found?.rules.some((rule) => rule === 'victim-noun' || rule === 'state-after' || rule === 'state-predicate');
  if (state && marked(s.tokens[phrase.to], 'lacks')) return null;
  if (found !== null && beginsClause(s, phrase) && !(phrase.head !== 'bare' && found.rules.includes('event-of'))) return null;
  // "another 40 in May and 30 in June": what it leaves out is "another" too.
  return found?.rules.includes('gapping') ? { ...found, increment: s.phrases[index - 1]?.increment ?? false } : found;
}

function joinedTo(s: Sentence, index: number, link: number, resolve: Resolve): Reading | null {
  const { tokens, phrases, owner } = s;
  const phrase = phrases[index] as Phrase;
  const counts = phrase.head === 'person' || phrase.head === 'other' || phrase.head === 'unknown';
  const and = has(tokens[link], T.and);
  const next = tokens[phrase.to];
  const gapping = phrase.head === 'bare' && has(next, T.prep) && !has(next, T.adverb);
  // "892, 863 and 778": one of a row of bare figures
  const row = !and && phrase.head === 'bare' && phrase.bound === null && isBareRow(s, index);
  if (!counts && !and && !gapping && !row) return null;
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

/** Bare figures on both sides of it, with nothing between but a comma and "and". */
function isBareRow(s: Sentence, index: number): boolean {
  const [a, b, c] = [s.phrases[index - 1], s.phrases[index], s.phrases[index + 1]];
  if (!a || !b || !c || a.head !== 'bare' || c.head !== 'bare' || a.number.kind !== 'count' || c.number.kind !== 'count' || a.to !== b.from - 1) return false;
  const between = s.tokens.slice(b.to, c.from);
  return between.length > 0 && between.length < 3 && between.every((t) => t.text === ',' || has(t, T.and));
}

/** "It killed 40 people and 2,000 were rescued": they have a verb of their own, and what befell those before is not said of them; "and 300 were children" tells who they are. */
export function beginsClause(s: Sentence, { from, head, to }: Phrase): boolean {
  const at = skipAdverbs(s, to);
  const t = s.tokens[at];
  const after = s.tokens[skipAdverbs(s, at + 1)];
  if (!has(t, T.be)) {
    // "shot himself and his two daughters", "and two suspected rebels": no subject.
    if (head !== 'bare' && (has(s.tokens[from - 1], T.det) || marked(t, 'suspects') || (has(t, T.have) && !has(after, T.be)))) return false;
    return has(t, T.have | T.modal | T.finite) || isPast(s, t);
  }
  const done = has(after, T.be | T.verb | T.transparent | T.finite | T.report) || marked(after, 'patient') || isPast(s, after) || isOngoing(s, after);
  return done && ![1, 2, 3, 4].some((k) => has(s.tokens[at + k], T.person) && s.owner[at + k] === -1);
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
    // "40 deaths were recorded in May, 30 in June"
    if (gapping && has(t, T.transparent) && has(tokens[k - 1], T.be)) continue;
    if (has(t, T.finite | T.report | T.subordinate | T.relative | T.rise | T.pronoun) || (!gapping && has(t, T.be | T.have | T.modal)) || t.text === ';' || t.text === ':') return null;
    if (!t.capital && (isPast(s, t) || isOngoing(s, t))) return null;
  }
  return null;
}
