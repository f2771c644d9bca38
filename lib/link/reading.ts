// What a claim's own words say, whatever the question: read once, used against every candidate.
import type { Part } from './compare/part.ts';
import { isNamedOnly, partOf } from './compare/part.ts';
import type { When } from './compare/period.ts';
import { whenOf } from './compare/period.ts';
import type { Hands } from './compare/actor.ts';
import { handsIn } from './compare/actor.ts';
import type { Harm } from './compare/measure.ts';
import { harmIn, INDIRECT } from './compare/measure.ts';
import type { Spots } from './compare/place.ts';
import { NATIONWIDE, spotsOf } from './compare/place.ts';
import type { Sides } from './compare/side.ts';
import { sidesOf } from './compare/side.ts';
import { isIncident, isSinceStart, totality } from './compare/total.ts';
import { leadsTo } from './leads-to.ts';
import type { Way } from './leads-to.ts';
import { isLowerAt, isUpperAt } from './letters.ts';
import { spansWithin } from './sentences.ts';
import type { Span } from './sentences.ts';
import type { ClaimView, PageView } from './view.ts';

export type Reading = {
  harm: Harm;
  sides: Sides;
  spots: Spots;
  hands: Hands;
  /** Actors and countries of the sentence, the one before and the headline. */
  spokenOf: { actors: number[]; countries: string[] };
  part: Part;
  /** Which lists of words the clause has one of, as far as they were asked for. */
  said: Map<readonly string[], boolean>;
  when: When;
  /** Victims known by name, of a count that goes further. */
  namedOnly: boolean;
  /** Evidence that the number is a whole event's. */
  total: number;
  incident: boolean;
  nationwide: boolean;
  indirect: { clause: boolean; sentence: boolean };
  /** Deaths by violence are said to be meant. */
  violent: boolean;
  /** "Killed", not only "deaths" or "died". */
  killing: boolean;
  /** The next three are read of a hypothetical figure only. Modal words that still tell of what happened: "may have died", "the toll could reach 20,000". */
  stillReal: boolean;
  /** "May have killed": of the past, only not for certain. */
  perhaps: boolean;
  /** What would have happened, and did not. */
  counterfactual: boolean;
  /** Names of storms in the clause. */
  storms: Span[];
  otherSite: boolean;
  /** So many a day, on average. */
  rate: boolean;
  /** Since its beginning, up to the page's day. */
  sinceStart: boolean;
  /** Another group is counted in the same sentence. */
  breakdown: boolean;
};

const TOLL_RISES =
  /\b(?:toll|dead|deaths?|number)\b.{0,40}\b(?:could|may|might|will|would|likely to|expected to|feared to) (?:\w+ )?(?:reach|top|exceed|rise|climb|surpass|pass|go|be)\b|\bin the end\b/;
const PERHAPS = /\b(?:may|might|could) (?:well |also )?have\b/;
/** "Could have killed thousands had it struck the city": it did not. */
const WOULD_HAVE = /\b(?:could|might|would) (?:\w+ )?have\b/;
const HAD_IT = /\bhad (?:it|they|he|she|this|that|there|not|the)\b/;
const IF = /\bif /;
const HAD = /\bhad /;
/** Storms go by their names: another's dead are not this one's. */
const STORM = /\b(?:Hurricane|Typhoon|Cyclone|Storm) /g;
/** "At another school": not the one spoken of. */
const OTHER = /\b(?:another|a second|a different|one other) /g;
const SITE: Way = { word: /[\w'-]+ /y, noun: /(?:school|mosque|hospital|church|market|camp|village|town|hotel|building|factory|prison|stadium)\b/y, most: 2 };
const VIOLENT = /\b(?:traumatic|trauma|violent(?:ly)?|violence|directly|by weapons)\b/;
const KILLING = /\b(?:kill|slain|slaughter|massacr|shot|murder)/;
const RATE = /\bon average\b|\b(?:per|each|every) (?:day|week|month|year|hour)\b|\b(?:people|deaths|bodies|civilians|dead|killed|dying|soldiers|children) a (?:day|week|month|year)\b|\bdaily\b|\bin a single (?:week|month)\b/;

function spokenOf(view: ClaimView, page: PageView): Reading['spokenOf'] {
  const near = { start: view.previous?.start ?? view.sentence.start, end: view.sentence.end };
  return {
    actors: [...spansWithin(page.actors, near), ...page.titleActors].flatMap((a) => a.ids),
    countries: [...spansWithin(page.places, near), ...page.titlePlaces].map((p) => p.country),
  };
}

function stormsIn(clause: Span, original: string): Span[] {
  const out: Span[] = [];
  for (const m of original.slice(clause.start, clause.end).matchAll(STORM)) {
    const start = clause.start + m.index;
    const end = start + m[0].length;
    if (end + 1 < clause.end && isUpperAt(original, end) && isLowerAt(original, end + 1)) out.push({ start, end: end + 1 });
  }
  return out;
}

export function readingOf(view: ClaimView, page: PageView): Reading {
  const modal = view.claim.hypothetical;
  return {
    harm: harmIn(view),
    sides: sidesOf(view, page),
    spots: spotsOf(view, page),
    hands: handsIn(view, page),
    spokenOf: spokenOf(view, page),
    part: partOf(view),
    said: new Map(),
    when: whenOf(view),
    namedOnly: isNamedOnly(view),
    total: totality(view),
    incident: isIncident(view),
    nationwide: NATIONWIDE.test(view.clauseText),
    indirect: { clause: INDIRECT.test(view.clauseText), sentence: INDIRECT.test(view.sentenceText) },
    violent: VIOLENT.test(view.clauseText),
    killing: KILLING.test(`${view.clauseText} ${view.claim.text.toLowerCase()}`),
    stillReal: modal && (TOLL_RISES.test(view.sentenceText) || PERHAPS.test(view.sentenceText)),
    counterfactual: modal && WOULD_HAVE.test(view.sentenceText) && (HAD_IT.test(view.sentenceText) || (IF.test(view.sentenceText) && HAD.test(view.sentenceText))),
    storms: stormsIn(view.clause, page.original),
    otherSite: leadsTo(view.clauseText, OTHER, SITE) || leadsTo(view.before, OTHER, SITE),
    perhaps: modal && PERHAPS.test(view.clauseText),
    rate: RATE.test(view.clauseText),
    sinceStart: isSinceStart(view),
    breakdown: view.siblings.some((s) => s.claim.measure === view.claim.measure && s.claim.group !== view.claim.group && s.claim.group !== 'people'),
  };
}
