// Which of a page's questions a figure can mean at first glance: most cannot, for a reason that many of them share, and are
// refused before anything is compared.
import type { Candidate } from './candidates.ts';
import type { Fit } from './compare/fit.ts';
import { askedOf, compareMeasure } from './compare/measure.ts';
import type { Asked } from './compare/measure.ts';
import { isElsewhere } from './compare/side.ts';
import type { Traits } from './link-index.ts';
import { mentionsIn } from './mention.ts';
import type { Case } from './reading.ts';
import type { ClaimView } from './view.ts';

/** A question that is left, and how what happened to the people counted fits it ("no": only by a harm carried over from another figure). */
export type Kept = { candidate: Candidate; measure: Fit };

/** Candidates in their order; `alike` is for each the place in `asked` of what it asks for. Made once a page. */
export type Field = { candidates: readonly Candidate[]; alike: readonly number[]; asked: readonly Asked[] };

export function fieldOf(candidates: readonly Candidate[]): Field {
  const places = new Map<string, number>();
  const asked: Asked[] = [];
  const alike = candidates.map(({ traits }) => {
    const own = askedOf(traits);
    const key = Object.values(own).join(' ');
    let place = places.get(key);
    if (place === undefined) places.set(key, (place = asked.push(own) - 1));
    return place;
  });
  return { candidates, alike, asked };
}

/** In the order of the field. */
export function sift({ candidates, alike, asked }: Field, given: Case): Kept[] {
  const { view, reading } = given;
  const { claim } = view;
  if (claim.kind === 'rate' || claim.kind === 'ordinal') return [];
  if (claim.hypothetical && (!reading.stillReal || reading.counterfactual)) return [];
  const fits = asked.map((a) => {
    const fit = compareMeasure(reading.harm, a);
    return fit.relation === 'no' && !(a.measure === 'killed' && reading.harm.unstated) ? null : fit;
  });
  const kept: Kept[] = [];
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i];
    const measure = fits[alike[i] ?? 0] ?? null;
    if (candidate === undefined || measure === null) continue;
    const { traits } = candidate;
    // A rate or a share is asked for by none but a question of rates, and a number by none of those.
    if (claim.kind !== 'share' && reading.rate !== (traits.kind === 'rate')) continue;
    // A share is one of the dead just spoken of; no other is asked for.
    const needsMore = (claim.kind === 'share' && traits.kind !== 'rate') || (!candidate.named && !isMentioned(candidate, view));
    if (needsMore && !continues(traits, given)) continue;
    if (isRuledOut(traits, given) || isElsewhere(reading.sides(), candidate)) continue;
    kept.push({ candidate, measure });
  }
  return kept;
}

/** The figure just before was about this event. */
export const continues = (traits: Traits, { previous }: Case): boolean => previous?.near === true && previous.event === traits.events[0];

/** One of the question's names stands in the sentence; for a figure of the headline, also anywhere in headline or title. */
function isMentioned(candidate: Candidate, { sentence, inTitle }: ClaimView): boolean {
  const mentions = candidate.mentions();
  return mentionsIn(mentions, sentence).length > 0 || (inTitle && mentions.at(-1)?.inTitle === true);
}

/** By a word that it must not stand with, or for want of one that it must. */
const isRuledOut = (traits: Traits, given: Case): boolean => saysAny(traits.exclude, given) || !traits.must.every((list) => toldAny(list, given));

/** Whether the clause has one of these words. Questions share their lists: each is looked for once a figure, not once a question. */
function saysAny(words: readonly string[], { view, reading }: Case): boolean {
  if (words.length === 0) return false;
  let said = reading.said.get(words);
  if (said === undefined) reading.said.set(words, (said = words.some((x) => view.clauseText.includes(x))));
  return said;
}

/** Whether the sentence or the headline has one of these words. */
function toldAny(words: readonly string[], { view, reading, page }: Case): boolean {
  let told = reading.told.get(words);
  if (told === undefined) reading.told.set(words, (told = words.some((x) => view.sentenceText.includes(x) || page.title.includes(x))));
  return told;
}
