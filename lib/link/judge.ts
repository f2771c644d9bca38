// One claim against one question: can it be meant, as what relation, and how sure are we?
import type { Claim } from '../claim/claim.ts';
import type { Relation } from '../claim/match.ts';
import type { Candidate } from './candidates.ts';
import { compareActor, HAND_NAMED, OWNED_UP } from './compare/actor.ts';
import { nearness } from './compare/amount.ts';
import { SAME } from './compare/fit.ts';
import type { Fit } from './compare/fit.ts';
import { earlierWhole, goesOnFromNothing, isCompared, isDwarfed, isOfAnotherPair, isOneOfParts } from './compare/beside.ts';
import { compareGroup } from './compare/group.ts';
import { isOfAnotherKind, isUnspoken } from './compare/kind.ts';
import { comparePeriod, isToldOfAnotherTime } from './compare/period.ts';
import { isOfOnePlace, isPartOfPlace } from './compare/place.ts';
import { compareSide } from './compare/side.ts';
import { freshness, isAtOneSite, isAtOnce, isClosed, isCurrent, isSudden, isWithinDays } from './event-time.ts';
import { CLAUSE, evidenceOf, NEARBY, PARAGRAPH, SENTENCE, TITLE } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { eachMatch } from './each-match.ts';
import { fold } from './fold.ts';
import type { Traits } from './link-index.ts';
import { mentionsIn } from './mention.ts';
import type { Case, Reading } from './reading.ts';
import { continues } from './sieve.ts';
import type { Kept } from './sieve.ts';
import type { Span } from './sentences.ts';
import type { ClaimView } from './view.ts';

export type Verdict = {
  candidate: Candidate;
  relation: Relation;
  /** Log-odds against none; decide.ts weighs them against each other. */
  logit: number;
  evidence: Evidence;
  near: number;
  /** Evidence for the hand that did it. */
  actor: number;
  /** What sets the question apart from its siblings stands by the number. */
  placed: boolean;
  fits: Fit[];
};

/** Log-odds of a question before any evidence: most figures on news pages answer none. */
const PRIOR = -1.9;
/** The figure before was about this event. */
const CONTINUED = 0.5;
const IN_SENTENCE = 1.25;
/** A campaign in another land is a party's: where nobody speaks of the party, it is not meant. */
const CAMPAIGN_UNSPOKEN = 1;
const REPEATED = 0.8;
/** "10,000 are missing; the earlier number was 5,500": no word says of what, but so many are known to have been killed. */
const KNOWN = 0.9;
const OF_LINKED = 1;

/** Single incidents seldom kill a thousand: a large number speaks for a total, a small one for a day. */
function size(claim: ClaimView['claim']): number {
  const value = claim.low ?? claim.high ?? 0;
  if (value >= 1000) return 1.2;
  if (value >= 300) return 0.6;
  return value < 50 ? -0.6 : 0;
}

/** Kinds of question whose answer is a total; the others ask for a part as it is. */
const WHOLE_KINDS = new Set(['casualty']);

/** The clause has a storm's name, and it is none of this question's. */
const isAnotherStorm = (storms: readonly Span[], { mentions }: Candidate): boolean =>
  storms.length > 0 && !storms.some((s) => mentionsIn(mentions(), { start: s.start, end: s.end + 1 }).some((m) => m.end > s.end));

/** A total of a long event must be shown to be one; no name makes up for that. */
function asTotal(shown: number): number {
  if (shown >= 1.8) return 0.4;
  if (shown >= 1) return -0.3;
  return shown >= 0.3 ? -1.5 : -3;
}

/** Weak names long after the event, or on a page without a date, may be of another time, unless a date says otherwise. */
function staleness({ view, page }: Case, traits: Traits, evidence: Evidence, period: Fit, near: number): number {
  if (evidence.strongTier <= TITLE || period.weight > 0.3) return 0;
  if (page.day === null) return 1;
  const end = traits.to ?? (traits.from === null ? null : page.day);
  if (end === null) return 0;
  // A place and the very number that is known of it leave little doubt.
  const exact = (view.claim.low ?? 0) < 100 ? 1 : near > 0.95 ? 0.2 : near > 0.8 ? 0.4 : 1;
  return exact * (page.day > end + 400 ? 1.8 : page.day > end + 60 ? 1 : 0);
}

