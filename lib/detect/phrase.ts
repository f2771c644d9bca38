// A number with the words that say of what it is one: what is read of it, before anything is known of harm.
import type { Bound } from '../claim/amount.ts';
import type { Measure } from '../claim/claim.ts';
import type { Word } from './lexicon.ts';
import type { NumberRead } from './number.ts';

/** `bare`: no noun ("killed 12"). `unknown`: a noun the lexicon does not have. `share`s and `name`s are read so as to be stepped over. */
export type HeadKind = 'person' | 'victim' | 'life' | 'other' | 'bare' | 'unknown' | 'excluded';

export type Phrase = {
  /** Token positions [from, to): the whole phrase with qualifier and noun. */
  from: number;
  to: number;
  number: NumberRead;
  head: HeadKind;
  headAt: number;
  /** Measure a describing word gives: "12 wounded soldiers". */
  adjective: Measure | null;
  /** "of them", "of the dead", "of the 40 soldiers": a part of people counted elsewhere. */
  partOf: 'them' | 'victims' | 'people' | 'number' | null;
  partWord: Word | null;
  bound: Bound | null;
  increment: boolean;
};
