// Whether what is counted can be people harmed, and harmed like this.
import { T } from './lexicon.ts';
import { leftOf } from './phrase-left.ts';
import type { Phrase } from './phrase.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './sentence.ts';
import { endsWith, has, marked } from './token-tests.ts';

/** Of deeds, of animals, of papers: nobody harmed is counted, whatever the clause says. */
export function ofOthers(s: Sentence, phrase: Phrase): boolean {
  const head = s.tokens[phrase.headAt];
  // "one of the worst mass killings": of deeds, not of people.
  if (phrase.partOf !== null && has(head, T.event) && s.tokens.slice(phrase.number.to, phrase.headAt).some((t) => marked(t, 'superlative'))) return true;
  // "600 bat deaths"
  if (phrase.head === 'victim' && s.tokens.slice(phrase.number.to, phrase.headAt).some((t) => marked(t, 'animal'))) return true;
  // "900 death claims", "12 murder inquiries": the noun only describes what is counted.
  if (phrase.head === 'victim' && phrase.partOf === null && phrase.number.low > 1 && has(head, T.event) && head?.word.plural === false && has(s.tokens[phrase.headAt + 1], T.excluded | T.report | T.finite) && phrase.number.kind === 'count') return true;
  return phrase.number.kind === 'zero' && deniesNothing(s, phrase);
}

/** "All but two died": those whom it spared; "12, not 14", "not one of the 40": what is denied. */
export function isExcepted(s: Sentence, phrase: Phrase): boolean {
  const left = leftOf(s.tokens, phrase);
  const before = s.tokens[left];
  if (has(before, T.of) && marked(s.tokens[left - 1], 'one') && has(s.tokens[left - 2], T.not)) return true;
  return marked(before, 'except') || (has(before, T.not) && phrase.number.kind === 'count' && phrase.number.high !== 1 && phrase.bound === null);
}

/** "the plot had no pacing", "none of the injuries are grave": not that nobody came to harm. */
function deniesNothing(s: Sentence, { head, number, partOf, headAt, to }: Phrase): boolean {
  if (partOf !== null && head === 'victim' && has(s.tokens[headAt], T.event | T.victim) && !marked(s.tokens[headAt], 'victims')) return true;
  return head === 'bare' && marked(s.tokens[number.from], 'needs-noun') && !has(s.tokens[to], T.verb | T.state);
}

/** "a mother of three was shot": the number counts her children. */
export function isParenthood(s: Sentence, phrase: Phrase): boolean {
  const i = leftOf(s.tokens, phrase);
  const parent = s.tokens[i - 1];
  return phrase.head === 'bare' && has(s.tokens[i], T.of) && has(parent, T.person) && parent?.word.plural === false && s.owner[i - 1] === -1;
}

/** Fewer than this who flee are escaping; more are displaced. */
const CROWD = 50;

/** A noun we do not know counts people only when it is a name ("12 Rohingya"): "two bills were killed" is no harm. */
export function accepts(s: Sentence, phrase: Phrase, reading: Reading): boolean {
  const capital = s.tokens[phrase.headAt]?.capital ?? false;
  const verb = reading.word;
  if (marked(s.tokens[reading.at], 'seizes') && !has(s.tokens[phrase.headAt], T.person | T.victim)) return false;
  if (marked(s.tokens[reading.at], 'houses') && !s.tokens.some((t) => marked(t, 'shelter'))) return false;
  // "28 survivors, later evacuated to Oram": they were brought away.
  if (marked(s.tokens[phrase.headAt], 'survives') && reading.measure === 'displaced' && (reading.rules[0] === 'participle' || reading.rules[0] === 'passive')) return false;
  if (verb?.crowd && (phrase.number.high ?? 1000) < CROWD) return false;
  // "40 patients are in hospital with the fever": no wounds.
  if (reading.measure === 'wounded' && marked(s.tokens[reading.at], 'treated') && [s, s.before].some((x) => x?.tokens.some((t) => marked(t, 'illness')))) return false;
  if (reading.safe || (reading.negated && phrase.number.kind !== 'zero')) return false;
  // "Four sadhus were shot dead": whatever they are, they are people.
  if (phrase.head === 'unknown' && marked(s.tokens[reading.at], 'personal') && isDone(reading) && isSeveral(s, phrase)) return true;
  if (phrase.head === 'unknown') return capital && reading.rules[0] !== 'toll';
  return true;
}

/** A plural in shape. */
const isSeveral = (s: Sentence, { headAt, number }: Phrase): boolean => number.high !== 1 && endsWith(s.tokens[headAt]?.text ?? '', s.lexicon.language.endings.plural);

const isDone = ({ rules: [rule] }: Reading): boolean => rule === 'passive' || rule === 'participle' || rule === 'object';
