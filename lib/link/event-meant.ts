// Whether a page means a question's event: by its names, its dates, and, where these are few, the number itself.
import { goesOnFromNothing, isEarlierCountOfNothing } from './compare/beside.ts';
import { isUnspoken } from './compare/kind.ts';
import { isToldOfAnotherTime } from './compare/period.ts';
import type { Comparison } from './comparison.ts';
import { yearOf } from './days.ts';
import { eachMatch } from './each-match.ts';
import { freshness, isAtOneSite, isAtOnce, isCurrent, isLongOver, isWithinDays } from './event-time.ts';
import { CLAUSE, NEARBY, PARAGRAPH, PREVIOUS, SENTENCE } from './evidence.ts';
import { fold } from './fold.ts';
import { continues } from './sieve.ts';

/** Where the page has too few names: a date that fits, or the very figure, vouches for the one there is. */
function isVouched({ candidate, given, evidence, period, near, value }: Comparison): boolean {
  if (candidate.named || continues(candidate.traits, given)) return true;
  const { view, page } = given;
  if (evidence.tier > SENTENCE) return false;
  if (candidate.telling) return period.weight > 0.3 || (near > 0.95 && value >= 100);
  if (candidate.local && near > 0.9 && value >= 100) return true;
  // Now countries alone. At the event's own time its known number, its beginning or its two sides speak for it.
  const current = isCurrent(candidate.traits, page.day);
  if (current && ((near > 0.9 && value >= 100) || (near > 0.7 && value >= 1000) || period.weight >= 1.2)) return true;
  const sides = new Set(view.places.filter((p) => candidate.traits.countries.includes(p.country)).map((p) => p.country));
  if (freshness(candidate.traits, page.day) > 0.5 && sides.size > 1 && near > 0.75) return true;
  return evidence.tier === CLAUSE && near > 0.9 && value >= (period.weight > 0.3 ? 1000 : 50_000);
}

/** A massacre or a raid that went on for days. */
const FEW_DAYS = 7;

/** Only names of places speak for the event, and nothing says that it is this one of all that happened there. */
function isOnlyThere({ candidate: { traits }, given: { page: { day } }, evidence, near: nearness, value }: Comparison): boolean {
  // A large number that is known to the letter speaks for its event as a name does; small ones agree by chance.
  if (nearness > 0.9 && value >= 1000) return false;
  const near = value < 100 ? 0 : nearness;
  if (evidence.strongTier <= NEARBY) return false;
  // One incident of a longer war, when it is no longer the news of the day.
  if (isWithinDays(traits, near > 0.5 ? 2 : FEW_DAYS) && traits.events.length > 1 && evidence.telling > NEARBY && freshness(traits, day) < 1) return true;
  // Long after its end an event that nobody names is not what a place name is about.
  const end = traits.to ?? traits.from;
  const forgotten = end !== null && (day === null || isLongOver(end, day));
  if (evidence.telling > PARAGRAPH && forgotten && (near <= 0 || !evidence.best.some((b) => b.mention.name >= 0 && !b.mention.city))) return true;
  // "All deaths" of a disaster are asked for where the disaster is spoken of.
  return evidence.strongTier === Infinity && traits.measure === 'excess-deaths' && near <= 0;
}

/** "Air strikes that have killed hundreds": no single one of them is spoken of, unless it goes by such a name itself. */
function isOfMany({ given, candidate: { traits }, evidence }: Comparison): boolean {
  const many = given.reading.severalAttacks();
  return many !== null && evidence.telling > SENTENCE && !traits.words.includes(many);
}

/** "The group has killed thousands": all that it ever did. */
const HAS_KILLED = /\b(?:has|have) (?:also |already |since )?(?:killed|murdered|massacred|claimed|caused)\b/;

const isOfAllDeeds = ({ given: { view }, evidence }: Comparison): boolean => view.claim.bound === 'vague' && evidence.strongTier > PREVIOUS && HAS_KILLED.test(view.clauseText);

const CAPITALISED = /\p{Lu}[\p{L}'’-]+/gu;

/** What the figure's own words give as its place is none of the question's, and the clause has no name of it. */
function isAtAnotherPlace({ given: { view, reading, page }, candidate: { traits, mentions }, evidence }: Comparison): boolean {
  const { claim, places } = view;
  if (claim.place === null || evidence.best.some((b) => b.tier === CLAUSE && b.mention.name >= 0) || reading.spots().unnamed) return false;
  const names = eachMatch(claim.place, CAPITALISED).map((m) => fold(m[0]));
  const own = (name: string): boolean => traits.words.includes(name) || mentions().some((m) => (m.inTitle ? page.title : page.folded).slice(m.start, m.end).includes(name));
  return names.length > 0 && !names.some(own) && !places.some((p) => p.kind === 'country' && traits.countries.includes(p.country));
}

const OF_YEAR = /(?<![\d,.-])((?:19|20)\d\d) (?:[\w'-]+ ){0,2}$/;
const YEAR_REACH = 30;

/** "The 2014 war in Gaza": what a headline names with a year is what went on that year. */
function isOfHeadlinesYear({ candidate: { traits }, given: { page }, evidence, period }: Comparison): boolean {
  if (evidence.strongTier <= SENTENCE || period.weight > 0 || page.title === '') return true;
  return !evidence.best.some(({ mention }) => {
    const year = mention.inTitle ? OF_YEAR.exec(page.title.slice(Math.max(0, mention.start - YEAR_REACH), mention.start))?.[1] : undefined;
    return year !== undefined && traits.from !== null && (Number(year) < yearOf(traits.from) || (traits.to !== null && Number(year) > yearOf(traits.to) + 1));
  });
}

/** False where nothing speaks for this event, or something for another. */
export function isEventMeant(compared: Comparison): boolean {
  const { given, candidate, evidence, near, value } = compared;
  const { reading, page } = given;
  const { traits } = candidate;
  if (isEarlierCountOfNothing(given)) return false;
  if (near <= 0 && value < 1000 && goesOnFromNothing(given, evidence.strongTier === CLAUSE || evidence.telling === CLAUSE)) return false;
  if (evidence.telling > SENTENCE && isToldOfAnotherTime(reading.when(), traits, page.day)) return false;
  if (!isVouched(compared) || isUnspoken(page, traits, evidence)) return false;
  if (isAtOnce(traits) && reading.nationwide()) return false;
  if (isAtOneSite(traits) && evidence.strongTier > SENTENCE && (isOfMany(compared) || isOfAllDeeds(compared) || isAtAnotherPlace(compared))) return false;
  return !isOnlyThere(compared) && isOfHeadlinesYear(compared);
}
