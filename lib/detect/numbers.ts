// Tokens → numbers: digits, words, dozens, ranges, shares and the "no" of "no casualties", wherever they start.
import { cardinal, roleOf } from './cardinal.ts';
import type { Cardinal } from './cardinal.ts';
import { T } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { made } from './number.ts';
import type { NumberRead } from './number.ts';
import { couldBeYear } from './shapes.ts';
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
  if (marked(link, 'to') && ((marked(before, 'from') && has(tokens[at - 2], T.rise | T.finite)) || isStep(tokens, at))) return null;
  // "5,200 to more than 15,000"
  const b = cardinal(tokens, to && tokens[a.to + 1]?.word.bound ? a.to + 2 : a.to + 1, lexicon);
  if (!b || b.vague) return null;
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

/** "The toll rose by two": by how many more. */
export function isStep(tokens: readonly Token[], at: number): boolean {
  const verb = has(tokens[at - 2], T.adverb) ? tokens[at - 3] : tokens[at - 2];
  return has(tokens[at - 1], T.by) && has(verb, T.rise | T.toll);
}
