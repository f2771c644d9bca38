// What a page gets of an answer: words and shares of an axis, ready to be drawn, so that little code has to be in it.
import { cardView, type CardView } from '../card/rows.ts';
import type { Words } from '../card/words.ts';
import type { PageDocument } from '../claim/document.ts';
import { sentenceAt } from '../link/sentences.ts';
import type { Answer } from './lookup.ts';

/** `counts`: how many other counts the card sets beside the claim's figure. */
export type FoundCard = { question: string; view: CardView; counts: number };

/** One per claim; null: it has no card. */
export function cardsOf(document: PageDocument, { claims, matches, questions, sources, database }: Answer, options: { words: Words; now: Date }): (FoundCard | null)[] {
  return claims.map((claim, i) => {
    const match = matches[i] ?? null;
    const question = match && questions[match.question];
    if (!match || !question) return null;
    const view = cardView({ claim, match, page: document.info, sentence: sentenceAt(document, claim), question, sources, database }, options);
    const counts = countsOf(view);
    return counts > 0 ? { question: question.id, view, counts } : null;
  });
}

/** As the card's heading counts them: no repeats, nothing that was taken back. */
function countsOf({ plot }: CardView): number {
  const rows = plot?.groups.flatMap((g) => g.rows) ?? [];
  return rows.filter((r) => !r.tied && r.gone === null).length;
}
