import { useEffect, useState } from 'preact/hooks';
import { cardView, type CardView } from '../../lib/card/rows.ts';
import type { Words } from '../../lib/card/words.ts';
import { tell } from '../../lib/messages/messages.ts';
import { cardThen } from '../../lib/saved/card-then.ts';
import type { SavedClaim } from '../../lib/saved/schema.ts';
import { Answers } from '../../lib/ui/Answers.tsx';

/** What stood beside the figure when it was saved, and what stands there today. */
export function ThenNow({ claim, words }: { claim: SavedClaim; words: Words }) {
  const { t, date } = words;
  const [now, setNow] = useState<CardView | null | 'reading' | 'failed'>('reading');
  useEffect(() => {
    setNow('reading');
    void tell('cardNow', { id: claim.id }).then(setNow, () => setNow('failed'));
  }, [claim.edited]);
  const frozen = cardThen(claim);
  const then = frozen && cardView(frozen, { words, now: new Date(claim.saved) });
  const open = (question: string): void => void (location.href = `/browse.html#question=${question}`);
  if (then === null) return <p class="small">{t(claim.figure === null ? 'list_then_no_figure' : 'list_then_nothing')}</p>;
  return (
    <>
      <p lang="en" dir="auto">{then.question}</p>
      {then.relation !== null && <p class="small">{then.relation}</p>}
      <div class="cols">
        <section aria-labelledby="then">
          <h3 id="then">{t('list_then', [date(claim.saved)])}</h3>
          <Answers view={then} t={t} open={open} />
        </section>
        <section aria-labelledby="now">
          <h3 id="now">{t('list_now')}</h3>
          {now === 'reading' && <p class="small" role="status">{t('options_data_reading')}</p>}
          {now === 'failed' && <p class="problem" role="alert">{t('options_data_failed')}</p>}
          {now === null && <p class="small">{t('browse_no_question')}</p>}
          {now !== null && typeof now === 'object' && <Answers view={now} t={t} open={open} />}
        </section>
      </div>
    </>
  );
}
