// A saved claim's card as it would be today: the same page and the same figure, with what the database holds now.
import { cardView, type CardView } from '../card/rows.ts';
import type { Words } from '../card/words.ts';
import { cardWith } from '../saved/card-then.ts';
import type { SavedClaim } from '../saved/schema.ts';
import { carded } from './lookup.ts';
import type { Library } from './library.ts';

/** Null where it has no card: it was matched to no question, or the database no longer has it. Throws DamagedStore. */
export async function lookAgain(library: Library, saved: SavedClaim, { contact, ...options }: { words: Words; now: Date; contact: string | null }): Promise<CardView | null> {
  const question = saved.match && (await library.question(saved.match.question));
  if (question === null) return null;
  const content = cardWith(saved, { ...(await carded(question, library, saved.page.date)), database: { version: library.version, created: library.created, contact } });
  return content && cardView(content, options);
}
