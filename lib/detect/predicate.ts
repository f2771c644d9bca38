// The predicate of a number phrase, sought on its right: "43 civilians, including three children, were killed".
import { T } from './lexicon.ts';
import { leftOf } from './phrases.ts';
import { endsWith } from './token-tests.ts';
import type { Phrase } from './phrases.ts';
import { has, marked } from './token-tests.ts';
import { isAdverb, isHypothetical, isNounOf, isOngoing, isPast, measureOf, voiceOf } from './verbs.ts';
import type { Sentence } from './verbs.ts';
import type { Reading } from './reading.ts';
import type { Rule } from './rules.ts';
import type { Token } from './tokens.ts';


/** A clause's words between subject and verb: a bound on work; the longest true one seen is about 45. */
const FAR = 70;

export const agent = 'agent';

/** The casualty predicate whose subject or victim the phrase is; `agent` when the phrase does the killing; null when there is none. */
export function predicateOf(s: Sentence, index: number, from?: number): Reading | typeof agent | null {
  const left = s.tokens[leftOf(s.tokens, s.phrases[index] as Phrase)];
  // Behind a preposition it is no subject: only a word right beside it can tell ("with 12 people injured", "families of two who were killed").
  const governed = has(left, T.prep | T.of | T.by | T.including) && !has(left, T.subordinate | T.adverb) && !marked(left, 'of-which');
  const { tokens, phrases, owner } = s;
  const phrase = phrases[index] as Phrase;
  const whole = phrases[index - 1]?.partOf === 'number';
  let finite = false;
  let relative = false;
  // Whether the relative clause stands right beside the people: "the two who killed him".
  let beside = true;
  let aux = false;
  let near = from === undefined;
  let comma = false;
  let subject = true;
  let transparent = false;
  const owned = possessedEvent(s, phrase);
  if (owned > 0) return read(s, owned, phrase, 'possessor');
  // "sinking three of the rebels' boats"
  if (marked(tokens[phrase.to], 'possessive')) return null;
  for (let i = from ?? phrase.to; i < tokens.length && i < phrase.to + FAR; i++) {
    const t = tokens[i] as Token;
    const own = owner[i] ?? -1;
    // "Ten of the 30 people on board died": ten did.
    if (whole && !relative && !transparent && !marked(tokens[i - 1], 'to') && ((i > phrase.to && !near && has(t, T.be | T.have | T.modal | T.verb | T.state | T.finite)) || (has(t, T.verb) && t.word.frame === 'subject'))) return null;
    // "rose to 94, with one person missing": what others came to stands behind it.
    if (governed && phrase.head === 'bare' && marked(t, 'absolute') && (owner[i + 1] ?? -1) >= 0) return null;
    if (governed && !relative && !(has(t, T.pronoun) && near) && ((has(t, T.be | T.have | T.modal | T.finite) && !(near && endsWith(t.text, s.lexicon.language.endings.ongoing))) || (has(t, T.and) && !marked(left, 'absolute')) || t.text === ',')) return null;
    if (own >= 0 && own !== index) {
      const other = phrases[own] as Phrase;
      const before = tokens[other.from - 1];
      // "134 hostages, 34 of whom are dead": said of those alone.
      if (other.partOf === 'them' && has(tokens[other.to], T.be | T.have | T.verb | T.modal)) {
        const close = closing(s, other.to);
        if (close < 0) return null;
        i = close;
        comma = true;
        near = false;
        continue;
      }
      // "166 of them in the park, and three guards were killed"
      const joined = has(before, T.and) || before?.text === ',' || before?.text === '-';
      if (joined && ((finite && !relative) || (phrase.partOf === 'them' && left?.text === ','))) return null;
      // "6 militants, 2 soldiers killed" are killed alike; "6 dead, 2 wounded" are not.
      const alike = phrase.head === 'person' && other.head === 'person' && tokens[phrase.to]?.text === ',' && tokens[skipAdverbs(s, other.to)]?.word.measure === 'killed';
      if (joined && comma && !finite && !alike && hasOwnState(s, other)) return null;
      i = other.to - 1;
      near = alike || (joined && near && !comma);
      comma &&= !alike;
      continue;
    }
    if (has(t, T.and)) {
      const next = skipAdverbs(s, i + 1);
      const n = tokens[next];
      // "She had seven children and died", "he fought two men, and was killed": what an earlier verb is about, and so no subject.
      if (from === undefined && (i === phrase.to || (i === phrase.to + 1 && comma)) && has(n, T.be | T.have | T.verb | T.modal) && owner[next] === -1 && hasVerbBefore(s, phrase.from)) return null;
      if (finite && !has(n, T.be | T.have | T.modal | T.verb | T.state | T.transparent) && !isPast(s, n)) return null;
      if (finite && owner[next] !== -1) return null;
      comma = false;
      continue;
    }
    if (t.text === ',' || t.text === '-' || t.text === '(' || t.text === ')') {
      const skip = reporting(s, i) || (near ? included(s, i) : 0);
      if (skip > 0) {
        i = skip;
        continue;
      }
      if (finite && !relative) {
        const n = tokens[skipAdverbs(s, i + 1)];
        if (!has(n, T.and)) return null;
      }
      comma = true;
      near = false;
      continue;
    }
    if (has(t, T.of) && has(tokens[i + 1], T.them) && owner[i + 1] === -1) return null;
    if (t.text === ':' || t.text === ';' || t.text === '.') return null;
    if (has(t, T.state) && !(has(t, T.verb) && t.word.form !== 'both')) {
      // "within homeless services", "a dead pigeon": it describes what follows.
      if (has(tokens[i - 1], T.prep) || (has(tokens[i - 1], T.det) && isNoun(tokens[i + 1]))) continue;
      if ((near || aux || transparent || t.word.result || (finite && has(tokens[i - 1], T.and))) && !describes(s, i)) return read(s, i, phrase, near ? 'state-after' : 'state-predicate');
      near = false;
      continue;
    }
    if (has(t, T.verb) && !(t.word.form === 'base' && has(tokens[i - 1], T.prep | T.by | T.of | T.det) && !marked(tokens[i - 1], 'to'))) {
      const frame = t.word.frame ?? 'object';
      if (isNounOf(s, i)) {
        near = false;
        continue;
      }
      // "ended it with one shot"
      if (t.word.soft && t.word.form === 'both' && i === phrase.to && phrase.number.high === 1 && phrase.head === 'bare' && left !== undefined && !(/^[,;:-]$/.test(left.text) || has(left, T.and | T.subordinate | T.report))) return null;
      if (t.word.form === 'ing') {
        if (frame !== 'object' && (near || aux)) {
          // "400 migrants fleeing the war are feared drowned": what came of those who fled.
          const main = t.word.measure === 'displaced' && !aux ? predicateOf(s, index, i + 1) : null;
          return main !== null && main !== agent && main.strict && main.measure !== 'displaced' ? main : read(s, i, phrase, 'subject');
        }
        if (near || has(tokens[i - 1], T.be)) return agent;
        if (has(tokens[i - 1], T.prep | T.by | T.of) || (comma && !aux)) {
          near = false;
          if (comma && finite) return null;
          continue;
        }
        near = false;
        continue;
      }
      // "were ordered to evacuate": they are those who go.
      if (t.word.measure === 'displaced' && t.word.form === 'base' && marked(tokens[i - 1], 'to') && marked(tokens[i - 2], 'hypothetical') && !nextIsObject(s, i)) return read(s, i, phrase, 'subject');
      if (finite && !sharesSubject(s, i, phrase.to)) return null;
      const voice = voiceOf(s, i);
      if (frame !== 'object' && disagrees(s, i, phrase, near)) return null;
      if (frame !== 'object') {
        if (voice === 'active' && frame === 'either' && nextIsObject(s, i)) return agent;
        if (t.word.form === 'participle' && !aux) continue;
        return read(s, i, phrase, 'subject');
      }
      if (voice === 'passive') {
        if (!subject) return null;
        if (has(tokens[i - 1], T.have)) return agent;
        return read(s, i, phrase, 'passive');
      }
      if (voice === 'participle' || (near && phrase.head === 'bare' && t.word.form === 'both' && !strongObject(s, i))) {
        if (near || aux || transparent || (has(tokens[skipBack(s, i - 1)], T.and) && !newSubject(s, phrase.to, i))) return read(s, i, phrase, near ? 'participle' : 'passive');
        if (!finite && !comma) return { ...read(s, i, phrase, 'participle'), strict: false };
        if (!finite && comma && has(tokens[phrase.from - 1], T.by)) return null;
        near = false;
        continue;
      }
      return (finite && !relative) || (relative && !beside) ? null : agent;
    }
    const clinic = marked(t, 'carry') && phrase.head !== 'unknown' && (near || aux || transparent) ? toClinic(s, i) : -1;
    if (clinic > 0) return { ...read(s, clinic, phrase, 'to-clinic'), measure: 'wounded' };
    if (marked(t, 'suffer')) {
      for (let j = i + 1; j < Math.min(tokens.length, i + 7); j++) {
        const n = tokens[j] as Token;
        if (has(n, T.event | T.victim) && n.word.measure === 'wounded' && n.word.form !== 'ing') return read(s, j, phrase, 'suffered');
        if (n.text === ',' || has(n, T.finite | T.subordinate | T.to)) break;
      }
    }
    const injuries = has(t, T.have) && (near || !finite) && phrase.head !== 'unknown' && phrase.number.kind !== 'zero' ? injuriesOf(s, i) : 0;
    if (injuries > 0) return read(s, injuries, phrase, 'suffered');
    if (has(t, T.relative)) {
      // "told two neighbours that the widow died": a clause with a subject of its own.
      const n = tokens[i + 1];
      if ((has(n, T.det | T.person | T.victim | T.event) || n?.digits) && !has(n, T.be)) return null;
      if (near || comma) {
        relative = true;
        beside = near;
      }
      else if (finite) return null;
      near = false;
      continue;
    }
    if (has(t, T.transparent)) {
      transparent = true;
      near = false;
      continue;
    }
    if (has(t, T.be | T.have | T.modal)) {
      if (finite && !relative && !has(tokens[i - 1], T.and | T.adverb | T.not | T.modal | T.have | T.be)) return null;
      aux = true;
      transparent = false;
      near = false;
      const n = tokens[skipAdverbs(s, i + 1)];
      if (n && !has(n, T.be | T.have | T.verb | T.state | T.transparent | T.modal | T.not) && (n.word.tags === 0 || has(n, T.finite | T.det | T.person | T.prep | T.report | T.victim | T.excluded))) {
        if (!relative) finite = true;
        else aux = false;
      }
      continue;
    }
    // "a top commander", "the increase": no verb.
    if (has(t, T.rise) && has(tokens[i - 1], T.det)) continue;
    if (has(t, T.finite | T.report | T.rise)) {
      // "were taken": the participle of a verb already counted.
      if (has(tokens[skipBack(s, i - 1)], T.be | T.have | T.modal)) continue;
      if (finite && !relative) return null;
      if (comma && !relative && !has(tokens[i - 1], T.and)) return null;
      if (relative) {
        relative = false;
        aux = false;
      } else finite = true;
      near = false;
      continue;
    }
    if (has(t, T.subordinate) && !has(tokens[i - 1], T.have)) {
      // "No one was there when he died": he is somebody else.
      if (!pronounSubject(s, i + 1) || phrase.number.kind === 'zero') return null;
      i++;
      near = false;
      finite = false;
      subject = true;
      continue;
    }
    if (has(t, T.pronoun) && !has(t, T.them)) {
      // "the people it said were killed"
      if (!has(tokens[i + 1], T.report)) return null;
      if (near) relative = true;
      i++;
      continue;
    }
    if (has(t, T.adverb) || has(t, T.date)) continue;
    if (has(t, T.prep | T.of | T.by | T.including)) {
      near = near && has(t, T.prep | T.of);
      continue;
    }
    if (isOngoing(s, t) && tokens[i - 1]?.text === ',' && !aux) return null;
    // An unknown word: a noun inside a prepositional phrase keeps us near; a verb form does not.
    if (isPast(s, t) && near && !has(tokens[i - 1], T.prep | T.of | T.det)) near = false;
  }
  return null;
}

