// The predicate of a number phrase, sought on its right: "43 civilians, including three children, were killed".
import { closing, included, reporting } from './asides.ts';
import { injuriesOf, toClinic } from './injuries.ts';
import { T } from './lexicon.ts';
import { leftOf } from './phrase-left.ts';
import type { Phrase } from './phrase.ts';
import type { Reading } from './reading.ts';
import type { Rule } from './rules.ts';
import type { Sentence } from './sentence.ts';
import { isOngoing, isPast } from './shapes.ts';
import { skipAdverbs, skipBack } from './steps.ts';
import { describes, disagrees, hasOwnState, hasVerbBefore, newSubject, nextIsObject, pronounSubject, sharesSubject, strongObject } from './subject.ts';
import { endsWith, has, isPlain, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';
import { isHypothetical, isNounOf, measureOf, voiceOf } from './verbs.ts';

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
      if (has(tokens[i - 1], T.prep) || (has(tokens[i - 1], T.det) && isPlain(tokens[i + 1]))) continue;
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

/** The same, where doing the killing is no predicate. */
export function predicateOnly(s: Sentence, index: number): Reading | null {
  const p = predicateOf(s, index);
  return p === agent ? null : p;
}
