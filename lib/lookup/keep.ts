// A page as it is now → saved claims: some of its figures, all of them, or the words that were selected.
import type { Claim } from '../claim/claim.ts';
import type { PageDocument } from '../claim/document.ts';
import { sentenceSpan } from '../link/sentences.ts';
import { idOfClaim, makeSaved, type Hash, type Span } from '../saved/saved.ts';
import type { SavedClaim } from '../saved/schema.ts';
import { besideOf } from './freeze.ts';
import type { Library } from './library.ts';
import { claimsOf, lookup, type Answer } from './lookup.ts';

/** A figure of the page as it was read before: its words, and where they stood. The page may have changed since. */
export type FigureAt = { text: string; start: number };

export type Wanted = { is: 'all' } | { is: 'figures'; figures: readonly FigureAt[] } | { is: 'passage'; span: Span };

export type KeptPage = { document: PageDocument; canonical: string | null };

/** `now` is ISO, UTC; `extension` the version that saves. */
export type KeepOptions = { now: string; extension: string; hash: Hash };

/** Empty when nothing of what is wanted is on the page any more. Throws DamagedStore. */
export async function keep(library: Library, { document, canonical }: KeptPage, wanted: Wanted, options: KeepOptions): Promise<SavedClaim[]> {
  const read = claimsOf(document);
  const own = wanted.is === 'passage' ? passageClaim(document, wanted.span, read) : null;
  const claims = own === null || read.includes(own) ? read : [own];
  const answer = await lookup(library, { document, claims }, () => Promise.resolve(false));
  const make = (claim: Claim | null, span: Span): Promise<SavedClaim> => makeSaved({ document, canonical, span, claim, ...matchOf(claim, answer, document), ...options }, options.hash);
  if (wanted.is === 'passage') return [await make(own, wanted.span)];
  const chosen = wanted.is === 'all' ? read : wanted.figures.flatMap((f) => nearest(read, f) ?? []);
  return Promise.all(chosen.map((claim) => make(claim, sentenceSpan(document, claim))));
}

/** Under which ids a page's figures would be kept, one per claim. */
export const idsOf = ({ document, canonical }: KeptPage, claims: readonly Claim[], hash: Hash): Promise<string[]> =>
  Promise.all(claims.map((claim) => idOfClaim({ document, canonical, span: sentenceSpan(document, claim), claim }, hash)));

/** Of the figures in the same words the one that stands where it stood, or nearest to it. */
function nearest(claims: readonly Claim[], { text, start }: FigureAt): Claim | null {
  const same = claims.filter((c) => c.text === text);
  return same.reduce<Claim | null>((best, c) => (best === null || Math.abs(c.start - start) < Math.abs(best.start - start) ? c : best), null);
}

/** The first figure that was read in the passage, else what the passage says read by itself; null: nothing. */
function passageClaim(document: PageDocument, span: Span, read: readonly Claim[]): Claim | null {
  const within = read.find((c) => c.start >= span.start && c.end <= span.end);
  if (within !== undefined) return within;
  const text = document.text.slice(span.start, span.end);
  const [alone] = claimsOf({ text, blocks: [{ start: 0, end: text.length, role: 'paragraph', header: null }], info: document.info });
  if (alone === undefined) return null;
  const block = document.blocks.findIndex((b) => b.start <= span.start && span.start < b.end);
  const number = { start: alone.number.start + span.start, end: alone.number.end + span.start };
  return { ...alone, start: alone.start + span.start, end: alone.end + span.start, number, block: Math.max(0, block) };
}

function matchOf(claim: Claim | null, { claims, matches, questions, sources, database }: Answer, { info }: PageDocument): Pick<Parameters<typeof makeSaved>[0], 'match' | 'beside'> {
  const match = claim === null ? null : (matches[claims.indexOf(claim)] ?? null);
  const question = match && questions[match.question];
  if (claim === null || !match || !question) return { match: null, beside: null };
  const figures = [claim.low, claim.high].filter((n) => n !== null);
  return { match, beside: besideOf(question, { sources, database, page: info.date, figures }) };
}
