// What a database holds, to be looked through: every event with its questions, every source with what it counted.
import type { CardSource } from '../claim/card-content.ts';
import type { Event, Question } from '../claim/database.ts';
import type { Shard } from '../update/bundle.ts';

export type ListedEvent = Pick<Event, 'id' | 'name' | 'type' | 'countries' | 'start' | 'end'>;
/** `estimates` that are shown, of so many `sources`; `newest`: the latest day one of them describes, null when none is dated. */
export type ListedQuestion = Pick<Question, 'id' | 'title' | 'event' | 'kind'> & { estimates: number; sources: number; newest: string | null };
export type ListedSource = CardSource & { estimates: number; questions: number };
export type Listing = { events: ListedEvent[]; questions: ListedQuestion[]; sources: ListedSource[] };

/** Reads shard after shard and keeps only what the list shows, so that a large database does not stand in memory whole. */
export async function listing(shards: AsyncIterable<Shard>): Promise<Listing> {
  const events: ListedEvent[] = [];
  const questions: ListedQuestion[] = [];
  const sources: CardSource[] = [];
  const counted = new Map<string, { estimates: number; questions: Set<string> }>();
  for await (const shard of shards) {
    if (shard.kind === 'events') events.push(...shard.records.map(({ id, name, type, countries, start, end }) => ({ id, name, type, countries, start, end })));
    else if (shard.kind === 'sources') sources.push(...shard.records);
    else if (shard.kind === 'questions')
      for (const question of shard.records) {
        questions.push(listed(question));
        for (const { source } of question.estimates) {
          const count = counted.get(source) ?? { estimates: 0, questions: new Set<string>() };
          count.estimates += 1;
          count.questions.add(question.id);
          counted.set(source, count);
        }
      }
  }
  const countsOf = (id: string): Pick<ListedSource, 'estimates' | 'questions'> => ({ estimates: counted.get(id)?.estimates ?? 0, questions: counted.get(id)?.questions.size ?? 0 });
  return { events, questions, sources: sources.map((s) => Object.assign({}, s, countsOf(s.id))) };
}

function listed({ id, title, event, kind, estimates, series }: Question): ListedQuestion {
  const days = [...estimates.map((e) => e.as_of ?? e.published), ...series.flatMap((s) => s.points.map((p) => p.date))].filter((day) => day !== null);
  return { id, title, event, kind, estimates: estimates.length, sources: new Set(estimates.map((e) => e.source)).size, newest: days.toSorted().at(-1) ?? null };
}
