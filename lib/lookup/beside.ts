// The card of a question that counts something else than the page's figure, when the reader asks for it from a card.
import { besideView, type Beside } from '../card/beside.ts';
import type { CardView } from '../card/rows.ts';
import type { Words } from '../card/words.ts';
import { carded } from './lookup.ts';
import type { Library } from './library.ts';
import { hasCard } from './related.ts';

/** `from` is the question of the card it was asked from. Null when there is no such card, or none that belongs there. Throws DamagedStore. */
export async function lookBeside(library: Library, { from, to, page, says }: { from: string; to: string } & Beside, { contact, ...options }: { words: Words; now: Date; contact: string | null }): Promise<CardView | null> {
  const [here, there] = await Promise.all([library.question(from), library.question(to)]);
  if (here === null || there === null || !hasCard(there)) return null;
  const { version, created } = library;
  const [asked, beside] = await Promise.all([carded(here, library, page.date), carded(there, library, page.date)]);
  const relation = asked.question.related.find((r) => r.id === to);
  return relation ? besideView({ asked: asked.question, relation, ...beside, database: { version, created, contact } }, { page, says }, options) : null;
}
