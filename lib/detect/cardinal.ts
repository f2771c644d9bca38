// One number in digits or in words: "12", "1.2 million", "two dozen", "one hundred and three", "tens of thousands".
import type { NumberRole } from './language.ts';
import { T, UNKNOWN } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { has, isPlain, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** `to`: the token behind it. `scale`: the unit it is given in ("million"), else 1. */
export type Cardinal = { to: number; low: number; high: number | null; vague: boolean; rule: string; scale: number };

/** The part a word plays in a number; null for any other word. */
export const roleOf = (token: Token | undefined): NumberRole | null => token?.word.number?.role ?? null;

/** A cardinal in digits or words; "two dozen", "several hundred", "tens of thousands", "1.2 million". */
export function cardinal(tokens: readonly Token[], at: number, lexicon: Lexicon): Cardinal | null {
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

/** The same with its values, of two words joined by a hyphen as well. */
export function valuesOf(token: Token | undefined, lexicon: Lexicon): { role: NumberRole; value: number; high: number | null } | null {
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
  } else if (roleOf(start) === 'half') {
    // "half a dozen", "half a million".
    const skip = marked(tokens[at + 1], 'article') ? 2 : 1;
    const n = valuesOf(tokens[at + skip], lexicon);
    if (!n || (n.role !== 'dozen' && n.role !== 'scale')) return null;
    return { to: at + skip + 1, low: n.value / 2, high: n.value / 2, vague: false, rule: 'half', scale: 1 };
  }
  // "one and a half million"
  const whole = valuesOf(tokens[i], lexicon);
  if (whole?.role === 'unit' && has(tokens[i + 1], T.and) && marked(tokens[i + 2], 'article') && roleOf(tokens[i + 3]) === 'half') {
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
      // "several hundreds": half of what "hundreds" means at least is one of them.
      if (vague && (seen === 'vague' || seen === 'few')) {
        vague = times(vague, n.value / 2);
        i++;
        break;
      }
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
