import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../../lib/card/words.ts';
import { daysOld } from '../../lib/card/rows.ts';
import { lastBackup, read } from '../../lib/settings/settings.ts';
import { askPersistence, persistence } from '../../lib/store/persistence.ts';
import type { SavedStore } from '../../lib/store/saved.ts';
import { saveFile } from '../../lib/ui/save-file.ts';
import { makeBackup } from './backup.ts';

/** Once a year is enough to be reminded, days. */
const YEAR = 365;

/** Where the list is kept, how safely, and when it was last copied out: one quiet line. */
export function Keeping({ store, words: { t, plural } }: { store: SavedStore; words: Words }) {
  const [persistent, setPersistent] = useState<boolean | null>(null);
  /** Undefined until it is known. */
  const [last, setLast] = useState<string | null | undefined>();
  const [said, say] = useState('');
  useEffect(() => {
    void persistence().then((state) => setPersistent(state.persistent));
    void read(lastBackup).then(setLast);
  }, []);
  async function make(): Promise<void> {
    try {
      const { file, name } = await makeBackup(store);
      saveFile(file, name, 'application/json');
      setLast(new Date().toISOString());
      say('');
    } catch {
      say(t('list_not_exported'));
    }
  }
  const days = last ? daysOld(last, new Date()) : 0;
  const when = last === undefined ? '' : last === null ? t('list_backup_never') : days === 0 ? t('list_backup_today') : plural('list_backup_days', days);
  return (
    <div class="small keeping">
      <p class={last && days > YEAR ? 'notice' : undefined}>
        {t('list_local')} {when} <button class="link" onClick={() => void make()}>{t('list_backup_make')}</button>
      </p>
      {persistent !== null && (
        <p>
          {t(persistent ? 'list_persistent' : 'list_not_persistent')}{' '}
          {!persistent && <button class="link" onClick={() => void askPersistence().then((now) => (now ? setPersistent(true) : say(t('list_persist_refused'))))}>{t('list_persist_ask')}</button>}
        </p>
      )}
      <p role="status">{said}</p>
    </div>
  );
}
