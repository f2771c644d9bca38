// By whose hand.
import { eachMatch } from '../each-match.ts';
import type { Traits } from '../link-index.ts';
import { spansWithin } from '../sentences.ts';
import type { ClaimView, PageView } from '../view.ts';
import type { Fit } from './fit.ts';
import { SAME } from './fit.ts';

const WEAPONS: Record<string, RegExp> = {
  airstrike: /\bair ?-?(?:strikes?|raids?)\b|\bbomb(?:ing|ardment|s)\b|\bstrikes?\b|\bwarplanes?\b|\baircraft\b/,
  artillery: /\bartillery\b|\bshell(?:s|ing)\b|\bbombardment/,
  mortar: /\bmortar/,
  drone: /\bdrones?\b/,
  chemical: /\b(?:chemical|sarin|chlorine|gas|gassed|toxic)\b/,
  missile: /\bmissiles?\b/,
  rocket: /\brockets?\b/,
};

export const OWNED_UP = 'a party speaks of its own doing';
const OWNS_UP = /\b(?:acknowledg|admit|accept|takes?\b|took\b|claims?\b|own(?:s|ed)? up\b)/g;
const OWNED = /\b(?:responsib|blame\b|killing\b|to\b)/;
/** Characters from one to the other. */
const OWN_REACH = 45;

/** "Accepts blame for", "admitted to", "takes responsibility". */
function ownsUp(clause: string): boolean {
  for (const { 0: word, index } of eachMatch(clause, OWNS_UP)) if (OWNED.test(clause.slice(index + word.length, index + OWN_REACH))) return true;
  return false;
}

/** Those of whom nobody can say whose dead they are. */
const UNDETERMINED = /\b(?:undetermined|not (?:be )?determined?|could not be|unclear|unknown|neither side|cannot be (?:pinned|attributed))\b/;
const PARTY = /\b(?:coalition|us|u\.s\.|american|military|army|forces)\b/;
const EITHER = /\beither by\b|\bby both\b|\ball sides\b/;
/** "by shells or by air strikes": how far apart the two hands may stand, characters. */
const APART = 60;
function namesEither(clause: string): boolean {
  const second = clause.indexOf(' or by ');
  return EITHER.test(clause) || (second > 0 && /\bby\b/.test(clause.slice(Math.max(0, second - APART), second)));
}

const DOES = /\b(?:kill|murder|execut|massacr|shot|slaughter|bomb|strike|raid|fire|attack|shell|gunned)/;
/** Behind an actor's name: "in the Russian army's shelling", "in Israeli air strikes". */
const OWN_DEED = /^(?: group)?(?:'s|s')?(?: [\w-]+){0,3} (?:air ?strikes?|strikes?|airstrikes?|attacks?|raids?|bombings?|shelling|bombardments?|violence|assaults?|massacres?|drones?)\b/;
const SPEAKS = /\b(?:said|says|saying|put|puts|counts|reported|according|claims?|claimed|were|was|been)\b/;

/** "The coalition and its allies were responsible for 8,000 deaths." */
const RESPONSIBLE = /\b(?:responsible|to blame) for (?:the )?(?:deaths? of )?(?:(?:at least|about|some|around|nearly|more than|over|up to) )*$/;

/** Actors the clause names as the hand that did it: "by the coalition", "Israeli strikes killed". */
function handsOf(view: ClaimView, page: PageView): number[] {
  const hands: number[] = [];
  for (const hit of spansWithin(page.actors, view.clause)) {
    const before = page.folded.slice(Math.max(view.clause.start, hit.start - 14), hit.start);
    const by = /\b(?:by|through)(?: the| a| an)? ?(?:[\w-]{1,14} )?$/.test(before);
    const between = page.folded.slice(hit.end, view.claim.start);
    const subject = hit.end <= view.claim.start && between.length < 90 && (RESPONSIBLE.test(between) || (DOES.test(between) && !SPEAKS.test(between)));
    const deed = /\b(?:in|from|under)(?: the| an?)? ?$/.test(before) && OWN_DEED.test(page.folded.slice(hit.end, Math.min(view.clause.end, hit.end + 60)));
    if (by || subject || deed) hands.push(...hit.ids);
  }
  return hands;
}

/** What the clause says of whose hand it was, whatever the question. */
export type Hands = { actors: number[]; ownedUp: boolean; either: boolean; text: string };

export function handsIn(view: ClaimView, page: PageView): Hands {
  return {
    actors: handsOf(view, page),
    ownedUp: ownsUp(view.clauseText) && PARTY.test(view.sentenceText),
    either: namesEither(view.clauseText),
    text: view.clauseText,
  };
}

/** Weight where it names another. */
export const OTHER_HAND = -0.6;
/** Weight where the page names the hand that is asked about, or a party owns up. */
export const HAND_NAMED = 0.8;

export function compareActor(hands: Hands, traits: Traits): Fit {
  if (traits.scope === 'all-causes' && hands.actors.length > 0) return { relation: 'same', weight: -0.2 };
  if (traits.scope === 'undetermined' && !UNDETERMINED.test(hands.text)) return { relation: 'same', weight: -1.5 };
  if (traits.scope !== 'actor' && traits.scope !== 'weapon') return SAME;
  if (traits.scope === 'actor' && hands.ownedUp) return { relation: 'same', weight: HAND_NAMED, why: OWNED_UP };
  if (hands.actors.length > 0) {
    if (!hands.actors.some((h) => traits.actors.includes(h))) return { relation: 'same', weight: OTHER_HAND };
    // "By IS or by coalition strikes": more than one party's dead.
    return hands.either ? { relation: 'whole', weight: -1.5, why: 'by more than one hand' } : { relation: 'same', weight: HAND_NAMED };
  }
  if (traits.weapons.some((w) => WEAPONS[w]?.test(hands.text) ?? hands.text.includes(w.replace(/-/g, ' ')))) return { relation: 'same', weight: 0.4 };
  // No hand is named: all causes are meant, unless only this hand is counted at all.
  return { relation: 'same', weight: -0.2 };
}
