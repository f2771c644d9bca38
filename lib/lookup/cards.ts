// What a page gets of an answer: words and shares of an axis, ready to be drawn, so that little code has to be in it.
import { cardView, emptyView, type CardView } from '../card/rows.ts';
import type { Words } from '../card/words.ts';
import type { PageDocument } from '../claim/document.ts';
import { sentenceAt } from '../link/sentences.ts';
import type { Answer } from './lookup.ts';

/** `counts`: how many other counts the card sets beside the claim's figure; 0: a card that says there are none, `question` ''. */
export type FoundCard = { question: string; view: CardView; counts: number };

/** `contact`: where corrections are sent, null: nowhere yet. `bare`: figures with nothing to set beside them have a card as well, which says so. */
type Options = { words: Words; now: Date; bare: boolean; contact: string | null };

/** One per claim; null: it has no card. */
export function cardsOf(document: PageDocument, { claims, matches, questions, sources, database: { version, created } }: Answer, options: Options): (FoundCard | null)[] {
  const database = { version, created, contact: options.contact };
  return claims.map((claim, i) => {
    const match = matches[i] ?? null;
    const question = match && questions[match.question];
    if (match && question) {
      const view = cardView({ claim, match, page: document.info, sentence: sentenceAt(document, claim), question, sources, database }, options);
      const counts = countsOf(view);
      if (counts > 0) return { question: question.id, view, counts };
    }
    return options.bare ? { question: '', view: emptyView({ claim, page: document.info, database }, options), counts: 0 } : null;
  });
}

/** As the card's heading counts them: no repeats, nothing that was taken back. */
function countsOf({ plot }: CardView): number {
  const rows = plot?.groups.flatMap((g) => g.rows) ?? [];
  return rows.filter((r) => !r.tied && r.gone === null).length;
}
