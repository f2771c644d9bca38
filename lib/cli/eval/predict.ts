// Our claims in the words of the labelled sets.
import type { Claim } from '../../claim/claim.ts';
import type { PredictedFigure } from './records.ts';

const QUALIFIER: Partial<Record<Claim['bound'], string>> = {
  exact: 'exact',
  'at-least': 'at_least',
  'more-than': 'at_least',
  'at-most': 'at_most',
  'less-than': 'at_most',
  about: 'about',
  nearly: 'about',
  range: 'range',
};

/** The sets' groups are coarser than ours; one that says nothing ("people") is no answer, not a wrong one. */
const GROUP: Partial<Record<Claim['group'], string>> = {
  civilians: 'civilian',
  children: 'civilian',
  women: 'civilian',
  journalists: 'civilian',
  'aid-workers': 'civilian',
  protesters: 'civilian',
  migrants: 'civilian',
  combatants: 'military',
  military: 'military',
  militants: 'military',
  police: 'police',
  officials: 'official',
};

/** Figures of people who came to harm: no denials, shares or rates, and nothing that has not happened. */
export const isCore = (claim: Claim): boolean => ['count', 'vague', 'ordinal'].includes(claim.kind) && !claim.hypothetical;

export function figureOf(claim: Claim): PredictedFigure {
  const qualifier = QUALIFIER[claim.bound];
  const victimGroup = GROUP[claim.group];
  return {
    low: claim.low,
    high: claim.high,
    unit: claim.measure,
    start: claim.start,
    end: claim.end,
    ...(qualifier && { qualifier }),
    ...(victimGroup && { victimGroup }),
  };
}
