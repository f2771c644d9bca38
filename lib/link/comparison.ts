// One claim beside one question, trait by trait.
import type { Candidate } from './candidates.ts';
import { compareActor, HAND_NAMED } from './compare/actor.ts';
import { nearness } from './compare/amount.ts';
import { isCompared, isOfAnotherPair } from './compare/beside.ts';
import { SAME } from './compare/fit.ts';
import type { Fit } from './compare/fit.ts';
import { compareGroup } from './compare/group.ts';
import { isOfAnotherKind } from './compare/kind.ts';
import type { Part } from './compare/part.ts';
import { comparePeriod, isCountedBack } from './compare/period.ts';
import { compareSide, isOfUnknownSide } from './compare/side.ts';
import { valueOf } from './compare/siblings.ts';
import { isAtOneSite, isAtOnce, isSudden } from './event-time.ts';
import { CLAUSE, evidenceOf } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import type { Traits } from './link-index.ts';
import { mentionsIn } from './mention.ts';
import type { Case } from './reading.ts';
import type { Span } from './sentences.ts';
import type { Kept } from './sieve.ts';

export type Comparison = {
  given: Case;
  candidate: Candidate;
  /** The claim's number; 0: it has none. */
  value: number;
  /** How near it is to what is known (compare/amount.ts); 0 for a share. */
  near: number;
  /** What the claim's words make it a part of. */
  part: Part;
  period: Fit;
  actor: Fit;
  /** Of all traits, these two among them. */
  fits: Fit[];
  evidence: Evidence;
};

/** "10,000 are missing; the earlier number was 5,500": no word says of what, but so many are known to have been killed. */
const KNOWN = 0.9;

/** The clause has a storm's name, and it is none of this question's. */
const isAnotherStorm = (storms: readonly Span[], { mentions }: Candidate): boolean =>
  storms.length > 0 && !storms.some((s) => mentionsIn(mentions(), { start: s.start, end: s.end + 1 }).some((m) => m.end > s.end));

/** Words that set the question apart from its siblings: one of each list stands in the text. */
export const hasMarks = ({ must }: Traits, text: string): boolean => must.every((list) => list.some((x) => text.includes(x)));

/** Null where one of its traits, or what stands beside the claim, rules the question out. */
export function compareTraits({ candidate, measure }: Kept, given: Case): Comparison | null {
  const { view, reading, page } = given;
  const { traits } = candidate;
  const { claim } = view;
  const part = reading.part();
  if (reading.leftOut() || isOfAnotherPair(given, traits) || isCompared(given, candidate) || isOfAnotherKind(view, page, traits)) return null;
  if (isAnotherStorm(reading.storms(), candidate) || (isAtOneSite(traits) && reading.otherSite())) return null;
  const near = claim.kind === 'share' ? 0 : nearness(claim, traits, page.day);
  const carried = measure.relation === 'no';
  if (carried && near <= KNOWN) return null;
  const group = compareGroup(view, traits, near > 0.6, reading.breakdown);
  if (group.relation === 'no') return null;
  if (isOfUnknownSide(view, reading.sides(), traits)) return null;
  const side = compareSide(reading.sides(), candidate);
  const period = comparePeriod(reading.when(), traits, page.day);
  if (side.relation === 'no' || period.relation === 'no') return null;
  const evidence = evidenceOf(candidate, view);
  if (isSudden(traits) && evidence.strongTier > CLAUSE && reading.otherIncident()) return null;
  if (isAtOnce(traits) && isCountedBack(reading.daysEarlier(), traits, page.day)) return null;
  const actor = compareActor(reading.hands(), traits);
  // A share is asked for by a question of rates, of just these people, or by somebody's doing: "42 per cent of the Palestinians killed" is no share of civilians.
  if (claim.kind === 'share' && (traits.kind === 'rate' ? view.group !== traits.group : actor.weight < HAND_NAMED)) return null;
  return { given, candidate, value: valueOf(claim), near, part, period, actor, fits: [carried ? SAME : measure, group, side, period, actor], evidence };
}
