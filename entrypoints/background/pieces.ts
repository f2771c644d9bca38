// A page that is too long for one message, put together from its pieces.
import type { ReadPage } from '../../lib/claim/document.ts';
import { lies, type PageSender } from '../../lib/messages/check.ts';
import { fitText } from '../../lib/messages/fit.ts';
import type { FromPage, Piece } from '../../lib/messages/messages.ts';

type Held = { document: string | null; of: number; n: number; text: string; blocks: ReadPage['blocks'] };

/** By tab; those of a page that was left on the way are forgotten with the worker, or when so many others have come. */
const held = new Map<number, Held>();
const TABS = 4;

type From = Pick<PageSender, 'tab' | 'document'>;

/** Those that come before the `n`th; throws when they are not here: the worker was killed between them, or another reading has begun. */
function before({ tab, document }: From, { of, n }: Pick<Piece, 'of' | 'n'>): Held {
  const there = n === 0 ? { document, of, n, text: '', blocks: [] } : held.get(tab);
  if (there?.document !== document || there.of !== of || there.n !== n) throw new Error('a piece of the page is missing');
  return there;
}

const joined = (there: Held, { text, blocks }: Pick<Piece, 'text' | 'blocks'>): Pick<ReadPage, 'text' | 'blocks'> => fitText({ text: there.text + text, blocks: [...there.blocks, ...blocks] });

export function hold(from: From, piece: Piece): null {
  const there = before(from, piece);
  const next = { ...there, ...joined(there, piece), n: piece.n + 1 };
  held.delete(from.tab);
  held.set(from.tab, next);
  for (const tab of [...held.keys()].slice(0, -TABS)) held.delete(tab);
  return null;
}

/** The page whose last piece this is. */
export function putTogether(from: From, last: Pick<FromPage['lookup']['body'], 'page' | 'of' | 'n'>): ReadPage {
  if (last.n === 0) return last.page;
  const page = { ...last.page, ...joined(before(from, last), last.page) };
  if (!lies(page)) throw new Error('the pieces of the page are not of one page');
  return page;
}
