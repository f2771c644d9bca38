// The total of a long war, or the toll of one day in it? The words around the number tell.
import { eachMatch } from '../each-match.ts';
import { leadsTo } from '../leads-to.ts';
import type { Way } from '../leads-to.ts';
import type { ClaimView } from '../view.ts';

const CUMULATIVE =
  /\b(?:death toll|toll|overall|in total|a total of|the total|total(?:s)? (?:of|number)|in all|altogether|so far|to date|until now|up to now|by now|cumulative|running (?:count|total|tally)|tally|combat losses|has (?:recorded|documented|verified|confirmed|counted|logged)|have (?:recorded|documented|verified|confirmed|counted)|over the (?:years|decades)|estimated|estimates?|estimating|survey|study|studies|as high as|globally|world-?wide|nation-?wide|across the country)\b/;
const SINCE = /\bsince (?:the |its |his |their )?/g;
const WORD = /\w+ /y;
const STARTED: Way = {
  word: WORD,
  noun: /(?:war|conflict|invasion|uprising|revolution|revolt|fighting|violence|offensive|campaign|operation|coup|takeover|protests|crisis|outbreak|epidemic|pandemic|insurgency|crackdown|occupation|strikes|air ?strikes|bombing|siege|rebellion|hostilities|start|beginning|outset|onset|truce|ceasefire)\b/y,
  most: 4,
};
const FROM_THEN = /\b(?:since|after|when|as) /g;
const BEGAN: Way = { word: WORD, noun: /(?:began|started|broke out|erupted|declared|invaded|launched|joined|rose up|took power|seized)\b/y, fewest: 1, most: 5 };
const tellsStart = (text: string): boolean => leadsTo(text, SINCE, STARTED) || leadsTo(text, FROM_THEN, BEGAN);
const WHOLE_EVENT =
  /\b(?:war|wars|conflict|civil war|uprising|revolution|genocide|occupation|dictatorship|insurgency|campaign|offensive|invasion|epidemic|pandemic|outbreak|famine|siege|rule|regime|crackdown|fighting|violence|bloodshed|massacres?|battle|push|fight|struggle|unrest|protests|persecution|repression)\b/;
const HAVE = /\b(?:has|have|had) (?:also |now |already |so far |reportedly )?(?:been )?/g;
const DONE: Way = { noun: /(?:killed|died|lost|claimed|cost|taken|left|caused|wounded|displaced|suffered|perished|fled|forced|gone|disappeared|vanished|eliminated)\b/y };
const DEAD = /\bpeople dead\b/;
const YEARS = /\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|nearly|more than|over)[ -](?:and a half )?(?:year|month|decade)s?(?:[ -](?:long|old))?\b|\bdecades?\b|\byears of\b/;

const OCCURRENCE =
  /\b(?:attack|attacks|bomb|bombing|bombings|blast|blasts|explosion|explosions|raid|raids|air ?strike|strike|shelling|clash|clashes|ambush|ambushes|shooting|crash|gunfight|gun ?battle|firefight|assault|incident|rocket|mortar|missile|mine|car|bus|convoy|mosque|market|hospital|school|hotel|checkpoint|base|helicopter|truck|boat|vessel|suicide bomber|bomber|gunman|drone|stampede|collapse|fire|siege of (?:the|a) (?:house|building))\b/g;
/** What stands before it when it is one: in two patterns, for one would hold all those words four times over. */
const ONE =
  /\b(?:an?|the|one|another|this|that|single|latest|first|second|two|three|separate|twin|monday's|tuesday's|wednesday's|thursday's|friday's|saturday's|sunday's|today's|yesterday's) (?:[\w'-]+ ){0,3}$/;
const ONE_REACH = 100;
const SUDDEN = /\b(?:suicide (?:bomber|bombing|attack)s?|roadside bomb|car bomb|crossfire|ambushed|detonated|blew (?:up|himself)|opened fire|kidnapped|gunned down|shot dead|beheaded)\b/;

/** "A car bomb", "Monday's attack": one occurrence is spoken of. */
function hasIncident(text: string): boolean {
  if (SUDDEN.test(text)) return true;
  for (const { index } of eachMatch(text, OCCURRENCE)) if (ONE.test(text.slice(Math.max(0, index - ONE_REACH), index))) return true;
  return false;
}

/** Evidence, in the units of the score, that the number is the whole event's and not one day's. */
export function totality(view: ClaimView): number {
  const { clauseText } = view;
  // Where the clause is the whole sentence, what it does not say the sentence does not say either.
  const sentenceText = clauseText === view.sentenceText ? '' : view.sentenceText;
  const near = `${clauseText} ${view.claim.text.toLowerCase()}`;
  let weight = 0;
  if (CUMULATIVE.test(near)) weight += 1;
  else if (CUMULATIVE.test(sentenceText)) weight += 0.4;
  if (tellsStart(near)) weight += 1.6;
  else if (tellsStart(sentenceText)) weight += 0.8;
  if (WHOLE_EVENT.test(near)) weight += 0.7;
  else if (WHOLE_EVENT.test(sentenceText)) weight += 0.3;
  if (leadsTo(near, HAVE, DONE) || DEAD.test(near)) weight += 0.5;
  if (YEARS.test(near)) weight += 0.5;
  if (hasIncident(near)) weight -= 1.6;
  else if (hasIncident(sentenceText)) weight -= 0.7;
  const brief = view.cues().clause.some((c) => c.brief && !c.said && c.kind === 'span' && (c.yearless === null || c.yearless.day !== null));
  const briefNear = !brief && view.cues().sentence.some((c) => c.brief && !c.said && c.kind === 'span');
  if (brief) weight -= 1.6;
  else if (briefNear) weight -= 0.6;
  return weight;
}

/** "Since the invasion", "since 2003". */
export const isSinceStart = (view: ClaimView): boolean => tellsStart(view.clauseText) || view.cues().clause.some((c) => c.kind === 'since');

/** One attack, raid or clash is spoken of. */
export const isIncident = (view: ClaimView): boolean => hasIncident(view.clauseText) || (!CUMULATIVE.test(view.clauseText) && hasIncident(view.before.slice(Math.max(0, view.before.lastIndexOf(';')))));
