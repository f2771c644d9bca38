import { cardView } from '../../lib/card/rows.ts';
import type { Words } from '../../lib/card/words.ts';
import { tell } from '../../lib/messages/messages.ts';
import { cardThen } from '../../lib/saved/card-then.ts';
import type { SavedClaim } from '../../lib/saved/schema.ts';
import { useAnswer } from '../../lib/ui/answer.ts';
import { Answers } from '../../lib/ui/Answers.tsx';
import { Waiting } from '../../lib/ui/Waiting.tsx';

/** What stood beside the figure when it was saved, and what stands there today. */
export function ThenNow({ claim, words }: { claim: SavedClaim; words: Words }) {
  const { t, date } = words;
  const [now, ask] = useAnswer(() => tell('cardNow', { id: claim.id }), [claim.edited]);
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
          {typeof now === 'string' ? (
            <Waiting is={now} t={t} failed={t('options_data_failed')} again={ask} />
          ) : now === null ? (
            <p class="small">{t('browse_no_question')}</p>
          ) : (
            <Answers view={now} t={t} open={open} />
          )}
        </section>
      </div>
    </>
  );
}
