// How strongly the page says that a figure is about a question's event: names, weighed by how near they stand.
import type { Candidate } from './candidates.ts';
import type { Mention, NameGroup } from './mention.ts';
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

const weightOf = (m: Mention): number => (m.strong ? STRONG : m.bare ? WEAK_COUNTRY : m.isName ? WEAK_NAME[m.spread === 1 ? 0 : m.spread < 4 ? 1 : 2] : WEAK_WORD);

export function evidenceOf(candidate: Candidate, view: ClaimView): Evidence {
  const best: (Evidence['best'][number] & { unit: number })[] = [];
  let tier = Infinity;
  let strongTier = Infinity;
  let telling = Infinity;
  for (const group of candidate.names()) {
    const found = nearest(group, view);
    if (found === null) continue;
    best.push({ ...found, unit: weightOf(found.mention) * (TIER_WEIGHT[found.tier] ?? 0) });
    tier = Math.min(tier, found.tier);
    if (found.mention.strong) strongTier = Math.min(strongTier, found.tier);
    if (found.mention.strong || (found.mention.isName && found.mention.spread === 1)) telling = Math.min(telling, found.tier);
  }
  best.sort((a, b) => b.unit - a.unit);
  // Each further name adds less: ten names of a country are not ten proofs.
  let close = 0;
  let far = 0;
  best.forEach((b, i) => {
    const share = b.unit / (1 + 0.5 * Math.max(0, i - 1));
    if (b.tier < NEARBY) close += share;
    else far += share;
  });
  return {
    weight: Math.min(close, CLOSE_MAX) + Math.min(far, FAR_MAX),
    tier,
    strongTier,
    telling,
    best,
  };
}
