// Noun phrases beside a word: as many tokens as one name or description takes.
import { T } from './lexicon.ts';
import type { Sentence } from './sentence.ts';
import { isOngoing, isPast } from './shapes.ts';
import { endsWith, has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** Token positions [from, to). */
export type Span = { from: number; to: number };

/** Longer is no name: a guard against running over a sentence we misread. */
const LONGEST = 14;

const STOPS = T.verb | T.finite | T.report | T.be | T.have | T.modal | T.relative | T.subordinate | T.pronoun | T.including | T.rise | T.not | T.transparent;

function inside(s: Sentence, t: Token | undefined): boolean {
  if (!t || /^[^\p{L}\p{N}'&]/u.test(t.text)) return false;
  if (has(t, T.of) || marked(t, 'possessive')) return true;
  if (has(t, T.person | T.victim | T.excluded | T.group | T.toll | T.det | T.other | T.event)) return true;
  if (has(t, STOPS | T.prep | T.to | T.by | T.date | T.adverb)) return t.capital && !has(t, T.date | T.pronoun | T.subordinate | T.prep);
  return t.capital || !isOngoing(s, t);
}

/** "Jan" is a month, and in "Shir Jan Durani" a name. */
const isMiddle = (s: Sentence, i: number): boolean => [i - 1, i, i + 1].every((k) => s.tokens[k]?.capital && /^\p{L}/u.test(s.tokens[k]?.text ?? ''));

const joins = (s: Sentence, i: number): boolean => has(s.tokens[i], T.and) && inside(s, s.tokens[i - 1]) && inside(s, s.tokens[i + 1]) && (s.owner[i + 1] ?? -1) === -1;

/** "Maj. Gen. Ana Marl": the dot of an abbreviation. */
const isDot = (s: Sentence, i: number): boolean => s.tokens[i]?.text === '.' && s.lexicon.abbreviations.has(s.tokens[i - 1]?.text ?? '') && s.tokens[i + 1]?.capital === true;

/** The phrase that starts at `at`; null when no noun does. */
export function spanAfter(s: Sentence, at: number): Span | null {
  let to = at;
  while (to < s.tokens.length && to < at + LONGEST && (inside(s, s.tokens[to]) || joins(s, to) || isMiddle(s, to) || isDot(s, to))) to++;
  return trim(s, { from: at, to });
}

/** The phrase that ends before `end`, with "spokesman for the army" kept whole. */
export function spanBefore(s: Sentence, end: number, floor = 0): Span | null {
  let from = end;
  while (from > floor && from > end - LONGEST) {
    const t = s.tokens[from - 1];
    const linked = has(t, T.prep) && inside(s, s.tokens[from - 2]) && !has(s.tokens[from - 2], T.det) && from - 1 > floor;
    if ((!inside(s, t) && !joins(s, from - 1) && !linked && !isMiddle(s, from - 1) && !isDot(s, from - 1)) || isVerb(s, from - 1)) break;
    from--;
  }
  // "In an operation the security force": the phrase begins behind the last article that opens one.
  for (let i = from + 1; i < end; i++) if (has(s.tokens[i], T.det) && !s.tokens[i]?.capital && !marked(s.tokens[i], 'possessive') && !has(s.tokens[i - 1], T.prep | T.of | T.and)) from = i;
  // "an activist who watched the raids": a clause of its own.
  if (isPast(s, s.tokens[from]) && s.tokens[from]?.capital === false && has(s.tokens[from - 1], T.relative)) return null;
  return trim(s, { from, to: end });
}

/** "navigates the", "released a": a word we do not know that takes an object. */
function isVerb(s: Sentence, i: number): boolean {
  const t = s.tokens[i];
  return t?.word.tags === 0 && !t.capital && has(s.tokens[i + 1], T.det | T.to) && !marked(s.tokens[i + 1], 'possessive') && (isPast(s, t) || endsWith(t.text, s.lexicon.language.endings.plural));
}

function trim(s: Sentence, { from, to }: Span): Span | null {
  while (from < to && (has(s.tokens[from], T.det | T.of | T.and | T.prep | T.date) || marked(s.tokens[from], 'possessive') || marked(s.tokens[from], 'lately')) && !isName(s, from)) from++;
  while (to > from && (has(s.tokens[to - 1], T.det | T.of | T.and | T.prep) || marked(s.tokens[to - 1], 'lately') || isPast(s, s.tokens[to - 1])) && !isName(s, to - 1)) to--;
  return from < to ? { from, to } : null;
}

const isName = (s: Sentence, i: number): boolean => i > 0 && (s.tokens[i]?.capital ?? false) && !has(s.tokens[i], T.det | T.prep);

export const textOf = (s: Sentence, span: Span, text: string): string => {
  const a = s.tokens[span.from] as Token;
  const b = s.tokens[span.to - 1] as Token;
  return text.slice(a.start, b.end).replace(/\s/g, ' ');
};
