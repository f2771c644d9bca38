// Finding in the listing: pure, so that it can be tested without a page.
import { folded, hasAll, wordsOf } from '../../lib/claim/find-words.ts';
import type { ListedEvent, ListedQuestion, ListedSource, Listing } from '../../lib/lookup/listing.ts';

export type EventWithQuestions = ListedEvent & { questions: ListedQuestion[] };

/** Events with the questions that fit, newest event first; an event whose own name fits keeps all of them. `countryName` in the reader's language. */
export function eventsFor({ events, questions }: Pick<Listing, 'events' | 'questions'>, query: string, countryName: (code: string) => string): EventWithQuestions[] {
  const words = wordsOf(query);
  const byEvent = Map.groupBy(questions, (q) => q.event);
  return events
    .flatMap((event) => {
      const own = byEvent.get(event.id) ?? [];
      const about = [event.name, event.start.slice(0, 4), ...event.countries.map(countryName)].join(' ');
      const fitting = own.filter((q) => hasAll(folded(`${q.title} ${about}`), words));
      return fitting.length === 0 ? [] : [{ ...event, questions: fitting }];
    })
    .toSorted((a, b) => (a.start < b.start ? 1 : a.start > b.start ? -1 : 0));
}

/** Sources that fit, by name; those that are not named by any question are left out. */
export function sourcesFor(sources: readonly ListedSource[], query: string, locale: string): ListedSource[] {
  const words = wordsOf(query);
  const order = new Intl.Collator(locale);
  return sources.filter((s) => s.estimates > 0 && hasAll(folded([s.name, ...s.aliases, s.note ?? '', s.feed ?? ''].join(' ')), words)).toSorted((a, b) => order.compare(a.name, b.name));
}
