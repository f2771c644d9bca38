// What a token can be asked.
import type { Mark } from './language.ts';
import type { Token } from './tokens.ts';

/** Whether it is in one of the classes. */
export const has = (token: Token | undefined, tags: number): boolean => token !== undefined && (token.word.tags & tags) !== 0;

/** Whether it bears a mark. */
export const marked = (token: Token | undefined, mark: Mark): boolean => token !== undefined && token.word.marks.has(mark);

/** A word we do not know in lower case. */
export const isPlain = (token: Token | undefined): boolean => token !== undefined && token.word.tags === 0 && token.word.marks.size === 0 && !token.capital && /^\p{L}/u.test(token.text);

const lists = new Map<string, readonly string[]>();

function listOf(endings: string): readonly string[] {
  let list = lists.get(endings);
  if (!list) lists.set(endings, (list = endings.split(' ')));
  return list;
}

/** Whether a word of some length ends in one of the endings. */
export const endsWith = (word: string, endings: string): boolean => {
  for (const e of listOf(endings)) if (word.length > e.length + 1 && word.endsWith(e)) return true;
  return false;
};
