// Number phrases: qualifier + number + describing words + noun, "five of them", "dozens of civilians".
import type { Bound } from '../claim/amount.ts';
import type { Measure } from '../claim/claim.ts';
import { T } from './lexicon.ts';
import type { Lexicon, Word } from './lexicon.ts';
import { isStep, numberAt } from './numbers.ts';
import type { NumberRead } from './numbers.ts';
import { isAge } from './ages.ts';
import { isNameLike } from './names.ts';
import { endsWith, has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** `bare`: no noun ("killed 12"). `unknown`: a noun the lexicon does not have. `share`s and `name`s are read so as to be stepped over. */
export type HeadKind = 'person' | 'victim' | 'life' | 'other' | 'bare' | 'unknown' | 'excluded';

export type Phrase = {
  /** Token positions [from, to): the whole phrase with qualifier and noun. */
  from: number;
  to: number;
  number: NumberRead;
  head: HeadKind;
  headAt: number;
  /** Measure a describing word gives: "12 wounded soldiers". */
  adjective: Measure | null;
  /** "of them", "of the dead", "of the 40 soldiers": a part of people counted elsewhere. */
  partOf: 'them' | 'victims' | 'people' | 'number' | null;
  partWord: Word | null;
  bound: Bound | null;
  increment: boolean;
  rules: string[];
};


const STOP = T.and | T.of | T.prep | T.relative | T.subordinate | T.be | T.have | T.modal | T.to | T.not | T.pronoun | T.finite | T.report | T.rise | T.date | T.including | T.transparent | T.by;

/** All number phrases of a sentence, from left to right; they do not overlap. */
export function phrasesOf(tokens: readonly Token[], lexicon: Lexicon): Phrase[] {
  const phrases: Phrase[] = [];
  for (let i = 0; i < tokens.length; ) {
    const number = numberAt(tokens, i, lexicon);
    if (!number) {
      i++;
      continue;
    }
    const floor = phrases.at(-1)?.to ?? 0;
    const phrase = phraseAt(tokens, number, floor, lexicon);
    if (number.kind === 'rate' && !isRate(tokens, phrase)) number.kind = 'name';
    phrases.push(phrase);
    i = Math.max(phrase.to, number.to);
  }
  return phrases;
}

/** "1.5 deaths per day", "2.3 murders a week" */
const isRate = (tokens: readonly Token[], { head, to }: Phrase): boolean =>
  head === 'victim' && (marked(tokens[to], 'per') || (marked(tokens[to], 'article') && marked(tokens[to + 1], 'time')));

function phraseAt(tokens: readonly Token[], number: NumberRead, floor: number, lexicon: Lexicon): Phrase {
  const phrase: Phrase = { from: number.from, to: number.to, number, head: 'bare', headAt: -1, adjective: null, partOf: null, partWord: null, bound: null, increment: false, rules: [number.rule] };
  lookLeft(tokens, phrase, floor);
  phrase.increment ||= isStep(tokens, phrase.from);
  let at = number.to;
  // "three (3) militants"
  if (tokens[at]?.text === '(' && tokens[at + 1]?.digits?.value === number.low && tokens[at + 2]?.text === ')') phrase.to = at += 3;
  const after = tokens[at];
  if (after?.word.boundAfter && !isNumber(tokens[at + 1])) {
    phrase.bound ??= after.word.boundAfter;
    phrase.to = ++at;
  } else if (has(after, T.and) && marked(tokens[at + 1], 'more') && !nounFollows(tokens, at + 2)) {
    phrase.bound ??= 'at-least';
    phrase.to = at += 2;
  }
  if (isNameLike(tokens, phrase) || isAge(tokens, phrase) || isFactor(tokens, at) || isMeasure(tokens, phrase, at)) {
    phrase.number.kind = 'name';
    return phrase;
  }
  if (has(tokens[at], T.of)) {
    lookOf(tokens, phrase, at, lexicon);
    return phrase;
  }
  lookHead(tokens, phrase, at, lexicon);
  // "no reports of injuries"
  if (number.kind === 'zero' && phrase.head === 'excluded' && has(tokens[phrase.to], T.of)) lookHead(tokens, phrase, phrase.to + 1, lexicon);
  // "72 civilians or more"
  const last = tokens[phrase.to];
  if (last?.word.boundAfter && phrase.bound === null && !isNumber(tokens[phrase.to + 1])) {
    phrase.bound = last.word.boundAfter;
    phrase.to++;
  }
  return phrase;
}

const isNounStart = (t: Token | undefined): boolean => t !== undefined && !t.digits && (t.word.tags === 0 ? /^\p{L}/u.test(t.text) : has(t, T.person | T.victim | T.verb | T.state | T.excluded | T.transparent));

/** "Three and perhaps four times as many": how many times over. */
function isFactor(tokens: readonly Token[], at: number): boolean {
  if (!has(tokens[at], T.and | T.to)) return false;
  for (let i = at + 1; i < at + 4; i++) if (isNumber(tokens[i])) return marked(tokens[i + 1], 'multiple');
  return false;
}

/** "Of every ten people, eight were civilians", "thousands more than Katrina": what is measured with or beside, and no count. */
const isMeasure = (tokens: readonly Token[], { number }: Phrase, at: number): boolean =>
  (marked(tokens[number.from - 1], 'each') && has(tokens[number.from - 2], T.of | T.prep)) || (marked(tokens[at], 'more') && marked(tokens[at + 1], 'multiple') && !isNumber(tokens[at + 2]));

function nounFollows(tokens: readonly Token[], at: number): boolean {
  return has(tokens[at], T.person | T.victim);
}

/** "In 2015 at least 12 died": the qualifier belongs to what follows. */
const isNumber = (t: Token | undefined): boolean => t !== undefined && (t.digits !== null || t.word.number !== null);

/** Qualifiers, "another", "the", "a group of" before the number belong to the phrase. */
function lookLeft(tokens: readonly Token[], phrase: Phrase, floor: number): void {
  let i = phrase.from - 1;
  for (; i >= floor; i--) {
    const t = tokens[i] as Token;
    if (t.word.bound && has(tokens[i + 1], T.det) && i + 1 < phrase.number.from) break;
    if (t.word.bound) {
      // "The toll has gone up to 40": the words belong to the verb.
      if (marked(t, 'up-to') && (has(tokens[i - 1], T.rise) || marked(tokens[i - 1], 'goes'))) break;
      // The outer qualifier decides: "at least some 12" is at least.
      if (phrase.bound === null || t.word.bound !== 'about') phrase.bound = t.word.bound;
      // "did not fall below 200"
      if (t.word.bound === 'less-than' && has(tokens[i - 1], T.rise) && [2, 3].some((k) => has(tokens[i - k], T.not))) phrase.bound = 'at-least';
      // "should not be more than 14"
      if (t.word.bound === 'more-than' && has(tokens[i - 1], T.be) && has(tokens[i - 2], T.not)) phrase.bound = 'at-most';
      phrase.from = i;
    } else if (marked(t, 'increment')) {
      phrase.increment = true;
      phrase.from = i;
    } else if (marked(t, 'between') && phrase.number.range) {
      phrase.from = i;
      break;
    } else if (has(t, T.det | T.other)) continue;
    else if (has(t, T.of) && has(tokens[i - 1], T.group)) i--;
    else break;
  }
}

/** Where the phrase's context on the left starts: past determiners and "a group of". */
export function leftOf(tokens: readonly Token[], phrase: Phrase): number {
  let i = phrase.from - 1;
  for (; i >= 0; i--) {
    const t = tokens[i] as Token;
    if (has(t, T.of) && has(tokens[i - 1], T.group)) i = pastNames(tokens, i - 1);
    else if (!(has(t, T.det | T.other) && !marked(t, 'possessive')) && !has(t, T.group) && !marked(t, 'between') && !marked(t, 'from') && !t.word.bound) break;
  }
  return i;
}

/** "a Marl Heights family": from the noun back to the first of its names, where an article stands before them. */
function pastNames(tokens: readonly Token[], noun: number): number {
  let i = noun - 1;
  while (i > noun - 4 && tokens[i]?.capital && tokens[i]?.word.tags === 0) i--;
  return i < noun - 1 && has(tokens[i], T.det) ? i + 1 : noun;
}

/** "five of them", "three of the dead", "two of the 12 soldiers", "dozens of civilians". */
function lookOf(tokens: readonly Token[], phrase: Phrase, of: number, lexicon: Lexicon): void {
  let at = of + 1;
  let definite = false;
  while (has(tokens[at], T.det) && (!has(tokens[at], T.them) || isNounStart(tokens[at + 1]))) {
    definite = definite || !marked(tokens[at], 'article');
    at++;
  }
  const t = tokens[at];
  if (!t) return;
  if (has(t, T.them)) {
    phrase.partOf = 'them';
    phrase.to = at + 1;
    return;
  }
  if (numberAt(tokens, at, lexicon) || numberAt(tokens, pastOwner(tokens, at), lexicon)) {
    phrase.partOf = 'number';
    return;
  }
  // "one of the more seriously wounded"
  let past = at;
  if (definite) while (marked(tokens[past], 'more') || marked(tokens[past], 'superlative') || isAdverbLike(tokens[past], lexicon)) past++;
  const what = tokens[past];
  if (definite && what && (has(what, T.state) || (has(what, T.verb) && (what.word.form === 'both' || what.word.form === 'participle')))) {
    const next = tokens[past + 1];
    if (!has(next, T.person) && !isThing(next, lexicon)) {
      phrase.partOf = 'victims';
      phrase.partWord = what.word;
      phrase.to = past + 1;
      return;
    }
  }
  const before = phrase.to;
  lookHead(tokens, phrase, at, lexicon);
  // "22 counts of murder and 8 of attempted murder"
  const deed = tokens[phrase.headAt];
  if (phrase.head === 'victim' && !definite && phrase.number.low > 1 && deed?.word.plural === false && has(deed, T.event)) phrase.head = 'excluded';
  if (phrase.head === 'bare') {
    phrase.to = before;
    // "one of the few videos": of something, but not of people.
    if (definite) phrase.head = 'excluded';
  }
  if (phrase.head !== 'excluded' && phrase.head !== 'bare' && definite) {
    phrase.partOf = phrase.head === 'victim' ? 'victims' : 'people';
    if (phrase.head === 'victim') phrase.partWord = tokens[phrase.headAt]?.word ?? null;
  }
}

/** "1.7 million of Oram's 2.3 million people": behind a name and its possessive; the same place where none stands. */
const pastOwner = (tokens: readonly Token[], at: number): number => (tokens[at]?.capital ? at + 1 + [1, 2].findIndex((k) => marked(tokens[at + k], 'possessive')) + 1 : at);

/** Walks describing words to the noun: "12 Afghan National Army soldiers", "two 17-year-old boys", "12 police posts". */
function lookHead(tokens: readonly Token[], phrase: Phrase, start: number, lexicon: Lexicon): void {
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
  const tags = t.word.tags;
  phrase.headAt = head;
  phrase.to = head + 1;
  phrase.adjective = measure;
  const { endings } = lexicon.language;
  phrase.head = thing
    ? 'excluded'
    : tags & T.life
      ? 'life'
      : tags & T.victim && !(tags & T.person)
        ? 'victim'
        : tags & T.person
          ? 'person'
          : tags & T.other
            ? 'other'
            : tags & T.excluded || tags & (T.toll | T.event | T.group)
              ? 'excluded'
              : endsWith(t.text, endings.agedPerson) || (endsWith(t.text, endings.person) && !t.text.includes('-'))
                ? 'person'
                : 'unknown';
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
    if (/^[^\p{L}]/u.test(n.text) || n.capital) continue;
  }
  return false;
}

