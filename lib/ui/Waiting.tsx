import type { Translate } from '../card/words.ts';
import type { Pending } from './answer.ts';

type Props = { t: Translate; /** What could not be had, in words. */ failed: string; again(): unknown };

/** What stands in the place of something until it is there. */
export function Waiting({ is, reading, ...failure }: Props & { is: Pending; reading?: string }) {
  return is === 'reading' ? <p class="small" role="status">{reading ?? failure.t('options_data_reading')}</p> : <Failed {...failure} />;
}

/** Something could not be had, and can be asked for again. */
export function Failed({ t, failed, again }: Props) {
  return (
    <div class="notice old" role="alert">
      <p>{failed}</p>
      <p>
        <button class="btn" onClick={() => void again()}>{t('options_again')}</button>
      </p>
    </div>
  );
}
