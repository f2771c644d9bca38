// Lives that are claimed, lost or taken.
import { T } from './lexicon.ts';
import { leftOf } from './phrase-left.ts';
import type { Phrase } from './phrase.ts';
import { reading } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './sentence.ts';
import { has, marked } from './token-tests.ts';

/** "claimed 12 lives", "12 lives were lost", "the lives of 12". */
export function lives(s: Sentence, phrase: Phrase): Reading | null {
  for (let i = leftOf(s.tokens, phrase); i >= 0 && i > phrase.from - 7; i--) if (marked(s.tokens[i], 'takes')) return reading(s, 'killed', i, ['lives']);
  for (let i = phrase.to; i < Math.min(s.tokens.length, phrase.to + 8); i++) {
    if (marked(s.tokens[i], 'takes')) return reading(s, 'killed', i, ['lives']);
    if (s.owner[i] !== -1) break;
  }
  return null;
}

/** "The lives of 40 men were taken" */
export function livesOf(s: Sentence, phrase: Phrase): Reading | null {
  const i = leftOf(s.tokens, phrase);
  return has(s.tokens[i], T.of) && has(s.tokens[i - 1], T.life) && s.owner[i - 1] === -1 ? lives(s, phrase) : null;
}
