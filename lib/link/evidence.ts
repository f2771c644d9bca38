// How strongly the page says that a figure is about a question's event: names, weighed by how near they stand.
import type { Candidate, Mention, NameGroup } from './candidates.ts';
import type { ClaimView } from './view.ts';

/** Nearest first; the number is the place in TIER_WEIGHT. */
export const CLAUSE = 0;
export const SENTENCE = 1;
export const PREVIOUS = 2;
export const TITLE = 3;
export const PARAGRAPH = 4;
export const NEARBY = 5;
export const ABOVE = 6;
export const BELOW = 7;
const TIER_WEIGHT = [1, 0.9, 0.8, 0.75, 0.7, 0.55, 0.4, 0.25] as const;
export const TIER_WORDS = ['the clause', 'the sentence', 'the sentence before', 'the headline', 'the paragraph', 'the paragraphs around it', 'the page', 'the page'] as const;

/** A block that fills a screen is no paragraph: names count as near only within so many characters. */
const PARAGRAPH_REACH = 700;
const NEARBY_REACH = 1200;

const STRONG = 3;
/** By how many events use the name: one, two or three, more. */
const WEAK_NAME = [1.5, 1.2, 0.9] as const;
const WEAK_COUNTRY = 0.8;
const WEAK_WORD = 0.7;

/** However many names: beyond this they say the same thing again; and names further off never stand for near ones. */
const CLOSE_MAX = 4.5;
const FAR_MAX = 1.5;

export type Evidence = {
  /** Sum of the names' weights. */
  weight: number;
  /** Tier of the nearest name, and of the nearest strong one (Infinity: none). */
  tier: number;
  strongTier: number;
  /** Tier of the nearest name that is the event's own and no other's: strong, or weak and not shared (Infinity: none). */
  telling: number;
  /** Names that vouch, strongest first. */
  best: { mention: Mention; tier: number }[];
};

function tierOf({ start, end }: Mention, view: ClaimView): number {
  if (start < view.clause.end && end > view.clause.start) return CLAUSE;
  if (start < view.sentence.end && end > view.sentence.start) return SENTENCE;
  if (view.previous !== null && start >= view.previous.start && end <= view.previous.end) return PREVIOUS;
  const distance = start < view.claim.start ? view.claim.start - end : start - view.claim.end;
  if (start >= view.block.start && end <= view.block.end && distance < PARAGRAPH_REACH) return PARAGRAPH;
  if (distance < NEARBY_REACH) return NEARBY;
  return start < view.claim.start ? ABOVE : BELOW;
}

/** The place of a name that says most: the last before the figure, the first after it, or the headline. */
function nearest({ spans, headed }: NameGroup, view: ClaimView): { mention: Mention; tier: number } | null {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < view.claim.start) low = middle + 1;
    else high = middle;
  }
  let best = headed === null ? null : { mention: headed, tier: headed.inTitle && view.inTitle ? CLAUSE : TITLE };
  for (const mention of [spans[low - 1], spans[low]]) {
    if (mention === undefined) continue;
    const tier = tierOf(mention, view);
    if (best === null || tier < best.tier) best = { mention, tier };
  }
  return best;
}

export function evidenceOf(candidate: Candidate, view: ClaimView): Evidence {
  const found = candidate.names.map((group) => nearest(group, view)).filter((n) => n !== null);
  const unit = ({ mention, tier }: { mention: Mention; tier: number }): number =>
    (mention.strong ? STRONG : mention.bare ? WEAK_COUNTRY : mention.isName ? WEAK_NAME[mention.spread === 1 ? 0 : mention.spread < 4 ? 1 : 2] : WEAK_WORD) * (TIER_WEIGHT[tier] ?? 0);
  const best = found.toSorted((a, b) => unit(b) - unit(a));
  // Each further name adds less: ten names of a country are not ten proofs.
  let close = 0;
  let far = 0;
  best.forEach((b, i) => {
    const share = unit(b) / (1 + 0.5 * Math.max(0, i - 1));
    if (b.tier < NEARBY) close += share;
    else far += share;
  });
  return {
    weight: Math.min(close, CLOSE_MAX) + Math.min(far, FAR_MAX),
    tier: Math.min(...best.map((b) => b.tier)),
    strongTier: Math.min(Infinity, ...best.filter((b) => b.mention.strong).map((b) => b.tier)),
    telling: Math.min(Infinity, ...best.filter((b) => b.mention.strong || (b.mention.isName && b.mention.spread === 1)).map((b) => b.tier)),
    best,
  };
}