function read(s: Sentence, at: number, phrase: Phrase, rule: Rule): Reading {
  const t = s.tokens[at] as Token;
  const m = has(t, T.verb) || has(t, T.state) ? measureOf(s, at) : { measure: t.word.measure ?? 'other', rules: [] };
  let negated = false;
  for (let i = at - 1; i >= phrase.to && i > at - 5; i--) {
    if (has(s.tokens[i], T.not)) negated = true;
    if (!has(s.tokens[i], T.not | T.be | T.have | T.modal | T.adverb)) break;
  }
  return { measure: m.measure, at, hypothetical: isHypothetical(s, at), negated, rules: [rule, ...m.rules], strict: true, word: t.word, safe: [at - 1, at + 1, at + 2].some((k) => marked(s.tokens[k], 'safe')) };
}

/** "the six priests' murder": the event that belongs to them; -1 when none. */
function possessedEvent(s: Sentence, phrase: Phrase): number {
  if (!marked(s.tokens[phrase.to], 'possessive')) return -1;
  for (let i = phrase.to + 1; i < phrase.to + 4 && !has(s.tokens[i], T.and | T.prep | T.of | T.be | T.have); i++) if (has(s.tokens[i], T.event) && s.tokens[i]?.word.measure) return i;
  return -1;
}

