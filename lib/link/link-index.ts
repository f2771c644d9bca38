// What linking keeps in memory: names to look for, which questions each may mean, and each question's traits.
import type { QuestionGroup, QuestionMeasure } from '../claim/database.ts';

/**
 * All names in one string, found through a hash of their first word. Plain arrays and typed arrays only, so that the
 * whole can be cloned into a store or a worker as it is.
 */
export type NameTable = {
  /** Folded names, one after the other. */
  text: string;
  /** Where each name starts in `text`; one more entry than names. */
  starts: Uint32Array;
  /** `NAME_` bits below. */
  flags: Uint8Array;
  /** Open hash: bucket of the first word → name + 1, 0 for none; and the chain onwards. */
  heads: Int32Array;
  next: Int32Array;
};

/** Must stand in capitals on the page ("RSF"). */
export const NAME_CAPITALS = 1;
/** One word written with a capital: "Karma" the village, not karma. */
export const NAME_PROPER = 2;
/** Is itself a name, not a common noun: it may vouch for a weak one. */
export const NAME_IS_NAME = 4;

/** `kind` as in the database; only the last two never carry a card. */
export type Traits = {
  id: string;
  title: string;
  /** Event and its ancestors, nearest first. */
  events: string[];
  kind: string;
  group: QuestionGroup;
  measure: QuestionMeasure;
  scope: string;
  actors: string[];
  weapons: string[];
  /** ISO codes of the people counted, when the question names them ("Iraqi security forces"); empty: anyone. */
  people: string[];
  countries: string[];
  /** Countries whose forces did it, as the question is framed. */
  hands: string[];
  /** What the event is ("war", "disaster"). */
  type: string;
  /** Days since 1970-01-01; null: not fixed, or not over. */
  from: number | null;
  to: number | null;
  /** A war, a campaign, an epidemic of months or years: one day's toll inside it is not its total. */
  long: boolean;
  /** For a question of all deaths: one of the same event counts those killed. */
  violentTwin: boolean;
  /** Fewer than two distinct checked sources. */
  thin: boolean;
  /** The page must be dated within; null: no limit. */
  pageFrom: number | null;
  pageTo: number | null;
  must: string[][];
  exclude: string[];
  dates: string[];
  /** Every dated figure: day (null: undated) and the value its source gave. */
  values: [number | null, number][];
  /** Ids of the sources that count. */
  counters: string[];
  /** Questions that contain this one, and those this one contains. */
  within: string[];
  holds: string[];
  /** Folded words of the place's own name. */
  place: string;
};

export type LinkIndex = {
  names: NameTable;
  /** For name i: `postings[offsets[i] .. offsets[i + 1]]` are question * 2 + (strong ? 1 : 0). */
  offsets: Uint32Array;
  postings: Uint32Array;
  /** For name i: how many events use it (255: that or more): the more, the less it says. */
  spread: Uint8Array;
  /** For name i: index of its entry in `places` + 1, 0: not a place. */
  placeOf: Uint16Array;
  places: { country: string; kind: 'country' | 'people' | 'city' }[];
  /** For name i: index in `actors` + 1, 0: not an actor. Several may share a name ("security forces"). */
  actorOf: Uint16Array;
  actors: string[][];
  /** For name i: index in `sources` + 1 of who counts under that name, 0: nobody. */
  sourceOf: Uint16Array;
  sources: string[][];
  /** Traits as JSON, read when a question is first a candidate: most never are. */
  traits: string[];
};
