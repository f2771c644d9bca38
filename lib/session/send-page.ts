import type { ReadPage } from '../claim/document.ts';
import type { Answer } from '../messages/messages.ts';
import type { Lent } from './lent.ts';

/** What goes in one message: more would hold up the page that sends it. Ordinary pages have less of either. */
const LETTERS = 200_000;
const BLOCKS = 4_000;

/** `of`: a number that tells this reading from others. `part`: the rest of the page is still being read. */
export type Sending = { of: number; part: boolean };

/** Asks the worker what it knows of a page; a long one goes in pieces, each a task of its own. Null: reading is switched off here. */
export async function sendPage({ tellPatiently }: Lent, { text, blocks, head }: ReadPage, sending: Sending): Promise<Answer | null> {
  for (let n = 0; ; n++) {
    const piece = { text: text.slice(0, LETTERS), blocks: blocks.slice(0, BLOCKS) };
    text = text.slice(LETTERS);
    blocks = blocks.slice(BLOCKS);
    if (!text && !blocks[0]) return tellPatiently('lookup', { page: { ...piece, head }, n, ...sending });
    await tellPatiently('piece', { ...piece, n, ...sending });
  }
}
