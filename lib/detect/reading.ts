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
};

export const reading = (s: Sentence, measure: Measure, at: number, rules: Rule[]): Reading => ({ measure, at, hypothetical: isHypothetical(s, at), negated: false, rules, strict: true });
