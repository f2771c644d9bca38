// Tokens → numbers: digits, words, dozens, ranges, shares and the "no" of "no casualties", wherever they start.
import type { Bound } from '../claim/amount.ts';
import type { NumberRole } from './language.ts';
import { T, UNKNOWN } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { couldBeYear } from './shapes.ts';
import { has, isPlain, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** `rate`: a decimal, which counts nobody unless what follows says of how many or how often. */
export type NumberKind = 'count' | 'vague' | 'ordinal' | 'zero' | 'share' | 'rate' | 'name';
export type NumberRead = {
  /** Token positions: [from, to). */
  from: number;
  to: number;
  low: number;
  high: number | null;
  kind: NumberKind;
  range: boolean;
  /** "10,000+", "200-odd" */
  bound: Bound | null;
  /** Written in four bare digits that could be a year. */
  yearlike: boolean;
  rule: string;
};

type Cardinal = { to: number; low: number; high: number | null; vague: boolean; rule: string; scale: number };

const role = (token: Token | undefined): NumberRole | null => token?.word.number?.role ?? null;

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
  if (role(first) === 'zero') return made(at, at + 1, 0, 0, tokens[at + 1]?.text === '.' && tokens[at + 2]?.digits ? 'name' : 'zero', 'zero');
  if (role(first) === 'ordinal') return made(at, at + 1, first.word.number?.value ?? 0, first.word.number?.value ?? 0, 'ordinal', 'ordinal-word');
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

function made(from: number, to: number, low: number, high: number | null, kind: NumberKind, rule: string): NumberRead {
  return { from, to, low, high, kind, range: false, bound: null, yearlike: false, rule };
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

/** A cardinal in digits or words; "two dozen", "several hundred", "tens of thousands", "1.2 million". */
function cardinal(tokens: readonly Token[], at: number, lexicon: Lexicon): Cardinal | null {
  const first = tokens[at];
  if (!first) return null;
  if (first.digits) {
    if (first.digits.kind !== 'count') return null;
    const next = tokens[at + 1]?.word.number;
    if (next?.role === 'scale' && next.value > 0) {
      const value = Math.round(first.digits.value * next.value);
      const plus = tokens[at + 2]?.word.number;
      // "2 lakh crore" is nobody's head count; the second scale is left to be an unknown noun.
      return { to: plus?.role === 'scale' ? at + 3 : at + 2, low: value, high: value, vague: false, rule: 'digits-scale', scale: next.value };
    }
    const hundred = next?.role === 'hundred' || next?.role === 'dozen' ? next.value : 1;
    const value = first.digits.value * hundred;
    return { to: hundred > 1 ? at + 2 : at + 1, low: value, high: value, vague: false, rule: 'digits', scale: 1 };
  }
  return inWords(tokens, at, lexicon);
}

function valuesOf(token: Token | undefined, lexicon: Lexicon): { role: NumberRole; value: number; high: number | null } | null {
  if (!token || token.digits) return null;
  if (token.word.number) return token.word.number;
  const dash = token.text.indexOf('-');
  if (dash < 0) return null;
  // "thirty-nine", "half-dozen", "two-hundred".
  const a = lexicon.words.get(token.text.slice(0, dash))?.number;
  const b = lexicon.words.get(token.text.slice(dash + 1))?.number;
  if (a?.role === 'ten' && b?.role === 'unit' && b.value < 10) return { role: 'unit', value: a.value + b.value, high: a.value + b.value };
  // "hundred-twenty-three" after "one": the rest of a number is hung on to its hundred.
  const rest = a?.role === 'hundred' ? valuesOf({ ...token, text: token.text.slice(dash + 1), word: lexicon.words.get(token.text.slice(dash + 1)) ?? UNKNOWN }, lexicon) : null;
  if (a && rest && (rest.role === 'unit' || rest.role === 'ten')) return { role: 'hundred', value: a.value, high: rest.value };
  if (a?.role === 'half' && (b?.role === 'dozen' || b?.role === 'scale')) return { role: 'unit', value: b.value / 2, high: b.value / 2 };
  return null;
}

function inWords(tokens: readonly Token[], at: number, lexicon: Lexicon): Cardinal | null {
  let i = at;
  let total = 0;
  let current = 0;
  let seen: NumberRole | null = null;
  let scale = 1;
  let vague: { low: number; high: number | null } | null = null;
  const start = tokens[at];
  const article = has(start, T.det);
  if (article) {
    // "a dozen", "a hundred", "a few", "a couple of"; "the hundreds" is not one.
    const n = valuesOf(tokens[at + 1], lexicon);
    if (!marked(start, 'article') || !n || !['hundred', 'scale', 'dozen', 'few', 'couple'].includes(n.role)) return null;
    i++;
  } else if (role(start) === 'half') {
    // "half a dozen", "half a million".
    const skip = marked(tokens[at + 1], 'article') ? 2 : 1;
    const n = valuesOf(tokens[at + skip], lexicon);
    if (!n || (n.role !== 'dozen' && n.role !== 'scale')) return null;
    return { to: at + skip + 1, low: n.value / 2, high: n.value / 2, vague: false, rule: 'half', scale: 1 };
  }
  // "one and a half million"
  const whole = valuesOf(tokens[i], lexicon);
  if (whole?.role === 'unit' && has(tokens[i + 1], T.and) && marked(tokens[i + 2], 'article') && role(tokens[i + 3]) === 'half') {
    const big = valuesOf(tokens[i + 4], lexicon);
    if (big?.role === 'scale') return { to: i + 5, low: (whole.value + 0.5) * big.value, high: (whole.value + 0.5) * big.value, vague: false, rule: 'half', scale: 1 };
  }
  for (; i < tokens.length; i++) {
    const n = valuesOf(tokens[i], lexicon);
    if (!n) {
      const next = valuesOf(tokens[i + 1], lexicon);
      const joins = has(tokens[i], T.and) && !marked(tokens[i], 'or') && (seen === 'hundred' || seen === 'scale') && next && (next.role === 'unit' || next.role === 'ten');
      if (joins) continue;
      break;
    }
    if (n.role === 'unit' || n.role === 'ten') {
      if (seen === 'unit' || (seen === 'ten' && (n.role === 'ten' || n.value > 9)) || seen === 'dozen' || vague) break;
      if (marked(tokens[i], 'one') && seen === null && pronoun(tokens, i)) return null;
      current += n.value;
    } else if (n.role === 'hundred' || n.role === 'dozen') {
      if (vague) vague = times(vague, n.value);
      else if (seen === 'scale' || seen === 'dozen' || seen === n.role) break;
      // "A score" and "three score" are twenty and sixty; a score alone is a point or a result.
      else if (marked(tokens[i], 'point') && seen === null && !article) break;
      else {
        current = (current || 1) * n.value;
        if (n.role === 'hundred' && n.high !== null && n.high !== n.value) current += n.high;
      }
    } else if (n.role === 'scale') {
      if (vague) vague = times(vague, n.value);
      else if (seen === null && !article) break;
      else {
        total += (current || 1) * n.value;
        current = 0;
        scale = n.value;
      }
    } else if (n.role === 'couple') {
      if (seen !== null || vague || !article) break;
      current = n.value;
    } else if (n.role === 'vague' || n.role === 'few') {
      // "the few" is no count, "a few" is.
      if (n.role === 'few' && !article) break;
      if (seen !== null || vague) break;
      vague = { low: n.value, high: n.high };
    } else if (n.role === 'vagues') {
      // "dozens", "tens of thousands", "hundreds of thousands", "many thousands".
      if (seen !== null || vague) break;
      vague = { low: n.value, high: n.high };
      const of = tokens[i + 1];
      const big = valuesOf(tokens[i + 2], lexicon);
      if (has(of, T.of) && big?.role === 'vagues') {
        const unit = big.value / 2;
        vague = { low: n.value * unit, high: n.high === null ? null : (n.high + 1) * unit - 1 };
        i += 2;
      }
      i++;
      // "hundreds and hundreds" are hundreds.
      if (has(tokens[i], T.and) && tokens[i + 1]?.text === tokens[i - 1]?.text) i += 2;
      break;
    } else break;
    seen = n.role;
  }
  if (vague) return { to: i, low: vague.low, high: vague.high, vague: true, rule: 'vague', scale: 1 };
  if (seen === null) return null;
  const value = total + current;
  return { to: i, low: value, high: value, vague: false, rule: 'number-words', scale };
}

const times = (v: { low: number; high: number | null }, by: number): { low: number; high: number | null } => ({ low: v.low * by, high: v.high === null ? null : v.high * by });

/** "one" that stands for a person or a thing already named ("no one", "the one who", "the big one", "one another") counts nobody. */
function pronoun(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const described = isPlain(before) && has(tokens[at - 2], T.det);
  const after = tokens[at + 1];
  // "two who are stable and one who is not"
  const another = has(after, T.relative) && has(before, T.and);
  // "said that one soldier died"
  const said = has(before, T.relative) && has(tokens[at - 2], T.report);
  return (marked(before, 'before-one') && !said) || (marked(after, 'after-one') && !another) || has(before, T.not) || described;
}

/** "15 per cent", "two-thirds", "a third of", "one in five". */
function shareAt(tokens: readonly Token[], at: number, lexicon: Lexicon): NumberRead | null {
  const first = tokens[at];
  if (!first) return null;
  const skip = marked(first, 'article') || marked(first, 'increment') ? 1 : 0;
  const n = valuesOf(tokens[at + skip], lexicon);
  if (n?.role === 'fraction' || (n?.role === 'half' && has(tokens[at + 1], T.of))) return made(at, at + skip + 1, 0, 0, 'share', 'fraction');
  // "a third of", a place in a row without the article
  if (skip && n?.role === 'ordinal' && n.value > 2 && has(tokens[at + 2], T.of)) return made(at, at + 2, 0, 0, 'share', 'fraction');
  if (skip) return null;
  const dash = first.text.indexOf('-');
  if (dash > 0 && lexicon.words.get(first.text.slice(dash + 1))?.number?.role === 'fraction') return made(at, at + 1, 0, 0, 'share', 'fraction');
  const c = cardinal(tokens, at, lexicon);
  if (!c || c.vague) return null;
  const next = tokens[c.to];
  if (marked(next, 'percent')) return made(at, c.to + 1, 0, 0, 'share', 'percent');
  const f = valuesOf(next, lexicon);
  if (f?.role === 'fraction' || (f?.role === 'ordinal' && first.word.number?.value === 1)) return made(at, c.to + 1, 0, 0, 'share', 'fraction');
  // "1 out of 6,800", "three out of ten"
  if (marked(next, 'out') && has(tokens[c.to + 1], T.of)) {
    const skipped = marked(tokens[c.to + 2], 'each') ? 3 : 2;
    const d = cardinal(tokens, c.to + skipped, lexicon);
    if (d && !d.vague && d.low > c.low && (c.low === 1 || skipped === 3 || d.low === 10 || d.low === 100)) return made(at, d.to, 0, 0, 'share', 'one-in');
  }
  if (marked(next, 'per') || marked(next, 'in')) {
    // "1 in approx. 330"
    let at2 = c.to + 1;
    while (tokens[at2]?.word.bound || tokens[at2]?.text === '.') at2++;
    const d = cardinal(tokens, at2, lexicon);
    const single = c.low === 1 && (at2 > c.to + 1 || (d?.low ?? Infinity) < 1000);
    if (d && !d.vague && d.low > c.low && marked(next, 'in') && (single || (first.word.number?.role === 'unit' && !tokens[at2]?.digits))) return made(at, d.to, 0, 0, 'share', 'one-in');
  }
  return null;
}
