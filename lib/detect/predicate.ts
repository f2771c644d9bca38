// The predicate of a number phrase, sought on its right: "43 civilians, including three children, were killed".
import { auxiliary, otherVerb, pronoun, relative, subordinate } from './clause-frame.ts';
import { hurt, state, verb } from './clause-harm.ts';
import { figure, joint, mark } from './clause-joints.ts';
import { agent, clauseOf, read } from './clause.ts';
import type { Clause, Verdict } from './clause.ts';
import { T } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './sentence.ts';
import { isOngoing, isPast } from './shapes.ts';
import { endsWith, has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** A clause's words between subject and verb: a bound on work; the longest true one seen is about 45. */
const FAR = 70;

/** The casualty predicate whose subject or victim the phrase is; `agent` when the phrase does the killing; null when there is none. */
export function predicateOf(s: Sentence, index: number, from?: number): Verdict {
  const phrase = s.phrases[index] as Phrase;
  const owned = possessedEvent(s, phrase);
  if (owned > 0) return read(s, owned, phrase, 'possessor');
  // "sinking three of the rebels' boats"
  if (marked(s.tokens[phrase.to], 'possessive')) return null;
  for (const c = clauseOf(s, index, from); c.at < s.tokens.length && c.at < phrase.to + FAR; c.at++) {
    const t = s.tokens[c.at] as Token;
    if (ends(c, t)) return null;
    const found = step(c, t);
    if (found === undefined) continue;
    // "400 migrants fleeing the war are feared drowned": what came of those who fled.
    const fleeing = found !== null && found !== agent && found.at === c.at && t.word.form === 'ing' && t.word.measure === 'displaced' && !c.aux;
    const main = fleeing ? predicateOf(s, index, c.at + 1) : null;
    return main !== null && main !== agent && main.strict && main.measure !== 'displaced' ? main : found;
  }
  return null;
}

/** What the next word says; undefined when the clause goes on. */
function step(c: Clause, t: Token): Verdict | undefined {
  const { s, at } = c;
  const { tokens, owner } = s;
  const own = owner[at] ?? -1;
  if (own >= 0 && own !== c.index) return figure(c, own);
  if (has(t, T.and)) return joint(c);
  if (t.text === ',' || t.text === '-' || t.text === '(' || t.text === ')') return mark(c);
  if (has(t, T.of) && has(tokens[at + 1], T.them) && owner[at + 1] === -1) return null;
  if (t.text === ':' || t.text === ';' || t.text === '.') return null;
  if (has(t, T.state) && !(has(t, T.verb) && t.word.form !== 'both')) return state(c, t);
  if (has(t, T.verb) && !(t.word.form === 'base' && has(tokens[at - 1], T.prep | T.by | T.of | T.det) && !marked(tokens[at - 1], 'to'))) return verb(c, t);
  const found = hurt(c, t);
  if (found) return found;
  if (has(t, T.relative)) return relative(c);
  if (has(t, T.transparent)) {
    c.transparent = true;
    c.near = false;
    return undefined;
  }
  if (has(t, T.be | T.have | T.modal)) return auxiliary(c);
  // "a top commander", "the increase": no verb.
  if (has(t, T.rise) && has(tokens[at - 1], T.det)) return undefined;
  if (has(t, T.finite | T.report | T.rise)) return otherVerb(c);
  if (has(t, T.subordinate) && !has(tokens[at - 1], T.have)) return subordinate(c);
  if (has(t, T.pronoun) && !has(t, T.them)) return pronoun(c);
  if (has(t, T.adverb | T.date)) return undefined;
  if (has(t, T.prep | T.of | T.by | T.including)) {
    c.near = c.near && has(t, T.prep | T.of);
    return undefined;
  }
  if (isOngoing(s, t) && tokens[at - 1]?.text === ',' && !c.aux) return null;
  // An unknown word: a noun inside a prepositional phrase keeps us near; a verb form does not.
  if (isPast(s, t) && c.near && !has(tokens[at - 1], T.prep | T.of | T.det)) c.near = false;
  return undefined;
}

/** What befell others is told from here on, and no more what befell these. */
function ends(c: Clause, t: Token): boolean {
  const { s, phrase, left, governed, whole, at } = c;
  const { tokens, owner } = s;
  // "Ten of the 30 people on board died": ten did.
  if (whole && !c.relative && !c.transparent && !marked(tokens[at - 1], 'to') && ((at > phrase.to && !c.near && has(t, T.be | T.have | T.modal | T.verb | T.state | T.finite)) || (has(t, T.verb) && t.word.frame === 'subject'))) return true;
  // "rose to 94, with one person missing": what others came to stands behind it.
  if (governed && phrase.head === 'bare' && marked(t, 'absolute') && (owner[at + 1] ?? -1) >= 0) return true;
  if (governed && !c.relative && !(has(t, T.pronoun) && c.near) && ((has(t, T.be | T.have | T.modal | T.finite) && !(c.near && endsWith(t.text, s.lexicon.language.endings.ongoing))) || (has(t, T.and) && !marked(left, 'absolute')) || t.text === ',')) return true;
  return false;
}

/** "the six priests' murder": the event that belongs to them; -1 when none. */
function possessedEvent(s: Sentence, phrase: Phrase): number {
  if (!marked(s.tokens[phrase.to], 'possessive')) return -1;
  for (let i = phrase.to + 1; i < phrase.to + 4 && !has(s.tokens[i], T.and | T.prep | T.of | T.be | T.have); i++) if (has(s.tokens[i], T.event) && s.tokens[i]?.word.measure) return i;
  return -1;
}

/** The same, where doing the killing is no predicate. */
export function predicateOnly(s: Sentence, index: number): Reading | null {
  const p = predicateOf(s, index);
  return p === agent ? null : p;
}
