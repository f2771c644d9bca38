import type { Claim } from '../../lib/claim/claim.ts';
import type { PageDocument } from '../../lib/claim/document.ts';
import { detect } from '../../lib/detect/detect.ts';
import type { Language } from '../../lib/detect/language.ts';

/** Longest stretch of work before the page gets its turn, ms: half a frame. */
const SLICE = 8;

/** The same paragraph holds the same claims: positions in it, so that a page that grows is not detected anew as a whole. */
export type Known = Map<string, readonly Claim[]>;

/** Null when `signal` was aborted meanwhile: the page is being read again. `known` is replaced by what this page holds. */
export async function claimsOf(document: PageDocument, { language, known, signal }: { language: Language; known: Known; signal: AbortSignal }): Promise<Claim[] | null> {
  const claims: Claim[] = [];
  const seen: Known = new Map();
  let since = performance.now();
  for (const [index, block] of document.blocks.entries()) {
    const text = document.text.slice(block.start, block.end);
    const key = `${block.header ?? ''}\n${text}`;
    const found = known.get(key) ?? detect({ text, blocks: [{ ...block, start: 0, end: text.length }] }, language);
    seen.set(key, found);
    for (const claim of found) claims.push(moved(claim, block.start, index));
    if (performance.now() - since > SLICE) {
      await new Promise((done) => setTimeout(done));
      if (signal.aborted) return null;
      since = performance.now();
    }
  }
  known.clear();
  for (const [key, found] of seen) known.set(key, found);
  return claims;
}

const moved = (claim: Claim, by: number, block: number): Claim => ({
  ...claim,
  start: claim.start + by,
  end: claim.end + by,
  number: { start: claim.number.start + by, end: claim.number.end + by },
  block,
});
