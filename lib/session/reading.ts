// One reading of the page: what was found, and where it stands. Replaced as a whole when the page changes.
import type { Claim } from '../claim/claim.ts';
import type { PageInfo } from '../claim/document.ts';
import type { FoundCard } from '../lookup/cards.ts';
import type { Answer, Figure } from '../messages/messages.ts';
import type { PageText } from '../page/page.ts';

/** A claim with its name in this page; `card` null: nothing to set beside it, or put away by the reader. */
type Found = { mark: string; claim: Claim; range: Range; card: FoundCard | null };

/** `part`: of the part of the page that can be seen; the rest is still being read. */
export type Reading = { info: PageInfo | null; roles: Answer['roles']; found: readonly Found[]; marks: ReadonlyMap<string, Range>; part?: boolean };

export const NOTHING: Reading = { info: null, roles: [], found: [], marks: new Map() };

/** UTF-16 units before them by which the same words in two places are told apart: what comes after may not have been read yet. */
const CONTEXT = 80;

export function readingOf({ page: { text }, range }: PageText, { claims, cards, roles, info }: Answer, part: boolean): Reading {
  const names = new Map<string, number>();
  const found = claims.map((claim, i): Found => ({ mark: nameOf(text, claim, names), claim, range: range(claim.start, claim.end), card: cards[i] ?? null }));
  const marks = new Map(found.filter((f) => f.card !== null).map(({ mark, range }) => [mark, range]));
  return { info, roles, found, marks, part };
}

/** The same for the same figure in the same words when the page is read again: its card stays open. */
function nameOf(text: string, { start, end }: Claim, names: Map<string, number>): string {
  const around = text.slice(Math.max(0, start - CONTEXT), end);
  const nth = names.get(around) ?? 0;
  names.set(around, nth + 1);
  // Put together anew: as a part of the page's text it would hold the whole of it.
  return [around, nth].join('\n');
}

/** Without the cards the reader has put away: what they ask is not what the figure is about. */
export function without({ found, marks, ...rest }: Reading, away: ReadonlyMap<string, unknown>): Reading {
  return {
    ...rest,
    found: found.map((f) => (away.has(f.mark) ? { ...f, card: null } : f)),
    marks: new Map([...marks].filter(([mark]) => !away.has(mark))),
  };
}

/** For the popup's list. */
export const figuresOf = ({ found, roles }: Reading): Figure[] =>
  found.map(({ claim, card }, figure) => ({ figure, claim, role: roles[figure] ?? 'paragraph', counts: card?.counts || null }));
