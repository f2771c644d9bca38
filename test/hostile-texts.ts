// What a hostile page could say to whoever reads it: half a million characters each.
const SIZE = 500_000;
const fill = (unit: string): string => unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE);

/** Texts that make a careless reader look again and again. */
export const HOSTILE: Record<string, string> = {
  'one long number': fill('1'),
  'groups that never end': fill('1,000,'),
  'a number without spaces': fill("1'"),
  'killed, over and over': fill('killed '),
  'and, over and over': fill('and '),
  'people in an endless list': fill('five people and '),
  'numbers of numbers': fill('12 of '),
  'shares of shares': fill('one in '),
  'brackets, opened and closed': `${fill('(').slice(0, SIZE / 2)}${fill(')').slice(0, SIZE / 2)}`,
  'one word without end': fill('a'),
  'hyphens without end': fill('two-'),
  'dots without end': fill('a.'),
  'qualifiers without end': fill('at least '),
  'invisible characters': fill('1\u00ad'),
  'verbs and their numbers': fill('12 killed and '),
  'scales upon scales': fill('hundred thousand '),
  'ages in an endless list': fill('two men, 19, 20, 21, and 22, '),
  'owners of owners': fill("the man's wife's killed "),
  'a speaker pointed back to, over and over': fill('he said 5 died, '),
  'labels and numbers by turns': fill('killed 23 '),
};
