// The one house or place, of an event of many, where the dead of a figure died, were brought, or were found.
import type { ClaimView } from '../view.ts';

/** "12 have died at the burn institute": those of one house. */
const DIED_IN = /\b(?:died|dying|succumbed)\b[^.;,]{0,24}\b(?:at|in) (?:the |an? )?(?:[\w-]+ ){0,3}?(institute|hospital|clinic)\b/;
/** Looked for first: few figures stand near one. */
const HOUSE = /hospital|clinic|morgue|mortuary|medical|charity/;
/** "The hospital had received 12 dead", "12 were brought to the morgue": those who came to one of many. */
const RECEIVED = /\b(hospital|clinic|morgue|mortuary|medical cent(?:re|er)|charity)\b[^.;]{0,90}\b(?:received|took in|admitted|taken in|treating|treated)\b/;
const BROUGHT = /\b(?:brought|taken|transferred|delivered|arrived|arriving|received|counted)\b[^.;,]{0,20}\b(?:to|at|by) (?:the |an? )?(?:[\w'-]+ ){0,3}?(hospital|clinic|morgue|mortuary|medical cent(?:re|er))\b(?! and )/;
/** "150 lay scattered in the streets": those whom somebody saw there. */
const STREWN =
  /\b(?:scattered|lying|lay|left|strewn|littered|dumped|found|laid out|lined up|piled up|stacked) (?:[\w-]+ )?(?:in|on|along|across|at|inside) the (?:[\w'-]+ )?(streets?|roads?|pavements?|beach|shore|bush|woods?|forest|mosque|church|school|yard|courtyard|square|hall)\b/;
/** "40 bodies were pulled from the Nile". */
const DRAWN_FROM = /\b(?:pulled|fished|dragged|recovered|retrieved|taken)\b[^.;,]{0,40} (?:of|from) the (\p{Lu}\p{L}+)/u;
/** "120 bodies were taken out of the well": those of one place where bodies are found. */
const BODIES = /\b(?:bodies|corpses|remains)\b/;
const FOUND_IN = /\b(?:from|in|inside|out of|at) (?:the|a|one|that|this) (?:[\w-]+ )?(well|pit|ditch|grave|trench|river|canal|cellar|basement|church|ravine|sinkhole)\b/;

/** The kind of house or place, or its name, folded; null: no word of one. */
export function foundIn({ claim, clause, clauseText, before }: ClaimView, original: string): string | null {
  const bodies = BODIES.test(claim.text.toLowerCase());
  const found = (bodies ? FOUND_IN : DIED_IN).exec(clauseText) ?? STREWN.exec(clauseText);
  if (found !== null) return found[1] ?? null;
  if (claim.measure !== 'killed') return null;
  const drawn = bodies ? DRAWN_FROM.exec(original.slice(clause.start, clause.end))?.[1]?.toLowerCase() : undefined;
  if (drawn !== undefined) return drawn;
  return (HOUSE.test(before) ? RECEIVED.exec(before)?.[1] : undefined) ?? (HOUSE.test(clauseText) ? BROUGHT.exec(clauseText)?.[1] : undefined) ?? null;
}
