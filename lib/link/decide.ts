// The best question for a claim among those that can be meant, or none.
import { HAND_NAMED } from './compare/actor.ts';
import { isSudden } from './event-time.ts';
import { CLAUSE, SENTENCE } from './evidence.ts';
import type { Verdict } from './judge.ts';

/**
 * Below this a claim gets no card. Chosen on labelled pages: of claims given `same` 99 % must have the right question, and
 * few parts or unrelated figures may be given `same` (test/spec/link/README.md).
 */
export const THRESHOLD = 0.54;
/** A second event almost as likely: the page does not let us decide. */
const MARGIN = 0.35;
const MARGIN_PARENT = 0.8;
const KNOWN_OF_PARENT = 0.7;
const MARGIN_WHOLE = 1.2;
const MARGIN_GROUP = 1.2;
const MARGIN_OWN = 2;
const MARGIN_DROWNED = 3;
/** Log-odds: a name that is there for another reason (the ministry in Beirut) drowns nothing out. */
const LIKELY_DROWNER = -0.5;
const MARGIN_CAUSES = 1;

/** Questions kept so that numbers which merely look like tolls are known for what they are. */
const isNeverCarded = ({ kind, thin }: Verdict['candidate']['traits']): boolean => kind === 'context' || (thin && (kind === 'rate' || kind === 'proxy'));

const PREFERENCE = { same: 0, narrower: -0.9, broader: -0.9, overlaps: -1.4 } as const;

const rank = (v: Verdict): number => v.logit + PREFERENCE[v.relation];

/** Same event, or one within the other. */
function related(a: Verdict, b: Verdict): boolean {
  const ea = a.candidate.traits.events;
  const eb = b.candidate.traits.events;
  return ea.includes(eb[0] ?? -1) || eb.includes(ea[0] ?? -1);
}

/** The event itself is named no further away than the one it belongs to, and the number is not one that only that one is known to have. */
function outranksParent(child: Verdict, parent: Verdict): boolean {
  const own = child.candidate.traits.events;
  const depth = own.indexOf(parent.candidate.traits.events[0] ?? -1);
  return depth > 0 && child.relation === 'same' && child.evidence.tier <= parent.evidence.strongTier && !(child.near <= 0 && parent.near > KNOWN_OF_PARENT && parent.relation === 'same');
}

/** One of the questions of the same event and kind contains the other: the smaller must be clearly the likelier. */
function prefersWhole(best: Verdict, other: Verdict): boolean {
  const small = best.candidate.traits;
  const large = other.candidate.traits;
  return (
    small.within.includes(large.index) &&
    small.events[0] === large.events[0] &&
    small.group === large.group &&
    small.measure === large.measure &&
    small.scope === large.scope &&
    other.relation === 'same' &&
    !best.within &&
    Math.max(0, best.near) < Math.max(0, other.near) + 0.05 &&
    rank(best) - rank(other) < MARGIN_WHOLE
  );
}

/** The other way: the smaller question's own mark stands by the number, and its figure fits better, or the mark is said of the people counted. */
const prefersPart = (best: Verdict, other: Verdict): boolean =>
  other.candidate.traits.within.includes(best.candidate.traits.index) && other.placed && other.relation === best.relation && (other.near > best.near + 0.1 || (other.within && !best.within)) && rank(best) - rank(other) < MARGIN_WHOLE;

const alike = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((x) => b.includes(x));

/** They ask for the same harm to the same people of the same lands, and differ only in where or when. */
function differsInPlace({ traits: a }: Verdict['candidate'], { traits: b }: Verdict['candidate']): boolean {
  return a.group === b.group && a.measure === b.measure && a.scope === b.scope && alike(a.people, b.people) && alike(a.countries, b.countries);
}

/** Of two towns that are asked for together and each by itself, the clause names the one, and not both. A battle's months and quarters share its town. */
function isOfOneTown(best: Verdict, other: Verdict, all: readonly Verdict[]): boolean {
  const whole = best.candidate.traits;
  const isTown = (v: Verdict): boolean => isSudden(v.candidate.traits) && v.candidate.traits.within.includes(whole.index) && differsInPlace(v.candidate, best.candidate) && v.relation === 'same' && v.evidence.best.some((b) => b.tier === CLAUSE && b.mention.isName && b.mention.city);
  return best.relation === 'same' && best.evidence.strongTier > CLAUSE && isTown(other) && all.filter(isTown).length === 1;
}

/** "125 at the Pentagon": a part of all sites, and nothing in the clause says that it is of the one that is asked for by itself. */
function liesOutside(best: Verdict, other: Verdict): boolean {
  if (best.relation !== 'narrower' || other.relation !== 'narrower' || !best.candidate.traits.within.includes(other.candidate.traits.index)) return false;
  const isMeant = best.candidate.traits.must.length > 0 ? best.placed : best.evidence.best.some((b) => b.tier === CLAUSE && b.mention.isName);
  return isSudden(best.candidate.traits) && differsInPlace(best.candidate, other.candidate) && !isMeant;
}

/** What is a part of the one question is the whole of another: "261 children among them" has a question of its own. */
function isItsOwn(best: Verdict, other: Verdict, group: string): boolean {
  const small = other.candidate.traits;
  const large = best.candidate.traits;
  if (best.relation !== 'narrower' || other.relation !== 'same' || !(small.within.includes(large.index) || small.events[0] === large.events[0])) return false;
  return ((small.group === group && large.group !== group) || (other.placed && other.near > 0.6)) && rank(best) - rank(other) < MARGIN_OWN;
}

