// A bare number that can only rival or continue the figure before it: "the army says 150", "Haiti 2010, about 226,000".
import type { Measure } from '../claim/claim.ts';
import { T } from './lexicon.ts';
import { leftOf } from './phrase-left.ts';
import type { Phrase } from './phrase.ts';
import type { Reading, Resolve } from './reading.ts';
import type { Sentence } from './sentence.ts';
import { has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** Whether the number stands where a sentence about a figure just given puts another one. */
export function rivalOf(s: Sentence, index: number): boolean {
  const phrase = s.phrases[index] as Phrase;
  const { number } = phrase;
  const spoken = phrase.head === 'person' && has(s.tokens[leftOf(s.tokens, phrase)], T.of);
  if (phrase.head === 'bare' && number.kind === 'count' && (closes(s, phrase.to) || has(s.tokens[phrase.to], T.det)) && comparedFrom(s, phrase.from - 1)) return true;
  if (phrase.head === 'bare' && number.kind !== 'ordinal' && number.high !== 1 && (multiplied(s, phrase) || saidBy(s, phrase.to))) return true;
  if ((phrase.head !== 'bare' && !spoken) || number.kind === 'ordinal' || number.low < 2 || (number.yearlike && !phrase.bound) || !(spoken || closes(s, phrase.to))) return false;
  const i = leftOf(s.tokens, phrase);
  const t = s.tokens[i];
  if (!t) return false;
  for (let k = phrase.from; k < number.from; k++) if (marked(s.tokens[k], 'says')) return true;
  // "damaged 80 homes and put another 90 at risk": homes.
  if (phrase.increment) return !['excluded', 'unknown'].includes(s.phrases[index - 1]?.head ?? '');
  if (marked(t, 'says') && !has(s.tokens[i - 1], T.det)) return !marked(t, 'at') || figureVerb(s, i - 1);
  if (marked(t, 'possessive')) return true;
  // "spoke of 200 men", "gave a figure of 200 men": not "came to the rescue of 200 men"
  const told = !spoken || has(s.tokens[i - 1], T.toll) || marked(s.tokens[i - 1], 'says');
  if ((has(t, T.of) || marked(t, 'to')) && told && figureVerb(s, i - 1)) return true;
  // "accepts blame for 326": not "waited for 12".
  if (has(t, T.prep) && phrase.head === 'bare' && s.tokens[i - 1]?.word.tags === 0 && marked(s.tokens[i - 2], 'says') && !has(s.tokens[i - 2], T.be)) return true;
  if (spoken) return false;
  // "the total of 306,887"
  if (has(s.tokens[phrase.from - 1], T.of) && has(s.tokens[phrase.from - 2], T.toll)) return true;
  return inList(s, i);
}

/** Words between "from" and its number: "down slightly from the record high of 799". */
const MAX_FROM = 6;

/** "777, down from 799": the figure before is compared with another of its kind. */
function comparedFrom(s: Sentence, left: number): boolean {
  for (let i = left; i >= 0 && i > left - MAX_FROM; i--) {
    const t = s.tokens[i];
    if (s.owner[i] !== -1 || !t || !/^\p{L}/u.test(t.text)) return false;
    // "a decrease of 2 percent from 36,835"
    const share = s.phrases[s.owner[i - 1] ?? -1];
    if (marked(t, 'from') && share?.number.kind === 'share') return has(s.tokens[share.from - 2], T.rise) || marked(s.tokens[share.from - 1], 'shift');
    if (marked(t, 'from')) return [i - 1, i - 2].some((k) => marked(s.tokens[k], 'shift'));
  }
  return false;
}

const ends = (t: Token | undefined): boolean => t === undefined || /^[.,;:]$/.test(t.text);

/** "Analysts think 100 to 300 did", "villagers say 90 were": done what was told before; "did" only what somebody did, as to die. */
export function doneSo(s: Sentence, { head, number, to }: Phrase, standing: Measure): Measure | null {
  const t = s.tokens[to];
  if (head !== 'bare' || number.kind === 'ordinal' || !marked(t, 'did') || !ends(s.tokens[to + 1])) return null;
  const told = has(t, T.be | T.have) ? null : [...(s.before?.tokens ?? []), ...s.tokens.slice(0, to)].findLast((w) => has(w, T.verb) && w.word.frame === 'subject' && w.word.measure);
  return told?.word.measure ?? standing;
}

/** "600 people died, nearly twice the 300 the city gave": set beside the figure before it, by a comma not far off. */
function multiplied(s: Sentence, phrase: Phrase): boolean {
  const next = s.tokens[phrase.to];
  if (!(closes(s, phrase.to) || has(next, T.det | T.pronoun | T.adverb | T.transparent))) return false;
  for (let i = phrase.from - 1, definite = false; i >= 0 && i > phrase.from - MAX_FROM; i--) {
    const t = s.tokens[i];
    if (marked(t, 'multiple')) return definite && [1, 2, 3].some((k) => s.tokens[i - k]?.text === ',');
    if (s.owner[i] !== -1) return false;
    definite ||= has(t, T.det) && !marked(t, 'article');
  }
  return false;
}

/** "900 say the villagers, 300 says the army": a verb of reporting, and behind it nobody but the speaker. */
function saidBy(s: Sentence, at: number): boolean {
  if (!marked(s.tokens[at], 'says') || !has(s.tokens[at], T.report) || ends(s.tokens[at + 1])) return false;
  for (let i = at + 1; !ends(s.tokens[i]); i++) if (s.owner[i] !== -1 || has(s.tokens[i], T.pronoun | T.verb | T.finite | T.be | T.have | T.modal | T.subordinate | T.relative)) return false;
  return true;
}

/** Nothing follows that the number could be counting. */
function closes(s: Sentence, at: number): boolean {
  const t = s.tokens[at];
  return t === undefined || has(t, T.prep | T.and | T.subordinate | T.date | T.by) || !/^[\p{L}\p{N}'$£€%-]/u.test(t.text);
}

/** A verb of reporting or reaching within three words: "spoke of", "puts it at", "own up to". */
function figureVerb(s: Sentence, from: number): boolean {
  for (let i = from; i >= 0 && i > from - 4; i--) {
    const t = s.tokens[i];
    if (s.owner[i] !== -1) return false;
    if (marked(t, 'says') && !marked(t, 'at') && !has(s.tokens[i - 1], T.det)) return true;
  }
  return false;
}

/** "; Pakistan 2005, about 86,000;" and "; Baku 15 in 2015": a name, perhaps a year, and its figure. */
function inList(s: Sentence, left: number): boolean {
  let i = left;
  if (s.tokens[i]?.text === ',' || s.tokens[i]?.text === ':') i--;
  const dated = s.tokens[i]?.digits !== null && s.tokens[i]?.digits !== undefined;
  if (dated) i--;
  let names = 0;
  for (; i >= 0 && s.tokens[i]?.capital && s.owner[i] === -1; i--) names++;
  const mark = s.tokens[i]?.text;
  return names > 0 && names < 4 && (mark === ';' || (i < 0 && dated));
}

/** "40 people died, compared with 36 in 2014": the figure before it, of another time. */
export function comparedWith(s: Sentence, index: number, resolve: Resolve): Reading | null {
  const phrase = s.phrases[index] as Phrase;
  if (phrase.head !== 'bare' || !marked(s.tokens[leftOf(s.tokens, phrase)], 'compared')) return null;
  let whole = index - 1;
  while (s.phrases[whole]?.number.kind === 'name' || marked(s.tokens[s.phrases[whole]?.headAt ?? -1], 'time')) whole--;
  return s.phrases[whole] ? resolve(whole) : null;
}
