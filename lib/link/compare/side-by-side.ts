// Places told side by side, each with its own number: "15 in Barkin Ladi and 11 in Bokkos".
import type { Claim } from '../../claim/claim.ts';
import type { Candidate } from '../candidates.ts';
import { mentionsIn } from '../mention.ts';
import type { Span } from '../sentences.ts';
import type { ClaimView, PageView } from '../view.ts';
import { nameAt } from './written-name.ts';

/** With its folded name. */
export type Place = Span & { name: string };

/** From a figure to the place of its dead. */
const THERE = /^(?: (?!and |while |but |whereas )[a-z-]+){0,4} (?:in|at|near) (?:the )?(?=\p{Lu})/u;
/** Its characters at most. */
const THERE_REACH = 60;

/** The place right behind a figure, unless it is a land: those are compared as lands. */
function thereOf({ end }: Claim, { original, folded, places }: PageView): Place | null {
  const lead = THERE.exec(original.slice(end, end + THERE_REACH));
  if (lead === null) return null;
  const start = end + lead[0].length;
  const written = nameAt(original, start);
  if (places.some((p) => p.kind !== 'city' && p.start < start + written.length && start < p.end)) return null;
  return { start, end: start + written.length, name: folded.slice(start, start + written.length) };
}

/** The claim's own place with each other of the sentence that has dead of its own. */
export function besidesOf({ claim, siblings }: ClaimView, page: PageView): (readonly [Place, Place])[] {
  const here = thereOf(claim, page);
  if (here === null) return [];
  return siblings.flatMap((s) => {
    const there = s.claim.measure === claim.measure ? thereOf(s.claim, page) : null;
    return there === null || there.name === here.name ? [] : [[here, there] as const];
  });
}

/** Both places are the question's, and neither is a name of the event: it asks for all of them together. */
export function isOneOfItsPlaces(besides: readonly (readonly [Place, Place])[], { traits, mentions }: Pick<Candidate, 'traits' | 'mentions'>): boolean {
  const isItsOwn = (place: Place): boolean => {
    const named = mentionsIn(mentions(), place);
    return !named.some((m) => m.strong) && (traits.words.includes(place.name) || named.some((m) => m.isName && !m.bare));
  };
  return besides.some((pair) => pair.every(isItsOwn));
}
