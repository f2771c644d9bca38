import type { ReadPage } from '../claim/document.ts';
import { MAX_DATA, MAX_HEADER, MAX_LIST, MAX_NAME, MAX_TEXT } from './messages.ts';

const cut = <T extends string | null>(text: T, length: number): T => (text === null ? text : (text.slice(0, length) as T));
const few = (texts: readonly string[]): string[] => texts.slice(0, MAX_LIST).map((text) => cut(text, MAX_NAME));

/** What the worker takes of a page: the rest of one that is too long stays unread. */
export function fit({ text, blocks, head }: ReadPage): ReadPage {
  return {
    text: text.slice(0, MAX_TEXT),
    blocks: blocks.filter((b) => b.end <= MAX_TEXT).map((b) => ({ start: b.start, end: b.end, role: b.role, header: cut(b.header, MAX_HEADER) })),
    head: {
      address: cut(head.address, MAX_NAME),
      canonical: cut(head.canonical, MAX_NAME),
      title: cut(head.title, MAX_NAME),
      lang: cut(head.lang, MAX_NAME),
      meta: head.meta.slice(0, MAX_LIST).map(([name, value]) => [cut(name, MAX_NAME), cut(value, MAX_NAME)]),
      // Longer ones are product catalogues; one that is cut could not be understood.
      scripts: head.scripts.filter((script) => script.length <= MAX_DATA).slice(0, MAX_LIST),
      headings: few(head.headings),
      times: few(head.times),
      dated: few(head.dated),
    },
  };
}
