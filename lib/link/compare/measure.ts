// What happened to the people counted.
import type { Measure } from '../../claim/claim.ts';
import type { Traits } from '../link-index.ts';
import type { ClaimView } from '../view.ts';
import type { Fit } from './fit.ts';
import { NO, SAME } from './fit.ts';

const MISSING_TOO = /\b(?:dead|killed|died) (?:or|and) (?:missing|disappeared|vanished)\b|\b(?:killed|dead) or vanished\b|\bdead and missing\b/;
const BOTH = /\b(?:killed|dead|deaths?) (?:or|and|and\/or) (?:(?:badly|seriously|critically) )?(?:wounded|injured|hurt|maimed|injuries)\b|\bdeaths and injuries\b/;
/** Words of deaths that nobody's weapon caused. */
export const INDIRECT = /\b(?:indirect|excess|attributable|attributed to|starv|hunger|malnutrition|malnourish|famine|disease|lack of (?:care|medic)|eventually|aftermath)/;

/** Words for each harm; a figure whose clause has only those of another is about the other. */
const HARMS: readonly (readonly [Measure, RegExp])[] = [
  ['killed', /\b(?:kill|dead|death|died|dies|dying|toll|fatalit|lives|murder|massacr|slain|bodies|perish|drown|executed|lost|fallen|shot|losses|cost)/],
  ['displaced', /\b(?:refugees|displaced|fled|fleeing|homeless|uprooted|evacuat|forced from|driven from)/],
  ['missing', /\b(?:missing|unaccounted|disappear|vanished|lost contact)/],
  ['wounded', /\b(?:wound|injur|hurt|maimed)/],
];

/** The harm read at the number, unless the clause speaks of another only. */
function harmOf(view: ClaimView): Measure {
  const { measure } = view.claim;
  const words = HARMS.find(([m]) => m === measure)?.[1];
  const near = `${view.clauseText} ${view.claim.text.toLowerCase()}`;
  if (words === undefined || words.test(near)) return measure;
  const others = HARMS.filter(([, w]) => w.test(near));
  return others.length === 1 ? (others[0]?.[0] ?? measure) : measure;
}

export function compareMeasure(view: ClaimView, traits: Traits): Fit {
  const measure = harmOf(view);
  const asked = traits.measure;
  const near = `${view.claim.text.toLowerCase()} ${view.clauseText}`;
  const killed = measure === 'killed' || (view.claim.kind === 'share' && measure === 'casualties');
  if (asked === 'killed' || asked === 'excess-deaths') {
    if (killed && BOTH.test(near)) return { relation: 'whole', weight: 0, why: 'killed and wounded together' };
    if (killed && MISSING_TOO.test(near) && !/missing|disappeared/.test(traits.title.toLowerCase())) return { relation: 'whole', weight: 0, why: 'dead and missing together' };
    if (killed) return asked === 'killed' && /\bindirect\b/.test(view.clauseText) ? NO : SAME;
    if (measure === 'casualties') return { relation: 'whole', weight: -0.3, why: 'killed and wounded together' };
    // Counts of bodies and graves are read as another harm, or as none.
    if (measure === 'other' && /\b(?:bodies|body|corpses|remains|graves?|victims)\b/.test(near)) return traits.must.length > 0 || /bod(?:y|ies)|corpses/.test(near) ? SAME : NO;
    if (measure === 'missing' && traits.kind === 'partial-count') return SAME;
    return NO;
  }
  if (asked === 'casualties') {
    if (measure === 'casualties') return SAME;
    if (killed && BOTH.test(near)) return SAME;
    if (killed && /\b(?:lost|losses|eliminated|neutralis|neutraliz|put out of action|casualties)\b/.test(near)) return SAME;
    if (killed || measure === 'wounded') return { relation: 'part', weight: -0.2 };
    return NO;
  }
  if (asked === 'missing') {
    if (measure === 'missing') return SAME;
    return killed && /\b(?:still (?:be )?buried|buried (?:under|beneath|in)|rubble|disappeared)\b/.test(near) && !/\btoll\b/.test(near) ? SAME : NO;
  }
  if (asked === 'other') return measure === 'other' && traits.must.length > 0 ? SAME : NO;
  return asked === measure ? SAME : NO;
}
