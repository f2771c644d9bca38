// What a casualty verb does it to: "killing 12", "shot dead two", "lost 18 soldiers".
import type { Measure } from '../claim/claim.ts';
import { T } from './lexicon.ts';
import { leftOf } from './phrase-left.ts';
import type { Phrase } from './phrase.ts';
import { reading } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Rule } from './rules.ts';
import type { Sentence } from './sentence.ts';
import { isPast } from './shapes.ts';
import { has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';
import { measureOf, voiceOf } from './verbs.ts';

/** The casualty verb whose object starts right after it, or null. */
export function objectOf(s: Sentence, index: number): Reading | null {
  const { tokens, phrases } = s;
  const phrase = phrases[index] as Phrase;
  let i = pastPossessor(s, leftOf(tokens, phrase));
  while (i >= 0 && has(tokens[i], T.adverb) && !tokens[i]?.word.measure) i--;
  const t = tokens[i];
  if (!t || s.owner[i] !== -1) return null;
  const verb = verbBack(s, i);
  if (verb < 0) return null;
  const v = tokens[verb] as Token;
  if (v.word.frame === 'subject') return null;
  const voice = voiceOf(s, verb);
  if (voice !== 'active' || has(tokens[verb - 1], T.not)) return null;
  const next = tokens[phrase.to];
  // "hurting a few people's feelings"
  if (marked(next, 'possessive') && !has(tokens[phrase.to + 1], T.person | T.event)) return null;
  if (phrase.head === 'bare' && v.word.form === 'both' && has(next, T.verb | T.state) && next?.word.form !== 'ing') return null;
  return objectReading(s, verb, 'object');
}

/** Words of whose they are: "killed his former wife's two sons". */
const MAX_POSSESSOR = 4;

/** From a possessive back to the word before whoever owns; `from` when none stands there. */
function pastPossessor(s: Sentence, from: number): number {
  if (!marked(s.tokens[from], 'possessive')) return from;
  for (let i = from - 1; i >= 0 && i >= from - MAX_POSSESSOR; i--) {
    const t = s.tokens[i];
    if (s.owner[i] !== -1 || !t || !/^\p{L}/u.test(t.text)) return from;
    if (has(t, T.verb) && t.word.frame !== 'subject') return i;
    if (has(t, T.prep | T.be | T.have | T.finite | T.and | T.relative | T.subordinate)) return from;
  }
  return from;
}

export function objectReading(s: Sentence, verb: number, rule: Rule): Reading {
  const { measure, rules } = partners(s, verb);
  return reading(s, measure, verb, [rule, ...rules]);
}

/** "killed and wounded 70", "shot and killed two": verbs joined before one object. */
function partners(s: Sentence, verb: number): { measure: Measure; rules: Rule[] } {
  const { tokens } = s;
  let first = verb;
  for (;;) {
    let i = first - 1;
    while (i >= 0 && has(tokens[i], T.adverb)) i--;
    if (!has(tokens[i], T.and) && tokens[i]?.text !== ',' && tokens[i]?.text !== '/') break;
    i--;
    if (i < 0 || s.owner[i] !== -1 || !has(tokens[i], T.verb) || (tokens[i]?.word.frame ?? 'object') === 'subject') break;
    first = i;
  }
  if (first === verb) {
    const m = measureOf(s, verb);
    return { measure: m.last > verb + 8 ? (tokens[verb]?.word.measure ?? 'other') : m.measure, rules: m.rules };
  }
  const m = measureOf(s, first);
  return { measure: m.measure, rules: ['partner-verb'] };
}

/** The casualty verb that ends at or before `i`, past result words ("shot dead 12", "beaten to death 12"); -1 when there is none. */
function verbBack(s: Sentence, i: number): number {
  const t = s.tokens[i];
  if (has(t, T.verb)) return i;
  if (has(t, T.state) || (has(t, T.adverb) && t?.word.measure)) {
    const j = i - 1;
    if (has(s.tokens[j], T.verb)) return j;
    // "hacked to death 12"
    if (t?.word.result && !has(t, T.victim) && isPast(s, s.tokens[j]) && !has(s.tokens[j - 1], T.be | T.have)) return j;
  }
  return -1;
}

/** "300 children who lost one parent", "mothers who lost two sons": so many each, and all together nobody says. */
function eachLost(s: Sentence, by: number): boolean {
  const who = has(s.tokens[by], T.relative) ? by - 1 : by;
  const other = s.phrases[s.owner[who] ?? -1];
  return other ? other.number.high !== 1 : s.tokens[who]?.word.plural === true && has(s.tokens[who], T.person) && !has(s.tokens[who - 1], T.det);
}

const FIGHTERS: ReadonlySet<string> = new Set(['military', 'police', 'militants']);

/** "lost 12 soldiers": said of fighters and police, or where the dead are being counted, a loss is a death. */
export function lossOf(s: Sentence, index: number, standing: Measure | null): Reading | null {
  const phrase = s.phrases[index] as Phrase;
  const left = leftOf(s.tokens, phrase);
  const i = has(s.tokens[left], T.of) ? left - 1 : left;
  const group = s.tokens[phrase.headAt]?.word.group;
  let by = i - 1;
  while (has(s.tokens[by], T.have | T.adverb)) by--;
  const side = s.tokens[by];
  const fighters = FIGHTERS.has(group ?? '') || marked(side, 'force') || marked(side, 'units') || FIGHTERS.has(side?.word.group ?? '');
  // "lost two sons"
  const kin = phrase.head === 'person' && s.tokens.slice(phrase.number.to, phrase.to).some((t) => marked(t, 'kin'));
  if (marked(s.tokens[i], 'loses') && kin && !eachLost(s, by)) return reading(s, 'killed', i, ['lost']);
  // "took 200 prisoners"
  if (marked(s.tokens[i], 'takes') && marked(s.tokens[phrase.headAt], 'prisoners')) return reading(s, 'detained', i, ['object']);
  return marked(s.tokens[i], 'loses') && phrase.head === 'person' && (fighters || standing === 'killed') ? reading(s, 'killed', i, ['lost']) : null;
}
