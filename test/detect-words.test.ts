// The word lists of a language are read by hand: a word that stands in one twice, or white space that parts nothing, is a slip.
import { expect, test } from 'vitest';
import { languages } from '../lib/detect/languages.ts';

/** Every string of words in a language's data, with where it stands. */
function listsOf(value: unknown, at: string): [string, string][] {
  if (typeof value === 'string') return [[at, value]];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => listsOf(inner, `${at}.${key}`)) : [];
}

for (const [code, language] of Object.entries(languages)) {
  const lists = listsOf(language, code);

  test(`${code}: its word lists are found`, () => expect(lists.length).toBeGreaterThan(100));

  test(`${code}: no list holds a word twice`, () => {
    const twice = lists.flatMap(([at, list]) => {
      const words = list.split(/\s+/);
      return words.filter((word, i) => words.indexOf(word) < i).map((word) => `${at}: ${word}`);
    });
    expect(twice).toEqual([]);
  });

  test(`${code}: one space parts two words, and none stands before or behind a list`, () => {
    expect(lists.filter(([, list]) => !/^\S+(?: \S+)*$/.test(list)).map(([at, list]) => `${at}: ${/\s{2,}|^\s|\s$/.exec(list)?.[0] ?? 'empty'}`)).toEqual([]);
  });
}
