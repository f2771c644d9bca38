// Who says so: the subject of the reporting verb, or what follows "according to".
import { T } from './lexicon.ts';
import type { Sentence } from './sentence.ts';
import { spanAfter, spanBefore } from './span.ts';
import type { Span } from './span.ts';
import { has, marked } from './token-tests.ts';

/** `again`: a pronoun, so the one who spoke before. */
export type Speaker = Span | 'again' | null;

/** Everyone a sentence credits with words, and where. */
export function speakersOf(s: Sentence): { at: number; speaker: Exclude<Speaker, null> }[] {
  const found = s.tokens.flatMap((t, at) => {
    if (!(has(t, T.report) || marked(t, 'credits') || putsToll(s, at)) || s.owner[at] !== -1) return [];
    // "Initial reports indicate": a noun here.
    if (marked(t, 'source') && has(s.tokens[at + 1], T.report | T.have | T.modal | T.be)) return [];
    const speaker = marked(t, 'according') ? spanAfter(s, at + 1) : subject(s, at);
    return speaker !== null && (speaker === 'again' || speaks(s, speaker)) ? [{ at, speaker }] : [];
  });
  const label = found.length === 0 ? labelOf(s) : null;
  return label ? [{ at: label.from, speaker: label }] : found;
}

/** "An official put the death toll at 612". */
const putsToll = (s: Sentence, at: number): boolean =>
  marked(s.tokens[at], 'says') && has(s.tokens[at], T.rise) && [1, 2, 3, 4, 5].some((k) => has(s.tokens[at + k], T.toll));

/** Longer is no name but a sentence. */
const LABEL = 4;

/** "Coalition: 12 killed", "12 killed in raid: army", "12 killed – reports": who says so, before or behind a headline. */
function labelOf(s: Sentence): Span | null {
  const { tokens } = s;
  const last = tokens.at(-1)?.text === '.' ? tokens.length - 1 : tokens.length;
  for (let i = 1; i < tokens.length; i++) {
    const mark = tokens[i]?.text;
    if (mark !== ':' && mark !== '-') continue;
    if (i <= LABEL && mark === ':' && sayer(s, 0, i)) return { from: 0, to: i };
    if (last - i - 1 <= LABEL && sayer(s, i + 1, last)) return { from: i + 1, to: last };
  }
  return null;
}

/** Nothing but a noun phrase that ends in a body or in people who can speak; a name alone may be a place. */
function sayer(s: Sentence, from: number, to: number): boolean {
  const end = s.tokens[to - 1];
  const span = to > from ? spanAfter(s, from) : null;
  return span?.from === from && span.to === to && s.owner.slice(from, to).every((o) => o === -1) && (marked(end, 'source') || marked(end, 'force') || (has(end, T.person) && !marked(end, 'general')));
}

function subject(s: Sentence, verb: number): Speaker {
  let i = verb - 1;
  while (i >= 0 && has(s.tokens[i], T.have | T.adverb | T.modal) && !has(s.tokens[i], T.be)) i--;
  const before = s.tokens[i];
  // "The agency compared the lists and found": whoever it is stands before another verb, with more than a name between.
  if (has(before, T.be | T.and)) return null;
  if (has(before, T.pronoun)) return marked(before, 'again') ? 'again' : null;
  // "…, said the minister"
  const comma = before === undefined || before.text === ',' || before.text === '.';
  const after = s.tokens[verb + 1];
  if (comma && after && !has(after, T.pronoun) && (s.owner[verb + 1] ?? -1) === -1) {
    const span = spanAfter(s, verb + 1);
    if (span && speaks(s, span) && !isClause(s, span.to)) return span;
  }
  if (marked(before, 'again')) return 'again';
  if (before?.text === '-') {
    // "an officer – who asked not to be named – told us"
    const open = markBack(s, i, '-', MAX_ASIDE);
    return open > 0 ? spanBefore(s, open) : null;
  }
  if (before?.text === ',') {
    const k = markBack(s, i, ',', 12);
    const inner = k >= 0 ? spanBefore(s, i, k + 1) : null;
    // "the agency's director, Ana Marl, said"; "police in Marl, Oram, said" is a place and its country.
    if (s.tokens[k - 1]?.capital === false && inner?.from === k + 1 && inner.to === i && inner.to - inner.from > 1 && s.tokens.slice(inner.from, inner.to).every((t) => t.capital)) return inner;
    // "Wazir, an army spokesman, said"
    return inner ? spanBefore(s, k) : null;
  }
  return spanBefore(s, i + 1);
}

/** Tokens between two dashes. */
const MAX_ASIDE = 25;

/** The nearest such mark before `at`; -1 when none is near. */
function markBack(s: Sentence, at: number, mark: string, reach: number): number {
  for (let k = at - 1; k >= 0 && at - k <= reach; k--) if (s.tokens[k]?.text === mark) return k;
  return -1;
}

/** Only people and bodies speak: a name, a noun of persons, or a word like "ministry". */
function speaks(s: Sentence, { from, to }: Span): boolean {
  for (let i = from; i < to; i++) if (s.owner[i] !== -1) return false;
  for (let i = from; i < to; i++) {
    const t = s.tokens[i];
    if (has(t, T.person) || marked(t, 'source')) return true;
    if (t?.capital && (i > 0 ? !has(t, T.date) : t.word.tags === 0)) return true;
  }
  return false;
}

/** What follows is a clause of its own: "said police killed 12". */
const isClause = (s: Sentence, at: number): boolean => has(s.tokens[at], T.verb | T.be | T.have | T.finite | T.modal);
