// Words that build a clause and tell of no harm: who, have, went, when. Undefined says that it goes on behind them.
import type { Clause, Verdict } from './clause.ts';
import { T } from './lexicon.ts';
import { isNumber } from './shapes.ts';
import { skipAdverbs, skipBack } from './steps.ts';
import { pronounSubject } from './subject.ts';
import { has } from './token-tests.ts';

/** "who", "that" */
export function relative(c: Clause): Verdict | undefined {
  const { s, at } = c;
  const { tokens } = s;
  // "told two neighbours that the widow died": a clause with a subject of its own.
  const n = tokens[at + 1];
  if ((has(n, T.det | T.person | T.victim | T.event) || isNumber(n)) && !has(n, T.be)) return null;
  // "462 who fell ill and 68 who died", "two guards, as well as eight aides who were trapped": said of the last alone.
  if (!c.near && s.owner[at - 1] !== -1 && s.owner[at - 1] !== c.index && at > c.phrase.to) return null;
  if (c.near || c.comma) {
    c.relative = true;
    c.beside = c.near;
  } else if (c.finite) return null;
  c.near = false;
  return undefined;
}

/** "were", "have", "could" */
export function auxiliary(c: Clause): Verdict | undefined {
  const { s, at } = c;
  const { tokens } = s;
  if (c.finite && !c.relative && !has(tokens[at - 1], T.and | T.adverb | T.not | T.modal | T.have | T.be)) return null;
  c.aux = true;
  c.transparent = false;
  c.near = false;
  const n = tokens[skipAdverbs(s, at + 1)];
  if (n && !has(n, T.be | T.have | T.verb | T.state | T.transparent | T.modal | T.not) && (n.word.tags === 0 || has(n, T.finite | T.det | T.person | T.prep | T.report | T.victim | T.excluded))) {
    if (!c.relative) c.finite = true;
    else c.aux = false;
  }
  return undefined;
}

/** A verb of something else than harm. */
export function otherVerb(c: Clause): Verdict | undefined {
  const { s, at } = c;
  const { tokens } = s;
  // "were taken": the participle of a verb already counted.
  if (has(tokens[skipBack(s, at - 1)], T.be | T.have | T.modal)) return undefined;
  // "64 survivors, who reported that several men had drowned": those stand behind the word of saying.
  if (c.relative && has(tokens[at], T.report) && s.owner[at + 1] !== undefined && s.owner[at + 1] !== -1) return null;
  if (c.finite && !c.relative) return null;
  if (c.comma && !c.relative && !has(tokens[at - 1], T.and)) return null;
  if (c.relative) {
    c.relative = false;
    c.aux = false;
  } else c.finite = true;
  c.near = false;
  return undefined;
}

/** "when", "because": only where it goes on with the same people. */
export function subordinate(c: Clause): Verdict | undefined {
  const { s, phrase, at } = c;
  // "No one was there when he died": he is somebody else.
  if (!pronounSubject(s, at + 1) || phrase.number.kind === 'zero') return null;
  c.at++;
  c.near = false;
  c.finite = false;
  return undefined;
}

/** "the people it said were killed" */
export function pronoun(c: Clause): Verdict | undefined {
  const { s, at } = c;
  const { tokens } = s;
  if (!has(tokens[at + 1], T.report)) return null;
  if (c.near) c.relative = true;
  c.at++;
  return undefined;
}
