// Finding in the listing: pure, so that it can be tested without a page.
import type { ListedEvent, ListedQuestion, ListedSource, Listing } from '../../lib/lookup/listing.ts';

/** Letters and digits only, without accents and case: "Türkiye" is found by "turkiye". */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

/** Every word must stand somewhere. */
function fits(text: string, words: readonly string[]): boolean {
  const target = folded(text);
  return words.every((word) => target.includes(word));
}

export type EventWithQuestions = ListedEvent & { questions: ListedQuestion[] };

/** Events with the questions that fit, newest event first; an event whose own name fits keeps all of them. `countryName` in the reader's language. */
export function eventsFor({ events, questions }: Pick<Listing, 'events' | 'questions'>, query: string, countryName: (code: string) => string): EventWithQuestions[] {
  const words = folded(query).split(/\s+/).filter((w) => w !== '');
  const byEvent = Map.groupBy(questions, (q) => q.event);
  return events
    .flatMap((event) => {
      const own = byEvent.get(event.id) ?? [];
      const about = [event.name, event.start.slice(0, 4), ...event.countries.map(countryName)].join(' ');
      const fitting = own.filter((q) => fits(`${q.title} ${about}`, words));
      return fitting.length === 0 ? [] : [{ ...event, questions: fitting }];
    })
    .toSorted((a, b) => (a.start < b.start ? 1 : a.start > b.start ? -1 : 0));
}

/** Sources that fit, by name; those that are not named by any question are left out. */
export function sourcesFor(sources: readonly ListedSource[], query: string, locale: string): ListedSource[] {
  const words = folded(query).split(/\s+/).filter((w) => w !== '');
  const order = new Intl.Collator(locale);
  return sources.filter((s) => s.estimates > 0 && fits([s.name, ...s.aliases, s.note ?? '', s.feed ?? ''].join(' '), words)).toSorted((a, b) => order.compare(a.name, b.name));
}
