// What governs a number phrase from its left when no verb takes it as its object: an event, a toll, a list that goes on.
import type { Measure } from '../claim/claim.ts';
import { T } from './lexicon.ts';
import { beginsClause, listOf, subsetOf } from './lists.ts';
import { leftOf } from './phrase-left.ts';
import type { Phrase } from './phrase.ts';
import { handedOn, nearestBefore, reading } from './reading.ts';
import type { Reading, Resolve } from './reading.ts';
import type { Sentence } from './sentence.ts';
import { has, marked } from './token-tests.ts';
import { inverted, orderOfSize, riseBefore, tollOf } from './tolls.ts';
import { isHypothetical, OPEN, together } from './verbs.ts';

/** Any other governor on the left: an event noun, a toll, a list that goes on. `resolve` reads an earlier phrase. */
export function governorOf(s: Sentence, index: number, resolve: Resolve, standing: Measure | null): Reading | null {
  const { tokens, phrases } = s;
  const phrase = phrases[index] as Phrase;
  const i = leftOf(tokens, phrase);
  const t = tokens[i];
  if (!t) return null;
  if (has(t, T.of) || marked(t, 'to')) {
    const nominal = eventBefore(s, pastDate(s, i - 1));
    // "the shooting of six people"
    const deed = s.tokens[i - 1];
    if (has(t, T.of) && deed?.word.form === 'ing' && deed.word.soft && deed.word.measure && (phrase.head === 'person' || phrase.head === 'other')) return reading(s, deed.word.measure, i - 1, ['event-of', OPEN]);
    if (nominal && (has(t, T.of) || nominal.measure === 'wounded')) return reading(s, nominal.measure, i - 1, ['event-of']);
  }
  if (phrase.number.kind === 'name') return null;
  // "Rescuers dug in search of 11 more people"
  if (has(t, T.of | T.prep) && phrase.head !== 'bare' && marked(s.tokens[i - 1], 'search') && s.tokens.some((w) => marked(w, 'rescuer'))) return reading(s, 'missing', i - 1, ['event-of']);
  // "killed three people, identifying them as two guards and a cook"
  if (standing && phrase.head === 'person' && marked(s.tokens[i - 2], 'tells-who') && has(s.tokens[i - 1], T.pronoun | T.them)) return reading(s, standing, i - 2, ['parts']);
  const toll = inverted(s, i) ?? orderOfSize(s, i, phrase) ?? tollOf(s, i, phrase, standing);
  if (toll) return { ...toll, hypothetical: isHypothetical(s, riseBefore(s, i)) };
  if (has(t, T.including) || (has(t, T.them) && has(tokens[i - 1], T.including)) || t.text === ':' || has(t, T.be)) {
    const part = subsetOf(s, index, resolve, t);
    if (part) return part;
  }
  if (t.text === ':' || t.text === ';' || t.text === '-') {
    // "13 bodies were seen: eight guerrillas, four soldiers and a civilian"
    const whole = (phrase.head === 'person' && !beginsClause(s, phrase)) || phrase.head === 'bare' ? nearestBefore(index, 3, resolve) : null;
    if (whole && (phrase.head === 'person' || has(tokens[phrase.to], T.prep))) return handedOn(whole, 'parts');
  }
  // "three deaths (two in Marl …)", "40 miners died (12 on one day)": some of those before the bracket
  const whole = t.text === '(' && phrase.head === 'bare' && has(tokens[phrase.to], T.prep) && i > 0 && s.phrases[index - 1] ? resolve(index - 1) : null;
  if (whole && phrase.number.low < (s.phrases[index - 1]?.number.low ?? 0) && Math.max(whole.at, (s.phrases[index - 1]?.to ?? 0) - 1) === i - 1) return handedOn(whole, 'gapping');
  const elsewhere = placeFirst(s, index, i) ? resolve(index - 1) : null;
  if (elsewhere) return handedOn(elsewhere, 'gapping');
  const joined = has(t, T.and) || t.text === ',' || t.text === '-';
  if (joined) return listOf(s, index, i, resolve);
  return null;
}

/** Longer names of places than this are rare, and a sentence misread is not. */
const PLACE_NAME = 3;

/** "63 died and at Korisa 77": the place stands before a number that has nothing else. */
function placeFirst(s: Sentence, index: number, left: number): boolean {
  const phrase = s.phrases[index] as Phrase;
  const next = s.tokens[phrase.to];
  if (index === 0 || phrase.head !== 'bare' || phrase.number.kind === 'ordinal' || (next !== undefined && !/^[.,;)]/.test(next.text))) return false;
  let i = left;
  while (i > left - PLACE_NAME && s.tokens[i]?.capital && !has(s.tokens[i], T.date) && s.owner[i] === -1) i--;
  return i < left && marked(s.tokens[i], 'place') && has(s.tokens[i - 1], T.and);
}

/** "the murder on the evening of 27 February of six priests": steps over the date. */
function pastDate(s: Sentence, from: number): number {
  let i = from;
  while (i > from - 8 && (has(s.tokens[i], T.date) || (i < from && (has(s.tokens[i], T.prep | T.of | T.det) || s.tokens[i]?.digits)))) i--;
  return i > from - 8 ? i : from;
}

/** "the deaths of", "deaths and injuries of": the event whose victims follow. */
function eventBefore(s: Sentence, at: number): { measure: Measure } | null {
  const t = s.tokens[at];
  if (!t || s.owner[at] !== -1 || !has(t, T.event | T.victim) || !t.word.measure) return null;
  if (has(t, T.victim) && !has(t, T.event) && t.word.soft) return null;
  const partner = has(s.tokens[at - 1], T.and) && has(s.tokens[at - 2], T.event) ? s.tokens[at - 2]?.word.measure : null;
  return { measure: partner ? together(partner, t.word.measure, false) : t.word.measure };
}
