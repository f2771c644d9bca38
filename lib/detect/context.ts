// What a sentence says about its figure beside the number: who says so, by whose hand, where, when.
import type { Claim } from '../claim/claim.ts';
import type { Lexicon } from './lexicon.ts';
import type { Phrase } from './phrases.ts';
import type { Reading } from './predicate.ts';
import type { Sentence } from './verbs.ts';

export type Context = { s: Sentence; phrase: Phrase; reading: Reading; text: string; lexicon: Lexicon };

export function contextOf(_context: Context): Pick<Claim, 'saidBy' | 'actor' | 'place' | 'period'> {
  return { saidBy: null, actor: null, place: null, period: null };
}
