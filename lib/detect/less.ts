// By how many fewer: a difference between two figures, which counts nobody.
import { T } from './lexicon.ts';
import { leftOf } from './phrase-left.ts';
import type { Phrase } from './phrase.ts';
import type { Sentence } from './sentence.ts';
import { has, marked } from './token-tests.ts';

/** Words from the verb to "by": "fell last year by 30". */
const TO_BY = 5;

/** "Deaths fell by 30", "a drop of 30 deaths", "30 fewer people died". */
export function isLess(s: Sentence, phrase: Phrase): boolean {
  const { tokens } = s;
  if (marked(tokens[phrase.number.to], 'fewer')) return true;
  const i = leftOf(tokens, phrase);
  // "a drop of 30 deaths"
  const noun = tokens[i - 1];
  if (has(tokens[i], T.of) && phrase.head === 'bare' && has(noun, T.rise) && !has(noun, T.toll) && phrase.increment) return true;
  if (has(tokens[i], T.of) || marked(tokens[i], 'in')) return marked(noun, 'less') && tokens.slice(Math.max(0, i - 4), i - 1).some((t) => has(t, T.det));
  if (!has(tokens[i], T.by)) return false;
  for (let k = i - 1; k >= 0 && k > i - 1 - TO_BY; k--) {
    if (marked(tokens[k], 'less')) return true;
    if (s.owner[k] !== -1 || has(tokens[k], T.be | T.verb | T.and) || !/^\p{L}/u.test(tokens[k]?.text ?? '')) return false;
  }
  return false;
}
