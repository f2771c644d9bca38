// What kind of event: what nature does and what people do to each other, and the names of disasters and accidents.
import { eachMatch } from '../each-match.ts';
import type { Evidence } from '../evidence.ts';
import type { Traits } from '../link-index.ts';
import type { ClaimView, PageView } from '../view.ts';
import { breathEnd } from './beside.ts';

const NATURE = /\b(?:earthquakes?|quakes?|tremors?|aftershocks?|tsunamis?|floods?|flooding|cyclones?|hurricanes?|typhoons?|landslides?|mudslides?|avalanches?|heat ?waves?)\b(?! of (?:refugees|people))/g;
/** "Floods" and "flood" are one. */
const NATURE_STEM = 5;
const WEAPON = /\b(?:air ?strikes?|drones?|shell(?:s|ing)|gunmen|gunfire|missiles?|militants|insurgents|rebels|paramilitar(?:y|ies)|massacres?|suicide bomb\w*)\b/;
const BY_PEOPLE = new Set(['war', 'campaign', 'battle', 'crackdown', 'attack', 'massacre', 'incident', 'occupation']);
/** What disasters and accidents are called. */
const KINDS: readonly RegExp[] = [
  /quake|tremor|magnitude|aftershock|seism/,
  /tsunami|wave/,
  /flood|deluge|inundat|\bdams?\b|\brains?\b|hurricane|cyclone|typhoon|storm/,
  /slide|avalanche/,
  /\bfires?\b|blaze|wildfire/,
  /\bheat/,
  /\bgas\b|\bleak/,
  /explosion|blast|exploded/,
  /\bcrash|collision/,
  /stampede|crush/,
  /collaps/,
];

/** Nature is spoken of and people are meant, or the other way about; or nothing near is called what the question's own event is. */
export function isOfAnotherKind(view: ClaimView, page: PageView, traits: Traits): boolean {
  const end = breathEnd(view);
  const text = end > view.clause.end ? page.folded.slice(view.clause.start, end) : view.clauseText;
  if (BY_PEOPLE.has(traits.type)) return eachMatch(text, NATURE).some((m) => !traits.words.includes(m[0].slice(0, NATURE_STEM)));
  if (traits.type !== 'disaster') return false;
  const own = KINDS.filter((kind) => kind.test(traits.words));
  return own.length > 0 && WEAPON.test(text) && !own.some((kind) => kind.test(view.sentenceText) || kind.test(page.title));
}

function speaksOf(page: PageView, kind: RegExp): boolean {
  let is = page.kinds.get(kind);
  if (is === undefined) page.kinds.set(kind, (is = kind.test(page.folded) || kind.test(page.title)));
  return is;
}

/** A disaster or an accident that no name of its own speaks of is at least called what it is. */
export function isUnspoken(page: PageView, traits: Traits, evidence: Evidence): boolean {
  if ((traits.type !== 'disaster' && traits.type !== 'accident') || evidence.telling < Infinity) return false;
  const own = KINDS.filter((kind) => kind.test(traits.words));
  return own.length > 0 && !own.some((kind) => speaksOf(page, kind));
}
