// The claims database → the compact index that linking works on. Done once per version of the database.
import type { Database, Question } from '../claim/database.ts';
import { buildNames } from './build-names.ts';
import { firstDay, lastDay } from './days.ts';
import type { WholeIndex } from './link-index.ts';
import { numberingNames } from './name-numbers.ts';
import { numbering } from './numbering.ts';
import { allPlaces } from './places.ts';
import { startTraits } from './traits.ts';

/** A page may be dated a day before what it tells of (time zones), and be about a question a month after its own limit. */
const OPENS_EARLY = 1;
const CLOSES_LATE = 31;
const NEVER = 2 ** 30;

/** Cloneable as it is; holds nothing of the estimates but their values and dates. */
export function buildIndex({ questions, ...others }: Database): WholeIndex {
  const indexing = startIndexing(others);
  for (const question of questions) indexing.add(question);
  const steps = indexing.done();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** `done` in steps, so that whoever has other things to do can do them in between. */
export type Indexing = { add(question: Question): void; done(): Generator<void, WholeIndex> };

/** The same one question after the other, none of which has to be held: a hundred thousand would take a gigabyte. */
export function startIndexing(others: Omit<Database, 'questions'>): Indexing {
  const names = numberingNames();
  const posted = { names: [] as number[], postings: [] as number[], events: [] as number[] };
  /** For each name the last question it was posted for: one that is written twice is posted once. */
  const last: number[] = [];
  const post = (written: readonly string[], question: number, strong: 0 | 1): void => {
    for (const name of written) {
      const number = names.of(name);
      if (last[number] === question) continue;
      last[number] = question;
      posted.names.push(number);
      posted.postings.push(question * 2 + strong);
    }
  };
  const postAll = (written: readonly string[], inOthers: Readonly<Record<string, readonly string[]>>, question: number, strong: 0 | 1): void => {
    post(written, question, strong);
    for (const language in inOthers) post(inOthers[language] ?? [], question, strong);
  };

  const placeNames = allPlaces().map((p) => ({ name: names.of(p.name), country: p.country, kind: p.kind }));
  const owners = (named: readonly { names: readonly string[] }[]): { name: number; owner: number }[] =>
    named.flatMap((n, owner) => n.names.map((name) => ({ name: names.of(name), owner })));
  const actorNames = owners(others.actors.map((a) => ({ names: [a.name, ...a.aliases] })));
  const sourceNames = owners(others.sources.map((s) => ({ names: [s.name, ...s.aliases, ...s.shared_aliases] })));

  const shared = numbering<string>();
  const traits = startTraits(others, (list) => shared.of(list.join('\n')));
  const events = numbering<string>();
  const opens: number[] = [];
  const closes: number[] = [];
  const day = (value: number | null, otherwise: number): number => value ?? otherwise;

  return {
    add(question) {
      const { match, period } = question;
      const q = posted.events.push(events.of(question.event)) - 1;
      // A name that is both is strong.
      postAll(match.strong, match.aliases_i18n, q, 1);
      postAll(match.weak, match.weak_i18n, q, 0);
      opens.push(Math.max(day(firstDay(period.start), -NEVER), day(firstDay(match.page_dates?.from ?? null), -NEVER)) - OPENS_EARLY);
      closes.push(day(lastDay(match.page_dates?.to ?? null), NEVER) + CLOSES_LATE);
      traits.add(question);
    },
    *done() {
      const { table, blocks, numbers } = yield* buildNames(names.names, posted);
      const number = (name: number): number => numbers[name] ?? 0;
      const actors = sharing(actorNames, number);
      const sources = sharing(sourceNames, number);
      const places = new Map(placeNames.map((p, i) => [number(p.name), i + 1]));
      const known = [...new Set([...places.keys(), ...actors.of.keys(), ...sources.of.keys()])].sort((a, b) => a - b);
      return {
        names: table,
        blocks,
        known: Uint32Array.from(known),
        placeOf: Uint16Array.from(known, (n) => places.get(n) ?? 0),
        actorOf: Uint16Array.from(known, (n) => actors.of.get(n) ?? 0),
        sourceOf: Uint16Array.from(known, (n) => sources.of.get(n) ?? 0),
        places: placeNames.map(({ country, kind }) => ({ country, kind })),
        actors: actors.sets,
        sources: sources.sets,
        opens: Int32Array.from(opens),
        closes: Int32Array.from(closes),
        traits: yield* traits.done(),
        lists: shared.things.map((list) => (list === '' ? [] : list.split('\n'))),
      };
    },
  };
}

/** Name → the set of those who share it, as index + 1; equal sets are kept once. */
function sharing(owned: readonly { name: number; owner: number }[], number: (name: number) => number): { of: Map<number, number>; sets: number[][] } {
  const byName = new Map<number, Set<number>>();
  for (const { name, owner } of owned) byName.set(number(name), (byName.get(number(name)) ?? new Set<number>()).add(owner));
  const sets = numbering<string>();
  const of = new Map([...byName].map(([name, set]) => [name, sets.of([...set].join(' ')) + 1]));
  return { of, sets: sets.things.map((set) => set.split(' ').map(Number)) };
}
