// Who was harmed: as written, and normalised.
import type { Group } from '../claim/claim.ts';
import { T } from './lexicon.ts';
import type { Phrase } from './phrase.ts';
import type { Sentence } from './sentence.ts';
import { isPast } from './shapes.ts';
import { endsWith, has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

export function groupOf(s: Sentence, phrase: Phrase, text: string): { group: Group; groupText: string | null } {
  const head = s.tokens[phrase.headAt];
  if (!head) return { group: 'people', groupText: null };
  const counted = has(head, T.victim | T.other | T.life) && !has(head, T.person);
  const words: number[] = counted || marked(head, 'general') ? [] : [phrase.headAt];
  let group: Group | null = has(head, T.person | T.victim) ? head.word.group : null;
  for (let i = phrase.headAt - 1; i >= phrase.number.to; i--) {
    const t = s.tokens[i] as Token;
    if (has(t, T.of | T.other) || marked(t, 'increment')) break;
    if (t.digits || /^[()]/.test(t.text)) continue;
    // "30 missing miners", "2,400 confirmed deaths": what befell them is no group.
    if (t.word.boundAfter || marked(t, 'suspects') || has(t, T.det | T.adverb | T.verb | T.state | T.transparent | T.report) || isPast(s, t)) continue;
    if (counted && !t.capital && !has(t, T.person)) continue;
    words.unshift(i);
    // "army officers", "civilian deaths": the describing word is the narrower one where the noun is general.
    const g = has(t, T.person) ? t.word.group : null;
    if (g && (group === null || group === 'people')) group = g;
  }
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return { group: group ?? 'people', groupText: null };
  const body = group === null || group === 'people' || group === 'other' ? bodyOf(s, phrase.headAt) : null;
  const groupText = text.slice((s.tokens[first] as Token).start, (body ?? (s.tokens[last] as Token)).end);
  return { group: body?.word.group ?? group ?? ofAge(s, head), groupText: groupText.replace(/\s/g, ' ') };
}

/** Under so many years somebody is a child. */
const GROWN = 18;

/** "two 16-year-olds" are children, "three 25-year-olds" people; others are what their name says. */
function ofAge(s: Sentence, { text }: Token): Group {
  if (!endsWith(text, s.lexicon.language.endings.agedPerson)) return 'other';
  return parseInt(text, 10) < GROWN ? 'children' : 'people';
}

/** Words between "of" and the body whose members are counted: "members of the Tarnish security forces". */
const MAX_TO_BODY = 5;

function bodyOf(s: Sentence, head: number): Token | null {
  if (!has(s.tokens[head + 1], T.of)) return null;
  for (let i = head + 2; i < head + 2 + MAX_TO_BODY; i++) {
    const t = s.tokens[i];
    if (!t || s.owner[i] !== -1 || !/^[\p{L}'’-]/u.test(t.text) || has(t, T.verb | T.be | T.prep)) return null;
    if (has(t, T.person) && t.word.group !== null && t.word.group !== 'people') return t;
  }
  return null;
}

/** Whom a toll is of: "civilian deaths rose to 560", "the number of officers killed stands at 12". Null when it says nobody. */
export function groupOfToll(s: Sentence, at: number, text: string): { group: Group; groupText: string } | null {
  const { tokens } = s;
  const ahead = has(tokens[at + 1], T.of);
  const from = ahead ? at + 2 : at - 1;
  for (let i = from; Math.abs(i - from) < MAX_TO_BODY; i += ahead ? 1 : -1) {
    const t = tokens[i];
    if (!t || s.owner[i] !== -1 || has(t, T.verb | T.be | T.have | T.prep | T.and | T.of | T.victim | T.finite | T.report | (ahead ? 0 : T.det)) || !/^\p{L}/u.test(t.text)) return null;
    // "The official toll" is nobody's.
    if (has(t, T.person) && t.word.group !== null && t.word.group !== 'people' && (ahead || t.word.group !== 'officials')) return { group: t.word.group, groupText: text.slice(t.start, t.end) };
  }
  return null;
}

/** Whom the word of harm itself names: "the wounded Tarnish troops … number in the hundreds". Null when it names nobody. */
export function groupBehind(s: Sentence, at: number, text: string): { group: Group; groupText: string } | null {
  let found: Token | null = null;
  for (let i = at + 1; s.tokens[i]?.capital || has(s.tokens[i], T.person); i++) if (has(s.tokens[i], T.person)) found = s.tokens[i] as Token;
  const first = s.tokens[at + 1];
  return found?.word.group && first ? { group: found.word.group, groupText: text.slice(first.start, found.end).replace(/\s/g, ' ') } : null;
}
