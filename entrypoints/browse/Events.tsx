import type { Listing } from '../../lib/lookup/listing.ts';
import type { Ui } from '../../lib/ui/ui.ts';
import type { Words } from '../../lib/card/words.ts';
import { eventsFor, type EventWithQuestions } from './find.ts';
import { addressOf } from './place.ts';

/** Newest event first, each with its questions. */
export function Events({ words, listing, query }: Ui & { listing: Listing; query: string }) {
  const { t, plural, locale } = words;
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const countryName = (code: string): string => names.of(code) ?? code;
  const events = eventsFor(listing, query, countryName);
  const questions = events.reduce((n, e) => n + e.questions.length, 0);
  return (
    <>
      <p class="small" role="status">{questions === 0 ? t('browse_none') : plural('options_questions', questions)}</p>
      {events.map((event) => (
        <section class="event" aria-labelledby={`event-${event.id}`} key={event.id}>
          <header>
            <h2 id={`event-${event.id}`} lang="en" dir="auto">{event.name}</h2>
            <p class="small">{[daysOf(event, words), event.countries.map(countryName).join(t('card_comma'))].filter((s) => s !== '').join(' · ')}</p>
          </header>
          <ul>
            {event.questions.map((q) => (
              <li key={q.id}>
                <a href={addressOf({ is: 'question', id: q.id })} lang="en" dir="auto">{q.title}</a>
                <span class="small">
                  {[plural('options_estimates', q.estimates), plural('options_sources', q.sources), q.newest === null ? '' : t('browse_newest', [words.date(q.newest)])].filter((s) => s !== '').join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function daysOf({ start, end }: EventWithQuestions, { t, date }: Words): string {
  if (end === null) return t('browse_since', [date(start)]);
  return start === end ? date(start) : t('card_range', [date(start), date(end)]);
}
