// What happened to the people counted.
import type { Measure } from '../../claim/claim.ts';
import type { Traits } from '../link-index.ts';
import type { ClaimView } from '../view.ts';
import type { Fit } from './fit.ts';
import { NO, SAME } from './fit.ts';

const MISSING_TOO = /\b(?:dead|killed|died) (?:or|and) (?:missing|disappeared|vanished)\b|\b(?:killed|dead) or vanished\b|\bdead and missing\b/;
const BOTH = /\b(?:killed|dead|deaths?) (?:or|and|and\/or) (?:(?:badly|seriously|critically) )?(?:wounded|injured|hurt|maimed|injuries)\b|\bdeaths and injuries\b|\b(?:killed|dead),? (?:wounded|injured),?(?: captured,?)? (?:or|and|and\/or) (?:missing|captured|otherwise)\b/;
const VICTIMS = /\bvictims?\b/;
const TREATED = /\b(?:receiving (?:medical )?treatment|being treated|(?:in|to) (?:the )?hospitals?|hospitali[sz]ed)\b/;
const WOUNDED = /\b(?:wound|injur|hurt|maim|casualt)/;
/** Words of deaths that nobody's weapon caused. */
export const INDIRECT = /\b(?:indirect|excess|attributable|attributed to|starv|hunger|malnutrition|malnourish|famine|disease|lack of (?:care|medic)|eventually|aftermath)/;

/** Words for each harm; a figure whose clause has only those of another is about the other. */
const HARMS: readonly (readonly [Measure, RegExp])[] = [
  ['killed', /\b(?:kill|dead(?!ly)|death|died|dies|dying|toll|fatalit|lives|murder|massacr|slain|bodies|perish|drown|executed|lost(?! (?:their|his|her|its) (?:homes?|houses|jobs|livelihoods))|fallen|shot|losses|cost)/],
  ['displaced', /\b(?:refugees|displac|flee|fled|fleeing|homeless|lost (?:their|his|her) (?:homes?|houses)|uprooted|evacuat|forced from|driven from)/],
  ['missing', /\b(?:missing|unaccounted|disappear|vanished|lost contact)/],
  ['wounded', /\b(?:wound|injur|hurt|maimed|crippled|disabled)/],
];

/** Rules by which a bare number takes over what the figure before it counted. */
const CARRIED = new Set(['rival-figure', 'earlier-sentence', 'toll']);

/** The harm read at the number, unless the clause speaks of another only. */
function harmOf(view: ClaimView): Measure {
  const { measure } = view.claim;
  const words = HARMS.find(([m]) => m === measure)?.[1];
  const near = `${view.clauseText} ${view.claim.text.toLowerCase()}`;
  if (words === undefined || words.test(near)) return measure;
  const others = HARMS.filter(([, w]) => w.test(near));
  return others.length === 1 ? (others[0]?.[0] ?? measure) : measure;
}

/** Of these, "victims" are not only the dead. */
const SURVIVED = new Set(['disaster', 'accident', 'epidemic']);

/** Which harm the claim counts, and with which others in the same number. What is a function is asked by few questions. */
export type Harm = { measure: Measure; killed: boolean; both: boolean; withMissing: boolean; missingApart: boolean; losses: () => boolean; bodies: () => boolean; remains: () => boolean; buried: () => boolean; indirect: boolean; unstated: boolean; victims: boolean };

export function harmIn(view: ClaimView): Harm {
  const read = harmOf(view);
  // "24 victims are still in hospital": not the dead.
  const measure = read === 'casualties' && VICTIMS.test(view.claim.text.toLowerCase()) && TREATED.test(view.clauseText) ? 'wounded' : read;
  const near = `${view.claim.text.toLowerCase()} ${view.clauseText}`;
  const casualties = measure === 'casualties';
  const counts = (other: Measure): boolean => view.siblings.some((s) => s.claim.measure === other);
  const withMissing = MISSING_TOO.test(near);
  return {
    measure,
    // Dead or missing, a share of "the casualties", and "victims" of whom none is said to be hurt, are counted among the dead.
    killed: measure === 'killed' || (casualties && (view.claim.kind === 'share' || withMissing || (VICTIMS.test(near) && !WOUNDED.test(near)))),
    // "Without saying who was killed or injured, it counts 900 killed and 3,000 hurt": the hurt have a number of their own.
    both: BOTH.test(near) && !counts('wounded'),
    victims: casualties && VICTIMS.test(near) && !HARMS.some(([, words]) => words.test(near)),
    withMissing,
    missingApart: !withMissing && counts('missing'),
    losses: () => /\b(?:lost|losses|eliminated|neutralis|neutraliz|put out of action|casualties)\b/.test(near),
    bodies: () => /bod(?:y|ies)|corpses/.test(near),
    remains: () => /\b(?:bodies|body|corpses|remains|graves?|victims)\b/.test(near),
    buried: () => /\b(?:still (?:be )?buried|buried (?:under|beneath|in)|rubble|disappeared)\b/.test(near) && !/\btoll\b/.test(near),
    indirect: /\bindirect\b/.test(view.clauseText),
    // No word of harm in its own clause: it was carried over from another, which may have gone on to the missing or the hurt.
    unstated: view.claim.rules.some((r) => CARRIED.has(r)) && !HARMS.some(([, words]) => words.test(near)),
  };
}

/** All that decides whether a harm is the one a question asks about: many questions of a page have it in common. */
export type Asked = { measure: Traits['measure']; survived: boolean; withMissing: boolean; marked: boolean; partial: boolean };

export const askedOf = ({ measure, type, withMissing, must, kind }: Traits): Asked => ({ measure, survived: SURVIVED.has(type), withMissing, marked: must.length > 0, partial: kind === 'partial-count' });

export function compareMeasure(harm: Harm, { measure: asked, survived, withMissing, marked, partial }: Asked): Fit {
  const { measure, killed } = harm;
  // A flood's or a quake's victims are also those who lost their homes.
  if (harm.victims && survived) return NO;
  if (asked === 'killed' || asked === 'excess-deaths') {
    if (killed && harm.both) return { relation: 'whole', weight: 0, why: 'killed and wounded together' };
    if (killed && harm.withMissing && !withMissing) return { relation: 'whole', weight: 0, why: 'dead and missing together' };
    // "15,000 dead and 30,000 missing": the first are the dead alone.
    if (killed && withMissing && harm.missingApart) return { relation: 'part', weight: -0.5, why: 'the dead alone' };
    if (killed) return asked === 'killed' && harm.indirect ? NO : SAME;
    if (measure === 'casualties' && !killed) return { relation: 'whole', weight: -0.3, why: 'killed and wounded together' };
    // Counts of bodies and graves are read as another harm, or as none.
    if (measure === 'other' && harm.remains()) return marked || harm.bodies() ? SAME : NO;
    if (measure === 'missing' && partial) return harm.buried() ? SAME : NO;
    return NO;
  }
  if (asked === 'casualties') {
    if (measure === 'casualties') return SAME;
    if (killed && (harm.both || harm.losses())) return SAME;
    if (killed || measure === 'wounded') return { relation: 'part', weight: -0.2 };
    return NO;
  }
  if (asked === 'missing') {
    if (measure === 'missing') return SAME;
    return killed && harm.buried() ? SAME : NO;
  }
  if (asked === 'other') return measure === 'other' && marked ? SAME : NO;
  return asked === measure ? SAME : NO;
}