/** "four dead village guards": people who are dead; not "left four dead, police said". */
function ofTheDead(tokens: readonly Token[], from: number, single: boolean): boolean {
  const t = tokens[from];
  const at = t && /^\p{L}/u.test(t.text) && (t.word.tags === 0 || (has(t, T.excluded) && !t.word.plural)) ? from + 1 : from;
  return has(tokens[at], T.person) && (single || tokens[at]?.word.plural === true) && !has(tokens[at + 1], T.report);
}

/** "one strangled sound": a word we do not know, and no adverb. */
const isNoun = (t: Token | undefined, lexicon: Lexicon): boolean =>
  t !== undefined && t.word.tags === 0 && t.word.marks.size === 0 && !t.capital && !t.digits && /^\p{L}/u.test(t.text) && !isAdverbLike(t, lexicon) && !isVerbLike(t, lexicon);

/** A plural that is no word for people, nor ends like one. */
const isThing = (t: Token | undefined, lexicon: Lexicon): boolean =>
  t !== undefined && !t.capital && !t.digits && (has(t, T.excluded) ? t.word.plural : t.word.tags === 0 && endsWith(t.text, lexicon.language.endings.plural) && !endsWith(t.text, lexicon.language.endings.person));

/** A thing that is counted stands within a few describing words. */
function thingAhead(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 4; i++) {
    if (has(tokens[i], T.excluded) && tokens[i]?.word.plural) return true;
    if (!has(tokens[i], T.and | T.transparent | T.report) && tokens[i]?.word.tags !== 0) return false;
  }
  return false;
}