/** Where the page has too few names: a date that fits, or the very figure, vouches for the one there is. */
function isVouched(candidate: Candidate, given: Case, evidence: Evidence, period: Fit, near: number): boolean {
  if (candidate.named || continues(candidate.traits, given)) return true;
  const { view, page } = given;
  if (evidence.tier > SENTENCE) return false;
  const value = view.claim.low ?? view.claim.high ?? 0;
  if (candidate.telling) return period.weight > 0.3 || (near > 0.95 && value >= 100);
  if (candidate.local && near > 0.9 && value >= 100) return true;
  // Now countries alone. At the event's own time its known number, its beginning or its two sides speak for it.
  const current = isCurrent(candidate.traits, page.day);
  if (current && ((near > 0.9 && value >= 100) || (near > 0.7 && value >= 1000) || period.weight >= 1.2)) return true;
  const sides = new Set(view.places.filter((p) => candidate.traits.countries.includes(p.country)).map((p) => p.country));
  if (freshness(candidate.traits, page.day) > 0.5 && sides.size > 1 && near > 0.75) return true;
  return evidence.tier === CLAUSE && near > 0.9 && value >= (period.weight > 0.3 ? 1000 : 50_000);
}

const holds = (lists: readonly (readonly string[])[], text: string): boolean => lists.every((list) => list.some((x) => text.includes(x)));

const isOutsideCampaign = (traits: Traits): boolean =>
  traits.type === 'campaign' && traits.must.length === 0 && traits.hands.length > 0 && !traits.hands.some((h) => traits.countries.includes(h));

/** The party whose campaign it is stands in the sentence, in the one before, or in the headline. */
function isSpokenOf(traits: Traits, reading: Reading): boolean {
  const { actors, countries } = reading.spokenOf();
  return actors.some((id) => traits.actors.includes(id)) || countries.some((c) => traits.hands.includes(c));
}

