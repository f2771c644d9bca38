// Tokens → numbers: digits, words, dozens, ranges, shares and the "no" of "no casualties", wherever they start.
import { cardinal, roleOf } from './cardinal.ts';
import type { Cardinal } from './cardinal.ts';
import { T } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { made } from './number.ts';
import type { NumberRead } from './number.ts';
import { couldBeYear, isAdverbLike } from './shapes.ts';
import { shareAt } from './share.ts';
import { has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** Most words begin no number: neither digits, nor a word for one, nor what may stand before it ("a dozen", "another 50"), nor two in one ("thirty-nine"). */
const mayBegin = (t: Token): boolean => t.digits !== null || t.word.number !== null || has(t, T.det) || t.word.marks.size > 0 || t.text.includes('-');

/** The number that starts at token `at`, or null. A `name` reads as digits that count nothing: a time, a date, money. */
export function numberAt(tokens: readonly Token[], at: number, lexicon: Lexicon): NumberRead | null {
  const first = tokens[at];
  if (!first || !mayBegin(first)) return null;
  const share = shareAt(tokens, at, lexicon);
  if (share) return share;
  if (first.digits && first.digits.kind !== 'count') {
    const { kind, value } = first.digits;
    return made(at, at + 1, value, value, kind === 'ordinal' ? 'ordinal' : kind === 'percent' ? 'share' : 'name', kind === 'percent' ? 'percent' : 'digits');
  }
  // "No. 15" is a name.
  if (roleOf(first) === 'zero') return made(at, at + 1, 0, 0, tokens[at + 1]?.text === '.' && tokens[at + 2]?.digits ? 'name' : 'zero', 'zero');
  if (roleOf(first) === 'ordinal') return made(at, at + 1, first.word.number?.value ?? 0, first.word.number?.value ?? 0, 'ordinal', 'ordinal-word');
  const one = cardinal(tokens, at, lexicon);
  if (!one) return null;
  return rangeAt(tokens, at, one, lexicon) ?? whole(tokens, at, one);
}

function whole(tokens: readonly Token[], at: number, n: Cardinal): NumberRead {
  const read = made(at, n.to, n.low, n.high, n.vague ? 'vague' : 'count', n.rule);
  read.bound = n.to === at + 1 ? (tokens[at]?.digits?.bound ?? null) : null;
  read.yearlike = n.to === at + 1 && couldBeYear(tokens[at]);
  if (!Number.isInteger(n.low)) read.kind = 'rate';
  return read;
}

/** "9,000-11,000", "6 to 8", "six or seven", "between 9 and 11", "2 to 3 million". */
function rangeAt(tokens: readonly Token[], at: number, a: Cardinal, lexicon: Lexicon): NumberRead | null {
  const link = tokens[a.to];
  if (!link || a.vague) return null;
  const before = tokens[at - 1];
  const between = marked(before, 'between') && has(link, T.and);
  const dash = link.text === '-';
  const to = marked(link, 'to') || (marked(link, 'or') && !between);
  if (!between && !dash && !to) return null;
  // "rose from 6 to 8", "rose by two to 719": two numbers.
  const verb = tokens[isAdverbLike(tokens[at - 2], lexicon) || marked(tokens[at - 2], 'shift') ? at - 3 : at - 2];
  const moves = marked(before, 'from') && has(verb, T.rise | T.finite);
  if (marked(link, 'to') && ((moves && has(verb, T.rise)) || isStep(tokens, at))) return null;
  // "5,200 to more than 15,000"
  const b = cardinal(tokens, to && tokens[a.to + 1]?.word.bound ? a.to + 2 : a.to + 1, lexicon);
  if (!b || b.vague) return null;
  // "it went from 6 to 8", but "it took from 600 to 800 men"
  if (moves && marked(link, 'to') && !has(tokens[b.to], T.person)) return null;
  if (dash && tokens[b.to]?.text === '-' && tokens[b.to + 1]?.digits) return made(at, b.to + 2, a.low, b.low, 'name', 'dashes');
  // "2 to 3 million" and "40-45,000" mean the first in the unit of the second.
  const scale = a.scale === 1 && b.scale > 1 && a.low < b.low / b.scale ? b.scale : dash && b.scale === 1 && b.low % 1000 === 0 && a.low * 1000 < b.low && a.low > 9 ? 1000 : 1;
  const low = a.low * scale;
  if (dash && low >= b.low) return made(at, b.to, a.low, b.low, 'name', 'score');
  if (low >= b.low || !Number.isInteger(low) || !Number.isInteger(b.low)) return null;
  if (marked(link, 'or') && b.low > low * 2) return null;
  const read = made(at, b.to, low, b.low, 'count', 'range');
  read.range = true;
  if (couldBeYear(tokens[at]) && (couldBeYear(tokens[b.to - 1]) || b.low < 100)) read.kind = 'name';
  return read;
}

/** Words from the verb to "by": "rose on Sunday by two". */
const TO_BY = 6;

/** "The toll rose by two", "an increase of two": by how many more. */
export function isStep(tokens: readonly Token[], at: number): boolean {
  if (has(tokens[at - 1], T.of)) return has(tokens[at - 2], T.rise) && !has(tokens[at - 2], T.toll) && [3, 4].some((k) => has(tokens[at - k], T.det));
  if (!has(tokens[at - 1], T.by)) return false;
  for (let i = at - 2; i >= 0 && i > at - 2 - TO_BY; i--) {
    if (has(tokens[i], T.rise) || (i >= at - 3 && has(tokens[i], T.toll))) return true;
    if (!has(tokens[i], T.prep | T.det | T.adverb | T.excluded | T.date) && tokens[i]?.word.tags !== 0) return false;
  }
  return false;
}
