// A number as it is read, before anything is known of what it counts.
import type { Bound } from '../claim/amount.ts';

/** `rate`: a decimal, which counts nobody unless what follows says of how many or how often. */
export type NumberKind = 'count' | 'vague' | 'ordinal' | 'zero' | 'share' | 'rate' | 'name';
export type NumberRead = {
  /** Token positions: [from, to). */
  from: number;
  to: number;
  low: number;
  high: number | null;
  kind: NumberKind;
  range: boolean;
  /** "10,000+", "200-odd" */
  bound: Bound | null;
  /** Written in four bare digits that could be a year. */
  yearlike: boolean;
  rule: string;
};

/** A number without what only some have. */
export function made(from: number, to: number, low: number, high: number | null, kind: NumberKind, rule: string): NumberRead {
  return { from, to, low, high, kind, range: false, bound: null, yearlike: false, rule };
}
