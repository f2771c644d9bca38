import { useState } from 'preact/hooks';
import type { Translate } from '../card/words.ts';

/** Keeps something, or takes a save back; `says` is what to tell the reader. Rejects when it failed. */
export type Save = (save: string | null) => Promise<{ save: string | null; says: string }>;

type Props = { label: string; t: Translate; save: Save };

/** Saves, says so, and takes it back. To be given a `key` for what it saves. */
export function SaveButton({ label, t, save }: Props) {
  const [done, setDone] = useState<{ save: string | null; says: string }>({ save: null, says: '' });
  const press = (): void => void save(done.save).then(setDone, () => setDone({ save: done.save, says: t('card_not_saved_failed') }));
  return (
    <>
      <button class="btn" onClick={press}>{done.save === null ? label : t('card_undo')}</button>
      <span class="small" role="status">{done.says}</span>
    </>
  );
}
