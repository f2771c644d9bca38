// One claim against one question: can it be meant, as what relation, and how sure are we?
import type { Relation } from '../claim/match.ts';
import type { Candidate } from './candidates.ts';
import { compareActor } from './compare/actor.ts';
import { nearness } from './compare/amount.ts';
import { compareGroup } from './compare/group.ts';
import { compareMeasure, INDIRECT } from './compare/measure.ts';
import { isNamedOnly, partOf } from './compare/part.ts';
import { comparePeriod } from './compare/period.ts';
import { compareSide, isElsewhere } from './compare/side.ts';
import { isIncident, totality } from './compare/total.ts';
import { isPartOfPlace, NATIONWIDE } from './compare/place.ts';
import type { Fit } from './compare/fit.ts';
import { evidenceOf, TITLE } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import type { ClaimView, PageView } from './view.ts';

export type Verdict = {
  candidate: Candidate;
  relation: Relation;
  /** Log-odds; the score shown is its logistic. */
  logit: number;
  evidence: Evidence;
  near: number;
  fits: Fit[];
};

/** Log-odds of a question before any evidence: most figures on news pages answer none. */
const PRIOR = -2.2;
/** A total of a long event must be shown to be one. */
const LONG_PRIOR = -1.4;

const TOLL_RISES = /\b(?:toll|dead|deaths?|number)\b.{0,40}\b(?:could|may|might|will|would|likely to|expected to|feared to) (?:\w+ )?(?:reach|top|exceed|rise|climb|surpass|pass|go|be)\b|\bin the end\b/;

/** Single incidents seldom kill a thousand: a large number speaks for a total, a small one for a day. */
function size(claim: ClaimView['claim']): number {
  const value = claim.low ?? claim.high ?? 0;
  if (value >= 1000) return 1.2;
  if (value >= 300) return 0.6;
  return value < 50 ? -0.6 : 0;
}

/** Weak names long after the event, or on a page without a date, may be of another time, unless a date says otherwise. */
function staleness(candidate: Candidate, evidence: Evidence, period: Fit, page: PageView, view: ClaimView, near: number): number {
  if (evidence.strongTier <= TITLE || period.weight > 0.3) return 0;
  const { to, from } = candidate.traits;
  if (page.day === null) return 0.6;
  const end = to ?? (from === null ? null : page.day);
  if (end === null) return 0;
  // A place and the very number that is known of it leave little doubt.
  const exact = near > 0.8 && (view.claim.low ?? 0) >= 100 ? 0.4 : 1;
  return exact * (page.day > end + 400 ? 1.8 : page.day > end + 60 ? 1 : 0);
}

/** Another group is counted in the same sentence. */
const isBreakdown = (view: ClaimView): boolean =>
  view.siblings.some((s) => s.claim.measure === view.claim.measure && s.claim.group !== view.claim.group && s.claim.group !== 'people');

/** Null: the question cannot be meant. */
export function judge(candidate: Candidate, view: ClaimView, page: PageView): Verdict | null {
  const { traits } = candidate;
  const { claim } = view;
  if (traits.exclude.some((x) => view.clauseText.includes(x))) return null;
  if (!traits.must.every((list) => list.some((x) => view.sentenceText.includes(x) || page.title.includes(x)))) return null;
  if (claim.kind === 'rate' || claim.kind === 'ordinal') return null;
  if (claim.kind === 'share' && traits.kind !== 'rate' && claim.low !== null) return null;
  if (claim.hypothetical && !TOLL_RISES.test(view.sentenceText)) return null;
  if (isElsewhere(view, traits, candidate.mentions, page)) return null;

  const { long } = traits;
  const near = nearness(view, traits, page.day);
  const measure = compareMeasure(view, traits);
  const group = measure.relation === 'no' ? measure : compareGroup(view, traits, near > 0.6, isBreakdown(view));
  if (measure.relation === 'no' || group.relation === 'no') return null;
  const side = compareSide(view, traits, page);
  const period = comparePeriod(view, traits, page.day);
  const actor = compareActor(view, traits, page);
  const fits = [measure, group, side, period, actor];
  if (fits.some((f) => f.relation === 'no')) return null;

  const evidence = evidenceOf(candidate, view);
  const part = partOf(view);
  const short = !long && traits.from !== null && (traits.to ?? traits.from) - traits.from <= 2;
  if (short && NATIONWIDE.test(view.clauseText)) return null;
  const somewhere = isPartOfPlace(view, traits, candidate.mentions, page);
  // "730 of them children" is all that a question about the children asks for.
  const exact = traits.group !== 'people' && claim.group === traits.group;
  const oneRaid = !long && !short && isIncident(view) && near < 0.5;
  const placed = traits.must.length > 0 && traits.must.every((list) => list.some((x) => view.clauseText.includes(x)));
  let narrower = fits.some((f) => f.relation === 'part') || (part.subset && !exact && !placed) || part.alone || (somewhere && near < 0.6) || oneRaid || (part.increment && traits.kind !== 'increment');
  const broader = fits.some((f) => f.relation === 'whole');

  let logit = PRIOR + evidence.weight + fits.reduce((sum, f) => sum + f.weight, 0);
  logit += near > 0 ? 1.2 * near : 0;
  if (claim.hypothetical) logit -= 0.8;
  logit -= staleness(candidate, evidence, period, page, view, near);

  // What sets a question apart from its siblings should stand by the number, not only somewhere in the headline.
  if (traits.must.length > 0) {
    if (placed) logit += 0.3;
    else logit -= traits.must.every((list) => list.some((x) => view.sentenceText.includes(x))) ? 0.5 : 1;
  }

  if (long) {
    const total = totality(view) + size(claim) + (near > 0 ? 1.6 * near : 0.3 * near);
    if (part.increment && traits.kind !== 'increment') return null;
    if ((narrower || somewhere) && isIncident(view)) return null;
    logit += LONG_PRIOR + Math.min(total, 3.5);
    if (narrower) logit += 0.4;
  } else if (near < -0.4 && !narrower) logit -= 0.7;

  // A part of a part: named victims of a longer list.
  if (isNamedOnly(view) && traits.kind !== 'partial-count' && near < 0.5) narrower = true;
  if (traits.measure === 'excess-deaths') logit += INDIRECT.test(view.sentenceText) ? 0.8 : -0.4;
  else if (traits.measure === 'killed' && INDIRECT.test(view.clauseText)) logit -= 1;

  const relation: Relation = narrower && broader ? 'overlaps' : narrower ? 'narrower' : broader ? 'broader' : 'same';
  return { candidate, relation, logit, evidence, near, fits };
}
