// Who was harmed.
import type { Group } from '../../claim/claim.ts';
import type { Traits } from '../link-index.ts';
import type { ClaimView } from '../view.ts';
import type { Fit } from './fit.ts';
import { NO, SAME } from './fit.ts';
import { figuresBefore, figuresBehind } from './siblings.ts';

const WOMEN_AND_CHILDREN = /\bwom[ae]n and children|children and wom[ae]n|\bmen, women/;

/** Words that name a class of victims where the number itself does not. */
const WORDS: Partial<Record<Group, RegExp>> = {
  military: /\b(?:soldiers?|troops?|service ?(?:men|members?)|servicemen|military (?:personnel|losses|deaths|dead)|personnel|forces|recruits|cadets|fighters|army|marines|officers|men)\b/,
  militants: /\b(?:militants?|fighters?|terrorists?|insurgents?|jihadis?t?s?|gunmen|guerrillas?|rebels?|operatives|extremists)\b/,
  combatants: /\b(?:fighters?|combatants?|militants?|soldiers?|troops?|rebels?|mercenaries|contractors?|convicts?|men|forces)\b/,
  children: /\b(?:child(?:ren)?|kids?|pupils?|schoolgirls|minors?|infants?|babies|under[- ](?:five|18)|boys|girls)\b/,
  journalists: /\b(?:journalists?|reporters?|media (?:workers?|professionals?)|correspondents?|photographers?)\b/,
  'aid-workers': /\b(?:aid workers?|humanitarian (?:workers?|staff|personnel)|humanitarians|staff|employees|colleagues|un workers|personnel)\b/,
  women: /\bwom[ae]n\b/,
  prisoners: /\b(?:prisoners?|detainees?|inmates?|captives?|pows?)\b/,
  migrants: /\b(?:migrants?|refugees?|asylum|migrant workers?|labourers|laborers|workers)\b/,
};
/** Questions about these count nobody who is not said to be one. */
const STATED_ONLY = new Set<Group>(['military', 'militants', 'combatants', 'children', 'journalists', 'aid-workers', 'women']);

const MEDICAL = /\b(?:health|medical|doctors?|nurses?|medics?|paramedics?)\b/;
const LOSSES = /\b(?:military|combat|battlefield|army) (?:casualties|losses|deaths)\b/;
const SUFFERED = /\b(?:suffered|sustained|lost|taken)\b/;
const FIGHTERS_SUFFER = /\b(?:defenders|army|troops|fighters|rebels|forces|soldiers|military) (?:has |have |had )?(?:suffered|sustained)\b/;
/** "Insurgent losses were put at 1,200": up to the number. */
const FIGHTERS_LOST = /\b(?:insurgent|militant|rebel|enemy|guerrilla|fighter|troop|military|army|coalition|jihadist)s?'? (?:losses|casualties|fatalities|deaths|dead)\b[^.;,]{0,40}$/;
/** Its characters at most. */
const LOST_REACH = 80;
const FORCES = /\b(?:military|army|troops|soldiers|forces)\b/;
/** "suffered heavy casualties", "military losses": said of those who fight. */
function tellsLosses(clause: string): boolean {
  const suffered = SUFFERED.exec(clause);
  return LOSSES.test(clause) || (suffered !== null && /\b(?:casualties|losses)\b/.test(clause.slice(suffered.index)));
}

