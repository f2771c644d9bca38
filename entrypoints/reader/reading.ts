// One reading of the page: what was found, and where it stands. Replaced as a whole when the page changes.
import type { CardContent } from '../../lib/claim/card-content.ts';
import type { Claim } from '../../lib/claim/claim.ts';
import { cardView } from '../../lib/card/rows.ts';
import type { Words } from '../../lib/card/words.ts';
import type { Answer } from '../../lib/lookup/lookup.ts';
import type { Figure } from '../../lib/messages/messages.ts';
import type { PageText } from '../../lib/page/page.ts';

/** A claim with its name in this page; `content` null: nothing to set beside it, or put away by the reader. */
type Found = { mark: string; claim: Claim; content: CardContent | null };

export type Reading = { lang: string | null; found: readonly Found[]; marks: ReadonlyMap<string, Range> };

export const NOTHING: Reading = { lang: null, found: [], marks: new Map() };

/** UTF-16 units on either side by which the same words in two places are told apart. */
const CONTEXT = 40;

/** `claims` are those the answer is about. */
export function readingOf(page: PageText, claims: readonly Claim[], answer: Answer): Reading {
  const { document } = page;
  const names = new Map<string, number>();
  const marks = new Map<string, Range>();
  const found = claims.map((claim, i): Found => {
    const match = answer.matches[i] ?? null;
    const question = match && answer.questions[match.question];
    const mark = nameOf(document.text, claim, names);
    if (!match || !question) return { mark, claim, content: null };
    marks.set(mark, page.range(claim.start, claim.end));
    return { mark, claim, content: { claim, match, page: document.info, question, sources: answer.sources, database: answer.database } };
  });
  return { lang: document.info.lang, found, marks };
}

/** The same for the same figure in the same words when the page is read again: its card stays open. */
function nameOf(text: string, { start, end }: Claim, names: Map<string, number>): string {
  const around = text.slice(Math.max(0, start - CONTEXT), end + CONTEXT);
  const nth = names.get(around) ?? 0;
  names.set(around, nth + 1);
  return `${around}\n${nth}`;
}

/** Without one figure's card: the reader has said that its question is not what the figure is about. */
export function without({ lang, found, marks }: Reading, away: ReadonlySet<string>): Reading {
  return {
    lang,
    found: found.map((f) => (away.has(f.mark) ? { mark: f.mark, claim: f.claim, content: null } : f)),
    marks: new Map([...marks].filter(([mark]) => !away.has(mark))),
  };
}

/** For the popup's list. `roles` are those of the document's blocks. */
export function figuresOf({ found }: Reading, roles: readonly Figure['role'][], words: Words, now: Date): Figure[] {
  return found.map(({ claim, content }, figure) => ({
    figure,
    claim,
    role: roles[claim.block] ?? 'paragraph',
    counts: content && countsOf(content, words, now),
  }));
}

/** As its heading counts them: no repeats, nothing that was taken back. */
function countsOf(content: CardContent, words: Words, now: Date): number {
  const rows = cardView(content, { words, now }).plot?.groups.flatMap((g) => g.rows) ?? [];
  return rows.filter((r) => !r.tied && r.gone === null).length;
}
