// Words that make a figure one part of a count that stands beside it.
import type { ClaimView } from '../view.ts';

const AFTER = /^ ?(?:(?:people|civilians|deaths?|men|women|children|killed|dead|bodies)? ?)?(?:of (?:them|these|those|the (?:dead|victims|deaths|total|killed|bodies|wounded))\b|each\b|(?:were|was) (?:among|women|children|under)\b|(?:lay|unburied)\b)/;
const OF_THE = /\bof (?:them|these|those|whom|which)\b|\bof the (?:dead|victims|deaths|killed|bodies|confirmed deaths|those)\b|\bof (?:the|its|their) [\w-]+ (?:dead|victims|deaths)\b/;
const BEFORE =
  /(?:\bincluding(?: at least| about| some| around| more than| nearly)?|\bamong (?:them|those|the dead|the victims|those killed|those who died)(?: (?:were|was|are|is))?(?: at least| about| some)?|\bof (?:them|whom|which|those|these),?(?: (?:at least|about|some|around|were|was|only))?|\bin the total|\bcomprising|\bincluded(?: at least)?|\bamong [\w ]{0,25} (?:were|was))[ ,(]*$/;
const INCREMENT = /\b(?:another|an additional|additional|a further|further|added|adding|adds|extra|\d more)(?: than)?(?: at least| about| some| more than| over| nearly)? ?$/;
const INCREMENT_WITHIN = /\b(?:another|additional|further|(?<!or )more (?:people|civilians|deaths|dead|bodies|victims))\b/;
const ALONE = /\balone\b/;
/** "The bloodiest month of the war, with 5,000 dead". */
const WORST_STRETCH = /\b(?:deadliest|bloodiest|worst|most violent|most lethal) (?:single )?(?:week|month|quarter)\b/;
/** "1,100 more people died than expected": the excess itself, on top of no count. */
const THAN_EXPECTED = /^[^.;]{0,60}\bthan (?:was |were |would be )?(?:expected|usual|normal|average|in (?:an?|the same|previous|earlier))\b/;
/** The dead nobody could name are a part of the dead. */
const NAMELESS = /\b(?:unidentified|unnamed|unrecogni[sz]able|beyond recognition|(?:nobody|no one|none) could (?:name|identify)|(?:could|can|have|had) not (?:yet )?(?:be|been) (?:identified|named))\b/;
const NAMED = /\b(?:identified|identit(?:y|ies) of|named|able to name|by name|names? of|documented by name|with date and place|laid to rest|re-?buried|interred|interment|burials?|exhumed)\b|\b(?:been|be|were|was|are|already) buried\b(?! (?:under|beneath|by|alive))/;

export type Part = {
  /** Some of the people of another figure. */
  subset: boolean;
  /** Of one that the sentence before tells of. */
  ofEarlier: boolean;
  /** Comes on top of an earlier count. */
  increment: boolean;
  /** Said not to be in the count: "not including the 19 hijackers". */
  excluded: boolean;
  /** A place, a stretch of time or a cause set apart ("in October alone", "and five from shelling"). */
  alone: boolean;
  /** More than would have died anyway: of all causes, and not only those killed. */
  excess: boolean;
  /** A week or a month that stands out within the whole. */
  worstStretch: boolean;
  /** "In Turkey alone": a part, but of what holds more than that land. */
  aloneIn: string | null;
};

/** Another figure's words and this one's: "570 people: 439 men", "3,117 dead, of whom television calls 2,427 martyrs". */
const OF_WHOM = /[,:(] ?(?:of whom|of which|of them|of these|among them|including)\b/;

/** A total that opens a list: "2,571 in all, 2,403 protesters, 147 linked to the state". */
const LISTING = /^[^.;]{0,12}\b(?:in all|in total|altogether|total)\b ?[,:]|^[^.;]{0,60}: /;

/** A larger figure before it in the sentence that this one is a part of: it lists groups, or says "of whom". */
function isListed(view: ClaimView): boolean {
  const { claim, siblings } = view;
  const value = claim.low ?? claim.high;
  if (value === null) return false;
  return siblings.some((s) => {
    const whole = s.claim.low ?? s.claim.high;
    if (s.claim.start > claim.start || s.claim.measure !== claim.measure || whole === null || whole <= value) return false;
    if (/;|\b(?:while|whereas|but|than|against|although)\b/.test(s.between)) return false;
    if (OF_WHOM.test(s.between.slice(Math.max(s.between.lastIndexOf('.'), s.between.lastIndexOf(';')) + 1)) || LISTING.test(s.between)) return true;
    return claim.group !== 'people' && claim.group !== s.claim.group && /[:,]/.test(s.between);
  });
}

const ADDED_ON = / and (?:(?:at least|about|some|nearly|around) )?$/;
const CAUSED_BY = /\b(?:in|by|from|to|through|under) /;
/** "Put at 4,000 by the government and 1,500 by the UN": who counts, not what killed. */
const PUT = /\b(?:put|estimated|given|reported|recorded|counted|placed)\b/;
const BY_CAUSE = /^ (?:from|by|through|under|due to|because of) /;

/** "26 died in the strikes and five from shelling": the second cause has its own number, which is never the whole. */
const isOfOneCause = ({ claim, siblings, before, after }: ClaimView): boolean =>
  BY_CAUSE.test(after) && !PUT.test(before) && claim.groupText === null &&
  siblings.some((s) => s.claim.end <= claim.start && s.claim.measure === claim.measure && (s.claim.low ?? 0) > (claim.low ?? 0) && ADDED_ON.test(s.between) && CAUSED_BY.test(s.between));

const EXCLUDED = /\b(?:not (?:includ|count)(?:e|es|ed|ing)|exclud(?:e|es|ed|ing)|apart from|other than|besides)(?: (?:the|its|their|at least|about|some))* ?$/;
/** The whole itself. */
const ITSELF = /^["'(]*of the (?:at least |about |nearly |some |more than )?$/;
/** "The Eaton fire accounted for 18", "11 of them attributed to the Eaton fire". */
const ACCOUNTS = /\baccount(?:s|ed|ing)? for (?:at least |about |some |nearly |more than )?$/;
const ATTRIBUTED = /^ ?(?:of (?:them|these) |deaths? |fatalities )?(?:(?:are|were|have been) )?(?:attributed|attributable|traced) to\b/;
/** "Of these, the hospital received 30 dead." */
const OPENS_WITH_PART = /^["'(]*of (?:(?:them|these|those|whom|the (?:dead|victims|killed|total)|those (?:who )?(?:(?:have|had|were|been) )*(?:killed|died|dead)),|the (?:at least |about |nearly |some |more than )?\d)/;
/** "19 members of his family", "15 members from one family". */
const OF_A_FAMILY = /\bmembers? (?:of|from) (?:his|her|their|my|the|one|an?|(?:the )?same)(?: [\w-]+){0,2} (?:family|families|clan|household)\b|\b(?:relatives|kin|family members) of\b|\bof (?:his|her|their|my) (?:relatives|family|kin)\b/;
/** "2,711 workers from India, 1,641 from Nepal, 824 from Pakistan": a list by where they came from. */
const FROM = /^ (?:[\w-]+ )?from [\w-]/;
const LIST_OF = 3;
const isByOrigin = ({ claim, siblings, after, before, sentence }: ClaimView): boolean => {
  const comesFrom = (end: number): boolean => FROM.test((before + claim.text.toLowerCase() + after).slice(end - sentence.start));
  return comesFrom(claim.end) && siblings.filter((s) => s.claim.measure === claim.measure && comesFrom(s.claim.end)).length >= LIST_OF - 1;
};
/** "192 dead in the health sector": one trade's. */
const OF_A_TRADE = /\b(?:toll|deaths?|dead|killed|losses) (?:on|among|in|of) (?:the )?[\w-]+ (?:sector|profession|staff|workers|personnel)\b/;

export function partOf(view: ClaimView): Part {
  const { claim } = view;
  const own = claim.text.toLowerCase();
  const numberAt = claim.number.start - claim.start;
  const before = view.before + own.slice(0, Math.max(0, numberAt));
  const tail = view.after.slice(0, 60);
  const within = own.slice(Math.max(0, claim.number.end - claim.start));
  // "800 were taken hostage; 129 of them died": those of whom it is a part are no dead.
  const ofOthers = claim.kind !== 'share' && view.siblings.some((s) => s.claim.end <= claim.start) && view.siblings.every((s) => s.claim.start > claim.start || s.claim.measure !== claim.measure);
  const ofEarlier = OPENS_WITH_PART.test(view.sentenceText) && !ITSELF.test(before);
  const subset = (!ofOthers && (AFTER.test(tail) || AFTER.test(within) || OF_THE.test(within))) || BEFORE.test(before.slice(-60)) || NAMELESS.test(view.clauseText) || ofEarlier || ACCOUNTS.test(before.slice(-60)) || (ATTRIBUTED.test(within + tail) && view.siblings.some((s) => s.claim.start < claim.start && s.claim.measure === claim.measure && (s.claim.low ?? 0) > (claim.low ?? 0))) || OF_A_FAMILY.test(own + tail) || OF_A_TRADE.test(view.clauseText) || isByOrigin(view) || isListed(view);
  // "1,200 killed, with 8,000 more wounded" adds to nothing.
  const otherHarm = view.siblings.some((s) => s.claim.end <= claim.start && s.claim.measure !== claim.measure);
  const excess = THAN_EXPECTED.test(view.after);
  const increment = !otherHarm && claim.kind !== 'share' && !excess && (claim.increment || INCREMENT.test(before.slice(-40)) || INCREMENT_WITHIN.test(own.slice(0, 40)) || /^ more\b(?! than)/.test(within + tail.slice(0, 8)));
  const land = view.clausePlaces.find((p) => p.kind === 'country' && view.clauseText.startsWith(' alone', p.end - view.clause.start));
  const alone = ALONE.test(view.clauseText) || ALONE.test(view.before) || isOfOneCause(view);
  return { subset, ofEarlier, increment, alone, excess, excluded: EXCLUDED.test(before.slice(-60)), worstStretch: WORST_STRETCH.test(view.clauseText) || WORST_STRETCH.test(view.before), aloneIn: land?.country ?? null };
}

/** Victims known by name, or given a grave, of a count that goes further. */
export const isNamedOnly = (view: ClaimView): boolean => NAMED.test(view.clauseText);
