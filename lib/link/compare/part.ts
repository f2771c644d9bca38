// Words that make a figure one part of a count that stands beside it.
import type { ClaimView } from '../view.ts';
import { figuresBefore, largerBefore } from './siblings.ts';
import { aroundNumber, isOfEarlier, isSubset } from './subset.ts';
import type { Around } from './subset.ts';

const INCREMENT = /\b(?:another|an additional|additional|a further|further|added|adding|adds|extra|\d more)(?: than)?(?: at least| about| some| more than| over| nearly)? ?$/;
const INCREMENT_WITHIN = /\b(?:another|additional|further|(?<!or )more (?:people|civilians|deaths|dead|bodies|victims))\b/;
/** Behind the number. */
const MORE = /^ more\b(?! than)/;
const ALONE = /\balone\b/;
/** "The bloodiest month of the war, with 5,000 dead". */
const WORST_STRETCH = /\b(?:deadliest|bloodiest|worst|most violent|most lethal) (?:single )?(?:week|month|quarter)\b/;
/** "1,100 more people died than expected": the excess itself, on top of no count. */
const THAN_EXPECTED = /^[^.;]{0,60}\bthan (?:was |were |would be )?(?:expected|usual|normal|average|in (?:an?|the same|previous|earlier))\b/;
const NAMED = /\b(?:identified|identit(?:y|ies) of|named|able to name|by name|names? of|documented by name|with date and place|laid to rest|re-?buried|interred|interment|burials?|exhumed)\b|\b(?:been|be|were|was|are|already) buried\b(?! (?:under|beneath|by|alive))/;

export type Part = {
  /** Some of the people of another figure. */
  subset: boolean;
  /** Of one that the sentence before tells of. */
  ofEarlier: boolean;
  /** Comes on top of an earlier count. */
  increment: boolean;
  /** A place, a stretch of time or a cause set apart ("in October alone", "and five from shelling"). */
  alone: boolean;
  /** More than would have died anyway: of all causes, and not only those killed. */
  excess: boolean;
  /** A week or a month that stands out within the whole. */
  worstStretch: boolean;
  /** "In Turkey alone": a part, but of what holds more than that land. */
  aloneIn: string | null;
};

const ADDED_ON = / and (?:(?:at least|about|some|nearly|around) )?$/;
const CAUSED_BY = /\b(?:in|by|from|to|through|under) /;
/** "Put at 4,000 by the government and 1,500 by the UN": who counts, not what killed. */
const PUT = /\b(?:put|estimated|given|reported|recorded|counted|placed)\b/;
const BY_CAUSE = /^ (?:from|by|through|under|due to|because of) /;

/** "26 died in the strikes and five from shelling": the second cause has its own number, which is never the whole. */
const isOfOneCause = (view: ClaimView): boolean =>
  BY_CAUSE.test(view.after) && !PUT.test(view.before) && view.claim.groupText === null && largerBefore(view).some((s) => ADDED_ON.test(s.between) && CAUSED_BY.test(s.between));

/** "Another 12", "12 more": on top of an earlier count. "1,200 killed, with 8,000 more wounded" adds to nothing. */
function isIncrement(view: ClaimView, { before, own, within, tail }: Around): boolean {
  const { claim } = view;
  if (claim.kind === 'share' || figuresBefore(view).some((s) => s.claim.measure !== claim.measure)) return false;
  return claim.increment || INCREMENT.test(before.slice(-40)) || INCREMENT_WITHIN.test(own.slice(0, 40)) || MORE.test(within + tail.slice(0, 8));
}

export function partOf(view: ClaimView): Part {
  const around = aroundNumber(view);
  const ofEarlier = isOfEarlier(view, around);
  const excess = THAN_EXPECTED.test(view.after);
  return {
    subset: ofEarlier || isSubset(view, around),
    ofEarlier,
    increment: !excess && isIncrement(view, around),
    alone: ALONE.test(view.clauseText) || ALONE.test(view.before) || isOfOneCause(view),
    excess,
    worstStretch: WORST_STRETCH.test(view.clauseText) || WORST_STRETCH.test(view.before),
    aloneIn: view.clausePlaces.find((p) => p.kind === 'country' && view.clauseText.startsWith(' alone', p.end - view.clause.start))?.country ?? null,
  };
}

/** Victims known by name, or given a grave, of a count that goes further. */
export const isNamedOnly = (view: ClaimView): boolean => NAMED.test(view.clauseText);
