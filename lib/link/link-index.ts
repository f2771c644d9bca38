// What linking keeps in memory: names to look for, and which questions each may mean; and apart from it what is read of a question once
// it may be meant, its traits. Strings, plain arrays, maps and typed arrays only, so that all can be cloned into a store or a worker as it is.
import type { Question, QuestionGroup, QuestionMeasure } from '../claim/database.ts';

/**
 * Names of one kind of script, in buckets by the hash of their beginnings; of these `BUCKETS` are a block (name-block.ts), and blocks are
 * asked for by their numbers: a page needs a hundred of four thousand.
 */
export type NamePart = {
  /** Bits set for the names' keys, and for the first words of those with several: most words of a page begin no name, and are told here. */
  keys: Uint8Array;
  firsts: Uint8Array;
  /** Where each block would begin if all lay in a row, and where the last would end. A name's number is where it lies there. */
  starts: Uint32Array;
};

/** `latin`: names found at the beginnings of words; `other`: of scripts where they are looked for anywhere. Blocks of `latin` are numbered first, names too. */
export type NameTable = { latin: NamePart; other: NamePart };

/** Must stand in capitals on the page ("RSF"). */
export const NAME_CAPITALS = 1;
/** One word written with a capital: "Karma" the village, not karma. */
export const NAME_PROPER = 2;
/** Is itself a name, not a common noun: it may vouch for a weak one. */
export const NAME_IS_NAME = 4;
export const SPREAD_SHIFT = 3;
export const SPREAD_MAX = 31;

/** One question. Events, actors, sources and questions are numbers: they are only ever compared. */
export type Traits = {
  index: number;
  id: string;
  /** Its event and that event's ancestors, nearest first. */
  events: number[];
  kind: Question['kind'];
  group: QuestionGroup;
  measure: QuestionMeasure;
  scope: string;
  /** What the event is ("war", "disaster"). */
  type: string;
  actors: number[];
  weapons: string[];
  /** ISO codes of the people counted, when the question names them ("Iraqi security forces"); empty: anyone. */
  people: string[];
  countries: string[];
  /** Countries whose forces did it, as the question is framed. */
  hands: string[];
  /** Days since 1970-01-01; null: not fixed, or not over. */
  from: number | null;
  to: number | null;
  must: readonly (readonly string[])[];
  exclude: readonly string[];
  /** Every dated figure: day (null: undated), the value its source gave, and its logarithm. */
  values: [day: number | null, value: number, log: number][];
  /** The sources that count. */
  counters: number[];
  /** Questions that contain this one. */
  within: number[];
  /** Folded words of the place and of the title that are its own. */
  words: string;
  /** A war, a campaign, an epidemic of months or years: one day's toll inside it is not its total. */
  long: boolean;
  /** Fewer than two distinct checked sources. */
  thin: boolean;
  /** For a question of all deaths: one of the same event counts those killed. */
  violentTwin: boolean;
  /** Counts the missing with the dead. */
  withMissing: boolean;
};

export type LinkIndex = {
  names: NameTable;
  /** Names that are places, actors or sources: their numbers, ascending, and what they are (index + 1, 0: nothing). */
  known: Uint32Array;
  placeOf: Uint16Array;
  actorOf: Uint16Array;
  sourceOf: Uint16Array;
  places: { country: string; kind: 'country' | 'people' | 'city' }[];
  /** Several actors, or sources, may share a name ("security forces"). */
  actors: number[][];
  sources: number[][];
  /** For question q: the first and the last day a page about it may bear. */
  opens: Int32Array;
  closes: Int32Array;
  /** Lists of folded strings that traits refer to by number. */
  lists: string[][];
};

/** With all blocks of names, and the traits of all questions as JSON, a line each, `TRAITS_TOGETHER` in one text. See traits.ts for the order of fields. */
export type WholeIndex = LinkIndex & { blocks: Uint8Array[]; traits: string[] };

/** A hundred thousand single strings take a worker longer to clone and to wake with than their letters. */
export const TRAITS_TOGETHER = 16;
