// Behind a number and "of": whose part it counts.
import { T } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { numberAt } from './numbers.ts';
import { lookHead } from './phrase-noun.ts';
import type { Phrase } from './phrase.ts';
import { isAdverbLike, isThing } from './shapes.ts';
import { has, marked } from './token-tests.ts';
import type { Token } from './tokens.ts';

/** "five of them", "three of the dead", "two of the 12 soldiers", "dozens of civilians". */
export function lookOf(tokens: readonly Token[], phrase: Phrase, of: number, lexicon: Lexicon): void {
  let at = of + 1;
  let definite = false;
  while (has(tokens[at], T.det) && (!has(tokens[at], T.them) || isNounStart(tokens[at + 1]))) {
    definite = definite || !marked(tokens[at], 'article');
    at++;
  }
  const t = tokens[at];
  if (!t) return;
  if (has(t, T.them)) {
    phrase.partOf = 'them';
    phrase.to = at + 1;
    return;
  }
  if (numberAt(tokens, at, lexicon) || numberAt(tokens, pastOwner(tokens, at), lexicon)) {
    phrase.partOf = 'number';
    return;
  }
  // "one of the more seriously wounded"
  let past = at;
  if (definite) while (marked(tokens[past], 'more') || marked(tokens[past], 'superlative') || isAdverbLike(tokens[past], lexicon)) past++;
  const what = tokens[past];
  if (definite && what && (has(what, T.state) || (has(what, T.verb) && (what.word.form === 'both' || what.word.form === 'participle')))) {
    const next = tokens[past + 1];
    if (!has(next, T.person) && !isThing(next, lexicon)) {
      phrase.partOf = 'victims';
      phrase.partWord = what.word;
      phrase.to = past + 1;
      return;
    }
  }
  const before = phrase.to;
  lookHead(tokens, phrase, at, lexicon);
  // "22 counts of murder and 8 of attempted murder"
  const deed = tokens[phrase.headAt];
  if (phrase.head === 'victim' && !definite && phrase.number.low > 1 && deed?.word.plural === false && has(deed, T.event)) phrase.head = 'excluded';
  if (phrase.head === 'bare') {
    phrase.to = before;
    // "one of the few videos": of something, but not of people.
    if (definite) phrase.head = 'excluded';
  }
  if (phrase.head !== 'excluded' && phrase.head !== 'bare' && definite) {
    phrase.partOf = phrase.head === 'victim' ? 'victims' : 'people';
    if (phrase.head === 'victim') phrase.partWord = tokens[phrase.headAt]?.word ?? null;
  }
}

/** A noun, or a word that describes one, may stand here. */
const isNounStart = (t: Token | undefined): boolean => t !== undefined && !t.digits && (t.word.tags === 0 ? /^\p{L}/u.test(t.text) : has(t, T.person | T.victim | T.verb | T.state | T.excluded | T.transparent));

/** "1.7 million of Oram's 2.3 million people": behind a name and its possessive; the same place where none stands. */
const pastOwner = (tokens: readonly Token[], at: number): number => (tokens[at]?.capital ? at + 1 + [1, 2].findIndex((k) => marked(tokens[at + k], 'possessive')) + 1 : at);
