// Whether the people of a figure are some of those of another.
import { eachMatch } from '../each-match.ts';
import type { ClaimView } from '../view.ts';
import { RELATIVES } from './group.ts';
import { figuresBefore, figuresBehind, largerBefore, sameBefore, valueOf } from './siblings.ts';

/** Behind the number. */
const AFTER = /^ ?(?:(?:people|civilians|deaths?|men|women|children|killed|dead|bodies)? ?)?(?:of (?:them|these|those|the (?:dead|victims|deaths|total|killed|bodies|wounded|\d[\d,]*))\b|each\b|(?:were|was) (?:among|women|children|under)\b|(?:lay|unburied)\b)/;
/** Anywhere in its own words. */
const OF_THE = /\bof (?:them|these|those|whom|which)\b|\bof the (?:dead|victims|deaths|killed|bodies|confirmed deaths|those)\b|\bof (?:the|its|their) [\w-]+ (?:dead|victims|deaths)\b/;
/** Up to the number, each with what may stand between it and the number. */
const PARTS = [
  'including(?: at least| about| some| around| more than| nearly)?',
  'included(?: at least)?',
  '(?:revised|raised|updated|rose|risen|grown)[\\w ]{0,16} to include(?: at least| about| some)?',
  'comprising',
  'in the total',
  'of (?:them|whom|which|those|these),?(?: (?:at least|about|some|around|were|was|only))?',
  'among (?:them|those|the dead|the victims|those killed|those who died)(?: (?:were|was|are|is))?(?: at least| about| some)?',
  'among [\\w ]{0,25} (?:were|was)',
  'the (?:remaining|other|rest of the)(?: at least| about| some)?',
];
const BEFORE = new RegExp(`\\b(?:${PARTS.join('|')})[ ,(]*$`);
/** The dead nobody could name, or nobody has looked at yet, are a part of the dead. */
const NAMELESS = /\b(?:(?:await(?:s|ed|ing)?|pending) (?:autops\w+|identification|burial|examination|dna)|unidentified|unnamed|unrecogni[sz]able|beyond recognition|(?:nobody|no one|none) could (?:name|identify)|(?:could|can|have|had) not (?:yet )?(?:be|been) (?:identified|named))\b/;
/** Another figure's words and this one's: "570 people: 439 men", "3,117 dead, of whom television calls 2,427 martyrs". */
const OF_WHOM = /[,:(] ?(?:of whom|of which|of them|of these|among them|including)\b/;
/** "The toll includes 60 suspects and four officers": all that follows is in it. */
const TOLL_INCLUDES = /\b(?:toll|dead|victims|fatalities|deaths|casualties|those (?:killed|who died)) (?:also |now )?(?:includes?|included|comprises?|comprised|consists? of|is made up of)\b/g;
const ALL_TOLD = /\b(?:total|in all|brings?|bringing|raises|raising|rose|risen)\b/;
/** "Four police officers — two from the city's force and two from the state's": at once behind what they make up. */
const MADE_UP_OF = /^[^.;]{0,30}(?:[—–:(]| -)[ (]*$/;
const OF_THESE = /^(?: [\w-]+){0,2} (?:from|in|at|of|on|were|was)\b/;
/** The second is set against the first, and no part of it. */
const SET_AGAINST = /;|\b(?:while|whereas|but|than|against|although)\b/;
/** A total that opens a list: "2,571 in all, 2,403 protesters, 147 linked to the state". */
const LISTING = /^[^.;]{0,12}\b(?:in all|in total|altogether|total)\b ?[,:]|^[^.;]{0,60}: /;
/** The whole itself. */
const ITSELF = /^["'(]*of the (?:at least |about |nearly |some |more than )?$/;
/** "A witness who saw 17 bodies", "footage shows 30 bodies": up to the number. */
const SEEN_BY = /\b(saw|seen|sees|witnessed|photographed|filmed|show(?:s|ed|ing)?)\b[^.;]{0,60}$/;
const PICTURES = /\b(?:footage|videos?|pictures|photos|images)\b/;
const BODIES = /\b(?:bod(?:y|ies)|corpses?|dead)\b/;
/** "Killing fewer than ten, and that the rest died in the crush". */
const REST = /the (?:rest|others|remain)/;
const THE_REST = /^[^.;]{0,40}\b(?:and|while|with|,)(?: \w+){0,2} the (?:rest|others|remainder|remaining)\b/;
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
/** "192 dead in the health sector": one trade's. */
const OF_A_TRADE = /\b(?:toll|deaths?|dead|killed|losses) (?:on|among|in|of) (?:the )?[\w-]+ (?:sector|profession|staff|workers|personnel)\b/;
/** "40 died at the scene and four in hospital". */
const WHERE_DIED = /^[^.;,]{0,24}\b(?:at the (?:scene|site)|on the spot|on the way to|in hospital|of (?:their|his|her) (?:wounds|injuries))\b/;
/** Behind the number, the same words or others: some died later than the rest. */
const LATER = /\b(?:hospitals?|injuries|wounds|later|way)\b/;

/** Characters of what leads up to a number, and of what follows its expression. */
const REACH = 60;

/** The words around a claim's number: of the sentence up to it and the last of these, the whole expression, what of it follows the number, and what follows that. */
export type Around = { before: string; lead: string; own: string; within: string; tail: string };

export function aroundNumber({ claim, before: sentence, after }: ClaimView): Around {
  const own = claim.text.toLowerCase();
  const before = sentence + own.slice(0, Math.max(0, claim.number.start - claim.start));
  return { before, lead: before.slice(-REACH), own, within: own.slice(Math.max(0, claim.number.end - claim.start)), tail: after.slice(0, REACH) };
}

/** The sentence opens with a part of what the one before tells of. */
export const isOfEarlier = ({ sentenceText }: ClaimView, { before }: Around): boolean => OPENS_WITH_PART.test(sentenceText) && !ITSELF.test(before);

/** "12 of them". "800 were taken hostage; 129 of them died": those of whom it is a part are no dead. */
function isOfThem(view: ClaimView, { within, tail }: Around): boolean {
  if (!AFTER.test(tail) && !AFTER.test(within) && !OF_THE.test(within)) return false;
  return view.claim.kind === 'share' || figuresBefore(view).length === 0 || sameBefore(view).length > 0;
}

function isSeenBy({ before }: Around): boolean {
  const seen = SEEN_BY.exec(before);
  return seen !== null && (!seen[1]?.startsWith('show') || PICTURES.test(before.slice(0, seen.index)));
}

function isIncludedInToll({ before }: Around): boolean {
  const last = eachMatch(before, TOLL_INCLUDES).at(-1);
  const since = last && before.slice(last.index + last[0].length);
  return since !== undefined && !since.includes(';') && !ALL_TOLD.test(since);
}

const isAttributed = (view: ClaimView, { within, tail }: Around): boolean => ATTRIBUTED.test(within + tail) && largerBefore(view).length > 0;

/** One of a list by where they came from. */
function isByOrigin({ claim, siblings, after, before, sentence }: ClaimView): boolean {
  const comesFrom = (end: number): boolean => FROM.test((before + claim.text.toLowerCase() + after).slice(end - sentence.start));
  return comesFrom(claim.end) && siblings.filter((s) => s.claim.measure === claim.measure && comesFrom(s.claim.end)).length >= LIST_OF - 1;
}

/** One of two figures of the sentence that are set apart by where the people died. */
const isByPlaceOfDeath = (view: ClaimView, { within, tail }: Around): boolean => WHERE_DIED.test(within + tail) && (view.siblings.some((s) => s.claim.measure === view.claim.measure) || LATER.test(view.after));

/** A larger figure before it in the sentence that this one is a part of: it lists groups, or says "of whom". */
function isListed(view: ClaimView): boolean {
  const { claim } = view;
  const value = valueOf(claim);
  if (value === 0) return false;
  return sameBefore(view).some((s) => {
    const whole = valueOf(s.claim);
    if (whole <= value || SET_AGAINST.test(s.between)) return false;
    if (MADE_UP_OF.test(s.between) && OF_THESE.test(view.after)) return true;
    if (OF_WHOM.test(s.between.slice(Math.max(s.between.lastIndexOf('.'), s.between.lastIndexOf(';')) + 1)) || LISTING.test(s.between)) return true;
    return claim.group !== 'people' && claim.group !== s.claim.group && /[:,]/.test(s.between);
  });
}

/** Words for people of any kind. */
const ANYONE = /^(?:people|persons|others|victims|lives|dead|civilians|bodies)$/;
/** So many kinds beside the one. */
const OTHER_KINDS = 2;
/** Between two numbers of a list: only what the first counts. */
const THEN = /^ (?:(?!in |at |on |near |from )[\w-]+ ){0,3}[\w-]+(?:,|,? and) $/;

/** "20 students, 2 teachers and 2 guardians": where kinds are told side by side, none of them is all. */
function isOneOfKinds({ claim, siblings, groupText }: ClaimView): boolean {
  const own = groupText?.toLowerCase() ?? null;
  if (own === null || ANYONE.test(own)) return false;
  const others = siblings.filter((s) => s.claim.measure === claim.measure && s.claim.groupText !== null && s.claim.groupText.toLowerCase() !== own && !ANYONE.test(s.claim.groupText.toLowerCase()));
  return others.length >= OTHER_KINDS && others.some((s) => THEN.test(s.between));
}

/** No other figure stands between: in "117, seven in combat and the rest at home" they are the rest of the 117. */
function isBesideTheRest(view: ClaimView): boolean {
  const rest = REST.test(view.after.slice(0, REACH)) ? THE_REST.exec(view.after) : null;
  return rest !== null && !figuresBehind(view).some((s) => s.claim.start < view.claim.end + rest[0].length);
}

/** Some of the people of a figure that its own sentence, or nobody, gives. */
export const isSubset = (view: ClaimView, around: Around): boolean =>
  isOfThem(view, around) ||
  BEFORE.test(around.lead) ||
  isIncludedInToll(around) ||
  isBesideTheRest(view) ||
  NAMELESS.test(view.clauseText) ||
  (BODIES.test(around.own) && isSeenBy(around)) ||
  ACCOUNTS.test(around.lead) ||
  isAttributed(view, around) ||
  RELATIVES.test(around.own) ||
  OF_A_FAMILY.test(around.own + around.tail) ||
  OF_A_TRADE.test(view.clauseText) ||
  isByOrigin(view) ||
  isByPlaceOfDeath(view, around) ||
  isOneOfKinds(view) ||
  isListed(view);
