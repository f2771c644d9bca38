import type { Words } from '../../lib/card/words.ts';
import type { Change, SavedClaim } from '../../lib/saved/schema.ts';
import type { Names } from './names.ts';
import { standing } from './says.ts';

/** In words, what is otherwise in the database since the claim was saved. */
export function WhatChanged({ claim: { changed, beside, match }, names, words, seen }: { claim: SavedClaim; names: Names; words: Words; seen(): void }) {
  const { t } = words;
  if (match === null) return null;
  if (changed === null) return <p class="small">{t('list_changed_nothing')}</p>;
  const nameOf = ({ source }: Change): string => beside?.sources[source]?.name ?? names.source(source);
  const day = (stand: Change['from']): string => (stand?.as_of ? words.date(stand.as_of) : t('card_undated'));
  return (
    <>
      <ul class="changes">
        {changed.list.map((change) => (
          <li key={change.estimate + change.what} dir="auto">
            {t(`list_change_${change.what}`, [nameOf(change), standing(change.from, words), standing(change.to, words) || t('list_change_unknown'), day(change.to)])}
          </li>
        ))}
      </ul>
      <p class="bar small">
        {t('list_changed_in', [changed.database])}
        {!changed.seen && (
          <button class="btn" onClick={seen}>
            {t('list_seen')}
          </button>
        )}
      </p>
    </>
  );
}
