// Who does and who speaks: what stands behind a land or a people tells which of the two it is, or that it is only a place.
import { isReached } from '../leads-to.ts';
import type { Way } from '../leads-to.ts';
import { spansWithin } from '../sentences.ts';
import type { ClaimView, PageView, PlaceHit } from '../view.ts';

/** "'s ", "-led ", "-made ": what may stand between a land and what is its own. */
const OWNS = /^(?:'s?)?[ -]/;
const LED = 'led ';
const WORD = /[\w-]+ /y;
/** What begins so is no word of its own: "Russian-held", "Israel in". */
const NEVER = ['controlled', 'administered', 'held', 'occupied', 'from', 'in', 'by', 'of', 'and', 'on', 'after', 'with', 'to', 'as', 'for', 'at', 'over'];
/** Characters within which all of this stands. */
const OWN_REACH = 40;
const DEED = /(?:air ?-?strikes?|strikes?|air ?raids?|raids?|missiles?|rockets?|shell(?:s|ing)|fire|firing|artillery|bomb(?:s|ing|ardment)?|attacks?|offensive|onslaught|assault|drones?)\b/y;
const BODY = /(?:forces|army|troops|soldiers|military|jets|warplanes|aircraft|planes|bombers|navy|police|gunmen|fighters|security forces)\b/y;
const STRUCK = /^(?: has| had| have)? (?:attacked|struck|bombed|bombarded|fired|hit|shelled|launched|invaded|raided|strikes|attacks|bombs|fires|shells)\b/;
const KILLS = /^ (?:has |had |have )?(?:killed|kills)\b/;
const BY = /\bby (?:the )?$/;
const SAYS = /^(?:'s)?(?: [\w'.,-]+){0,6}?,? (?:said|says|claims|claimed|alleges|alleged(?= (?:that|at|about|some|more|over|nearly|\d))|counts|counted|put|puts|admitted|admits|reported|reports|confirmed|lost|loses|acknowledged|stated|announced|updated|raised|revised)\b/;
const TURNED = [' but ', ' while ', ' whereas ', ' although '];

/** One of its own stands behind the land that ends where `after` begins. */
function owns(after: string, what: RegExp): boolean {
  const gap = OWNS.exec(after)?.[0].length ?? -1;
  if (gap < 0) return false;
  const direct: Way = { noun: what };
  const behindWord: Way = { word: WORD, noun: what, most: 1 };
  const reaches = (at: number): boolean => isReached(after, at, NEVER.some((word) => after.startsWith(word, at)) ? direct : behindWord);
  return reaches(gap) || (after.startsWith(LED, gap) && reaches(gap + LED.length));
}

/** "The Indian strike", "Israel's army": not India, and not Israel as where. */
export function ownsDeedOrBody({ folded }: PageView, { end }: PlaceHit): boolean {
  const after = folded.slice(end, end + OWN_REACH);
  return owns(after, DEED) || owns(after, BODY);
}

/** "By the French": what begins at `start` is done by them. */
export const isBy = (folded: string, start: number): boolean => BY.test(folded.slice(Math.max(0, start - 8), start));

/** The land or people has done the harm: its strike, its army where that does not only speak, "attacked", "killed", or "by" before it. */
function isDoing({ folded }: PageView, { start, end, kind, located }: PlaceHit): boolean {
  const behind = (reach: number): string => folded.slice(end, end + reach);
  return (
    owns(behind(OWN_REACH), DEED) ||
    (owns(behind(OWN_REACH), BODY) && !SAYS.test(behind(60))) ||
    STRUCK.test(behind(30)) ||
    (kind === 'country' && !located && KILLS.test(behind(16))) ||
    isBy(folded, start)
  );
}

/** Countries whose forces the clause, or failing that the sentence, has doing the harm. */
export function handsOf(view: ClaimView, page: PageView): string[] {
  const doing = (p: PlaceHit): boolean => (p.start < view.claim.start || p.start > view.claim.end) && isDoing(page, p);
  const own = view.clausePlaces.filter(doing);
  // "Israel shot most of them down, but 24 people died": what is set against it was not done by the same.
  const turned = view.sentence.start + Math.max(...TURNED.map((word) => view.before.lastIndexOf(word)));
  return (own.length > 0 ? own : view.places.filter((p) => doing(p) && !(p.end <= turned))).map((p) => p.country);
}

/** It speaks, up to so many characters on. */
export const saysBy = ({ folded }: PageView, { end }: PlaceHit, to: number): boolean => SAYS.test(folded.slice(end, to));

/** Who speaks: a side counts its own dead, unless it says otherwise. */
export function speakerOf(view: ClaimView, page: PageView): string | null {
  const speaks = (p: PlaceHit): boolean => !p.located && saysBy(page, p, p.end + 70);
  const own = view.places.find((p) => p.end <= view.claim.start && speaks(p));
  const { previous } = view;
  if (own !== undefined || previous === null || !/^["' ]*(?:he|she|it|they)\b/.test(view.sentenceText)) return own?.country ?? null;
  return spansWithin(page.places, previous).find(speaks)?.country ?? null;
}
