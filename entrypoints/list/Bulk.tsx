import { useState } from 'preact/hooks';
import type { Words } from '../../lib/card/words.ts';
import type { Edit } from '../../lib/saved/edit.ts';

type Props = {
  count: number;
  tags: readonly string[];
  collections: readonly string[];
  words: Words;
  on: { edit(edit: Edit): void; remove(): void; exportThem(): void; cite(): void; none(): void };
};

/** What can be done with all that are selected. */
export function Bulk({ count, tags, collections, words: { t, plural, number }, on }: Props) {
  const [asks, setAsks] = useState<'tag' | 'untag' | 'move' | null>(null);
  const [typed, setTyped] = useState('');
  const ask = (what: typeof asks): void => {
    setAsks(asks === what ? null : what);
    setTyped('');
  };
  function give(event: SubmitEvent): void {
    event.preventDefault();
    const some = typed.split(/[;,]/).filter((tag) => tag.trim() !== '');
    if (asks === 'move') on.edit({ collection: typed.trim() === '' ? null : typed });
    else if (some.length > 0) on.edit(asks === 'tag' ? { addTags: some } : { removeTags: some });
    setAsks(null);
  }
  return (
    <div class="bulk" role="toolbar" aria-label={t('list_selected_what')}>
      <b role="status">{plural('list_selected', count)}</b>
      <button class="btn" aria-expanded={asks === 'tag'} onClick={() => ask('tag')}>{t('list_tag')}</button>
      <button class="btn" aria-expanded={asks === 'untag'} onClick={() => ask('untag')}>{t('list_untag')}</button>
      <button class="btn" aria-expanded={asks === 'move'} onClick={() => ask('move')}>{t('list_move')}</button>
      <button class="btn" onClick={on.exportThem}>{t('list_export_n', [number(count)])}</button>
      <button class="btn" onClick={on.cite}>{t('list_cite')}</button>
      <button class="btn plain" onClick={on.none}>{t('list_select_none')}</button>
      <button class="btn plain push" onClick={on.remove}>{t('list_remove')}</button>
      {asks !== null && (
        <form class="bar give" onSubmit={give}>
          <label for="given">{t(`list_${asks}_which`)}</label>
          <input id="given" class="field" list="known" autocomplete="off" value={typed} ref={(field) => field?.focus()} onInput={({ currentTarget }) => setTyped(currentTarget.value)} onKeyDown={(event) => event.key === 'Escape' && setAsks(null)} />
          <datalist id="known">
            {(asks === 'move' ? collections : tags).slice(0, 500).map((known) => (
              <option key={known} value={known} />
            ))}
          </datalist>
          <button class="btn">{t(`list_${asks}`)}</button>
        </form>
      )}
    </div>
  );
}
