// Figures, "and" and commas in a clause: whether it goes on behind them. Undefined says that it does.
import { closing, included, reporting } from './asides.ts';
import type { Clause, Verdict } from './clause.ts';
import { T } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import { isPast } from './shapes.ts';
import { skipAdverbs } from './steps.ts';
import { hasOwnState, hasVerbBefore } from './subject.ts';
import { has } from './token-tests.ts';

/** Another figure stands in it. */
export function figure(c: Clause, own: number): Verdict | undefined {
  const { s, phrase, left } = c;
  const { tokens, phrases } = s;
  const other = phrases[own] as Phrase;
  const before = tokens[other.from - 1];
  // "134 hostages, 34 of whom are dead": said of those alone.
  if (other.partOf === 'them' && has(tokens[other.to], T.be | T.have | T.verb | T.modal)) {
    const close = closing(s, other.to);
    if (close < 0) return null;
    c.at = close;
    c.comma = true;
    c.near = false;
    return undefined;
  }
  // "166 of them in the park, and three guards were killed"
  const joined = has(before, T.and) || before?.text === ',' || before?.text === '-';
  if (joined && ((c.finite && !c.relative) || (phrase.partOf === 'them' && left?.text === ','))) return null;
  // "6 militants, 2 soldiers killed" are killed alike; "6 dead, 2 wounded" are not.
  const alike = phrase.head === 'person' && other.head === 'person' && tokens[phrase.to]?.text === ',' && tokens[skipAdverbs(s, other.to)]?.word.measure === 'killed';
  if (joined && c.comma && !c.finite && !alike && hasOwnState(s, other)) return null;
  // "104 people fell ill and 16 died": a bare number with its verb right behind it is the subject of that alone.
  if (has(before, T.and) && other.head === 'bare' && phrase.head !== 'bare' && !c.aux && has(tokens[other.to], T.verb | T.have | T.modal) && tokens[other.to]?.word.frame !== 'object') return null;
  // "Several men opened fire, leaving one man dead": the state is his.
  if (has(before, T.transparent) && other.head !== 'excluded' && hasOwnState(s, other)) return null;
  c.at = other.to - 1;
  c.near = alike || (joined && c.near && !c.comma);
  c.comma &&= !alike;
  return undefined;
}

/** Two things are joined in it. */
export function joint(c: Clause): Verdict | undefined {
  const { s, phrase, at } = c;
  const { tokens, owner } = s;
  const next = skipAdverbs(s, at + 1);
  const n = tokens[next];
  // "She had seven children and died", "he fought two men, and was killed": what an earlier verb is about, and so no subject.
  if (!c.later && (at === phrase.to || (at === phrase.to + 1 && c.comma)) && has(n, T.be | T.have | T.verb | T.modal) && owner[next] === -1 && hasVerbBefore(s, phrase.from)) return null;
  if (c.finite && !has(n, T.be | T.have | T.modal | T.verb | T.state | T.transparent) && !isPast(s, n)) return null;
  if (c.finite && owner[next] !== -1) return null;
  c.comma = false;
  return undefined;
}

/** A comma, a dash or a bracket. */
export function mark(c: Clause): Verdict | undefined {
  const { s, at } = c;
  const { tokens } = s;
  const skip = reporting(s, at) || (c.near ? included(s, at) : 0);
  if (skip > 0) {
    c.at = skip;
    return undefined;
  }
  if (c.finite && !c.relative) {
    const n = tokens[skipAdverbs(s, at + 1)];
    if (!has(n, T.and)) return null;
  }
  c.comma = true;
  c.near = false;
  return undefined;
}
