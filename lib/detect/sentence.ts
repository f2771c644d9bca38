// A sentence as it is read: its tokens, the number phrases among them, and what stands before it.
import type { Lexicon } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import type { Token } from './tokens.ts';

export type Sentence = {
  tokens: readonly Token[];
  phrases: readonly Phrase[];
  /** Per token: index of the number phrase it belongs to, or -1. */
  owner: readonly number[];
  lexicon: Lexicon;
  /** The sentence before it in the block; null also where it is too far back to matter. */
  before: Sentence | null;
  /** The last sentence of the block above; read only when asked for. */
  above: () => Sentence | null;
};
