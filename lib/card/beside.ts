// The card of a question that counts something else than the page's figure: that stands above it, and not in its plot.
import type { CardContent, CardQuestion, RelatedQuestion } from '../claim/card-content.ts';
import { difference } from './difference.ts';
import type { Asked } from './row.ts';
import { viewOf, type CardView, type Says } from './rows.ts';
import type { Words } from './words.ts';

export type Beside = Pick<CardContent, 'page'> & { says: Says };

/** `relation` is how `asked`, the question of the card before, stands to this one. */
export function besideView(content: Omit<Asked, 'page'> & { asked: CardQuestion; relation: RelatedQuestion }, { page, says }: Beside, options: { words: Words; now: Date }): CardView {
  const { asked, relation, ...rest } = content;
  return viewOf({ ...rest, page }, { says, claim: null, relation: difference(relation, asked, options.words), why: [], sentence: '' }, options);
}
