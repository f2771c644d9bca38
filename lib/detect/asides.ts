// Where an aside between commas ends, so that a clause goes on behind it.
import { T } from './lexicon.ts';
import type { Sentence } from './sentence.ts';
import { has } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** A comma that opens ", police said,": the position of its closing comma, or 0. */
export function reporting(s: Sentence, comma: number): number {
  for (let i = comma + 1; i < Math.min(s.tokens.length, comma + 9); i++) {
    const t = s.tokens[i] as Token;
    if (t.text === ',') return 0;
    if (has(t, T.report)) {
      for (let j = i + 1; j < Math.min(s.tokens.length, i + 6); j++) if (s.tokens[j]?.text === ',') return j;
      return 0;
    }
    if (has(t, T.verb | T.be | T.have | T.relative | T.subordinate | T.including)) return 0;
  }
  return 0;
}

/** The comma that closes an aside; -1 when none does. */
export function closing(s: Sentence, from: number): number {
  for (let i = from; i < Math.min(s.tokens.length, from + 12); i++) if (s.tokens[i]?.text === ',') return has(s.tokens[i + 1], T.be | T.have | T.verb | T.state) ? i : -1;
  return -1;
}

/** A comma that opens ", including two children,": the position of its closing comma, or 0. */
export function included(s: Sentence, comma: number): number {
  const { tokens } = s;
  const whom = [comma + 1, comma + 2].find((k) => has(tokens[k], T.of) && has(tokens[k + 1], T.them));
  if (whom !== undefined) {
    const close = tokens.findIndex((t, i) => i > whom && i < whom + 12 && t.text === ',');
    return close > 0 && has(tokens[close + 1], T.be | T.have | T.verb | T.state) && s.owner[whom - 1] === -1 ? close : 0;
  }
  if (!has(tokens[comma + 1], T.including)) return 0;
  for (let i = comma + 2; i < Math.min(s.tokens.length, comma + 12); i++) {
    if (s.tokens[i]?.text === ',') return has(s.tokens[i + 1], T.verb | T.state) ? i : 0;
    if (has(s.tokens[i], T.verb | T.be | T.have | T.relative | T.subordinate)) return 0;
  }
  return 0;
}