const OF = /^["' ]*of (?:the |at least |about |some |nearly |more than |over |around |an estimated )*$/;

/** "Of 9,000 who died, 6,700 died by violence": where the second is what the question asks for, the first holds more. */
const isWholeOf = (view: ClaimView, traits: Traits, near: number, day: number | null): boolean =>
  OF.test(view.before) &&
  view.siblings.some((s) => s.claim.kind !== 'share' && s.claim.start > view.claim.start && s.claim.measure === view.claim.measure && (s.claim.low ?? 0) < (view.claim.low ?? 0) && nearness(s.claim, traits, day) > near + 0.4);

const DIED = /\b(?:died|dead|deaths)\b/;
const KILLED = /\b(?:kill|murder|massacr|slain|shot|violen)/;
/** "9,000 died, most of them from violence": not all. */
const MOSTLY_BY_VIOLENCE = /^[^.;]{0,40}\b(?:most|mostly|many|mainly|largely|the majority|more than half|\d+(?:\.\d+)? per ?cent|\d+(?:\.\d+)?%)(?: of (?:them|whom|the deaths|these|those))?(?: (?:were|was))?(?: caused)? (?:by|from|through|due to|of) violence\b/;
const BY_VIOLENCE = /\b(?:by|from|through|of|to|with|in) (?:the )?violence\b|\bviolent(?:ly)?\b/;

/** "9,400 died, 6,700 of them by violence": the first holds those nobody killed as well, the second is what is asked for. */
function isSplitByViolence({ sentence, sentenceText }: ClaimView, whole: Claim, part: Claim): boolean {
  const at = part.start - sentence.start;
  const before = sentenceText.slice(0, at);
  return whole.start < part.start && whole.measure === part.measure && (part.low ?? 0) < (whole.low ?? 0) && DIED.test(before) && !KILLED.test(before) && BY_VIOLENCE.test(sentenceText.slice(at, at + 80));
}

/** A year after its end an event that nobody names is not what a place name is about. */
const FORGOTTEN = 400;
/** Far fewer than anybody counts, when the first days of guessing are over: another attack in the same town. */
const FAR_BELOW = -0.4;

/** So far above all that is known of a question that it is another's; estimates of all deaths differ more. */
const TOO_MANY = -1.25;
/** Some fifty times fewer than anybody counts. */
const FAR = -0.8;

/** A massacre or a raid that went on for days. */
const FEW_DAYS = 7;

/** Below this a number is no toll of a war or a wave that killed hundreds of times as many. */
const HANDFUL = 20;

/** Only names of places speak for the event, and nothing says that it is this one of all that happened there. */
function isOnlyThere(traits: Traits, evidence: Evidence, day: number | null, near: number): boolean {
  if (evidence.strongTier <= NEARBY) return false;
  // One incident of a longer war, when it is no longer the news of the day.
  if (isWithinDays(traits, near > 0.5 ? 2 : FEW_DAYS) && traits.events.length > 1 && evidence.telling > NEARBY && freshness(traits, day) < 1) return true;
  const end = traits.to ?? traits.from;
  const forgotten = end !== null && (day === null || day > end + FORGOTTEN);
  if (evidence.telling > PARAGRAPH && forgotten && (near <= 0 || !evidence.best.some((b) => b.mention.name >= 0 && !b.mention.city))) return true;
  // "All deaths" of a disaster are asked for where the disaster is spoken of.
  return evidence.strongTier === Infinity && traits.measure === 'excess-deaths' && near <= 0;
}

/** "Air strikes that have killed hundreds": no single one of them is spoken of, unless it goes by such a name itself. */
function isOfMany({ reading }: Case, traits: Traits, evidence: Evidence): boolean {
  const many = reading.severalAttacks();
  return many !== null && evidence.telling > SENTENCE && !traits.words.includes(many);
}

const CAPITALISED = /\p{Lu}[\p{L}'’-]+/gu;

/** What the figure's own words give as its place is none of the question's, and the clause has no name of it. */
function isAtAnotherPlace({ view: { claim, places }, reading, page }: Case, { traits, mentions }: Candidate, evidence: Evidence): boolean {
  if (claim.place === null || evidence.best.some((b) => b.tier === CLAUSE && b.mention.name >= 0) || reading.spots().unnamed) return false;
  const names = eachMatch(claim.place, CAPITALISED).map((m) => fold(m[0]));
  const own = (name: string): boolean => traits.words.includes(name) || mentions().some((m) => (m.inTitle ? page.title : page.folded).slice(m.start, m.end).includes(name));
  return names.length > 0 && !names.some(own) && !places.some((p) => p.kind === 'country' && traits.countries.includes(p.country));
}

/** "The country's toll is 16,000", beside a count of the whole world. */
const isPartOfWorld = (view: ClaimView, traits: Traits, near: number): boolean => traits.countries.length === 0 && near <= -0.9 && !/\b(?:world|global)/.test(view.sentenceText);

/** Of a question that the sieve left. Null: it cannot be meant. */
export function judge({ candidate, measure: stated }: Kept, given: Case): Verdict | null {
  const { view, reading, page } = given;
  const { traits } = candidate;
  const { claim } = view;
  const { long } = traits;
  const carried = stated.relation === 'no';
  const part = reading.part();
  if (part.excluded || isOfAnotherPair(given, traits) || isCompared(given, candidate) || isOfAnotherKind(view, page, traits)) return null;
  if (isAnotherStorm(reading.storms(), candidate) || (isAtOneSite(traits) && reading.otherSite())) return null;
  const near = claim.kind === 'share' ? 0 : nearness(claim, traits, page.day);
  if (carried && near <= KNOWN) return null;
  const measure = carried ? SAME : stated;
  const group = compareGroup(view, traits, near > 0.6, reading.breakdown);
  if (group.relation === 'no') return null;

  const sides = reading.sides();
  const side = compareSide(sides, candidate);
  const period = comparePeriod(reading.when(), traits, page.day);
  if (side.relation === 'no' || period.relation === 'no') return null;
  const actor = compareActor(reading.hands(), traits);
  const fits = [measure, group, side, period, actor];
  // And by somebody's doing.
  if (claim.kind === 'share' && traits.kind !== 'rate' && actor.weight < HAND_NAMED) return null;
  // "42 per cent of the Palestinians killed" is no share of civilians.
  if (claim.kind === 'share' && traits.kind === 'rate' && view.group !== traits.group) return null;
  const evidence = evidenceOf(candidate, view);
  if (near <= 0 && (claim.low ?? claim.high ?? 0) < 1000 && goesOnFromNothing(given, evidence.strongTier === CLAUSE || evidence.telling === CLAUSE)) return null;
  if (evidence.telling > SENTENCE && isToldOfAnotherTime(reading.when(), traits, page.day)) return null;
  if (!isVouched(candidate, given, evidence, period, near) || isUnspoken(page, traits, evidence)) return null;

  if (traits.kind === 'increment' && !part.increment) return null;
  if (part.excess && long && traits.measure === 'killed') return null;
  const atOnce = isAtOnce(traits);
  if (atOnce && reading.nationwide()) return null;
  if (isAtOneSite(traits) && evidence.strongTier > SENTENCE && (isOfMany(given, traits, evidence) || isAtAnotherPlace(given, candidate, evidence))) return null;
  // A large number that is known to the letter speaks for its event as a name does; small ones agree by chance.
  const value = claim.low ?? claim.high ?? 0;
  const known = near > 0.9 && value >= 1000;
  if (!known && isOnlyThere(traits, evidence, page.day, value < 100 ? 0 : near)) return null;
  const somewhere = isPartOfPlace(reading.spots(), candidate);
  const whole = part.subset ? (reading.whole() ?? (part.ofEarlier ? earlierWhole(given) : null)) : null;
  const answer = whole === null ? undefined : given.answers.get(whole);
  // "730 of them children" is all that a question about the children asks for.
  const amongEqual = view.siblings.some((s) => s.claim.start < claim.start && s.claim.group === view.group && (s.claim.low ?? 0) > (claim.low ?? 0));
  const ofViolence = traits.measure === 'killed' && traits.actors.length > 0;
  const byViolence = ofViolence && (view.siblings.some((s) => isSplitByViolence(view, s.claim, claim)) || (part.ofEarlier && BY_VIOLENCE.test(view.clauseText)));
  // "22,800 of them Palestinians": so many are what a question about Palestinians asks for.
  const isOwnPeople = view.claim.group === 'people' && traits.group === 'people' && sides.people.length > 0 && sides.people.every((c) => traits.people.includes(c));
  const exact = (traits.group !== 'people' && view.groupStated && view.group === traits.group && !amongEqual) || actor.why === OWNED_UP || isOwnPeople || byViolence;
  const oneRaid = !long && !atOnce && !isSudden(traits) && near < 0.5 && reading.incident();
  const placed = traits.must.length > 0 && holds(traits.must, view.clauseText);
  const narrower =
    fits.some((f) => f.relation === 'part') ||
    (part.subset && !exact && !(placed && (traits.within.length > 0 || traits.kind !== 'casualty')) && (!part.ofEarlier || whole !== null)) ||
    isOneOfParts(given, traits) ||
    (!long && isDwarfed(given, traits)) ||
    // "798 in all, including 615 near the sites": the whole has just been linked to this very question.
    (answer?.question === traits.index && answer.relation === 'same' && !byViolence) ||
    (long && part.worstStretch) ||
    (part.alone && !(part.aloneIn !== null && traits.countries.length === 1 && traits.countries[0] === part.aloneIn && !/\balone\b/.test(view.before))) ||
    isPartOfWorld(view, traits, near) ||
    (somewhere && (near < 0.6 || (traits.type === 'disaster' && value < 100))) ||
    isOfOnePlace(reading.spots(), candidate) ||
    oneRaid ||
    (part.increment && traits.kind !== 'increment') ||
    (traits.kind !== 'partial-count' && (near < 0.5 || part.subset) && reading.namedOnly());
  // A war of weeks two years ago is not meant by a few of its number.
  if (!long && isClosed(traits, page.day) && !narrower && near < FAR_BELOW && period.weight <= 0.3 && evidence.strongTier > SENTENCE) return null;
  if (long && !narrower && near <= FAR && reading.incident()) return null;
  // Twenty times more than anybody ever said.
  if (near < (isSudden(traits) ? -1 : TOO_MANY) && !narrower && (isSudden(traits) || traits.measure === 'killed') && claim.kind !== 'share') return null;
  if (isSudden(traits) && !narrower && claim.kind !== 'share' && (atOnce && isAtOneSite(traits) && near < FAR_BELOW && period.weight <= 0.3 && evidence.strongTier > SENTENCE && freshness(traits, page.day) < 1)) return null;
  if (long && !narrower && near <= -1 && value < HANDFUL && claim.kind === 'count') return null;
  // "40 people hurt, seven of them children": what answers nothing has no part that does, unless it is asked for by itself.
  if (narrower && answer === null) return null;
  if (answer && !answer.events.some((e) => traits.events.includes(e))) return null;
  // A part of an event that only shared names speak of is more likely a part of another.
  const borrowed = narrower && evidence.telling === Infinity;
  const broader = fits.some((f) => f.relation === 'whole') || isWholeOf(view, traits, near, page.day) || (ofViolence && (view.siblings.some((s) => isSplitByViolence(view, claim, s.claim)) || MOSTLY_BY_VIOLENCE.test(page.folded.slice(claim.end, view.sentence.end))));

  let logit = PRIOR + evidence.weight + fits.reduce((sum, f) => sum + f.weight, 0) + freshness(traits, page.day);
  if (near > 0) logit += 1.2 * near;
  if (claim.hypothetical) logit -= reading.perhaps ? 0.3 : 0.8;
  if (borrowed) logit -= 1.5;
  if (long && isClosed(traits, page.day) && reading.sinceStart()) logit -= 1;
  if (isOutsideCampaign(traits) && !isSpokenOf(traits, reading)) logit -= CAMPAIGN_UNSPOKEN;
  const continued = given.previous !== null && traits.events[0] === given.previous.event;
  if (continued) logit += given.previous?.inSentence === true ? IN_SENTENCE : given.previous?.near === true ? CONTINUED : CONTINUED / 2;
  // "The government stopped at 358", "and three people elsewhere": a number without a group goes on with the quantity before it.
  const bare = !view.groupStated || (given.previous?.inSentence === true && view.group === 'people');
  if (given.previous?.near === true && given.previous.question === traits.index && bare && claim.measure === given.previous.measure) logit += REPEATED;
  if (!continued || given.previous?.near !== true) logit -= staleness(given, traits, evidence, period, near);
  // What sets a question apart from its siblings should stand by the number, not only somewhere in the headline.
  if (traits.must.length > 0) logit += placed ? (traits.kind === 'casualty' ? 0.3 : 1) : holds(traits.must, view.sentenceText) ? -0.5 : -1;

  // "570 people: 439 men, 45 women": the whole was just linked, and this is some of it.
  const ofLinked = narrower && !broader && part.subset && given.previous?.near === true && given.previous.question === traits.index && view.siblings.some((s) => s.claim.end <= claim.start);
  if (ofLinked) logit += OF_LINKED;
  else if (long && WHOLE_KINDS.has(traits.kind) && claim.kind !== 'share') {
    if (part.increment && traits.kind !== 'increment') return null;
    if ((narrower || somewhere) && reading.incident()) return null;
    logit += asTotal(reading.total() + size(claim) + (near > 0 ? 1.6 : 0.3) * near);
    if (narrower) logit += 0.4;
  } else if (near < -0.4 && !narrower && (near < -1 || freshness(traits, page.day) === 0)) logit += Math.min(-0.7, near);
  if (traits.measure === 'excess-deaths') logit += reading.violent() ? -1 : reading.indirect.sentence() ? 0.8 : !traits.violentTwin ? 0 : reading.killing() ? -1 : -0.4;
  else if (traits.measure === 'killed' && reading.indirect.clause()) logit -= 1;

  const relation: Relation = narrower && broader ? 'overlaps' : narrower ? 'narrower' : broader ? 'broader' : 'same';
  return { candidate, relation, logit, evidence, near, actor: actor.weight, placed, fits };
}