/** Of the killed and of all deaths of one event: the killed, where the page gives no reason for more. */
const isWiderCount = (other: Verdict, best: Verdict): boolean =>
  other.candidate.traits.violentTwin &&
  best.candidate.traits.measure === 'killed' &&
  best.candidate.traits.events[0] === other.candidate.traits.events[0] &&
  best.candidate.traits.group === other.candidate.traits.group &&
  other.near < best.near + 0.2;

/** A question for just such a part (bodies, graves, names), with its mark by the number, leaves the whole no claim to it. */
const isMarkedPart = (best: Verdict, other: Verdict): boolean =>
  best.candidate.traits.kind !== 'casualty' && best.placed && best.candidate.traits.events.some((e) => other.candidate.traits.events.includes(e));

/** "People" is asked for and "people" is counted: an equal group beats one that merely allows it. */
function equalsBetter(best: Verdict, other: Verdict, group: string): boolean {
  return (
    other.candidate.traits.events[0] === best.candidate.traits.events[0] &&
    other.relation === best.relation &&
    other.candidate.traits.group === group &&
    best.candidate.traits.group !== group &&
    other.candidate.traits.measure === best.candidate.traits.measure &&
    best.near - other.near < 0.3 &&
    rank(best) - rank(other) < MARGIN_GROUP
  );
}

/** The clause names the hand that the question asks about. */
const isByHand = (v: Verdict): boolean => v.actor >= HAND_NAMED;

/** `other` counts by all causes what `best` counts by one hand, and the clause names no hand. */
function countsAllCauses(other: Verdict, best: Verdict): boolean {
  const a = other.candidate.traits;
  const b = best.candidate.traits;
  return (
    a.scope === 'all-causes' &&
    b.scope === 'actor' &&
    !isByHand(best) &&
    other.relation === 'same' &&
    best.relation === 'same' &&
    a.measure === b.measure &&
    a.countries.some((c) => b.countries.includes(c)) &&
    Math.max(0, other.near) >= Math.max(0, best.near) &&
    rank(best) - rank(other) < MARGIN_CAUSES
  );
}

/** A name in the clause speaks louder than another event's names further off. */
function isDrownedOut(verdict: Verdict, all: readonly Verdict[]): boolean {
  if (verdict.evidence.tier <= SENTENCE && verdict.evidence.telling <= SENTENCE) return false;
  return all.some((v) => rank(v) > Math.max(LIKELY_DROWNER, rank(verdict) - MARGIN_DROWNED) && !related(v, verdict) && v.evidence.telling === CLAUSE && verdict.evidence.telling > CLAUSE);
}

/** How likely the chosen one is among all that can be meant and none: 0 to 1. */
function certainty(best: Verdict, rivals: readonly Verdict[]): number {
  const own = PREFERENCE[best.relation];
  return Math.exp(best.logit) / (1 + Math.exp(best.logit) + rivals.reduce((sum, v) => sum + Math.exp(rank(v) - own), 0));
}

export type Decision = { best: Verdict; score: number };

/**
 * `group`: the people the claim counts; `continuing`: the question of the figure before, where this one names nobody and goes on
 * with it. Null where nothing is likely enough, or where two events are equally so.
 */
export function decide(verdicts: readonly Verdict[], group: string, continuing: number | null): Decision | null {
  const sorted = verdicts.filter((v) => !isDrownedOut(v, verdicts)).toSorted((a, b) => rank(b) - rank(a));
  let best = sorted[0];
  if (best === undefined) return null;
  for (const other of sorted.slice(1)) {
    if (rank(best) - rank(other) < MARGIN_PARENT && outranksParent(other, best)) best = other;
    else if (liesOutside(best, other) || prefersPart(best, other) || isItsOwn(best, other, group) || isOfOneTown(best, other, sorted)) best = other;
    else if (prefersWhole(best, other) || (best.candidate.traits.index !== continuing && equalsBetter(best, other, group))) best = other;
  }
  // No hand is named: all causes beat one party's, also across events ("killed in the fighting").
  const current = best;
  best = sorted.find((v) => countsAllCauses(v, current)) ?? best;
  const rival = sorted.find((v) => v !== best && best !== undefined && !related(v, best) && !(best.candidate.traits.scope === 'all-causes' && v.candidate.traits.scope === 'actor' && !isByHand(v)));
  if (rival !== undefined && rank(best) - rank(rival) < MARGIN) return null;
  if (isNeverCarded(best.candidate.traits)) return null;
  const chosen = best;
  const overruled = (v: Verdict): boolean =>
    outranksParent(chosen, v) ||
    liesOutside(v, chosen) ||
    prefersPart(v, chosen) ||
    isItsOwn(v, chosen, group) ||
    isOfOneTown(v, chosen, sorted) ||
    isWiderCount(v, chosen) ||
    isMarkedPart(chosen, v) ||
    prefersWhole(v, chosen) ||
    countsAllCauses(chosen, v) ||
    (v.candidate.traits.index !== continuing && equalsBetter(v, chosen, group));
  return { best, score: certainty(best, sorted.filter((v) => v !== chosen && !overruled(v))) };
}
