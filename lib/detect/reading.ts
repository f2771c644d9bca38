// What a number phrase turned out to count, and by which rules.
import type { Measure } from '../claim/claim.ts';
import type { Word } from './lexicon.ts';
import type { Rule } from './rules.ts';
import type { Sentence } from './sentence.ts';
import { isHypothetical } from './verbs.ts';

export type Reading = {
  measure: Measure;
  /** The token that says so: the verb, the state, the noun. */
  at: number;
  hypothetical: boolean;
  negated: boolean;
  rules: Rule[];
  /** False for a reading that any other may overrule. */
  strict: boolean;
  word?: Word;
  /** "evacuated safely" */
  safe?: boolean;
  /** What it goes on from adds to an earlier count. */
  increment?: boolean;
};

/** Reads the phrase of that index in the same sentence; null when it counts nobody, or while it is being read. */
export type Resolve = (index: number) => Reading | null;

/** What the nearest figure before that index counts, at most so many figures back; null when none of them counts anybody. */
export function nearestBefore(index: number, most: number, resolve: Resolve): Reading | null {
  for (let i = index - 1; i >= 0 && i >= index - most; i--) {
    const found = resolve(i);
    if (found) return found;
  }
  return null;
}

/** What another figure counts, by the rule that hands it on. */
export const handedOn = (whole: Reading, rule: Rule): Reading => ({ ...whole, rules: [rule, ...whole.rules.slice(-1)] });

export const counted = (measure: Measure, at: number, hypothetical: boolean, ...rules: Rule[]): Reading => ({ measure, at, hypothetical, negated: false, rules, strict: true });

/** The same, where the words before `at` tell whether it happened. */
export const reading = (s: Sentence, measure: Measure, at: number, rules: Rule[]): Reading => counted(measure, at, isHypothetical(s, at), ...rules);
