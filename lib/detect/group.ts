// Who was harmed: as written, and normalised.
import type { Group } from '../claim/claim.ts';
import { T } from './lexicon.ts';
import type { Phrase } from './phrases.ts';
import { has, marked } from './verbs.ts';
import type { Sentence } from './verbs.ts';
import type { Token } from './tokens.ts';

export function groupOf(s: Sentence, phrase: Phrase, text: string): { group: Group; groupText: string | null } {
  if (phrase.headAt < 0) return { group: 'people', groupText: null };
  const head = s.tokens[phrase.headAt] as Token;
  let from = phrase.headAt;
  let group: Group | null = has(head, T.person | T.victim) ? head.word.group : null;
  for (let i = phrase.headAt; i >= phrase.number.to; i--) {
    const t = s.tokens[i] as Token;
    if (has(t, T.of)) break;
    if (has(t, T.other) || t.word.marks.includes(' increment')) break;
    if (!has(t, T.det)) from = i;
    // "army officers", "school children", "civilian deaths": the describing word is the narrower one where the noun is general.
    const g = has(t, T.person | T.victim) ? t.word.group : null;
    if (g && (group === null || group === 'people')) group = g;
  }
  const only = from === phrase.headAt && (has(head, T.victim | T.other | T.life) || marked(head, ' general'));
  const words = only ? null : text.slice((s.tokens[from] as Token).start, head.end);
  return { group: group ?? (words === null ? 'people' : 'other'), groupText: words };
}
