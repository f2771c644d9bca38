// When: the days the claim speaks of beside the question's own.
import { dayOf, yearOf } from '../days.ts';
import type { Traits } from '../link-index.ts';
import type { TimeCue } from '../time-cues.ts';
import type { ClaimView, Cues } from '../view.ts';
import { breathEnd } from './beside.ts';
import type { Fit } from './fit.ts';
import { NO, SAME } from './fit.ts';

/** "Since August 2014" and "since the summer" are one beginning. */
const BEGIN_SLACK = 45;
/** Days by which reports misdate a single event. */
const EVENT_SLACK = 4;
/** "On Thursday" in copy that was written over: this week's or the last. */
const WEEK = 7;
/** "From 2010 to 2020" holds too much to speak for a short event in it. */
const YEARS = 800;
/** Evidence of a date that stands in the sentence before. */
const TOLD_BEFORE = 0.6;
/** A stretch that lies so far before an event's beginning is not its own. */
const BEFORE = 0.4;
/** A count that covers this share of the time so far covers it. */
const COVERS = 0.6;

/** A date without a year means the question's own, where its day or month is the question's. */
function meansOwn(cue: TimeCue, traits: Traits): boolean {
  if (cue.yearless === null || traits.from === null) return false;
  const year = yearOf(traits.from);
  const on = dayOf(year, cue.yearless.month, cue.yearless.day ?? 1);
  const end = traits.to ?? traits.from;
  // Any month lies within an event of years: only its first is its own.
  return cue.yearless.day === null
    ? on <= (traits.long ? traits.from : end) && dayOf(year, cue.yearless.month + 1, 1) > traits.from
    : Math.min(Math.abs(on - traits.from), Math.abs(on - end)) <= EVENT_SLACK;
}

function fitOf(cue: TimeCue, traits: Traits, day: number | null): Fit {
  const from = traits.from;
  if (from === null) return SAME;
  if (meansOwn(cue, traits)) return { relation: 'same', weight: cue.kind === 'since' ? 1.5 : 0.8, why: 'the dates named fit' };
  if (cue.kind === 'until' && traits.long && traits.to !== null && cue.to !== null && cue.to > traits.to + 400) return { relation: 'whole', weight: -0.8, why: 'a longer time' };
  if (cue.kind === 'until') return cue.to !== null && cue.to < from - EVENT_SLACK ? NO : { relation: 'same', weight: 0.3 };
  if (cue.from === null) return cue.brief && traits.long ? { relation: 'part', weight: -0.5, why: 'part of the time' } : SAME;
  const end = traits.to ?? day ?? from + 3650;
  const long = traits.long;
  if (cue.kind === 'since') {
    const slack = cue.year ? 366 : long ? BEGIN_SLACK : EVENT_SLACK;
    const begins = cue.year ? Math.abs(yearOf(cue.from) - yearOf(from)) === 0 : Math.abs(cue.from - from) <= slack;
    if (begins) return { relation: 'same', weight: 1.5, why: 'the dates named fit' };
    if (cue.from > end + EVENT_SLACK) return NO;
    if (cue.from > from) return long && (end - cue.from) / (end - from) > 0.9 ? SAME : { relation: 'part', weight: -0.2, why: 'part of the time' };
    return (end - from) / (Math.max(end, day ?? end) - cue.from) > COVERS ? SAME : long ? { relation: 'whole', weight: -0.8, why: 'a longer time' } : NO;
  }
  const to = cue.to ?? cue.from;
  const slack = cue.weekday ? WEEK : cue.year ? 0 : EVENT_SLACK;
  if (to < from - slack || cue.from > end + slack) return NO;
  if (!long) {
    // Any stretch that holds a short event is its own; a day within an event of weeks is part of it.
    if (to - cue.from > YEARS) return SAME;
    // "This month" is the time of all the news beside the event's.
    if (to === day && to - cue.from > WEEK) return { relation: 'same', weight: 0.2 };
    if (cue.from <= from + slack && to >= from - slack) return { relation: 'same', weight: cue.year ? 0.5 : 0.7, why: 'the dates named fit' };
    return end - from > 10 && to - cue.from < 3 ? { relation: 'part', weight: 0, why: 'part of the time' } : SAME;
  }
  // "In 2023", of what began that October and went on: as much of another time.
  if (cue.from < from - BEGIN_SLACK && to < end - BEGIN_SLACK && from - cue.from > (to - cue.from) * BEFORE) return { relation: 'whole', weight: -0.8, why: 'a longer time' };
  // "In 2017", of what began and ended that year.
  if (cue.year && yearOf(cue.from) === yearOf(to) && cue.from <= from && to >= end) return { relation: 'same', weight: 0.4, why: 'the dates named fit' };
  if (cue.from < from - BEGIN_SLACK && to > end + BEGIN_SLACK && to - cue.from > 2 * (end - from)) return { relation: 'whole', weight: -0.8, why: 'a longer time' };
  const until = Math.min(end, day ?? end);
  const shared = Math.min(to, until) - Math.max(cue.from, from);
  const share = shared / Math.max(1, until - from);
  if (cue.year && cue.from >= from - 366 && Math.abs(yearOf(cue.from) - yearOf(from)) === 0 && yearOf(to) === yearOf(cue.from) && until - from > 500) return { relation: 'part', weight: -0.1, why: 'part of the time' };
  // "In the first half of 2018", of that year: a part by its own words, however much of the year is over.
  if (cue.yearPart && (cue.from > from + BEGIN_SLACK || (traits.to !== null && to < traits.to - BEGIN_SLACK))) return { relation: 'part', weight: -0.1, why: 'part of the time' };
  if (share >= COVERS) return { relation: 'same', weight: 1.2, why: 'the dates named fit' };
  return { relation: 'part', weight: -0.1, why: 'part of the time' };
}

