// What was read before a figure and is still open when it comes.
import type { Measure } from '../claim/claim.ts';
import { T } from './lexicon.ts';
import { nearestBefore } from './reading.ts';
import type { Resolve } from './reading.ts';
import type { Sentence } from './sentence.ts';
import { has, marked } from './token-tests.ts';

/** What earlier sentences and the block's heading leave standing. */
export type Before = {
  /** The last measure read in the document. */
  measure: Measure | null;
  /** The same, when it was read in this block or the one before. */
  near: Measure | null;
  header: Measure | null;
};

/** How many figures of its sentence a figure may go on from. */
const FIGURES_BACK = 5;

/** The measure that a figure without a word of its own goes on with; null when none is open. */
export const standingAt = (s: Sentence, index: number, before: Before, resolve: Resolve): Measure | null => nearestBefore(index, FIGURES_BACK, resolve)?.measure ?? before.near ?? asked(s);

/** How many tokens behind "how many" tell what befell them. */
const ASKED = 7;

/** "How many people died is disputed": the question whose answers follow. */
function asked(s: Sentence): Measure | null {
  const at = s.tokens.findIndex((t) => marked(t, 'ask'));
  return at < 0 ? null : (s.tokens.slice(at + 1, at + ASKED).find((t) => has(t, T.verb | T.state))?.word.measure ?? null);
}