const SAYS = /^(?:'s)?(?: [\w-]+){0,2} (?:said|says|told|reported|reports|announced|claimed|claims|confirmed|confirms|acknowledged|admitted)\b/;

/** "A third of them children", "including many children", "mostly women and children": some of the number's people. */
const SOME_OF_THEM = /\b(?:(?:of|among) (?:them|whom|which|these|those)|including|mostly|mainly|many|most)(?: [\w-]+){0,2} $/;

/** Whether the text has one of the words, but not as those who speak ("the army said"), nor as a part of others. */
function names(words: RegExp, text: string): boolean {
  for (let rest = text; ; ) {
    const found = words.exec(rest);
    if (found === null) return false;
    const part = SOME_OF_THEM.test(rest.slice(0, found.index));
    rest = rest.slice(found.index + found[0].length);
    if (!part && !SAYS.test(rest)) return true;
  }
}

const TRADES =
  '(?:health|health ?care|medical|rescue|aid|humanitarian) (?:workers|staff|personnel|professionals)|doctors|nurses|medics|paramedics|surgeons|teachers|scientists|engineers|lawyers|academics|professors|firefighters|lifeguards|peacekeepers|counsell?ors|colleagues|employees|staff|volunteers|delegates|members';
const FROM_ELSEWHERE = 'citizens|nationals|foreigners|(?:foreign|western|overseas) [\\w-]+|tourists|holidaymakers|campers';
const KEPT = 'inmates|prisoners|detainees';
const FAMILY = 'family members|relatives|cousins';
/** Trades, ages and nationalities: some of an event's people, whatever else they are. */
const OF_A_KIND = new RegExp(`\\b(?:${TRADES}|${FROM_ELSEWHERE}|${KEPT}|${FAMILY}|adults)$`);
/** "25 relatives": one family's. */
export const RELATIVES = new RegExp(`\\b(?:${FAMILY})$`);

const NUMBER = '(?:\\d[\\d,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|several)';
/** "134 men and 73 women". */
const MEN = /\bmen$/;
const BESIDE_MEN = new RegExp(`^,? and (?:(?:at least|about|some|another) )?${NUMBER} (?:wom[ae]n|child(?:ren)?|boys?|girls?|minors?)\\b`);

const part = (why: string): Fit => ({ relation: 'part', weight: 0, why });
const sure = (weight = 0.4): Fit => ({ relation: 'same', weight });

/** A question's title names those who did it as well. */
const BODY = /\b(?:forces|members|personnel|officers|army|police|troops)$/;
const PEOPLE = /\bpeople\b/i;
/** Those who bear arms, and those who do not. */
export const ARMED: ReadonlySet<Group> = new Set(['military', 'militants', 'combatants', 'police']);
const UNARMED = new Set<Group>(['civilians', 'children', 'women', 'journalists', 'aid-workers', 'protesters', 'migrants', 'prisoners']);

/** Behind the one kind: the other. */
const BOTH_KINDS = /^ (?:and|or) (?:[a-z-]+ )?(?:civilians?|non-combatants|soldiers|troops|fighters|combatants|militants|prisoners of war)\b/;

/** "Soldiers and civilians": together they are all. In "21 civilians and four soldiers" each has its own number. */
function isOfBothKinds(view: ClaimView): boolean {
  const end = ARMED.has(view.group) || view.group === 'civilians' ? (BOTH_KINDS.exec(view.after)?.[0].length ?? 0) : 0;
  return end > 0 && !figuresBehind(view).some((s) => s.claim.start < view.claim.end + end);
}

/** `near`: the claim's own values agree with the whole question's, so that loose wording may be forgiven; `breakdown`: other groups are counted beside it. */
export function compareGroup(view: ClaimView, traits: Traits, near: boolean, breakdown: boolean): Fit {
  const asked = traits.group;
  const { group } = view;
  const words = (view.groupText ?? '').toLowerCase();
  // "Suspects", "pilgrims": the question's own word for its people.
  const isOwnWord = (): boolean => traits.words.includes(words.split(' ').at(-1) ?? '?');
  if (asked === 'people' && ((breakdown && /^(?:\w+ )?men$/.test(words)) || (MEN.test(view.claim.text) && BESIDE_MEN.test(view.after)))) return part('men');
  // Those who attack are not counted among an attack's dead.
  if (asked === 'people' && traits.type === 'attack' && group === 'militants' && !isOwnWord()) return NO;
  // Medical staff of a land at war are no aid workers.
  if (asked === 'aid-workers' && MEDICAL.test(words)) return NO;
  if ((asked === 'people' || asked === 'civilians') && !near && OF_A_KIND.test(words === '' ? view.claim.text.toLowerCase() : words) && !isOwnWord()) return part(words === '' ? view.claim.text.toLowerCase() : words);
  if ((asked === 'people' || asked === 'civilians') && group === 'people' && !view.groupStated && FIGHTERS_LOST.test(view.before.slice(-LOST_REACH))) return asked === 'people' ? part('those who fight') : NO;
  if (asked === 'people' && group === 'people' && !view.groupStated && FIGHTERS_SUFFER.test(view.clauseText)) return part('those who fight');
  if ((asked === 'people' || asked === 'civilians' || ARMED.has(asked)) && isOfBothKinds(view)) return asked === 'people' || near ? SAME : { relation: 'whole', weight: 0, why: 'fighters and civilians together' };
  if (group === asked) return sure(asked === 'people' ? 0 : 0.4);
  if (/\bchild\w*|\bwom[ae]n\b/.test(words) && WOMEN_AND_CHILDREN.test(words + view.after.slice(0, 14)) && asked !== 'children') return asked === 'civilians' || asked === 'people' ? SAME : NO;

  if (asked === 'people' || asked === 'other') {
    if (group === 'people') return SAME;
    if (group === 'other') return isOwnWord() ? SAME : { relation: 'same', weight: -0.3 };
    // "1,400 civilians" for what is counted without telling civilians apart: loose wording where the value is the whole's.
    if (group === 'civilians' || group === 'protesters' || group === 'migrants' || group === 'prisoners') {
      if (near) return SAME;
      if (!traits.long && !breakdown) return { relation: 'same', weight: -0.3 };
    }
    if (words !== '' && !BODY.test(words) && isOwnWord()) return SAME;
    return part(words === '' ? group : words);
  }
  if (STATED_ONLY.has(asked)) {
    if (ARMED.has(asked) && ARMED.has(group)) {
      if (asked === 'military' && group === 'militants') return NO;
      if (asked === 'militants' && (group === 'military' || group === 'police')) return NO;
      if (asked === 'military' && group === 'police') return /\b(?:security|forces|personnel|soldiers|army)\b/.test(words) ? sure() : part('police');
      return sure();
    }
    if (group !== 'people' && group !== 'other') return NO;
    const own = WORDS[asked];
    if (own === undefined) return NO;
    // "200 doctors", beside journalists: their own word is another's.
    if (OF_A_KIND.test(words) && !own.test(words)) return NO;
    if (own.test(words) || names(own, view.clauseText)) return SAME;
    // "Russia has suffered 1.2 million casualties": a state's losses are its soldiers.
    if (asked === 'military' && tellsLosses(view.clauseText)) return SAME;
    // "79 journalists among 23,000 people, 1,200 of them in Israel": another class was named since.
    const since = figuresBefore(view).findLast((s) => s.claim.groupText !== null || PEOPLE.test(s.claim.text));
    if (since !== undefined && since.claim.group !== asked) return NO;
    return names(own, view.sentenceText) ? { relation: 'same', weight: -1 } : NO;
  }
  if (asked === 'police') return group === 'military' ? part('police') : NO;

  // Civilians, protesters, prisoners, migrants.
  if (ARMED.has(group)) return NO;
  // "The army suffered 6,100 fatalities": those who fight.
  if (asked === 'civilians' && group === 'people' && SUFFERED.test(view.clauseText) && FORCES.test(view.sentenceText) && !/\bcivilian/.test(view.sentenceText)) return NO;
  if (group === 'people' || group === 'other') return { relation: 'same', weight: -0.1 };
  if (asked === 'civilians') {
    if (group === 'protesters' || group === 'prisoners' || group === 'migrants') return traits.long ? part(words === '' ? group : words) : SAME;
    return UNARMED.has(group) || group === 'officials' ? part(words === '' ? group : words) : NO;
  }
  if (group === 'civilians') return SAME;
  return UNARMED.has(group) ? part(words === '' ? group : words) : NO;
}
