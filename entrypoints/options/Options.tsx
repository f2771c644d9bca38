// The settings: each section by itself, each taking effect the moment it is changed.
import { useState } from 'preact/hooks';
import { tell, type SetBody } from '../../lib/messages/messages.ts';
import type { Ui } from '../../lib/ui/ui.ts';
import { About } from './About.tsx';
import { Data } from './Data.tsx';
import { Feeds } from './feeds/Feeds.tsx';
import { Keys } from './Keys.tsx';
import { Looks } from './Looks.tsx';
import { Reading } from './Reading.tsx';
import { Sites } from './Sites.tsx';
import { Transfer } from './Transfer.tsx';

/** What a section works with. `set` keeps a setting at once; `say` tells in words what was done or could not be. */
export type Parts = Ui & { set(change: SetBody): Promise<void>; say(text: string): void };

export function Options(ui: Ui) {
  const { t } = ui.words;
  const [told, say] = useState('');
  const parts: Parts = {
    ...ui,
    say,
    set: (change) =>
      tell('set', change).then(
        () => say(t('options_kept')),
        () => say(t('options_not_kept')),
      ),
  };
  return (
    <>
      <h1>{t('options_title')}</h1>
      <p class="small told" role="status">
        {told || t('options_at_once')}
      </p>
      <Reading {...parts} />
      <Sites {...parts} />
      <Looks {...parts} />
      <Keys {...parts} />
      <Data {...parts} />
      <Feeds {...parts} />
      <Transfer {...parts} />
      <About {...parts} />
    </>
  );
}
