// A question of one's own as it was entered ↔ as it is kept.
import { byId } from '../claim/by-id.ts';
import type { Actor, Database, Event, Question } from '../claim/database.ts';
import { listed, SEPARATOR, type QuestionDraft, type QuestionField } from './fields.ts';
import type { Along, Known, Mine } from './mine.ts';
import { freshId, named } from './names.ts';
import { readDraft } from './read-draft.ts';
import type { Slip } from './slip.ts';

/** `along`: the event and the actors, where they are new or changed. */
export type ReadQuestion = { question: Question; along: Along } | { slips: Slip[] };

const COLLECTION = 'mine';

/** `before`: the question that is changed; null: a new one. `id` null: one is made. As readEstimate. */
export function readQuestion(draft: QuestionDraft, { mine, known, before, id = null }: { mine: Mine; known: Known; before: Question | null; id?: string | null }): ReadQuestion {
  const { slips, slip, text, needed, chosen } = readDraft(draft);

  const title = needed('title');
  const names = listed(draft.names);
  const countries = listed(draft.countries.replaceAll(',', ';')).map((c) => c.toUpperCase());
  const [start, end] = [text('from'), text('to')];
  const pools = [mine, known];
  const actors = actorsOf(listed(draft.actors), pools);
  const event = eventOf({ name: needed('event'), type: draft.event_type === '' ? null : chosen('event_type', 'incident'), start: text('event_start'), end: text('event_end'), within: { start, end }, names, countries }, { before, pools, slip });
  const question: Question = {
    ...KEPT,
    ...before,
    id: id ?? before?.id ?? freshId(title, 'question', (other) => pools.some((pool) => pool.questions.some((q) => q.id === other))),
    event: event?.id ?? '',
    title,
    place: { name: needed('place'), countries },
    period: { start, end },
    group: chosen('group', 'people'),
    group_text: text('group_text'),
    measure: chosen('measure', 'killed'),
    by: { disputed: false, ...before?.by, scope: chosen('by', 'all-causes'), actors: actors.map((a) => a.id), weapons: listed(draft.weapons) },
    match: { ...NO_NAMES, ...before?.match, strong: names, weak: listed(draft.other_names) },
    notes: text('notes'),
  };
  if (slips.length > 0 || event === null) return { slips };
  return { question, along: { events: [event], actors } };
}

const KEPT = { collection: COLLECTION, kind: 'casualty', unit: 'people', relations: [], series_rule: 'nearest-as-of', thin: true, estimates: [], series: [] } satisfies Partial<Question>;
const NO_NAMES: Omit<Question['match'], 'strong' | 'weak'> = { must: [], exclude: [], date_phrases: [], page_dates: null, aliases_i18n: {}, weak_i18n: {} };

/** Null: not said. `within`: the question's own period. */
type Told = { name: string; type: Event['type'] | null; start: string | null; end: string | null; within: { start: string | null; end: string | null }; names: string[]; countries: string[] };
type Around = { before: Question | null; pools: readonly Database[]; slip(field: QuestionField, code: Slip['code']): void };

/** An event that is known is taken as it is; the question's own is changed with it. Null: there is too little to make one of. */
function eventOf({ name, type, start: from, end: to, within, names, countries }: Told, { before, pools, slip }: Around): Event | null {
  const [mine, known] = pools;
  const shipped = known === undefined ? undefined : named(known.events.map(plain), name);
  const there = shipped === undefined ? undefined : known?.events.find((e) => e.id === shipped.id);
  if (there !== undefined) return there;
  const changed = mine?.events.find((e) => e.id === before?.event);
  const shared = changed === undefined ? mine?.events.find((e) => e.name === name || e.id === name) : undefined;
  const own = changed ?? shared;
  // What is not said of an event that other questions are about as well stays as it is.
  const start = from ?? shared?.start ?? within.start;
  const end = to ?? shared?.end ?? within.end;
  if (start === null) slip('event_start', 'needed');
  if (name === '' || start === null) return null;
  const id = own?.id ?? freshId(name, 'event', (other) => pools.some((pool) => pool.events.some((e) => e.id === other)));
  // Other questions about the same event may know it by other names, and in other countries.
  const others = mine?.questions.filter((q) => q.event === id && q.id !== before?.id) ?? [];
  const all = (own: readonly string[], theirs: readonly string[]): string[] => [...new Set([...own, ...theirs])].toSorted();
  const aliases = all(names, others.flatMap((q) => q.match.strong));
  return { aliases_i18n: {}, parent: null, ...own, id, name, type: type ?? own?.type ?? 'incident', aliases, countries: all(countries, others.flatMap((q) => q.place.countries)), start, end };
}

const plain = ({ id, name, aliases }: Event): Pick<Event, 'id' | 'name' | 'aliases'> => ({ id, name, aliases });

function actorsOf(names: readonly string[], pools: readonly Database[]): Actor[] {
  const all = pools.flatMap((pool) => pool.actors);
  const fresh: Actor[] = [];
  return names.map((name) => {
    const there = named([...fresh, ...all], name);
    if (there !== undefined) return there;
    const taken = byId([...fresh, ...all]);
    const actor: Actor = { id: freshId(name, 'actor', (id) => taken.has(id)), name, aliases: [] };
    fresh.push(actor);
    return actor;
  });
}

/** As it is entered. */
export function questionDraft(q: Question, { events, actors }: Database): QuestionDraft {
  const event = byId(events).get(q.event);
  const actor = byId(actors);
  return {
    title: q.title,
    event: event?.name ?? q.event,
    event_type: event?.type ?? 'incident',
    event_start: event?.start ?? '',
    event_end: event?.end ?? '',
    names: q.match.strong.join(SEPARATOR),
    other_names: q.match.weak.join(SEPARATOR),
    place: q.place.name,
    countries: q.place.countries.join(SEPARATOR),
    from: q.period.start ?? '',
    to: q.period.end ?? '',
    measure: q.measure,
    group: q.group,
    group_text: q.group_text ?? '',
    by: q.by.scope,
    actors: q.by.actors.map((id) => actor.get(id)?.name ?? id).join(SEPARATOR),
    weapons: q.by.weapons.join(SEPARATOR),
    notes: q.notes ?? '',
  };
}
