// The card of a question that no page asked for: all that is known, whatever the day.
import type { PageInfo } from '../claim/document.ts';
import { viewOf, type CardView } from '../card/rows.ts';
import type { Words } from '../card/words.ts';
import { carded } from './lookup.ts';
import type { Library } from './library.ts';

const NO_PAGE: PageInfo = { url: null, title: null, headline: null, site: null, author: null, date: null, dateFrom: null, lang: null };

/** Null for an id that is not there. Throws DamagedStore. */
export async function lookAlone(library: Library, id: string, { contact, ...options }: { words: Words; now: Date; contact: string | null }): Promise<CardView | null> {
  const question = await library.question(id);
  if (question === null) return null;
  const content = { ...(await carded(question, library, null)), page: NO_PAGE, database: { version: library.version, created: library.created, contact } };
  return viewOf(content, { says: { figure: '', unit: '', by: '' }, claim: null, relation: null, why: [], sentence: '' }, options);
}
