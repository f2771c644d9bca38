import type { ReadPage } from '../claim/document.ts';
import { MAX_BLOCKS, MAX_DATA, MAX_HEADER, MAX_LIST, MAX_NAME, MAX_TEXT } from './limits.ts';

const cut = <T extends string | null>(text: T, length: number): T => (text === null ? text : (text.slice(0, length) as T));

/** Texts to the length of a name, and of lists so many. */
const short = (value: unknown): unknown => (typeof value === 'string' ? cut(value, MAX_NAME) : Array.isArray(value) ? value.slice(0, MAX_LIST).map(short) : value);

type Cut = Pick<ReadPage, 'text' | 'blocks'>;

/** Of a text that is too long, whole blocks: a figure that is cut would be another. */
export const fitText = ({ text, blocks }: Cut): Cut => ({
  text: text.slice(0, MAX_TEXT),
  blocks: blocks.filter((b) => b.end <= MAX_TEXT).slice(0, MAX_BLOCKS).map((b) => ({ start: b.start, end: b.end, role: b.role, header: cut(b.header, MAX_HEADER) })),
});

/** What is taken of a page: the rest of one that is too long stays unread. */
export function fit({ text, blocks, head }: ReadPage): ReadPage {
  return {
    ...fitText({ text, blocks }),
    head: {
      ...(Object.fromEntries(Object.entries(head).map(([key, value]) => [key, short(value)])) as ReadPage['head']),
      // Longer ones are product catalogues; one that is cut could not be understood.
      scripts: head.scripts.filter((script) => script.length <= MAX_DATA).slice(0, MAX_LIST),
    },
  };
}
