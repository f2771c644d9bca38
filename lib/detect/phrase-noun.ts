// The noun behind a number, past the words that describe it.
import type { Measure } from '../claim/claim.ts';
import { T } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { HeadKind, Phrase } from './phrase.ts';
import { isAdverbLike, isNoun, isThing, isVerbLike, nounAhead, thingAhead } from './shapes.ts';
import { endsWith, has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** What no noun is behind, unless the word is in a class of nouns as well. */
const STOP = T.and | T.of | T.prep | T.relative | T.subordinate | T.be | T.have | T.modal | T.to | T.not | T.pronoun | T.finite | T.report | T.rise | T.date | T.including | T.transparent | T.by;

/** Walks describing words to the noun: "12 Afghan National Army soldiers", "two 17-year-old boys", "12 police posts". */
export function lookHead(tokens: readonly Token[], phrase: Phrase, start: number, lexicon: Lexicon): void {
  let at = start;
  let best = -1;
  let last = -1;
  let measure: Measure | null = null;
  let thing = false;
  for (; at < tokens.length; at++) {
    const t = tokens[at] as Token;
    const tags = t.word.tags;
    // "10 Marl-backed rebels"
    if (t.text === '-' && last >= 0 && !t.gap && tokens[at + 1]?.gap === false && isVerbLike(tokens[at + 1] as Token, lexicon)) {
      at++;
      continue;
    }
    // "300 mine/shell casualties"
    if (t.text === '/' && last >= 0 && best < 0 && !t.gap && tokens[at + 1]?.gap === false && nounAhead(tokens, at + 1, lexicon)) continue;
    if (t.digits || /^[^\p{L}\d']/u.test(t.text)) break;
    if (tags & T.det && !(marked(t, 'possessive') && ![1, 2, 3].some((k) => has(tokens[at + k], T.event)))) break;
    if (marked(t, 'increment') || tags & T.other) {
      // "18 times more likely", "one of the more badly burned": a comparison.
      if ((last >= 0 && marked(tokens[last], 'multiple')) || (marked(t, 'more') && has(tokens[at - 1], T.det) && isAdverbLike(tokens[at + 1], lexicon))) break;
      phrase.increment = phrase.increment || marked(t, 'increment') || marked(t, 'more');
      best = at;
      last = at;
      continue;
    }
    if (t.word.number && !(tags & (T.person | T.victim))) break;
    if (tags & (T.verb | T.state)) {
      // "two bullet wounds": the noun, not the verb.
      if (tags & T.event && best < 0 && (t.word.form === 'present' || t.word.form === 'base')) {
        // "second degree murder", "two bullet wounds": not people, though the noun alone would be.
        thing = last >= 0 && has(tokens[last], T.excluded);
        last = at;
        break;
      }
      const describes = describing(tokens, at, lexicon, phrase.number.high === 1) || (phrase.number.high === 1 && t.word.form === 'both' && isNoun(tokens[at + 1], lexicon));
      if (!describes) {
        if (tags & T.victim && last < 0) {
          // "36 million dead trees"
          thing = isThing(tokens[at + 1], lexicon);
          best = last = at;
          at++;
        }
        break;
      }
      measure = t.word.measure;
      continue;
    }
    // "four confirmed deaths", "12 reported casualties"
    if (tags & (T.transparent | T.report) && best < 0 && isVerbLike(t, lexicon, true) && (has(tokens[at + 1], T.person | T.victim) || (tokens[at + 2]?.word.plural && has(tokens[at + 2], T.victim) && (tokens[at + 1]?.word.tags === 0 || has(tokens[at + 1], T.excluded))))) continue;
    // "three suspected senior commanders"
    if (marked(t, 'suspects') && best < 0 && isSuspects(tokens, at, lexicon)) continue;
    // "103 confirmed and probable cases"
    if (tags & T.transparent && last < 0 && thingAhead(tokens, at + 1)) {
      phrase.head = 'excluded';
      return;
    }
    // "two weekend shootings"
    if (tags & T.date && last < 0 && has(tokens[at + 1], T.excluded) && tokens[at + 1]?.word.plural && !marked(tokens[at + 1], 'time')) continue;
    // "956 total deaths"
    if (tags & T.rise && tags & T.toll && has(tokens[at + 1], T.person | T.victim)) continue;
    // "40 Nepalis over four months", "injured 72 last month"
    if ((tags & T.prep && !(tags & T.person)) || (tags === 0 && marked(t, 'lately'))) break;
    if (tags & STOP && !(tags & (T.person | T.victim)) && !(tags & T.excluded && best < 0)) break;
    if (tags & T.adverb) {
      if (last >= 0) break;
      continue;
    }
    // "two more Marlish climbers"
    const goesOn = last >= 0 && has(tokens[last], T.other) && !marked(tokens[last], 'general') && nounAhead(tokens, at, lexicon);
    if (last >= 0 && best === last && !goesOn && isClosed(tokens[best] as Token) && !(tags & (T.person | T.victim | T.excluded | T.life))) break;
    if (tags & (T.person | T.victim | T.life)) best = at;
    else if (tags === 0 && best < 0 && isVerbLike(t, lexicon) && !nounAhead(tokens, at + 1, lexicon)) break;
    else if (tags === 0 && best >= 0 && isVerbLike(t, lexicon)) break;
    else if (tags === 0 && best >= 0 && t.capital && !t.gap) break;
    last = at;
    if (best < 0 && (marked(t, 'time') || (tags & T.excluded && t.word.plural && tokens[at + 1]?.word.tags === 0))) break;
  }
  if (last < 0) return;
  // "one man John Smith": the capitals after the noun are a name.
  const end = tokens[last] as Token;
  const head = best >= 0 && (best === last || (end.capital && !has(end, T.excluded))) ? best : last;
  const t = tokens[head] as Token;
  phrase.headAt = head;
  phrase.to = head + 1;
  phrase.adjective = measure;
  phrase.head = thing ? 'excluded' : kindOf(t, lexicon);
}

/** A plural noun of persons closes its phrase: what follows is a verb, a place or a time. */
function isClosed(t: Token): boolean {
  return t.word.plural || has(t, T.other);
}

/** "12 wounded soldiers": the participle describes when a noun of persons follows it. */
function describing(tokens: readonly Token[], at: number, lexicon: Lexicon, single: boolean): boolean {
  const t = tokens[at] as Token;
  if (has(t, T.verb) && !(t.word.form === 'both' || t.word.form === 'participle')) return false;
  if (t.word.result) return has(t, T.victim) && ofTheDead(tokens, at + 1, single);
  const noun = tokens[at + 1];
  if (noun && (has(noun, T.excluded) || (noun.word.tags === 0 && !noun.capital && !noun.digits && /^\p{L}/u.test(noun.text) && endsWith(noun.text, lexicon.language.endings.plural)))) return true;
  for (let i = at + 1; i < Math.min(tokens.length, at + 5); i++) {
    const n = tokens[i] as Token;
    if (has(n, T.person) || (has(n, T.victim) && n.word.soft && n.word.plural && t.word.frame !== 'subject')) return true;
    if (n.word.tags !== 0 && !has(n, T.adverb)) return false;
  }
  return false;
}

/** What the noun counts; one we do not know counts people where it ends like a word for them. */
function kindOf(t: Token, lexicon: Lexicon): HeadKind {
  const { endings } = lexicon.language;
  if (has(t, T.life)) return 'life';
  if (has(t, T.person)) return 'person';
  if (has(t, T.victim)) return 'victim';
  if (has(t, T.other)) return 'other';
  if (has(t, T.excluded | T.toll | T.event | T.group)) return 'excluded';
  return endsWith(t.text, endings.agedPerson) || (endsWith(t.text, endings.person) && !t.text.includes('-')) ? 'person' : 'unknown';
}

/** "four dead village guards": people who are dead; not "left four dead, police said". */
function ofTheDead(tokens: readonly Token[], from: number, single: boolean): boolean {
  const t = tokens[from];
  const at = t && /^\p{L}/u.test(t.text) && (t.word.tags === 0 || (has(t, T.excluded) && !t.word.plural)) ? from + 1 : from;
  return has(tokens[at], T.person) && (single || tokens[at]?.word.plural === true) && !has(tokens[at + 1], T.report);
}

/** "three suspected senior commanders"; "two wanted men" but not "two wanted men to go". */
const isSuspects = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean =>
  marked(tokens[at], 'hypothetical') ? has(tokens[at + 1], T.person) && tokens[at + 1]?.capital === false && !marked(tokens[at + 2], 'to') : nounAhead(tokens, at + 1, lexicon);
