// Words of harm in a clause: whether they are said of the people it begins with. Undefined says that they are not, and that it goes on.
import { agent, read } from './clause.ts';
import type { Clause, Verdict } from './clause.ts';
import { injuriesOf, toClinic } from './injuries.ts';
import { T } from './lexicon.ts';
import { skipBack } from './steps.ts';
import { describes, disagrees, newSubject, nextIsObject, sharesSubject, strongObject } from './subject.ts';
import { has, isPlain, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';
import { isNounOf, voiceOf } from './verbs.ts';

/** "dead", "missing", "homeless" */
export function state(c: Clause, t: Token): Verdict | undefined {
  const { s, phrase, at } = c;
  const { tokens } = s;
  // "within homeless services", "a dead pigeon": it describes what follows.
  if (has(tokens[at - 1], T.prep) || (has(tokens[at - 1], T.det) && isPlain(tokens[at + 1]))) return undefined;
  if ((c.near || c.aux || c.transparent || t.word.result || (c.finite && has(tokens[at - 1], T.and))) && !describes(s, at)) return read(s, at, phrase, c.near ? 'state-after' : 'state-predicate');
  c.near = false;
  return undefined;
}

/** A casualty verb. */
export function verb(c: Clause, t: Token): Verdict | undefined {
  const { s, phrase, left, at } = c;
  const { tokens } = s;
  const frame = t.word.frame ?? 'object';
  if (isNounOf(s, at)) {
    c.near = false;
    return undefined;
  }
  // "ended it with one shot"
  if (t.word.soft && t.word.form === 'both' && at === phrase.to && phrase.number.high === 1 && phrase.head === 'bare' && left !== undefined && !(/^[,;:-]$/.test(left.text) || has(left, T.and | T.subordinate | T.report))) return null;
  if (t.word.form === 'ing') {
    if (frame !== 'object' && (c.near || c.aux)) return read(s, at, phrase, 'subject');
    if (c.near || has(tokens[at - 1], T.be)) return agent;
    if (has(tokens[at - 1], T.prep | T.by | T.of) || (c.comma && !c.aux)) {
      c.near = false;
      if (c.comma && c.finite) return null;
      return undefined;
    }
    c.near = false;
    return undefined;
  }
  // "were ordered to evacuate": they are those who go.
  if (t.word.measure === 'displaced' && t.word.form === 'base' && marked(tokens[at - 1], 'to') && marked(tokens[at - 2], 'hypothetical') && !nextIsObject(s, at)) return read(s, at, phrase, 'subject');
  // "Four women were among those killed."
  if (has(tokens[at - 1], T.them) && marked(tokens[at - 2], 'among') && frame === 'object' && c.aux && !has(tokens[at + 1], T.be)) return read(s, at, phrase, 'passive');
  if (c.finite && !sharesSubject(s, at, phrase.to)) return null;
  const voice = voiceOf(s, at);
  if (frame !== 'object' && disagrees(s, at, phrase, c.near)) return null;
  if (frame !== 'object') {
    if (voice === 'active' && frame === 'either' && nextIsObject(s, at)) return agent;
    if (t.word.form === 'participle' && !c.aux) return undefined;
    return read(s, at, phrase, 'subject');
  }
  if (voice === 'passive') {
    if (has(tokens[at - 1], T.have)) return agent;
    return read(s, at, phrase, 'passive');
  }
  if (voice === 'participle' || (c.near && phrase.head === 'bare' && t.word.form === 'both' && !strongObject(s, at))) {
    if (c.near || c.aux || c.transparent || (has(tokens[skipBack(s, at - 1)], T.and) && !newSubject(s, phrase.to, at))) return read(s, at, phrase, c.near ? 'participle' : 'passive');
    if (!c.finite && !c.comma) return { ...read(s, at, phrase, 'participle'), strict: false };
    if (!c.finite && c.comma && has(tokens[phrase.from - 1], T.by)) return null;
    c.near = false;
    return undefined;
  }
  return (c.finite && !c.relative) || (c.relative && !c.beside) ? null : agent;
}

/** Wounded without a verb of wounding. */
export function hurt(c: Clause, t: Token): Verdict | undefined {
  const { s, phrase, at } = c;
  const { tokens } = s;
  const clinic = marked(t, 'patient') && phrase.head !== 'unknown' && (c.near || c.aux || c.transparent) ? toClinic(s, at) : -1;
  if (clinic > 0) return { ...read(s, clinic, phrase, 'to-clinic'), measure: 'wounded' };
  if (marked(t, 'suffer')) {
    for (let j = at + 1; j < Math.min(tokens.length, at + 7); j++) {
      const n = tokens[j] as Token;
      if (has(n, T.event | T.victim) && n.word.measure === 'wounded' && n.word.form !== 'ing') return { ...read(s, j, phrase, 'suffered'), ...(marked(tokens[j - 1], 'deadly') ? { measure: 'killed' } : {}) };
      if (n.text === ',' || has(n, T.finite | T.subordinate | T.to)) break;
    }
  }
  const injuries = has(t, T.have) && (c.near || !c.finite) && phrase.head !== 'unknown' && phrase.number.kind !== 'zero' ? injuriesOf(s, at) : 0;
  if (injuries > 0) return read(s, injuries, phrase, 'suffered');
  return undefined;
}
