// What a text that was pasted says of itself, as a page would: there is nobody else who could.
import type { BlockRole, PageHead } from '../../lib/claim/document.ts';
import { plainDocument } from '../../lib/claim/plain-text.ts';

/** `date` is an ISO day, `lang` BCP 47; null: not given. */
export type Pasted = { text: string; date: string | null; lang: string | null };

export type Part = { role: BlockRole; words: string };

/** The text as it is set, and its head: lines that were broken by width are put together, its first line may be its headline. */
export function partsOf({ text, date, lang }: Pasted): { parts: Part[]; head: PageHead } {
  const { blocks, info } = plainDocument(text, {});
  const parts = blocks.map(({ start, end, role }) => ({ role, words: text.slice(start, end).replace(/\s+/g, ' ') }));
  const meta: PageHead['meta'] = date === null ? [] : [['article:published_time', date]];
  return { parts, head: { address: null, canonical: null, title: null, lang, meta, scripts: [], headings: info.headline === null ? [] : [info.headline], times: [], dated: [] } };
}
