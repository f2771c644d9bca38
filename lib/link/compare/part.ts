// Words that make a figure one part of a count that stands beside it.
import type { ClaimView } from '../view.ts';

const AFTER = /^[ ,]*(?:(?:people|civilians|deaths?|men|women|children|killed|dead|bodies)? ?)?(?:of (?:them|these|those|whom|which|the (?:dead|victims|deaths|total|killed|bodies|wounded))\b|each\b|(?:were|was) (?:among|women|children|under)\b|(?:lay|unburied)\b)/;
const OF_THE = /\bof (?:them|these|those|whom|which)\b|\bof the (?:dead|victims|deaths|killed|bodies|confirmed deaths|those)\b|\bof (?:the|its|their) [\w-]+ (?:dead|victims|deaths)\b/;
const BEFORE =
  /(?:\bincluding(?: at least| about| some| around| more than| nearly)?|\bamong (?:them|those|the dead|the victims|those killed|those who died)(?: (?:were|was|are|is))?(?: at least| about| some)?|\bof (?:them|whom|which|those),?(?: (?:at least|about|some|around|were|was|only))?|\bin the total|\bcomprising|\bincluded(?: at least)?|\bamong [\w ]{0,25} (?:were|was))[ ,(]*$/;
const INCREMENT = /\b(?:another|an additional|additional|a further|further|added|adding|adds|extra|\d more)(?: than)?(?: at least| about| some)? ?$/;
const INCREMENT_WITHIN = /\b(?:another|additional|further|more (?:people|civilians|deaths|dead|bodies|victims))\b/;
const ALONE = /\balone\b/;
const NAMED = /\b(?:identified|named|able to name|by name|names? of|documented by name|with date and place)\b/;

export type Part = {
  /** Some of the people of another figure. */
  subset: boolean;
  /** Comes on top of an earlier count. */
  increment: boolean;
  /** A place or a stretch of time set apart ("in October alone", "in one county"). */
  alone: boolean;
};

export function partOf(view: ClaimView): Part {
  const { claim } = view;
  const own = claim.text.toLowerCase();
  const numberAt = claim.number.start - claim.start;
  const before = view.before + own.slice(0, Math.max(0, numberAt));
  const tail = view.after.slice(0, 60);
  const within = own.slice(Math.max(0, claim.number.end - claim.start));
  const subset = AFTER.test(tail) || AFTER.test(within) || OF_THE.test(within) || BEFORE.test(before.slice(-60));
  const increment = claim.increment || INCREMENT.test(before.slice(-40)) || INCREMENT_WITHIN.test(own.slice(0, 40)) || /^ more\b(?! than)/.test(within + tail.slice(0, 8));
  const alone = ALONE.test(view.clauseText);
  return { subset, increment, alone };
}

/** Victims known by name, of a count that goes further. */
export const isNamedOnly = (view: ClaimView): boolean => NAMED.test(view.clauseText);
