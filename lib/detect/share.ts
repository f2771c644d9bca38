// A part of a whole, "a third" or "one in five": read so as to be stepped over, for how many it makes is not said.
import { cardinal, valuesOf } from './cardinal.ts';
import { T } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { made } from './number.ts';
import type { NumberRead } from './number.ts';
import { has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** "15 per cent", "two-thirds", "a third of", "one in five". */
export function shareAt(tokens: readonly Token[], at: number, lexicon: Lexicon): NumberRead | null {
  const first = tokens[at];
  if (!first) return null;
  const share = (to: number, rule: string): NumberRead => made(at, to, 0, 0, 'share', rule);
  const skip = marked(first, 'article') || marked(first, 'increment') ? 1 : 0;
  const n = valuesOf(tokens[at + skip], lexicon);
  if (n?.role === 'fraction' || (n?.role === 'half' && has(tokens[at + 1], T.of))) return share(at + skip + 1, 'fraction');
  // "a third of", a place in a row without the article
  if (skip && n?.role === 'ordinal' && n.value > 2 && has(tokens[at + 2], T.of)) return share(at + 2, 'fraction');
  if (skip) return null;
  const dash = first.text.indexOf('-');
  if (dash > 0 && lexicon.words.get(first.text.slice(dash + 1))?.number?.role === 'fraction') return share(at + 1, 'fraction');
  const c = cardinal(tokens, at, lexicon);
  if (!c || c.vague) return null;
  const next = tokens[c.to];
  if (marked(next, 'percent')) return share(c.to + 1, 'percent');
  const f = valuesOf(next, lexicon);
  if (f?.role === 'fraction' || (f?.role === 'ordinal' && first.word.number?.value === 1)) return share(c.to + 1, 'fraction');
  // "1 out of 6,800", "three out of ten"
  if (marked(next, 'out') && has(tokens[c.to + 1], T.of)) {
    const skipped = marked(tokens[c.to + 2], 'each') ? 3 : 2;
    const d = cardinal(tokens, c.to + skipped, lexicon);
    if (d && !d.vague && d.low > c.low && (c.low === 1 || skipped === 3 || d.low === 10 || d.low === 100)) return share(d.to, 'one-in');
  }
  if (marked(next, 'per') || marked(next, 'in')) {
    // "1 in approx. 330"
    let whole = c.to + 1;
    while (tokens[whole]?.word.bound || tokens[whole]?.text === '.') whole++;
    const d = cardinal(tokens, whole, lexicon);
    const single = c.low === 1 && (whole > c.to + 1 || (d?.low ?? Infinity) < 1000);
    if (d && !d.vague && d.low > c.low && marked(next, 'in') && (single || (first.word.number?.role === 'unit' && !tokens[whole]?.digits))) return share(d.to, 'one-in');
  }
  return null;
}
