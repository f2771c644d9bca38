// What a page says: one casualty figure, where it stands, and how it was read.
import type { Amount } from './amount.ts';

/** What happened to the people counted. `casualties` is one number for killed and wounded together; `other` is any other harm. */
export type Measure = 'killed' | 'wounded' | 'missing' | 'displaced' | 'detained' | 'casualties' | 'other';

/** `vague` "dozens"; `ordinal` "the 15th victim"; `zero` "no casualties"; `share` "a third of the dead"; `rate` "12 deaths per 100,000". */
export type ClaimKind = 'count' | 'vague' | 'ordinal' | 'zero' | 'share' | 'rate';

/** Who was harmed, normalised. `people` when the text names no group; `other` for a group that fits no code. */
export type Group =
  | 'people'
  | 'civilians'
  | 'combatants'
  | 'military'
  | 'police'
  | 'militants'
  | 'officials'
  | 'children'
  | 'women'
  | 'journalists'
  | 'aid-workers'
  | 'protesters'
  | 'prisoners'
  | 'migrants'
  | 'other';

/** A stretch of time as the text puts it. `from` and `to` are ISO dates of any precision; null where the words do not fix them ("in the past 24 hours"). */
export type ClaimPeriod = { text: string; from: string | null; to: string | null };

/** Positions are UTF-16 offsets into the text of the document that was read. */
export type Claim = Amount & {
  /** The whole figure expression, qualifier and noun included: "at least 5,486 civilians". */
  start: number;
  end: number;
  text: string;
  /** The number alone: "5,486", "1,200-1,500", "two dozen", "no". */
  number: { start: number; end: number };
  /** Index of its block in the document. */
  block: number;
  kind: ClaimKind;
  measure: Measure;
  group: Group;
  /** The group in the page's own words ("Iraqi security personnel"); null when the text names none. */
  groupText: string | null;
  /** Adds to an earlier count ("another 50"): never a total. */
  increment: boolean;
  /** Did not happen, or not yet ("could kill 40,000"). */
  hypothetical: boolean;
  /** Who the page credits the figure to, whose hand did it, where, when: in the page's words, null where it does not say. */
  saidBy: string | null;
  actor: string | null;
  place: string | null;
  period: ClaimPeriod | null;
  /** Names of the rules that read it, in the order they applied. */
  rules: string[];
};
