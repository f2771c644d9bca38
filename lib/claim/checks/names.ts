// The literal names a question is found by: enough to find it, and never another event's.
import type { Outline, Problem, Records, WholeCheck } from './problem.ts';

/** Words that stand in articles about any event; countries, and armed actors of several events, are added from the records. */
const COMMON =
  'attack, blast, bombing, camp, children, civilians, coalition, convicts, displaced, drone strikes, earthquake, explosion, famine, fighting, flood, ' +
  'floods, heatwave, hospital, hurricane, market, mass grave, mass graves, meat grinder, migrants, offensive, outbreak, pandemic, prison, protests, ' +
  'refugees, school, shooting, siege, stampede, tsunami, us-led coalition, war, west bank, october 7, october 2023, january 2015, ' +
  'aleppo, bakhmut, bosnia, bucha, darfur, fallujah, gaza, goma, jenin, korea, kosovo, kunduz, lake chad, mariupol, mosul, raqqa, rohingya, ' +
  'sarajevo, tigray, vietnam';

export const names: WholeCheck = (records) => {
  const tooBroad = broadNames(records);
  return [...records.questions.flatMap(({ file, record }) => ownProblems(file, record, tooBroad)), ...sharedStrongNames(records)];
};

const fold = (name: string): string => name.toLowerCase();

function broadNames({ questions, events, actors }: Records<Outline>): Set<string> {
  const country = new Intl.DisplayNames('en', { type: 'region' });
  const countries = questions.flatMap(({ record }) => record.place.countries).flatMap((code) => country.of(code) ?? []);
  const parents = parentsOf(events);
  const roots = Map.groupBy(
    questions.flatMap(({ record: q }) => q.by.actors.map((actor) => ({ actor, root: lineage(q.event, parents).at(-1) }))),
    ({ actor }) => actor,
  );
  const several = actors.filter(({ record }) => new Set(roots.get(record.id)?.map(({ root }) => root)).size > 1);
  const actorNames = several.flatMap(({ record }) => record.aliases.concat(record.name));
  return new Set(COMMON.split(', ').concat(countries, actorNames).map(fold));
}

type Parents = ReadonlyMap<string, string | null>;
const parentsOf = (events: Records['events']): Parents => new Map(events.map(({ record }) => [record.id, record.parent]));

/** The event, its parent, and so on up. */
function lineage(event: string, parents: Parents): string[] {
  const up = [event];
  for (let next = parents.get(event) ?? null; next !== null && !up.includes(next); next = parents.get(next) ?? null) up.push(next);
  return up;
}

function ownProblems(file: string, { match, by }: Outline, tooBroad: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const report = (path: string, reason: string): void => void problems.push({ file, path, reason });
  match.strong.forEach((name, i) => {
    const path = `match.strong.${i}`;
    if (tooBroad.has(fold(name))) report(path, `"${name}" is too broad to name one event`);
    if (name.length < 4 && !/^\d/.test(name)) report(path, `"${name}" is too short to name one event`);
    if (match.strong.findIndex((other) => fold(other) === fold(name)) !== i) report(path, `"${name}" is there twice`);
  });
  match.weak.forEach((name, i) => {
    const path = `match.weak.${i}`;
    if (match.strong.some((other) => fold(other) === fold(name))) report(path, `"${name}" is both strong and weak`);
    if (match.weak.findIndex((other) => fold(other) === fold(name)) !== i) report(path, `"${name}" is there twice`);
  });
  if (match.strong.length === 0 && match.weak.length < 2) report('match', 'cannot be found: no strong name and fewer than two weak ones');
  if (by.scope === 'actor' && by.actors.length === 0) report('by.actors', 'by.scope is actor and no actor is named');
  return problems;
}

/** One strong name is enough to name an event, so two events may share one only if one is part of the other. */
function sharedStrongNames({ questions, events }: Records<Outline>): Problem[] {
  const parents = parentsOf(events);
  const owners = new Map<string, string[]>();
  const problems: Problem[] = [];
  for (const { file, record: q } of questions)
    q.match.strong.forEach((name, i) => {
      const before = owners.get(fold(name)) ?? [];
      const stranger = before.find((event) => !lineage(event, parents).includes(q.event) && !lineage(q.event, parents).includes(event));
      if (stranger !== undefined) problems.push({ file, path: `match.strong.${i}`, reason: `"${name}" is also a strong name of the unrelated event ${stranger}` });
      owners.set(fold(name), [...before, q.event]);
    });
  return problems;
}
