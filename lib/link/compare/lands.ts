// Where: the lands and towns around a number, those that it counts together, and those that are told in a row.
import { eachMatch } from '../each-match.ts';
import { spansWithin } from '../sentences.ts';
import type { Span } from '../sentences.ts';
import type { ClaimView, PageView, PlaceHit } from '../view.ts';
import { breathEnd } from './beside.ts';
import { isBy } from './doers.ts';

const TURN = /\b(?:since|after|following|in retaliation|in response|when|because|amid|before)\b/g;

/** Places where: of the clause, else of the sentence before the number, else of the sentence before, else of the headline. */
export function whereOf(view: ClaimView, page: PageView): { places: PlaceHit[]; near: boolean } {
  const end = breathEnd(view);
  const located = view.places.filter((p) => p.located && p.start >= view.clause.start && p.start < end);
  // "killed in Gaza since Israel launched its assault after the attacks on Israel": the first place is where.
  const turns = eachMatch(page.folded.slice(view.clause.start, end), TURN).map((t) => view.clause.start + t.index);
  // "Israel went to war after gunmen attacked Sderot, killing 50".
  const past = turns.findLast((t) => t < view.claim.start) ?? view.claim.start;
  const [next, beyond] = [...turns.filter((t) => t >= view.claim.end), Infinity, Infinity];
  const between = (from: number, to: number): PlaceHit[] => located.filter((p) => p.start >= from && p.start < to);
  // "dead after a tower in Bangkok fell following the quake in Myanmar": the place of the nearest turn.
  const clause = [between(past, view.claim.start), between(view.clause.start, next ?? Infinity), between(view.claim.end, beyond ?? Infinity), located].find((places) => places.length > 0) ?? [];
  if (clause.length > 0) return { places: clause, near: true };
  const sentence = view.places.filter((p) => p.located && p.start < view.claim.start);
  if (sentence.length > 0) return { places: sentence, near: false };
  const before = view.previous === null ? [] : spansWithin(page.places, view.previous).filter((p) => p.located);
  return { places: before.length > 0 ? before : page.titlePlaces.filter((p) => p.located), near: false };
}

/** A city or region, or one of several territories of a people. */
export type Town = Span & { name: string; territory: boolean };
/** Two lands, or two towns of one, that one number counts together. */
export type Joined = Span & { countries: [string, string]; towns: [Town, Town] | null };

/** "Turkey and Syria", "Gaza and the West Bank", "51,000 with Syria": one number for both. */
const JOINED = /^,? and (?:in )?(?:the |northern |southern |western |eastern )?$/;
/** Its longest, in characters. */
const JOINED_MAX = 18;

const townOf = (p: PlaceHit, folded: string): Town => ({ start: p.start, end: p.end, name: folded.slice(p.start, p.end), territory: p.kind === 'country' });

/** Of lands in order of position. */
export function joinedOf(lands: readonly PlaceHit[], folded: string): Joined[] {
  const joined: Joined[] = [];
  lands.forEach((a, i) => {
    for (let at = i + 1, b = lands[at]; b !== undefined && b.start - a.end <= JOINED_MAX; b = lands[++at])
      if (a.end <= b.start && JOINED.test(folded.slice(a.end, b.start)))
        joined.push({ start: a.start, end: b.end, countries: [a.country, b.country], towns: a.country === b.country || (a.kind === 'city' && b.kind === 'city') ? [townOf(a, folded), townOf(b, folded)] : null });
  });
  return joined;
}

/** So many lands are a row. */
export const SEVERAL = 3;
const IN_ROW = /^,? (?:and )?(?:in )?(?:the )?$/;

/** "Pakistan, Yemen and Somalia"; not "by Britain, France and the United States". */
export function rowOf(lands: readonly PlaceHit[], folded: string): string[] {
  let row: PlaceHit[] = [];
  for (const land of lands) {
    const last = row.at(-1);
    if (last !== undefined && IN_ROW.test(folded.slice(last.end, land.start))) row.push(land);
    else if (row.length < SEVERAL) row = [land];
    else break;
  }
  const [first] = row;
  return first === undefined || row.length < SEVERAL || isBy(folded, first.start) ? [] : row.map((p) => p.country);
}
