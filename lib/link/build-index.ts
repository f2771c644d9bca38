// The claims database → the compact index that linking works on. Done once per version of the database.
import type { Database, Question } from '../claim/database.ts';
import { firstDay, lastDay } from './days.ts';
import { buildNames, foldedName, type FoldedName, type NameEntry } from './build-names.ts';
import type { WholeIndex } from './link-index.ts';
import { numbering } from './numbering.ts';
import { allPlaces } from './places.ts';
import { startTraits } from './traits.ts';

/** A page may be dated a day before what it tells of (time zones), and be about a question a month after its own limit. */
const OPENS_EARLY = 1;
const CLOSES_LATE = 31;
const NEVER = 2 ** 30;

/** Names whose number is had without folding them: those of one event come together, and of a million not each is held twice. */
const RECENT = 4096;

/** The same for names; those that are found in the same places are one. */
function numberingNames(): { of(written: string): number; names: FoldedName[] } {
  const recent = new Map<string, number>();
  const byFlags = new Map<number, Map<string, number>>();
  const names: FoldedName[] = [];
  return {
    names,
    of(written) {
      let number = recent.get(written);
      if (number !== undefined) return number;
      const name = foldedName(written);
      let alike = byFlags.get(name.flags);
      if (alike === undefined) byFlags.set(name.flags, (alike = new Map<string, number>()));
      number = alike.get(name.folded);
      if (number === undefined) alike.set(name.folded, (number = names.push(name) - 1));
      if (recent.size >= RECENT) recent.clear();
      recent.set(written, number);
      return number;
    },
  };
}

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

/** Questions, or names, to a step: of the longest, one takes a few milliseconds. */
const STEP = 64;

/** `done` in steps, so that whoever has other things to do can do them in between. */
export type Indexing = { add(question: Question): void; done(): Generator<void, WholeIndex> };

/** The same one question after the other, none of which has to be held: a hundred thousand would take a gigabyte. */
export function startIndexing(others: Omit<Database, 'questions'>): Indexing {
  const names = numberingNames();
  const lists: number[][] = [];
  const listOf = (name: string): number[] => (lists[names.of(name)] ??= []);
  // Most names have one posting; an empty list that is pushed to makes room for seventeen.
  const post = (name: number, posting: number): void => {
    const list = lists[name];
    if (list === undefined || list.length === 0) lists[name] = [posting];
    else list.push(posting);
  };

  const numbersOf = (written: readonly string[], inOthers: Readonly<Record<string, readonly string[]>>): Set<number> => {
    const numbers = new Set<number>();
    for (const name of written) numbers.add(names.of(name));
    for (const language in inOthers) for (const name of inOthers[language] ?? []) numbers.add(names.of(name));
    return numbers;
  };

  const placeNames = allPlaces().map((p) => {
    listOf(p.name);
    return { name: names.of(p.name), country: p.country, kind: p.kind };
  });
  const owners = (named: readonly { names: readonly string[] }[]): { name: number; owner: number }[] =>
    named.flatMap((n, owner) =>
      n.names.map((name) => {
        listOf(name);
        return { name: names.of(name), owner };
      }),
    );
  const actorNames = owners(others.actors.map((a) => ({ names: [a.name, ...a.aliases] })));
  const sourceNames = owners(others.sources.map((s) => ({ names: [s.name, ...s.aliases, ...s.shared_aliases] })));

  const shared = numbering<string>();
  const traits = startTraits(others, (list) => shared.of(list.join('\n')));
  const events = numbering<string>();
  const eventOf: number[] = [];
  const opens: number[] = [];
  const closes: number[] = [];
  const day = (value: number | null, otherwise: number): number => value ?? otherwise;

  return {
    add(question) {
      const { match, period } = question;
      const q = eventOf.push(events.of(question.event)) - 1;
      const strong = numbersOf(match.strong, match.aliases_i18n);
      const weak = numbersOf(match.weak, match.weak_i18n);
      for (const name of strong) post(name, q * 2 + 1);
      for (const name of weak) if (!strong.has(name)) post(name, q * 2);
      opens.push(Math.max(day(firstDay(period.start), -NEVER), day(firstDay(match.page_dates?.from ?? null), -NEVER)) - OPENS_EARLY);
      closes.push(day(lastDay(match.page_dates?.to ?? null), NEVER) + CLOSES_LATE);
      traits.add(question);
    },
    *done() {
      const entries: NameEntry[] = [];
      for (const [i, name] of names.names.entries()) {
        if (i % STEP === 0) yield;
        const postings = lists[i] ?? [];
        entries.push({ name, postings, spread: postings.length < 2 ? postings.length : new Set(postings.map((p) => eventOf[p >> 1])).size });
      }
      const { table, blocks, numbers } = yield* buildNames(entries);
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
