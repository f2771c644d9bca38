// Whose people were harmed, and in whose country.
import type { Traits } from '../link-index.ts';
import type { ClaimView, PlaceHit } from '../view.ts';
import type { Fit } from './fit.ts';
import { NO, SAME } from './fit.ts';

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.includes(x));

/** Countries whose people the number itself counts: "18 Israeli soldiers", "India lost 20". */
export function peopleOf(view: ClaimView): string[] {
  const { claim } = view;
  const own = view.places.filter((p) => p.start >= claim.start && p.end <= claim.end && !p.located);
  if (own.length > 0) return own.map((p) => p.country);
  const right = view.places.filter((p) => p.start >= claim.end && p.start - claim.end < 3 && p.kind === 'people');
  if (right.length > 0) return right.map((p) => p.country);
  const lost = /\b(?:lost|losing|admitted|acknowledged)\b(?! their| his| her)/.exec(view.clauseText);
  if (lost === null) return [];
  const at = view.clause.start + lost.index;
  if (at > claim.start) return [];
  const doer = view.clausePlaces.find((p) => p.end <= at);
  return doer === undefined || at - doer.end > 30 ? [] : [doer.country];
}

/** Places where, in the clause and, failing these, in the sentence. */
function whereOf(view: ClaimView): PlaceHit[] {
  const located = view.clausePlaces.filter((p) => p.located);
  return located.length > 0 ? located : view.places.filter((p) => p.located && p.start < view.claim.start);
}

export function compareSide(view: ClaimView, traits: Traits, long: boolean): Fit {
  const people = peopleOf(view);
  const where = whereOf(view);
  const own = where.filter((p) => traits.countries.includes(p.country));
  const foreign = where.filter((p) => traits.countries.length > 0 && !traits.countries.includes(p.country));
  if (foreign.length > 0 && own.length === 0 && foreign.some((p) => p.start >= view.clause.start && p.end <= view.clause.end)) {
    if (!shares(foreign.map((p) => p.country), traits.people)) return NO;
  }
  if (people.length === 0) {
    if (traits.people.length > 0 && own.length > 0 && !shares(own.map((p) => p.country), traits.people) && !shares(traits.countries, traits.people)) return NO;
    return own.length > 0 ? { relation: 'same', weight: 0.3 } : SAME;
  }
  if (traits.people.length > 0) return shares(people, traits.people) ? { relation: 'same', weight: 0.5 } : NO;
  if (shares(people, traits.countries)) return { relation: 'same', weight: 0.3 };
  // Foreigners among an event's dead are some of them; in a war they are another army, or nobody's question.
  return long || traits.countries.length === 0 ? NO : { relation: 'part', weight: 0, why: 'foreign nationals' };
}

/**
 * The clause is about elsewhere: it names another country or city and none of the question's. Doers do not count
 * ("Israeli raids killed 570 in Lebanon").
 */
export function isElsewhere(view: ClaimView, traits: Traits, mentions: readonly { start: number; end: number }[]): boolean {
  if (traits.countries.length === 0) return false;
  const named = (p: PlaceHit): boolean => mentions.some((m) => m.start < p.end && p.start < m.end);
  const places = view.clausePlaces.filter((p) => p.kind !== 'people');
  if (places.length === 0) return false;
  if (places.some((p) => traits.countries.includes(p.country) || named(p))) return false;
  return places.some((p) => p.located || p.kind === 'city' || /^[^a-z]*$/.test(view.clauseText.slice(0, Math.max(0, p.start - view.clause.start))));
}
