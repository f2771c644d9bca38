// How likely a question is that a claim can mean, in log-odds against none: decide.ts weighs one against the other.
import { valueOf } from './compare/siblings.ts';
import { hasMarks } from './comparison.ts';
import type { Comparison } from './comparison.ts';
import { freshness, isClosed, isLongOver } from './event-time.ts';
import { TITLE } from './evidence.ts';
import type { Traits } from './link-index.ts';
import type { Reading } from './reading.ts';

/** Log-odds of a question before any evidence: most figures on news pages answer none. */
const PRIOR = -1.9;
/** The figure before was about this event. */
const CONTINUED = 0.5;
const IN_SENTENCE = 1.25;
/** A campaign in another land is a party's: where nobody speaks of the party, it is not meant. */
const CAMPAIGN_UNSPOKEN = 1;
const REPEATED = 0.8;
const OF_LINKED = 1;

/** Single incidents seldom kill a thousand: a large number speaks for a total, a small one for a day. */
function size(value: number): number {
  if (value >= 1000) return 1.2;
  if (value >= 300) return 0.6;
  return value < 50 ? -0.6 : 0;
}

/** A total of a long event must be shown to be one; no name makes up for that. */
function asTotal(shown: number): number {
  if (shown >= 1.8) return 0.4;
  if (shown >= 1) return -0.3;
  return shown >= 0.3 ? -1.5 : -3;
}

/** Weak names long after the event, or on a page without a date, may be of another time, unless a date says otherwise. */
function staleness({ given: { view, page }, candidate: { traits }, evidence, period, near }: Comparison): number {
  if (evidence.strongTier <= TITLE || period.weight > 0.3) return 0;
  if (page.day === null) return 1;
  const end = traits.to ?? (traits.from === null ? null : page.day);
  if (end === null) return 0;
  // A place and the very number that is known of it leave little doubt.
  const exact = valueOf(view.claim) < 100 ? 1 : near > 0.95 ? 0.2 : near > 0.8 ? 0.4 : 1;
  return exact * (isLongOver(end, page.day) ? 1.8 : page.day > end + 60 ? 1 : 0);
}

const isOutsideCampaign = (traits: Traits): boolean =>
  traits.type === 'campaign' && traits.must.length === 0 && traits.hands.length > 0 && !traits.hands.some((h) => traits.countries.includes(h));

/** The party whose campaign it is stands in the sentence, in the one before, or in the headline. */
function isSpokenOf(traits: Traits, reading: Reading): boolean {
  const { actors, countries } = reading.spokenOf();
  return actors.some((id) => traits.actors.includes(id)) || countries.some((c) => traits.hands.includes(c));
}

/**
 * `ofLinked`: the claim counts some of the figure before, which this question was given. `asWhole`: a long event's total is asked for, and may be
 * meant. `placed`: what sets the question apart stands in the clause.
 */
export type Standing = { narrower: boolean; ofLinked: boolean; asWhole: boolean; placed: boolean };

export function weigh(compared: Comparison, { narrower, ofLinked, asWhole, placed }: Standing): number {
  const { given, candidate: { traits }, evidence, near, fits, value } = compared;
  const { view, reading, page, previous } = given;
  const { claim } = view;
  const { long } = traits;
  let logit = PRIOR + evidence.weight + fits.reduce((sum, f) => sum + f.weight, 0) + freshness(traits, page.day);
  if (near > 0) logit += 1.2 * near;
  if (claim.hypothetical) logit -= reading.perhaps ? 0.3 : 0.8;
  // A part of an event that only shared names speak of is more likely a part of another.
  if (narrower && evidence.telling === Infinity) logit -= 1.5;
  if (long && isClosed(traits, page.day) && reading.sinceStart()) logit -= 1;
  if (isOutsideCampaign(traits) && !isSpokenOf(traits, reading)) logit -= CAMPAIGN_UNSPOKEN;
  const continued = previous !== null && traits.events[0] === previous.event;
  if (continued) logit += previous.inSentence ? IN_SENTENCE : previous.near ? CONTINUED : CONTINUED / 2;
  // "The government stopped at 358", "and three people elsewhere": a number without a group goes on with the quantity before it.
  const bare = !view.groupStated || (previous?.inSentence === true && view.group === 'people');
  if (previous?.near === true && previous.question === traits.index && bare && claim.measure === previous.measure) logit += REPEATED;
  if (!continued || !previous.near) logit -= staleness(compared);
  // What sets a question apart from its siblings should stand by the number, not only somewhere in the headline.
  if (traits.must.length > 0) logit += placed ? (traits.kind === 'casualty' ? 0.3 : 1) : hasMarks(traits, view.sentenceText) ? -0.5 : -1;
  if (ofLinked) logit += OF_LINKED;
  else if (asWhole) {
    logit += asTotal(reading.total() + size(value) + (near > 0 ? 1.6 : 0.3) * near);
    if (narrower) logit += 0.4;
  } else if (near < -0.4 && !narrower && (near < -1 || freshness(traits, page.day) === 0)) logit += Math.min(-0.7, near);
  if (traits.measure === 'excess-deaths') logit += reading.violent() ? -1 : reading.indirect.sentence() ? 0.8 : !traits.violentTwin ? 0 : reading.killing() ? -1 : -0.4;
  else if (traits.measure === 'killed' && reading.indirect.clause()) logit -= 1;
  return logit;
}
