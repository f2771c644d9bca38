// The settings: each section by itself, each taking effect the moment it is changed.
import { useState } from 'preact/hooks';
import { tell } from '../../lib/messages/messages.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { Ui } from '../../lib/ui/ui.ts';
import { About } from './About.tsx';
import { Data } from './Data.tsx';
import { Feeds } from './feeds/Feeds.tsx';
import { Keys } from './Keys.tsx';
import { Looks } from './Looks.tsx';
import { MyData } from './MyData.tsx';
import { Reading } from './Reading.tsx';
import { Sites } from './Sites.tsx';
import { Transfer } from './Transfer.tsx';

/** What a section works with. `set` keeps settings at once and says so, or says `done`; `say` tells in words what was done or could not be. */
export type Parts = Ui & { set(settings: Partial<Settings>, done?: string): Promise<void>; say(text: string): void };

export function Options(ui: Ui) {
  const { t } = ui.words;
  const [told, say] = useState('');
  const parts: Parts = {
    ...ui,
    say,
    async set(change, done = t('options_kept')) {
      say(await tell('set', change).then(() => done, () => t('options_not_kept')));
    },
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
      <MyData {...parts} />
      <Transfer {...parts} />
      <About {...parts} />
    </>
  );
}