/** "were taken to a hospital", "were being treated at the clinic": where the wounded go; -1 when it is elsewhere. */
export function toClinic(s: Sentence, verb: number): number {
  let from = false;
  for (let i = verb + 1; i < Math.min(s.tokens.length, verb + 10); i++) {
    const t = s.tokens[i] as Token;
    // "taken from a hospital": not "released from" it, nor "taken from the scene to" it.
    if (marked(t, 'from')) from = !marked(s.tokens[verb], 'rescues');
    if (marked(t, 'to')) from = false;
    if (from && (marked(t, 'clinic') || has(t, T.state))) return -1;
    if (marked(t, 'clinic') || (has(t, T.state) && t.word.measure === 'wounded')) return i;
    // "treated for gunshot wounds"
    if (has(t, T.event | T.victim) && t.word.measure === 'wounded') return has(s.tokens[verb - 1], T.have) ? -1 : i;
    if (t.text === ',' || has(t, T.finite | T.subordinate | T.report | T.have) || has(t, T.verb)) return -1;
  }
  return -1;
}

/** "have serious injuries", "had several gunshot wounds": the injuries somebody has; 0 when it is something else. */
function injuriesOf(s: Sentence, have: number): number {
  for (let i = have + 1; i < Math.min(s.tokens.length, have + 6); i++) {
    const t = s.tokens[i] as Token;
    if (has(t, T.event | T.victim) && t.word.measure === 'wounded' && t.word.form !== 'ing') return i;
    if ((t.word.tags !== 0 && !has(t, T.adverb | T.det | T.person | T.excluded)) || isPast(s, t) || !/^[\p{L}-]/u.test(t.text)) return 0;
  }
  return 0;
}

