// One claim against one question: can it be meant, as what relation, and how sure are we?
import type { Relation } from '../claim/match.ts';
import type { Candidate } from './candidates.ts';
import { compareActor } from './compare/actor.ts';
import { nearness } from './compare/amount.ts';
import { compareGroup } from './compare/group.ts';
import { compareMeasure, INDIRECT } from './compare/measure.ts';
import { isNamedOnly, partOf } from './compare/part.ts';
import { comparePeriod, isLong } from './compare/period.ts';
import { compareSide, isElsewhere } from './compare/side.ts';
import { isIncident, totality } from './compare/total.ts';
import type { Fit } from './compare/fit.ts';
import { evidenceOf } from './evidence.ts';
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
const PRIOR = -2.6;
/** A total of a long event must be shown to be one. */
const LONG_PRIOR = -2;

const TOLL_RISES = /\b(?:toll|dead|deaths?|number)\b.{0,40}\b(?:could|may|might|will|would|likely to|expected to|feared to) (?:\w+ )?(?:reach|top|exceed|rise|climb|surpass|pass|go|be)\b|\bin the end\b/;

/** Null: the question cannot be meant. */
export function judge(candidate: Candidate, view: ClaimView, page: PageView): Verdict | null {
  const { traits } = candidate;
  const { claim } = view;
  if (traits.exclude.some((x) => view.clauseText.includes(x))) return null;
  if (!traits.must.every((list) => list.some((x) => view.sentenceText.includes(x) || page.title.includes(x)))) return null;
  if (claim.kind === 'rate' || claim.kind === 'ordinal') return null;
  if (claim.kind === 'share' && traits.kind !== 'rate' && claim.low !== null) return null;
  if (claim.hypothetical && !TOLL_RISES.test(view.sentenceText)) return null;
  if (isElsewhere(view, traits, candidate.mentions)) return null;

  const long = isLong(traits, page.day);
  const near = nearness(view, traits, page.day);
  const measure = compareMeasure(view, traits);
  const group = measure.relation === 'no' ? measure : compareGroup(view, traits, near > 0.6);
  if (measure.relation === 'no' || group.relation === 'no') return null;
  const side = compareSide(view, traits, long);
  const period = comparePeriod(view, traits, page.day);
  const actor = compareActor(view, traits, page);
  const fits = [measure, group, side, period, actor];
  if (fits.some((f) => f.relation === 'no')) return null;

  const evidence = evidenceOf(candidate, view);
  const part = partOf(view);
  let narrower = fits.some((f) => f.relation === 'part') || part.subset || part.alone || (part.increment && traits.kind !== 'increment');
  const broader = fits.some((f) => f.relation === 'whole');

  let logit = PRIOR + evidence.weight + fits.reduce((sum, f) => sum + f.weight, 0);
  logit += near > 0 ? 1.2 * near : 0;
  if (claim.hypothetical) logit -= 0.8;

  if (long) {
    const total = totality(view) + (near > 0 ? 1.6 * near : 0.8 * near);
    if (part.increment && traits.kind !== 'increment') return null;
    if (narrower && isIncident(view)) return null;
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
