// Where: the name behind "in", "at", "near", nearest to the figure's own words.
import { T } from './lexicon.ts';
import type { Sentence } from './sentence.ts';
import { isOngoing, isPast } from './shapes.ts';
import type { Span } from './span.ts';
import { has, marked } from './token-tests.ts';

/** Every place a sentence names behind a preposition; null for "at other places", which no name says. */
export function placesOf(s: Sentence): { at: number; span: Span | null }[] {
  return s.tokens.flatMap((t, at) => {
    if (!marked(t, 'place')) return [];
    const span = nameAfter(s, at + 1);
    return span || (has(s.tokens[at + 1], T.other) && s.owner[at + 1] === -1) ? [{ at, span }] : [];
  });
}

/** "the northern city of Aleppo", "Kandahar province", "northern Iraq"; null when no name is in it. */
function nameAfter(s: Sentence, from: number): Span | null {
  let to = from;
  let named = false;
  let start = from;
  for (; to < s.tokens.length && to < from + 9; to++) {
    const t = s.tokens[to];
    if (!t || has(t, T.date) || t.digits || marked(t, 'month')) break;
    // "in the province an Afghan force": another phrase begins, unless "half of the Strip" goes on.
    if (to > from && !t.capital && (has(t, T.and) || (has(t, T.det) && !marked(t, 'possessive') && !has(s.tokens[to - 1], T.of)))) {
      if (!named) return null;
      break;
    }
    // "the southern Marl city of Oram"
    if (named && has(t, T.of) && marked(s.tokens[to - 1], 'area') && s.tokens[to + 1]?.capital) continue;
    if (t.capital && /^\p{L}/u.test(t.text)) named = true;
    else if (named && !(has(t, T.excluded) && marked(t, 'area')) && !marked(t, 'possessive')) break;
    else if (!named && has(t, T.verb | T.finite | T.be | T.have | T.prep | T.person | T.pronoun | T.relative)) return null;
    else if (!/^[\p{L}']/u.test(t.text)) break;
  }
  // "in Israeli air strikes": a name that only describes another noun is no place.
  const next = s.tokens[to];
  if (next && next.word.tags === 0 && next.word.marks.size === 0 && !next.word.number && !next.digits && /^\p{L}/u.test(next.text) && !isPast(s, next) && !isOngoing(s, next)) return null;
  if (has(next, T.excluded | T.event | T.person)) return null;
  while (has(s.tokens[start], T.det) && !s.tokens[start]?.capital) start++;
  while (to > start && marked(s.tokens[to - 1], 'possessive')) to--;
  // "in Oramite jails", "outside of the Mayor's office"
  return named && to > start && !has(s.tokens[to - 1], T.person) && !marked(s.tokens[to - 1], 'source') && !has(s.tokens[start], T.of) ? { from: start, to } : null;
}
