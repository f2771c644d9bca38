// The one house or place, of an event of many, where the dead of a figure died, were brought, or were found.
import { followed } from '../leads-to.ts';
import type { ClaimView } from '../view.ts';

/** "12 have died at the burn institute": those of one house. */
const DIED = /\b(?:died|dying|succumbed)\b/g;
const IN_HOUSE = /^[^.;,]{0,24}\b(?:at|in) (?:the |an? )?(?:[\w-]+ ){0,3}?(institute|hospital|clinic)\b/;
/** Looked for first: few figures stand near one. */
const HOUSE = /hospital|clinic|morgue|mortuary|medical|charity/;
/** "The hospital had received 12 dead", "12 were brought to the morgue": those who came to one of many. */
const HOUSES = /\b(?:hospital|clinic|morgue|mortuary|medical cent(?:re|er)|charity)\b/g;
const RECEIVED = /^[^.;]{0,90}\b(?:received|took in|admitted|taken in|treating|treated)\b/;
const BROUGHT = /\b(?:brought|taken|transferred|delivered|arrived|arriving|received|counted)\b/g;
const TO_HOUSE = /^[^.;,]{0,20}\b(?:to|at|by) (?:the |an? )?(?:[\w'-]+ ){0,3}?(hospital|clinic|morgue|mortuary|medical cent(?:re|er))\b(?! and )/;
/** "150 lay scattered in the streets": those whom somebody saw there. */
const STREWN =
  /\b(?:scattered|lying|lay|left|strewn|littered|dumped|found|laid out|lined up|piled up|stacked) (?:[\w-]+ )?(?:in|on|along|across|at|inside) the (?:[\w'-]+ )?(streets?|roads?|pavements?|beach|shore|bush|woods?|forest|mosque|church|school|yard|courtyard|square|hall)\b/;
/** "40 bodies were pulled from the Nile". */
const DRAWN = /\b(?:pulled|fished|dragged|recovered|retrieved|taken)\b/g;
const FROM_NAMED = /^[^.;,]{0,40} (?:of|from) the (\p{Lu}\p{L}+)/u;
/** "120 bodies were taken out of the well": those of one place where bodies are found. */
const BODIES = /\b(?:bodies|corpses|remains)\b/;
const FOUND_IN = /\b(?:from|in|inside|out of|at) (?:the|a|one|that|this) (?:[\w-]+ )?(well|pit|ditch|grave|trench|river|canal|cellar|basement|church|ravine|sinkhole)\b/;

/** The kind of house or place, or its name, folded; null: no word of one. */
export function foundIn({ claim, clause, clauseText, before }: ClaimView, original: string): string | null {
  const bodies = BODIES.test(claim.text.toLowerCase());
  const found = (bodies ? FOUND_IN.exec(clauseText) : followed(clauseText, DIED, IN_HOUSE)?.rest) ?? STREWN.exec(clauseText);
  if (found !== null) return found[1] ?? null;
  if (claim.measure !== 'killed') return null;
  const drawn = bodies ? followed(original.slice(clause.start, clause.end), DRAWN, FROM_NAMED)?.rest[1]?.toLowerCase() : undefined;
  if (drawn !== undefined) return drawn;
  return (HOUSE.test(before) ? followed(before, HOUSES, RECEIVED)?.lead[0] : undefined) ?? (HOUSE.test(clauseText) ? followed(clauseText, BROUGHT, TO_HOUSE)?.rest[1] : undefined) ?? null;
}
