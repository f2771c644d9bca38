import { useEffect, useState } from 'preact/hooks';
import type { SavedClaim } from '../../lib/saved/schema.ts';
import type { SavedStore } from '../../lib/store/saved.ts';
import type { Ui } from '../../lib/ui/ui.ts';
import { Cite } from './Cite.tsx';
import { Edit } from './Edit.tsx';
import { FindAgain } from './FindAgain.tsx';
import type { Names } from './names.ts';
import { Passage } from './Passage.tsx';
import { addressOf } from './place.ts';
import type { Acts } from './Saved.tsx';
import { figureOf, harmOf } from './says.ts';
import { ThenNow } from './ThenNow.tsx';
import { WhatChanged } from './WhatChanged.tsx';

type Props = Ui & { id: string; store: SavedStore; names: Names; collections: readonly string[]; acts: Acts };

/** One saved claim: its words, what stood beside it then and stands there now, what changed, and what the reader adds. */
export function ClaimPage({ id, store, names, collections, words, acts }: Props) {
  const { t } = words;
  const [claim, setClaim] = useState<SavedClaim | null | 'reading' | 'failed'>('reading');
  useEffect(() => {
    const read = (): void => void store.get(id).then(setClaim, () => setClaim('failed'));
    read();
    return store.watch((ids) => (ids === null || ids.includes(id)) && read());
  }, [id]);
  return (
    <article>
      <p>
        <a href={addressOf({ is: 'list' })}>{t('list_title')}</a>
      </p>
      {claim === 'reading' && <p class="small" role="status">{t('list_claim_reading')}</p>}
      {claim === 'failed' && <p class="notice old" role="alert">{t('list_failed')}</p>}
      {claim === null && <p class="notice" role="status">{t('list_claim_gone')}</p>}
      {claim !== null && typeof claim === 'object' && <One claim={claim} names={names} collections={collections} words={words} acts={acts} />}
    </article>
  );
}

function One({ claim, names, collections, words, acts }: { claim: SavedClaim } & Pick<Props, 'names' | 'collections' | 'words' | 'acts'>) {
  const { t } = words;
  const { before, number, after } = figureOf(claim, words);
  const { figure, match, byHand } = claim;
  const by = [figure?.saidBy, figure?.place, figure?.period?.text].filter((part) => typeof part === 'string');
  return (
    <>
      <header class="bar top">
        <h1 class="says" dir="auto">
          <bdi>
            {before}
            <b>{number}</b>
            {after}
          </bdi>{' '}
          <span>{harmOf(claim, words)}</span>
        </h1>
        <button class="btn plain push" onClick={() => void acts.remove([claim.id])}>{t('list_remove')}</button>
      </header>
      {by.length > 0 && (
        <p class="small">
          {by.map((part, i) => (
            <>
              {i > 0 && ' · '}
              <bdi>{part}</bdi>
            </>
          ))}
        </p>
      )}
      {byHand && <p class="small">{t('list_by_hand')}</p>}
      <Passage claim={claim} words={words} />
      <FindAgain claim={claim} words={words} />
      <section class="part" aria-labelledby="then-now">
        <h2 id="then-now">{t('list_then_now')}</h2>
        <ThenNow claim={claim} words={words} />
        {match !== null && (
          <p>
            <a href={addressOf({ is: 'question', id: match.question })}>{t('list_timeline')}</a>
          </p>
        )}
      </section>
      <Cite claim={claim} words={words} />
      <div class="cols part">
        <section aria-labelledby="changed">
          <h2 id="changed">{t('list_what_changed')}</h2>
          <WhatChanged claim={claim} names={names} words={words} seen={() => void acts.change([claim.id], { seen: true }, t('list_seen_done'))} />
        </section>
        <section aria-labelledby="yours">
          <h2 id="yours">{t('list_yours')}</h2>
          <Edit claim={claim} collections={collections} words={words} keep={(change) => acts.change([claim.id], change, t('list_kept'))} />
        </section>
      </div>
    </>
  );
}
