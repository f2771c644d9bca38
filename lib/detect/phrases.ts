// Number phrases: qualifier + number + describing words + noun, "five of them", "dozens of civilians".
import { isAge } from './ages.ts';
import { T } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { isNameLike } from './names.ts';
import type { NumberRead } from './number.ts';
import { isStep, numberAt } from './numbers.ts';
import { lookLeft } from './phrase-left.ts';
import { lookHead } from './phrase-noun.ts';
import { lookOf } from './phrase-part.ts';
import type { Phrase } from './phrase.ts';
import { isNumber } from './shapes.ts';
import { has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

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
  const phrase: Phrase = { from: number.from, to: number.to, number, head: 'bare', headAt: -1, adjective: null, partOf: null, partWord: null, bound: null, increment: false };
  lookLeft(tokens, phrase, floor);
  phrase.increment ||= isStep(tokens, phrase.from);
  let at = number.to;
  // "three (3) militants"
  if (tokens[at]?.text === '(' && tokens[at + 1]?.digits?.value === number.low && tokens[at + 2]?.text === ')') phrase.to = at += 3;
  const after = tokens[at];
  // "In 2015 at least 12 died": the qualifier belongs to what follows.
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
