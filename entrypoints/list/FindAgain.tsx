import { diffWordsWithSpace } from 'diff';
import { useState } from 'preact/hooks';
import type { Words } from '../../lib/card/words.ts';
import type { FoundClaim } from '../../lib/messages/messages.ts';
import type { SavedClaim } from '../../lib/saved/schema.ts';
import { passageAddress } from '../../lib/saved/text-fragment.ts';
import { findOnPage } from './find-on-page.ts';

/** A public archive; it keeps what is sent to this address. https://web.archive.org/save */
const ARCHIVE = 'https://web.archive.org/save/';

type State = 'asking' | 'looking' | FoundClaim;

/** The claim on its page as that is today: the way there, what became of the words, and an archive. */
export function FindAgain({ claim, words: { t } }: { claim: SavedClaim; words: Words }) {
  const [state, setState] = useState<State>('asking');
  const [archiving, setArchiving] = useState(false);
  const address = claim.page.url ?? claim.page.canonical;
  if (address === null) return <p class="small">{t('list_no_address')}</p>;
  const look = (): void => {
    setState('looking');
    void findOnPage(claim).then((found) => setState(found ?? 'asking'), () => setState({ is: 'unread' }));
  };
  return (
    <>
      <p class="bar">
        <button class="btn primary" disabled={state === 'looking'} onClick={look}>{t('list_find')}</button>
        <a class="btn" href={passageAddress(claim) ?? address} target="_blank" rel="noreferrer">{t('list_open_page')}</a>
        <button class="btn" aria-expanded={archiving} onClick={() => setArchiving(!archiving)}>{t('list_archive')}</button>
      </p>
      {archiving && (
        <div class="notice">
          <p>{t('list_archive_warning')}</p>
          <p class="bar">
            <a class="btn" href={ARCHIVE + address} target="_blank" rel="noreferrer" onClick={() => setArchiving(false)}>{t('list_archive_go')}</a>
            <button class="btn plain" onClick={() => setArchiving(false)}>{t('list_cancel')}</button>
          </p>
        </div>
      )}
      <div role="status">
        {state === 'looking' && <p class="small">{t('list_finding')}</p>}
        {typeof state === 'object' && <p>{t(`list_found_${state.is}`)}</p>}
      </div>
      {typeof state === 'object' && state.is === 'altered' && (
        <p class="quote" dir="auto" lang={claim.page.lang ?? undefined}>
          {diffWordsWithSpace(claim.quote.exact, state.now).map(({ value, added, removed }, i) => (added ? <ins key={i}>{value}</ins> : removed ? <del key={i}>{value}</del> : value))}
        </p>
      )}
    </>
  );
}