/** The dates that can be the figure's own, whatever the question. `own`: its clause has some; `told`: those of the sentence before. */
export type When = { own: boolean; cues: TimeCue[]; told: TimeCue[] };

/** "On Thursday, as Lebanon marked two years since the blast that killed 215": the day is the anniversary's. */
const ANNIVERSARY = /\banniversary\b|\b(?:years?|decades?|century) (?:since|after)\b/;

/** "Revised down to 25,000 in October": up to the number; the day is that of the count. */
const REVISED = /\b(?:revised|lowered|raised|cut|updated|reduced|corrected)(?: (?:down|up|downwards?|upwards?))? to (?:(?:at least|about|some|around|nearly|more than|over) )*$/;

/** Its characters at most. */
const REVISED_REACH = 60;

export function whenOf(view: ClaimView): When {
  const { sentence, clause, earlier } = withoutAnniversary(view);
  const end = breathEnd(view);
  const revised = REVISED.test(view.before.slice(-REVISED_REACH));
  const own = (end > view.clause.end ? sentence.filter((c) => c.start >= view.clause.start && c.start < end) : clause).filter((c) => !c.said && !(revised && c.start > view.claim.end));
  // Another figure's date is its own: "900 died this month, and the toll has reached 57,000".
  const firstFigure = Math.min(view.claim.start, ...view.siblings.map((s) => s.claim.start));
  const cues = own.length > 0 ? own : sentence.filter((c) => !c.said && (c.start < firstFigure || (c.kind === 'since' && view.siblings.length === 0)));
  return { own: own.length > 0, cues, told: earlier.filter((c) => !c.said && c.kind === 'span') };
}

function withoutAnniversary(view: ClaimView): Cues {
  const cues = view.cues();
  if (!ANNIVERSARY.test(view.before)) return cues;
  const isOfEvent = (c: TimeCue): boolean => !(c.brief && c.kind === 'span' && (c.yearless !== null || c.weekday) && c.end <= view.claim.start && ANNIVERSARY.test(view.before.slice(Math.max(0, c.end - view.sentence.start))));
  return { ...cues, sentence: cues.sentence.filter(isOfEvent), clause: cues.clause.filter(isOfEvent) };
}

/** The sentence before, and no word of this one, dates it: to another time. */
export const isToldOfAnotherTime = ({ cues, told }: When, traits: Traits, day: number | null): boolean =>
  !traits.long && cues.length === 0 && told.length > 0 && told.every((c) => c.yearless === null && !c.weekday && c.from !== null && fitOf(c, traits, day).relation === 'no');

/** Days by which "three weeks earlier" may be off, for each of its own. */
const ABOUT = 0.2;

/** "About 10 were killed three days earlier": counted back from the page's day, that is not when it happened. */
export function isCountedBack(daysEarlier: number | null, { from }: Traits, day: number | null): boolean {
  return daysEarlier !== null && from !== null && day !== null && Math.abs(day - daysEarlier - from) > EVENT_SLACK + daysEarlier * ABOUT;
}

/**
 * All cues of the clause together, or, where it has none, of its sentence. A cue that contradicts the question's period
 * rejects it; days on which somebody spoke do not count.
 */
export function comparePeriod({ own, cues, told }: When, traits: Traits, day: number | null): Fit {
  if (cues.length === 0) {
    if (traits.long) return SAME;
    // "On 26 December the sea rose. … 150,000 died."
    const fits = told.some((c) => ((f) => f.relation === 'same' && f.weight > 0.4)(fitOf(c, traits, day)));
    return fits ? { relation: 'same', weight: TOLD_BEFORE, why: 'the dates named fit' } : SAME;
  }
  let contradicted = false;
  let worst: Fit = SAME;
  let weight = 0;
  for (const cue of cues) {
    const fit = fitOf(cue, traits, day);
    if (fit.relation === 'no') {
      // "the deadliest since 2002", "in retaliation for the attack of 7 October": another thing's date, but only far from the number.
      if (own) return NO;
      if (cues.some((c) => c === cue && c.yearless === null)) contradicted = true;
      continue;
    }
    if (fit.relation === 'same' && fit.weight > 0) weight = Math.max(weight, fit.weight);
    else if (fit.relation !== 'same' && worst.relation === 'same') worst = fit;
  }
  // The sentence's own date, set before the number, is another event's, and nothing in it is this one's.
  if (contradicted && weight === 0 && !traits.long) return NO;
  if (weight >= 1.2 && worst.relation !== 'same') return { relation: 'same', weight: weight - 0.4, why: 'the dates named fit' };
  return worst.relation === 'same' ? { relation: 'same', weight, ...(weight > 0 ? { why: 'the dates named fit' } : {}) } : worst;
}
