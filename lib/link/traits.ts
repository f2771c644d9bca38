// What linking needs to know of one question: its traits, without its prose.
import type { Event, Question } from '../claim/database.ts';
import { firstDay, lastDay } from './days.ts';
import { fold, foldName } from './fold.ts';
import type { Traits } from './link-index.ts';
import { allPlaces } from './places.ts';

type Context = { eventsOf(event: string): string[]; typeOf(event: string): Event['type'] | null; actorNames(actor: string): string[]; hasKilled(event: string): boolean };

/** A running count needs no more points than this to tell which order of magnitude stood when. */
const MAX_VALUES = 40;
const MAX_COUNTERS = 12;
/** Longer events have single incidents inside them; the labelling rules put the border at about so many days. */
const LONG_DAYS = 60;
/** These happen at once, however long the counting goes on. */
const SUDDEN = new Set<Event['type'] | null>(['disaster', 'accident', 'incident', 'attack', 'massacre']);

function isLong(question: Question, context: Context): boolean {
  const from = firstDay(question.period.start);
  const to = lastDay(question.period.end);
  if (SUDDEN.has(context.typeOf(question.event))) return false;
  return to === null || (from !== null && to - from > LONG_DAYS);
}

const PEOPLE = new Map(allPlaces().filter((p) => p.kind === 'people').map((p) => [foldName(p.name), p.country]));
PEOPLE.set('us', 'US');

/** Countries whose people the words name: "Iraqi army, police" → IQ. */
function peopleIn(words: string): string[] {
  const tokens = foldName(words).split(/[^a-z.]+/);
  const found = new Set<string>();
  tokens.forEach((token, i) => {
    const two = PEOPLE.get(`${token} ${tokens[i + 1] ?? ''}`);
    const one = PEOPLE.get(token);
    const before = PEOPLE.has(`${tokens[i - 1] ?? ''} ${token}`); // "South Sudanese" is not Sudanese
    if (two !== undefined) found.add(two);
    else if (one !== undefined && !before) found.add(one);
  });
  return [...found];
}

function valuesOf(question: Question): [number | null, number][] {
  const values: [number | null, number][] = [];
  for (const e of question.estimates) {
    if (e.status === 'excluded' || e.checked === 'no' || e.comparable === 'no') continue;
    const day = lastDay(e.as_of ?? e.published);
    for (const v of new Set([e.best, e.low, e.high])) if (v !== null && v > 0) values.push([day, v]);
  }
  const points = question.series.flatMap((s) => s.points);
  const step = Math.max(1, Math.ceil(points.length / MAX_VALUES));
  for (let i = 0; i < points.length; i += step) {
    const p = points[i];
    if (p) values.push([lastDay(p.date), p.value]);
  }
  return values;
}

export function traitsOf(question: Question, context: Context): Traits {
  const { match, period, by } = question;
  const whose = /^(.*?)\b(?:killed|wounded|dead|missing|displaced|abducted|who|executed|shot|losses|military dead)\b/i.exec(question.title)?.[1] ?? '';
  const side = /\bon the (\w+) side\b/.exec(question.title)?.[1] ?? '';
  const related = (type: string): string[] => question.relations.filter((r) => r.type === type).map((r) => r.question);
  return {
    id: question.id,
    title: question.title,
    events: context.eventsOf(question.event),
    kind: question.kind,
    group: question.group,
    measure: question.measure,
    scope: by.scope,
    actors: by.actors,
    weapons: by.weapons,
    people: [...new Set([...peopleIn(whose), ...peopleIn(side), ...peopleIn(question.group_text ?? '')])],
    countries: question.place.countries,
    hands: [...new Set(by.actors.flatMap((a) => context.actorNames(a).flatMap(peopleIn)))],
    type: context.typeOf(question.event) ?? '',
    from: firstDay(period.start),
    to: lastDay(period.end),
    long: isLong(question, context),
    violentTwin: question.measure === 'excess-deaths' && context.hasKilled(question.event),
    thin: question.thin,
    pageFrom: firstDay(match.page_dates?.from ?? null),
    pageTo: lastDay(match.page_dates?.to ?? null),
    must: match.must.map((list) => list.map(fold)),
    exclude: match.exclude.map(fold),
    dates: match.date_phrases.map(fold),
    values: valuesOf(question),
    counters: [...new Set(question.estimates.map((e) => e.source))].slice(0, MAX_COUNTERS),
    within: related('subset-of'),
    holds: related('superset-of'),
    place: foldName(question.place.name),
  };
}
