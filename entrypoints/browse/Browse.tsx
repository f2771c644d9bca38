// The whole claims database, to be read and criticised without a page: events with their questions, each question with its
// plot, and every source with what it counts.
import { useEffect, useState } from 'preact/hooks';
import { tell } from '../../lib/messages/messages.ts';
import { useAnswer } from '../../lib/ui/answer.ts';
import { usePlace } from '../../lib/ui/place.ts';
import type { Ui } from '../../lib/ui/ui.ts';
import { Waiting } from '../../lib/ui/Waiting.tsx';
import { Events } from './Events.tsx';
import { addressOf, placeIn, type Place } from './place.ts';
import { QuestionPage } from './QuestionPage.tsx';
import { Sources } from './Sources.tsx';

export function Browse(ui: Ui) {
  const { t } = ui.words;
  const place = usePlace(placeIn);
  const [listing, ask] = useAnswer(() => tell('listing', null), []);
  const [query, setQuery] = useState('');
  // What was looked for among events is seldom the name of a source.
  useEffect(() => setQuery(''), [place.is === 'sources']);

  return (
    <>
      <header class="top">
        <h1>{t('browse_title')}</h1>
        <nav aria-label={t('browse_parts')}>
          <Tab place={{ is: 'events' }} here={place.is !== 'sources'} label={t('browse_events')} />
          <Tab place={{ is: 'sources' }} here={place.is === 'sources'} label={t('browse_sources')} />
        </nav>
      </header>
      {place.is === 'question' ? (
        <QuestionPage {...ui} id={place.id} key={place.id} listing={typeof listing === 'object' ? listing : null} />
      ) : (
        <>
          <p class="text small">
            {t('browse_note')} <a href="/method.html">{t('method_title')}</a>
          </p>
          <p class="find">
            <label for="find">{t('browse_find')}</label>
            <input id="find" class="field" type="search" value={query} onInput={({ currentTarget }) => setQuery(currentTarget.value)} />
          </p>
          {typeof listing === 'string' ? (
            <Waiting is={listing} t={t} failed={t('options_data_failed')} again={ask} />
          ) : place.is === 'sources' ? (
            <Sources {...ui} sources={listing.sources} query={query} />
          ) : (
            <Events {...ui} listing={listing} query={query} />
          )}
        </>
      )}
    </>
  );
}

function Tab({ place, here, label }: { place: Place; here: boolean; label: string }) {
  return (
    <a href={addressOf(place)} aria-current={here ? 'page' : undefined}>
      {label}
    </a>
  );
}
