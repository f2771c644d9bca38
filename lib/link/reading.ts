// What a claim's own words say, whatever the question: read once, used against every candidate.
import type { Claim } from '../claim/claim.ts';
import type { Relation } from '../claim/match.ts';
import { handsIn } from './compare/actor.ts';
import type { Hands } from './compare/actor.ts';
import { afterwardsIn, comparedIn, pairOf, wholeOf } from './compare/beside.ts';
import { isLeftOut } from './compare/left-out.ts';
import { harmIn, INDIRECT } from './compare/measure.ts';
import type { Harm } from './compare/measure.ts';
import { isNamedOnly, partOf } from './compare/part.ts';
import type { Part } from './compare/part.ts';
import { whenOf } from './compare/period.ts';
import type { When } from './compare/period.ts';
import { NATIONWIDE } from './compare/place.ts';
import { sidesOf } from './compare/sides.ts';
import type { Sides } from './compare/sides.ts';
import { spotsOf } from './compare/spots.ts';
import type { Spots } from './compare/spots.ts';
import { isIncident, isSinceStart, totality } from './compare/total.ts';
import { eachMatch } from './each-match.ts';
import { later } from './later.ts';
import { leadsTo } from './leads-to.ts';
import type { Way } from './leads-to.ts';
import { isLowerAt, isUpperAt } from './letters.ts';
import { spansWithin } from './sentences.ts';
import type { Span } from './sentences.ts';
import type { ClaimView, PageView } from './view.ts';