/** "three suspected senior commanders"; "two wanted men" but not "two wanted men to go". */
const isSuspects = (tokens: readonly Token[], at: number, lexicon: Lexicon): boolean =>
  marked(tokens[at], 'hypothetical') ? has(tokens[at + 1], T.person) && tokens[at + 1]?.capital === false && !marked(tokens[at + 2], 'to') : nounAhead(tokens, at + 1, lexicon);

function nounAhead(tokens: readonly Token[], from: number, lexicon: Lexicon): boolean {
  for (let i = from; i < Math.min(tokens.length, from + 4); i++) {
    const n = tokens[i] as Token;
    if (has(n, T.person | T.victim | T.excluded) || (n.word.tags === 0 && endsWith(n.text, lexicon.language.endings.person))) return true;
    if (n.word.tags !== 0 && !has(n, T.adverb)) return false;
    if (/^[^\p{L}\d']/u.test(n.text)) return false;
  }
  return false;
}

const isAdverbLike = (t: Token | undefined, lexicon: Lexicon): boolean => has(t, T.adverb) || (t?.word.tags === 0 && endsWith(t.text, lexicon.language.endings.adverb));

const isVerbLike = (t: Token, lexicon: Lexicon, past = false): boolean => endsWith(t.text, lexicon.language.endings.past) || (!past && endsWith(t.text, lexicon.language.endings.ongoing));
