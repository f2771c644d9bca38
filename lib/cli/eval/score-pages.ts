// Mentions on whole pages: a claim is right when it overlaps the labelled number and has its unit; strictly, when its ends
// are right too. Denials, shares, rates, other harm and what has not happened are neither asked nor punished.
import type { Claim } from '../../claim/claim.ts';
import { overlap, rates, type Rates } from './records.ts';

type PageMention = {
  quote: string;
  number_text: string;
  start: number;
  end: number;
  q_start?: number;
  low: number | null;
  high: number | null;
  qualifier?: string;
  kind: string;
  unit: string;
  region?: string;
  hypothetical?: boolean;
  incr?: boolean;
};
export type PageGold = { slug: string; title: string | null; url: string | null; split?: string; mentions: PageMention[] };

type PageClaim = Pick<Claim, 'start' | 'end' | 'text' | 'low' | 'high' | 'kind' | 'measure' | 'hypothetical' | 'increment'>;
export type PageScore = { mention: Rates; strict: Rates; increment: { right: number; of: number }; errors: string[] };

const KINDS = new Set(['count', 'vague', 'ordinal']);
const UNITS = new Set(['killed', 'wounded', 'missing', 'displaced', 'casualties', 'detained']);
const isCore = (of: { kind: string; unit: string; hypothetical?: boolean }): boolean => KINDS.has(of.kind) && UNITS.has(of.unit) && of.hypothetical !== true;

/** Over several pages at once: `claims` are those of the page's labelled text, by slug. */
export function scorePages(pages: readonly PageGold[], claims: ReadonlyMap<string, readonly PageClaim[]>): PageScore {
  const [mention, strict] = [{ tp: 0, fp: 0, fn: 0 }, { tp: 0, fp: 0, fn: 0 }];
  const increment = { right: 0, of: 0 };
  const errors: string[] = [];
  for (const page of pages) {
    const own = claims.get(page.slug) ?? [];
    const used = new Set<PageClaim>();
    for (const gold of page.mentions.filter(isCore)) {
      const on = own.filter((c) => !used.has(c) && c.measure === gold.unit && overlap(c.start, c.end, gold.start, gold.end));
      const hit = on.find((c) => c.low === gold.low && c.high === gold.high) ?? on[0];
      if (!hit) {
        mention.fn++;
        strict.fn++;
        const other = own.find((c) => overlap(c.start, c.end, gold.start, gold.end));
        errors.push(`missed ${page.slug.slice(0, 24)} ${gold.unit} ${gold.number_text}: ${gold.quote}${other ? ` — read as ${other.measure}` : ''}`);
        continue;
      }
      used.add(hit);
      mention.tp++;
      if (gold.incr) {
        increment.of++;
        if (hit.increment) increment.right++;
      }
      if (hit.low === gold.low && hit.high === gold.high) strict.tp++;
      else {
        // Both a wrong figure and a missing one.
        strict.fp++;
        strict.fn++;
        errors.push(`ends ${page.slug.slice(0, 24)} ${hit.low}–${hit.high} for ${gold.low}–${gold.high}: ${gold.quote}`);
      }
    }
    for (const c of own) {
      if (used.has(c) || !isCore({ kind: c.kind, unit: c.measure, hypothetical: c.hypothetical })) continue;
      // On a labelled figure of a kind that is not scored, it is not a false one.
      if (page.mentions.some((g) => !isCore(g) && overlap(c.start, c.end, g.start, g.end))) continue;
      mention.fp++;
      strict.fp++;
      errors.push(`extra ${page.slug.slice(0, 24)} ${c.measure} ${c.low}–${c.high}: ${c.text}`);
    }
  }
  return { mention: rates(mention), strict: rates(strict), increment, errors };
}
