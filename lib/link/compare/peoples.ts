// Whose people a number counts, and of which peoples some of them are.
import type { ClaimView, PageView } from '../view.ts';
import { speakerOf } from './doers.ts';
import { smallerBehind } from './siblings.ts';

/** People of many countries, in a code that no country has. */
const OF_NO_COUNTRY = /\b(?:Europeans?|Westerners)\b/;
const NO_COUNTRY = 'none';
const HAS = /\b(?:army|military|forces) (?:has|have|had) $/;
const LOSSES = /^ (?:[\w-]+ )?(?:losses|casualties|dead|deaths|fatalities|toll)\b[^.,;:]{0,24}$/;
/** "Israel says 120 of its people died." */
const ITS_OWN = /^(?: (?:deaths?|dead|fatalities))? (?:of|among) (?:its|their|his|her) (?:own )?(?:people|citizens|nationals|soldiers|troops|men|fighters|servicemen|personnel|civilians)\b/;
/** "The president said that 10,000 of his soldiers were hurt": one side's, and nobody says whose. */
const HIS_OWN = /^ of (?:his|her|our) (?:own )?(?:soldiers|troops|men|fighters|servicemen|people|forces)\b/;
const OF_THEM = /^[^,.;]{0,12}\b(?:of|among) (?:them|whom|those|these),? (?:were |are )?(?:the )?$/;
/** Characters from a number to the people it counts. */
const REACH = 40;

/** "Hezbollah ambushed Israeli soldiers, killing three": of those whom it attacked. */
const KILLING = /,? (?:and )?(?:killing|wounding|injuring)(?: (?:at least|about|some|around|nearly|more than|over|another|as many as))* ?$/;
const ATTACKED = /\b(?:ambushed|attacked|bombed|shelled|raided|targeted|fired (?:on|at)|shot at|opened fire on)(?: (?:an?|the|some|several|two|three|a group of|dozens of))* $/;

/** Countries whose people the number itself counts: "18 Israeli soldiers", "India lost 20". */
export function peopleOf(view: ClaimView, page: PageView): string[] {
  const { claim } = view;
  const own = view.places.filter((p) => p.start >= claim.start && p.end <= claim.end && !p.located);
  if (own.length > 0) return own.map((p) => p.country);
  if (OF_NO_COUNTRY.test(claim.text)) return [NO_COUNTRY];
  // "14 bodies of South African soldiers".
  const right = view.places.filter((p) => p.kind === 'people' && p.start >= claim.end && /^ ?(?:of )?$/.test(page.folded.slice(claim.end, p.start)));
  if (right.length > 0) return right.map((p) => p.country);
  const behind = page.folded.slice(claim.number.end, claim.number.end + REACH);
  if (HIS_OWN.test(behind) && speakerOf(view, page) === null) return [NO_COUNTRY];
  if (ITS_OWN.test(behind)) {
    const speaker = speakerOf(view, page);
    return speaker === null ? [] : [speaker];
  }
  // "Chinese losses at 400,000 killed".
  const losing = view.places.findLast((p) => p.kind === 'people' && p.end <= claim.start && LOSSES.test(page.folded.slice(p.end, claim.number.start)));
  if (losing !== undefined) return [losing.country];
  if (claim.groupText === null && KILLING.test(page.folded.slice(Math.max(view.sentence.start, claim.number.start - REACH), claim.number.start))) {
    const object = view.places.findLast((p) => p.kind === 'people' && p.end <= claim.start && ATTACKED.test(page.folded.slice(view.sentence.start, p.start)));
    if (object !== undefined) return [object.country];
  }
  const lost = /\b(?:lost|losing|suffered|sustained)\b(?! their| his| her)/.exec(view.clauseText);
  // "The army has 9,000 wounded men": those whom it has are its own.
  const has = lost === null ? HAS.exec(page.folded.slice(view.clause.start, claim.start)) : null;
  if (lost === null && has === null) return [];
  const at = view.clause.start + (lost?.index ?? has?.index ?? 0);
  if (at > claim.start) return [];
  const doer = view.clausePlaces.findLast((p) => p.end <= at);
  return doer === undefined || at - doer.end > 30 ? [] : [doer.country];
}

/** "23,000 people, 22,000 of them Palestinians": peoples that are said to be a part of the number. */
export function partPeoplesOf(view: ClaimView, page: PageView): string[] {
  const parts = smallerBehind(view);
  // "Iran says 1,000 died, including 136 of its own citizens".
  const owned = parts.some((s) => ITS_OWN.test(page.folded.slice(s.claim.number.end, s.claim.number.end + REACH))) ? speakerOf(view, page) : null;
  if (owned !== null) return [owned];
  return view.places.filter((p) => p.kind === 'people' && parts.some((s) => s.claim.number.end < p.start && p.start - s.claim.number.end < REACH && OF_THEM.test(page.folded.slice(s.claim.number.end, p.start)))).map((p) => p.country);
}
