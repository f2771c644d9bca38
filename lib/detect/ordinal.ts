// "The 15th victim": a running count told by its last.
import type { Before } from './before.ts';
import type { Phrase } from './phrase.ts';
import { predicateOnly } from './predicate.ts';
import { counted } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './sentence.ts';
import { marked } from './token-tests.ts';
import { softMeasure } from './victims.ts';

/** "the 15th victim", "a fourth person has died": a running count; the second soldier of a list is none. */
export function ordinal(s: Sentence, index: number, before: Before): Reading | null {
  const phrase = s.phrases[index] as Phrase;
  const head = s.tokens[phrase.headAt];
  if (phrase.number.low < 2 || !head) return null;
  // "the 15th victim" is a count; "the third victim, a woman" may be one of a list, unless she died.
  if (phrase.head === 'victim' && s.tokens[phrase.number.from]?.digits && softMeasure(s, phrase, before) !== 'wounded') return counted('killed', phrase.headAt, false, 'ordinal');
  if (phrase.head !== 'person' && phrase.head !== 'victim') return null;
  const predicate = predicateOnly(s, index);
  if (predicate?.measure === 'killed') return counted('killed', predicate.at, predicate.hypothetical, 'ordinal');
  // "the third soldier to die"
  const verb = s.tokens[phrase.to + 1];
  return marked(s.tokens[phrase.to], 'to') && verb?.word.frame === 'subject' && verb.word.measure === 'killed' ? counted('killed', phrase.to + 1, false, 'ordinal') : null;
}
