import { useEffect, useState } from 'preact/hooks';
import { mountCard } from '../../lib/card/mount.tsx';
import type { ReadPage } from '../../lib/claim/document.ts';
import { tell } from '../../lib/messages/messages.ts';
import { commandKeys } from '../../lib/ui/keys.ts';
import { showMethod } from '../../lib/ui/tab.ts';
import type { Ui } from '../../lib/ui/ui.ts';
import { lent } from '../../lib/session/lent.ts';
import { startSession } from '../../lib/session/session.ts';

/** What a page would say of itself. On that day: cards show what was known then. */
const HEAD: ReadPage['head'] = { address: null, canonical: null, title: null, lang: 'en', meta: [['article:published_time', '2017-12-21']], scripts: [], headings: [], times: [], dated: [] };

/**
 * A few sentences of ours, read by the same reader as any page, out of the same database. English, as are the pages we
 * read; the frame around it speaks the reader's language.
 */
export function Sample({ words: { t }, settings }: Ui) {
  const [keys, setKeys] = useState('');
  useEffect(() => void commandKeys().then((all) => setKeys(all.find((c) => c.name === 'next-figure')?.keys ?? '')), []);
  // Anew after every change of a setting: that is how it would be in a page.
  useEffect(() => {
    const session = startSession({
      lent,
      judge: null,
      lookup: (page) => tell('sample', { page: { ...page, head: HEAD } }),
      card: () => Promise.resolve(mountCard),
      beside: (body) => tell('ownBeside', body),
      // What is put away here is put away for the moment.
      notThisEvent: () => Promise.resolve(null),
      method: showMethod,
      saving: null,
      onEnd: () => undefined,
    });
    return () => session.destroy();
  }, [settings]);
  return (
    <figure class="sample">
      <figcaption class="small">{keys === '' ? t('welcome_try') : t('welcome_try_keys', [keys])}</figcaption>
      <article lang="en" dir="ltr" class="quote">
        <p>
          The battle for Mosul began in October 2016 and lasted nine months. The fighting killed between 9,000 and 11,000 civilians, the Associated Press reported at the end of the following
          year. Much of the west of the city lay in ruins.
        </p>
      </article>
    </figure>
  );
}
