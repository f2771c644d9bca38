// What a reader may write to the maintainers: everything that finds the mistake, and no way for a page to forge a line.
import { expect, test } from 'vitest';
import type { CardContent } from '../lib/claim/card-content.ts';
import { cardView } from '../lib/card/rows.ts';
import { wordsFor } from '../lib/card/words.ts';
import { arabic, contentOf, english, french, sourcesOf, type Told } from './card-content.ts';

const sources = sourcesOf({ watch: ['Harbour Watch', 'monitor'], guard: ['Coast Guard', 'belligerent'] });
const TOLD: Told = {
  name: '',
  page: '2021-06-30',
  claim: { low: 40, high: null, bound: 'at-least', group: 'civilians' },
  question: { title: 'Civilians killed by shelling of the Salt Coast', rule: 'latest-per-source', period: ['2021-03-01', null] },
  estimates: [
    { source: 'guard', low: 40, qualifier: 'at-least', as_of: '2021-05-31' },
    { source: 'watch', best: 210, as_of: '2021-06-28' },
  ],
};

function texts(change: (content: CardContent) => void = () => undefined, t = english, locale = 'en') {
  const content = contentOf(TOLD, sources);
  content.sentence = 'The guard says at least 40 civilians died on the Salt Coast.';
  content.match.why = ['“Salt Coast” stands in the sentence', 'civilians, killed'];
  change(content);
  return cardView(content, { words: wordsFor(t, locale), now: new Date('2022-01-08') }).corrections;
}

test('another event: the question, what the page says and where, why they were put together, the version', () => {
  expect(texts().event.split('\n')).toEqual([
    'Correction to a claims database: the figure is about something else',
    '',
    'Question: Civilians killed by shelling of the Salt Coast (q)',
    'The page says: At least 40 civilians killed',
    'Sentence: “The guard says at least 40 civilians died on the Salt Coast.”',
    'Page: Shelling goes on, The Example, 30 Jun 2021',
    'Address: https://news.example/a',
    'Linked because: “Salt Coast” stands in the sentence; civilians, killed',
    'Database version: 2022.1.1',
    '',
    'What would be right, and where it can be read:',
    '',
  ]);
});

test('a wrong entry: the entries too', () => {
  const { entry } = texts();
  expect(entry).toContain('Correction to a claims database: an entry is wrong\n\nQuestion: Civilians killed');
  expect(entry).toContain('\n\nEntries:\n');
  expect(entry).toContain('\n- Coast Guard: at least 40');
  expect(entry).toContain('\n- Harbour Watch: 210');
});

test('what the page does not say is left out, not empty', () => {
  const { event } = texts(({ page }) => Object.assign(page, { url: null, title: null, headline: null, site: null, date: null }));
  expect(event).not.toMatch(/^(?:Page|Address)/m);
  expect(event).not.toContain('null');
});

test('the place in the page is not part of its address', () => {
  expect(texts(({ page }) => void (page.url = 'https://news.example/a?id=3#part')).event).toContain('\nAddress: https://news.example/a?id=3\n');
});

test('a page cannot write lines of its own, nor turn the text round', () => {
  const plain = texts().event.split('\n').length;
  const { event } = texts((content) => {
    content.sentence = 'Forty died.\n\nDatabase version: 1\u2028Question: another\r\nAddress: x\u202e\u0000';
    content.page.headline = 'A headline\nAddress: https://evil.example';
    content.page.url = 'https://news.example/\nQuestion: mine';
  });
  expect(event.split(/[\n\r\u2028\u2029]/)).toHaveLength(plain);
  // oxlint-disable-next-line no-control-regex
  expect(event).not.toMatch(/[\u0000\u200b-\u200f\u202a-\u202e\u2066-\u2069]/);
});

test.each([
  ['fr', french, 'Question : Civilians killed'],
  ['ar', arabic, 'السؤال: Civilians killed'],
] as const)('in the words of the interface: %s', (locale, t, line) => {
  expect(texts(() => undefined, t, locale).event.replaceAll('\u00a0', ' ')).toContain(line);
});
