// Who says so: the subject of the reporting verb, or what follows "according to".
import { T } from './lexicon.ts';
import { spanAfter, spanBefore } from './span.ts';
import type { Span } from './span.ts';
import { has, marked } from './token-tests.ts';
import type { Sentence } from './verbs.ts';

/** `again`: a pronoun, so the one who spoke before. */
export type Speaker = Span | 'again' | null;

/** Everyone a sentence credits with words, and where. */
export function speakersOf(s: Sentence): { at: number; speaker: Exclude<Speaker, null> }[] {
  return s.tokens.flatMap((t, at) => {
    if (!has(t, T.report) || s.owner[at] !== -1) return [];
    const speaker = marked(t, ' according') ? spanAfter(s, at + 1) : subject(s, at);
    return speaker !== null && (speaker === 'again' || speaks(s, speaker)) ? [{ at, speaker }] : [];
  });
}

function subject(s: Sentence, verb: number): Speaker {
  let i = verb - 1;
  while (i >= 0 && has(s.tokens[i], T.have | T.adverb | T.modal) && !has(s.tokens[i], T.be)) i--;
  const before = s.tokens[i];
  // "The agency compared the lists and found": whoever it is stands before another verb, with more than a name between.
  if (has(before, T.be | T.and)) return null;
  if (has(before, T.pronoun)) return marked(before, ' they') ? 'again' : null;
  // "…, said the minister"
  const comma = before === undefined || before.text === ',' || before.text === '.';
  const after = s.tokens[verb + 1];
  if (comma && after && !has(after, T.pronoun) && (s.owner[verb + 1] ?? -1) === -1) {
    const span = spanAfter(s, verb + 1);
    if (span && !isClause(s, span.to)) return span;
  }
  if (marked(before, ' they')) return 'again';
  if (before?.text === ',') {
    // "Wazir, an army spokesman, said"
    let k = i - 1;
    while (k >= 0 && s.tokens[k]?.text !== ',' && i - k < 12) k--;
    return s.tokens[k]?.text === ',' && spanBefore(s, i, k + 1) ? spanBefore(s, k) : null;
  }
  return spanBefore(s, i + 1);
}

/** Only people and bodies speak: a name, a noun of persons, or a word like "ministry". */
function speaks(s: Sentence, { from, to }: Span): boolean {
  for (let i = from; i < to; i++) if (s.owner[i] !== -1) return false;
  for (let i = from; i < to; i++) {
    const t = s.tokens[i];
    if (has(t, T.person) || marked(t, ' source')) return true;
    if (t?.capital && (i > 0 ? !has(t, T.date) : t.word.tags === 0)) return true;
  }
  return false;
}

/** What follows is a clause of its own: "said police killed 12". */
const isClause = (s: Sentence, at: number): boolean => has(s.tokens[at], T.verb | T.be | T.have | T.finite | T.modal);
