// Whom a figure counts, where its own words leave that to the words around it.
import type { Claim, Group } from '../claim/claim.ts';

/** `stated`: by the figure's own words; else taken over from the figure before it. */
export type Who = { group: Group; words: string | null; stated: boolean };

/** Characters over which a figure without a noun goes on counting the people of the one before. */
const INHERIT_REACH = 60;

const GROUPS: readonly (readonly [RegExp, Group])[] = [
  [/children|child|boys|girls|minors|pupils|infants/, 'children'],
  [/wom[ae]n/, 'women'],
  [/civilians|villagers|residents/, 'civilians'],
  [/soldiers|troops|servicemen|marines|recruits/, 'military'],
  [/police/, 'police'],
  [/militants|fighters|insurgents|rebels|terrorists|bombers|gunmen/, 'militants'],
  [/journalists|reporters/, 'journalists'],
  [/aid workers|staff|medics|health workers/, 'aid-workers'],
  [/protesters|demonstrators/, 'protesters'],
  [/prisoners|detainees|inmates/, 'prisoners'],
  [/migrants|refugees/, 'migrants'],
  [/firefighters|foreigners|tourists|nationals|men\b/, 'other'],
];
/** "730 of them small children", "12 of the dead were under 21". */
const OF = /^ ?(?:of|among) /;
const THEIR_WORDS = GROUPS.map(([words]) => words.source).join('|');
const OF_THEM = new RegExp(`^ ?(?:of (?:them|whom|these|those|the dead|the victims)|among them),? (?:were |are |was |being |all )?(?:[\\w-]+ ){0,2}?(${THEIR_WORDS})\\b`);
const PEOPLE = /\b(?:people|persons)\b/i;
/** Up to the number: what is only a part hands its people on to nobody. */
const INCLUDED = /\b(?:including|among them|of whom|of which)(?: (?:at least|about|some|around|nearly|more than|over|were))* $/;
const INCLUDED_REACH = 40;
/** What stands in brackets tells of the number before them, and not of the next. */
const isInBrackets = (between: string): boolean => between.includes(')') && !between.slice(0, between.indexOf(')')).includes('(');
const PART_OF_IT = /^ ?[^,.;]{0,25}\b(?:of|among) (?:them|whom|these|those)\b/;

/**
 * `after` is the folded text from the end of the number to the end of the sentence; `earlier` are the figures before it in
 * the sentence with the text from theirs to it; `folded` is the whole text.
 */
export function whoOf(claim: Claim, after: string, earlier: readonly { claim: Claim; between: string }[], folded: string): Who {
  const isIncluded = ({ number }: Claim): boolean => INCLUDED.test(folded.slice(Math.max(0, number.start - INCLUDED_REACH), number.start));
  const own = OF.test(after) ? OF_THEM.exec(after)?.[1] : undefined;
  const listed = own === undefined ? undefined : GROUPS.find(([words]) => words.test(own));
  if (own !== undefined && listed !== undefined) return { group: listed[1], words: own, stated: true };
  if (PEOPLE.test(claim.text)) return { group: claim.group, words: claim.groupText, stated: true };
  if (claim.groupText !== null || claim.group !== 'people') return { group: claim.group, words: claim.groupText, stated: true };
  // "4,031 civilians, 261 children among them, were killed and 4,735 wounded": on with the civilians, not with the part.
  const before = earlier.findLast((s) => s.between.length < INHERIT_REACH * 2 && !PART_OF_IT.test(s.between) && !isInBrackets(s.between) && !isIncluded(s.claim) && (s.claim.groupText !== null || s.claim.group !== 'people' || PEOPLE.test(s.claim.text)));
  if (before === undefined || before.between.length >= (earlier.length > 1 ? INHERIT_REACH * 2 : INHERIT_REACH)) return { group: claim.group, words: null, stated: false };
  return { group: before.claim.group, words: before.claim.groupText, stated: false };
}