/** What is a function is read when a question that could be meant first asks: most figures are no question's, and need not be read so closely. */
export type Reading = {
  harm: Harm;
  sides: () => Sides;
  spots: () => Spots;
  hands: () => Hands;
  /** Actors and countries of the sentence, the one before and the headline. */
  spokenOf: () => { actors: number[]; countries: string[] };
  part: () => Part;
  /** Nobody counts them among those who were harmed. */
  leftOut: () => boolean;
  /** Which lists of words the clause has one of, and which the sentence or the headline has, as far as they were asked for. */
  said: Map<readonly string[], boolean>;
  told: Map<readonly string[], boolean>;
  when: () => When;
  /** The word by which the clause speaks of several attacks as one; null: it does not. */
  severalAttacks: () => string | null;
  /** Victims known by name, or given a grave, of a count that goes further. */
  namedOnly: () => boolean;
  /** Evidence that the number is a whole event's. */
  total: () => number;
  incident: () => boolean;
  nationwide: () => boolean;
  indirect: { clause(): boolean; sentence(): boolean };
  /** Deaths by violence are said to be meant. */
  violent: () => boolean;
  /** "Killed", not only "deaths" or "died". */
  killing: () => boolean;
  /** The next three are read of a hypothetical figure only. Modal words that still tell of what happened: "may have died", "the toll could reach 20,000". */
  stillReal: boolean;
  /** "May have killed": of the past, only not for certain. */
  perhaps: boolean;
  /** What would have happened, and did not. */
  counterfactual: boolean;
  /** Names of storms in the clause. */
  storms: () => Span[];
  /** One day is spoken of, of an event that may have more. */
  oneDay: () => boolean;
  /** So many days before the page's, or before a day that it tells of; null: the clause does not say how many. */
  daysEarlier: () => number | null;
  otherSite: () => boolean;
  /** Up to the number, of the last statement. */
  otherIncident: () => boolean;
  /** The words that name what something is compared with, where the figure is the other's: "the worst since the flood that killed 90". */
  compared: () => Span | null;
  /** What is told of a time that another event gives: "a year after the blast, a ferry sank". */
  afterwards: () => Span | null;
  /** The figure before it in the sentence that is told in one breath with this one: "25 dead and 90 hurt". */
  pair: () => Claim | null;
  /** The larger figure of the sentence that this one is a part of. */
  whole: () => Claim | null;
  /** So many a day, on average. */
  rate: boolean;
  /** Since its beginning, up to the page's day. */
  sinceStart: () => boolean;
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
/** "A similar raid in February": another one than that which is spoken of. */
const ANOTHER = /\b(?:(?:a|an|one) (?:similar|earlier|previous|separate|different|unrelated)|in another|the (?:previous|earlier)) /g;
const INCIDENT: Way = { word: /[\w'-]+ /y, noun: /(?:raid|attack|air ?strike|strike|bombing|shelling|massacre|shooting|ambush|crash|stampede|crush|explosion|blast|fire|earthquake|quake|flood|landslide|incident|tragedy)\b/y, most: 1 };
/** One day of several. */
const ONE_DAY = /\bthat (?:same |very )?day\b|\bon the (?:first|second|third|fourth|last|final) day\b|\bin the first (?:few )?hours?\b/;
/** "Killed three days earlier". */
const EARLIER = /\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|several|a few|an?) (day|week|month|year)s? (?:earlier|before|previously)\b/;
/** Looked for first. */
const BACK = /earlier|before|previously/;
const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const DAYS: Record<string, number> = { day: 1, week: 7, month: 30, year: 365 };
const SEVERAL_ATTACKS = /\b(?:air ?strikes|strikes|attacks|raids|bombings|shootings|killings|ambushes|massacres)\b/;
const VIOLENT = /\b(?:traumatic|trauma|violent(?:ly)?|violence|directly|by weapons)\b/;
const KILLING = /\b(?:kill|slain|slaughter|massacr|shot|murder)/;
const RATE = /\bon average\b|\b(?:per|each|every) (?:day|week|month|year|hour)\b|\b(?:people|deaths|bodies|civilians|dead|killed|dying|soldiers|children|murders|killings|homicides) a (?:day|week|month|year)\b|\bdaily\b|\bin a single (?:week|month)\b/;

/** The question an earlier figure of the page was given, or null: none. */
export type Answer = { question: number; events: readonly number[]; relation: Relation } | null;

/** A claim with all that is read of it, the event of the last figure that was linked (`near`: just before this one;
 * `inSentence`: in the same sentence; `total`: its number, where it is the question's own), and what became of all figures before it. */
export type Case = {
  view: ClaimView;
  reading: Reading;
  page: PageView;
  previous: { event: number; events: readonly number[]; question: number; measure: string; near: boolean; inSentence: boolean; total: number | null } | null;
  answers: ReadonlyMap<Claim, Answer>;
};

function spokenOf(view: ClaimView, page: PageView): ReturnType<Reading['spokenOf']> {
  const near = { start: view.previous?.start ?? view.sentence.start, end: view.sentence.end };
  return {
    actors: [...spansWithin(page.actors, near), ...page.titleActors].flatMap((a) => a.ids),
    countries: [...spansWithin(page.places, near), ...page.titlePlaces].map((p) => p.country),
  };
}

function stormsIn(clause: Span, original: string): Span[] {
  const out: Span[] = [];
  for (const m of eachMatch(original.slice(clause.start, clause.end), STORM)) {
    const start = clause.start + m.index;
    const end = start + m[0].length;
    if (end + 1 < clause.end && isUpperAt(original, end) && isLowerAt(original, end + 1)) out.push({ start, end: end + 1 });
  }
  return out;
}

function daysEarlierIn(clause: string): number | null {
  const [, many = '', unit = ''] = EARLIER.exec(clause) ?? [];
  const number = /\d/.test(many) ? Number(many) : NUMBERS.indexOf(many) + 2;
  // "A day earlier", "several weeks before".
  return number < 2 ? null : number * (DAYS[unit] ?? 0);
}

export function readingOf(view: ClaimView, page: PageView): Reading {
  const modal = view.claim.hypothetical;
  return {
    harm: harmIn(view),
    sides: later(() => sidesOf(view, page)),
    spots: later(() => spotsOf(view, page)),
    hands: later(() => handsIn(view, page)),
    spokenOf: later(() => spokenOf(view, page)),
    part: later(() => partOf(view)),
    leftOut: later(() => isLeftOut(view)),
    said: new Map(),
    told: new Map(),
    when: later(() => whenOf(view)),
    severalAttacks: later(() => SEVERAL_ATTACKS.exec(view.clauseText)?.[0] ?? null),
    namedOnly: later(() => isNamedOnly(view)),
    total: later(() => totality(view)),
    incident: later(() => isIncident(view)),
    nationwide: later(() => NATIONWIDE.test(view.clauseText)),
    indirect: { clause: later(() => INDIRECT.test(view.clauseText)), sentence: later(() => INDIRECT.test(view.sentenceText)) },
    violent: later(() => VIOLENT.test(view.clauseText)),
    killing: later(() => KILLING.test(`${view.clauseText} ${view.claim.text.toLowerCase()}`)),
    stillReal: modal && (TOLL_RISES.test(view.sentenceText) || PERHAPS.test(view.sentenceText)),
    counterfactual: modal && WOULD_HAVE.test(view.sentenceText) && (HAD_IT.test(view.sentenceText) || (IF.test(view.sentenceText) && HAD.test(view.sentenceText))),
    storms: later(() => stormsIn(view.clause, page.original)),
    otherSite: later(() => leadsTo(view.clauseText, OTHER, SITE) || leadsTo(view.before, OTHER, SITE)),
    oneDay: later(() => ONE_DAY.test(view.clauseText)),
    daysEarlier: later(() => (BACK.test(view.clauseText) ? daysEarlierIn(view.clauseText) : null)),
    otherIncident: later(() => leadsTo(view.before.slice(view.before.lastIndexOf(';') + 1), ANOTHER, INCIDENT)),
    compared: later(() => comparedIn(view)),
    afterwards: later(() => afterwardsIn(view)),
    pair: later(() => pairOf(view)),
    whole: later(() => wholeOf(view)),
    perhaps: modal && PERHAPS.test(view.clauseText),
    rate: RATE.test(view.clauseText),
    sinceStart: later(() => isSinceStart(view)),
    breakdown: view.siblings.some((s) => s.claim.measure === view.claim.measure && s.claim.group !== view.claim.group && s.claim.group !== 'people'),
  };
}
