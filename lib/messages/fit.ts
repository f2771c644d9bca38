import type { PageDocument } from '../claim/document.ts';
import { MAX_HEADER, MAX_NAME, MAX_TEXT } from './messages.ts';

const cut = <T extends string | null>(text: T, length: number): T => (text === null ? text : (text.slice(0, length) as T));

/** What the worker takes of a page: the rest of one that is too long stays unread. */
export function fit({ text, blocks, info }: PageDocument): PageDocument {
  return {
    text: text.slice(0, MAX_TEXT),
    blocks: blocks.filter((b) => b.end <= MAX_TEXT).map((b) => ({ start: b.start, end: b.end, role: b.role, header: cut(b.header, MAX_HEADER) })),
    info: {
      url: cut(info.url, MAX_NAME),
      title: cut(info.title, MAX_NAME),
      headline: cut(info.headline, MAX_NAME),
      site: cut(info.site, MAX_NAME),
      author: cut(info.author, MAX_NAME),
      date: cut(info.date, MAX_NAME),
      dateFrom: info.dateFrom,
      lang: cut(info.lang, MAX_NAME),
    },
  };
}
