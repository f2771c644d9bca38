import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { askToRead, mayReadAll } from '../../lib/ui/permissions.ts';
import type { Ui } from '../../lib/ui/ui.ts';

/** Asks for leave to read pages where the browser has withheld it, and says how else it can be given. Else nothing. */
export function Permission({ words: { t } }: Pick<Ui, 'words'>) {
  const [may, setMay] = useState(true);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const look = (): void => void mayReadAll().then(setMay);
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, []);
  if (may) return null;
  const ask = (): void => void askToRead('').then((given) => setRefused(!given));
  return (
    <section class="notice permission" aria-labelledby="permission">
      <h2 id="permission">{t('popup_no_access')}</h2>
      <p class="text">{t('welcome_permission')}</p>
      <p>
        <button class="btn primary" onClick={ask}>{t('popup_allow_all')}</button>
      </p>
      <p class="small text" role="status">{t(refused ? 'welcome_permission_refused' : 'welcome_permission_else')}</p>
    </section>
  );
}
