// A database whose questions are as small as the schema lets them be: what the targets for 100,000 were taken from had records of 440 bytes.
import type { Database, Event, Question, Source } from '../../lib/claim/database.ts';

/** Questions of one event. */
const TOGETHER = 100;

/** A name that no other number has: a syllable for each of its digits. */
const nameOf = (n: number): string => {
  const name = [...String(n)].map((digit) => 'ba be bi bo bu da de di do du'.split(' ')[Number(digit)]).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** Nobody has counted yet: an estimate is 490 bytes more. One name, for without it nothing is found. */
const smallest = (n: number): Question => ({
  id: `q${n}`,
  collection: 'c',
  kind: 'casualty',
  event: `e${Math.floor(n / TOGETHER)}`,
  title: `Killed in ${nameOf(n)}`,
  place: { name: nameOf(n), countries: [] },
  period: { start: null, end: null },
  group: 'people',
  group_text: null,
  measure: 'killed',
  unit: 'people',
  by: { scope: 'all-causes', actors: [], weapons: [], disputed: false },
  match: { strong: [nameOf(n)], weak: [], must: [], exclude: [], date_phrases: [], page_dates: null, aliases_i18n: {}, weak_i18n: {} },
  relations: [],
  series_rule: 'all',
  notes: null,
  thin: true,
  estimates: [],
  series: [],
});

const eventOf = (n: number): Event => ({ id: `e${n}`, name: `War ${nameOf(n)}`, type: 'war', aliases: [], aliases_i18n: {}, countries: [], start: '2020', end: null, parent: null });
const SOURCE: Source = { id: 's', name: 'A source', aliases: [], shared_aliases: [], kind: 'monitor', homepage: null, homepage_checked: false, country: null, note: null };

/** `bytes`: of JSON, of a question. */
export function smallestDatabase(size: number): { database: Database; bytes: number } {
  const questions = Array.from({ length: size }, (_, n) => smallest(n));
  const events = Array.from({ length: Math.ceil(size / TOGETHER) }, (_, n) => eventOf(n));
  return { database: { questions, events, actors: [], sources: [SOURCE] }, bytes: JSON.stringify(questions).length / size };
}