/** After another finite verb the subject goes on only by "and" ("took a bus and were killed") or a pronoun. */
function sharesSubject(s: Sentence, verb: number, floor: number): boolean {
  for (let i = verb - 1; i >= floor; i--) {
    const t = s.tokens[i];
    if (has(t, T.and | T.relative | T.transparent) || marked(t, 'they')) return true;
    if (!has(t, T.be | T.have | T.modal | T.adverb | T.not | T.to)) return false;
  }
  return true;
}

/** "Two killed a man": an article or a number after the verb makes it active even after a bare number. */
function strongObject(s: Sentence, verb: number): boolean {
  const next = skipAdverbs(s, verb + 1);
  return has(s.tokens[next], T.det | T.pronoun) || ((s.owner[next] ?? -1) >= 0 && nextIsObject(s, verb));
}

export function skipAdverbs(s: Sentence, from: number): number {
  let i = from;
  // "have since been killed"
  for (let t = s.tokens[i]; t && (isAdverb(s, t) || has(t, T.not) || (has(t, T.subordinate) && has(s.tokens[i - 1], T.have))) && !has(t, T.state | T.verb); t = s.tokens[i]) i++;
  return i;
}

function skipBack(s: Sentence, from: number): number {
  let i = from;
  while (i > 0 && has(s.tokens[i], T.adverb)) i--;
  return i;
}

