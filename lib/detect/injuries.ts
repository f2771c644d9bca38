// Wounded without a verb of wounding: the injuries somebody has, and the clinic somebody is taken to.
import { T } from './lexicon.ts';
import type { Sentence } from './sentence.ts';
import { isPast } from './shapes.ts';
import { has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** "were taken to a hospital", "were being treated at the clinic": where the wounded go; -1 when it is elsewhere. */
export function toClinic(s: Sentence, verb: number): number {
  let from = false;
  for (let i = verb + 1; i < Math.min(s.tokens.length, verb + 10); i++) {
    const t = s.tokens[i] as Token;
    // "taken from a hospital": not "released from" it, nor "taken from the scene to" it.
    if (marked(t, 'from')) from = !marked(s.tokens[verb], 'rescues');
    if (marked(t, 'to')) from = false;
    if (from && (marked(t, 'clinic') || has(t, T.state))) return -1;
    if (marked(t, 'clinic') || (has(t, T.state) && t.word.measure === 'wounded')) return i;
    // "treated for gunshot wounds"
    if (has(t, T.event | T.victim) && t.word.measure === 'wounded') return has(s.tokens[verb - 1], T.have) ? -1 : i;
    if (t.text === ',' || has(t, T.finite | T.subordinate | T.report | T.have) || has(t, T.verb)) return -1;
  }
  return -1;
}

/** "have serious injuries", "had several gunshot wounds": the injuries somebody has; 0 when it is something else. */
export function injuriesOf(s: Sentence, have: number): number {
  for (let i = have + 1; i < Math.min(s.tokens.length, have + 6); i++) {
    const t = s.tokens[i] as Token;
    if (has(t, T.event | T.victim) && t.word.measure === 'wounded' && t.word.form !== 'ing') return i;
    if ((t.word.tags !== 0 && !has(t, T.adverb | T.det | T.person | T.excluded)) || isPast(s, t) || !/^[\p{L}-]/u.test(t.text)) return 0;
  }
  return 0;
}
