import type { Listing } from '../../lib/lookup/listing.ts';
import { tell } from '../../lib/messages/messages.ts';
import { useAnswer } from '../../lib/ui/answer.ts';
import { Answers } from '../../lib/ui/Answers.tsx';
import { useCopy } from '../../lib/ui/copy.ts';
import type { Ui } from '../../lib/ui/ui.ts';
import { Waiting } from '../../lib/ui/Waiting.tsx';
import { addressOf } from './place.ts';

type Props = Ui & { id: string; /** Null while it is not here yet. */ listing: Listing | null };

/** One question with all its answers, as its card shows them, and what else is asked of the same event. */
export function QuestionPage({ words, id, listing }: Props) {
  const { t } = words;
  const [view, ask] = useAnswer(() => tell('question', { id }), [id]);
  const { said, copy } = useCopy(t);
  const event = listing?.questions.find((q) => q.id === id)?.event;
  const others = listing?.questions.filter((q) => q.event === event && q.id !== id) ?? [];
  return (
    <article>
      <p>
        <a href={addressOf({ is: 'events' })}>{t('browse_back')}</a>
      </p>
      {typeof view === 'string' ? (
        <Waiting is={view} t={t} failed={t('options_data_failed')} again={ask} />
      ) : view === null ? (
        <p class="notice" role="alert">{t('browse_no_question')}</p>
      ) : (
        <>
          <h2 class="asked" lang="en" dir="auto">{view.question}</h2>
          <Answers view={view} t={t} open={(question) => void (location.hash = addressOf({ is: 'question', id: question }))} />
          <p class="bar">
            <button class="btn" onClick={() => copy(view.citation)}>{t('card_cite')}</button>
            <button class="btn plain" onClick={() => copy(view.corrections.entry)}>{t('browse_wrong')}</button>
            {/* A feed's own question is its publisher's. */}
            {!id.includes('.') && <a class="btn plain" href={`/mine.html#${id}`}>{t('mine_add_own')}</a>}
            <span class="small" role="status">{said}</span>
          </p>
          {others.length > 0 && (
            <section aria-labelledby="same-event">
              <h3 id="same-event">{t('browse_same_event')}</h3>
              <ul>
                {others.map((q) => (
                  <li key={q.id}>
                    <a href={addressOf({ is: 'question', id: q.id })} lang="en" dir="auto">{q.title}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </article>
  );
}