/** "killed dead soldiers": a state before a noun describes it and is no predicate of ours. */
function describes(s: Sentence, at: number): boolean {
  const next = s.tokens[at + 1];
  return next !== undefined && has(next, T.person) && (s.owner[at + 1] ?? -1) === -1 && !next.capital;
}

const nextIsObject = (s: Sentence, at: number): boolean => {
  const own = s.owner[skipAdverbs(s, at + 1)] ?? -1;
  return own >= 0 && (s.phrases[own] as Phrase).head !== 'excluded';
};

/** After a comma, "5 wounded" has its own word: the list of outcomes goes on there. */
function hasOwnState(s: Sentence, phrase: Phrase): boolean {
  const t = s.tokens[skipAdverbs(s, phrase.to)];
  return has(t, T.state) || (has(t, T.verb) && t?.word.form === 'both');
}

/** A comma that opens ", police said,": the position of its closing comma, or 0. */
function reporting(s: Sentence, comma: number): number {
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
function closing(s: Sentence, from: number): number {
  for (let i = from; i < Math.min(s.tokens.length, from + 12); i++) if (s.tokens[i]?.text === ',') return has(s.tokens[i + 1], T.be | T.have | T.verb | T.state) ? i : -1;
  return -1;
}

/** A comma that opens ", including two children,": the position of its closing comma, or 0. */
function included(s: Sentence, comma: number): number {
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

/** "One die is tossed", "three of them fight, and the machine dies": not what a single one, or several far off, do. */
function disagrees(s: Sentence, verb: number, { number, partOf, bound }: Phrase, near: boolean): boolean {
  const { form } = (s.tokens[verb] as Token).word;
  if (partOf !== null || bound !== null || number.range) return false;
  return number.high === 1 ? form === 'base' && number.kind === 'count' && !has(s.tokens[verb - 1], T.modal | T.to | T.adverb) : form === 'present' && !near && (number.kind === 'count' || number.kind === 'vague');
}

/** A word we do not know in lower case. */
const isNoun = (t: Token | undefined): boolean => t !== undefined && t.word.tags === 0 && t.word.marks.size === 0 && !t.capital && /^\p{L}/u.test(t.text);

/** Somebody does or has something before it. */
const hasVerbBefore = (s: Sentence, at: number): boolean => s.tokens.some((t, i) => i < at && s.owner[i] === -1 && (has(t, T.verb | T.finite | T.have) || isPast(s, t)));

/** "when they were killed": the pronoun stands for the people we started from. */
const pronounSubject = (s: Sentence, at: number): boolean => marked(s.tokens[at], 'they');

/** Another noun phrase took the subject's place between `from` and `to`. */
function newSubject(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (has(s.tokens[i], T.subordinate) || has(s.tokens[i], T.report)) return true;
  return false;
}
