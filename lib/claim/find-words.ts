// Finding by typed words: each must stand somewhere in what is looked through.

/** Without case, accents and vowel signs: "Türkiye" is found by "turkiye". */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();

/** The words of what was typed, folded; none for white space. */
export const wordsOf = (typed: string): string[] => folded(typed).split(/\s+/).filter((word) => word !== '');

/** Whether every word stands in a text that is folded; true for no word. */
export const hasAll = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));
