// The reader's list: all that was saved, one claim of it, one question of it.
import { useMemo, useState } from 'preact/hooks';
import { copyText } from '../../lib/card/clipboard.ts';
import { choicesOf, type Filter, type Sort } from '../../lib/saved/list.ts';
import { edited, type Edit } from '../../lib/saved/edit.ts';
import { DiskFull, type Batch, type SavedStore } from '../../lib/store/saved.ts';
import { usePlace } from '../../lib/ui/place.ts';
import type { Ui } from '../../lib/ui/ui.ts';
import { citedAsLast } from './citing.ts';
import { ClaimPage } from './ClaimPage.tsx';
import { Export } from './Export.tsx';
import { Import } from './Import.tsx';
import { ListPage } from './ListPage.tsx';
import { useNames } from './names.ts';
import { placeIn } from './place.ts';
import { QuestionPage } from './QuestionPage.tsx';
import { useRows } from './rows.ts';
import { NONE, type Selection } from './selection.ts';

/** How the list is looked at: kept while one claim of it is read. */
export type View = { filter: Filter; sort: Sort; selection: Selection; active: number };

/** What was done, with the batch that takes it back; null: nothing to take back. */
export type Told = { says: string; undo: { batch: number; ids: readonly string[] } | null };

/** `change` and `remove` tell what they did, or why they could not; they answer whether they did. */
export type Acts = {
  change(ids: readonly string[], edit: Edit, done: string): Promise<boolean>;
  remove(ids: readonly string[]): Promise<boolean>;
  /** Puts citations on the clipboard. */
  cite(ids: readonly string[]): Promise<void>;
  tell(says: string): void;
};

export function Saved({ words, settings, store }: Ui & { store: SavedStore }) {
  const { t, plural } = words;
  const rows = useRows(store);
  const names = useNames();
  const collections = useMemo(() => choicesOf(rows.rows).collection.map(([name]) => name), [rows.rows]);
  const place = usePlace(placeIn);
  const [view, setView] = useState<View>({ filter: {}, sort: { by: 'saved', descending: true }, selection: NONE, active: 0 });
  /** What is about to be exported; null: all of it, undefined: nothing. */
  const [leaving, setLeaving] = useState<readonly string[] | null | undefined>();
  const [taking, setTaking] = useState(false);
  const [told, setTold] = useState<Told | null>(null);

  async function write(ids: readonly string[], what: (at: string) => Promise<Batch>, done: (batch: Batch) => string): Promise<boolean> {
    try {
      const batch = await what(new Date().toISOString());
      await rows.refresh(ids);
      setTold({ says: done(batch), undo: { batch: batch.batch, ids } });
      return true;
    } catch (error) {
      setTold({ says: t(error instanceof DiskFull ? 'list_full' : 'list_not_written'), undo: null });
      return false;
    }
  }
  const acts: Acts = {
    change: (ids, edit, done) => write(ids, (at) => store.edit(ids, (claim) => edited(claim, edit, at), at), () => done),
    remove: (ids) => write(ids, (at) => store.remove(ids, at), ({ changed }) => plural('list_removed', changed)),
    async cite(ids) {
      const done = await citedAsLast(store.whole(ids), words.locale).then(copyText, () => false);
      setTold({ says: t(done ? 'card_cited' : 'card_not_copied'), undo: null });
    },
    tell: (says) => setTold({ says, undo: null }),
  };
  async function undo({ batch, ids }: { batch: number; ids: readonly string[] }): Promise<void> {
    const back = await store.undo(batch).catch(() => 0);
    await rows.refresh(ids);
    setTold({ says: back === 0 ? t('list_not_undone') : plural('list_undone', back), undo: null });
  }

  return (
    <>
      {place.is === 'list' && <ListPage store={store} words={words} settings={settings} rows={rows} names={names} view={view} set={(change) => setView((was) => ({ ...was, ...change }))} acts={acts} on={{ exportThem: setLeaving, takeIn: () => setTaking(true) }} />}
      {place.is === 'claim' && <ClaimPage key={place.id} words={words} settings={settings} id={place.id} store={store} names={names} collections={collections} acts={acts} />}
      {place.is === 'question' && <QuestionPage key={place.id} words={words} settings={settings} id={place.id} rows={rows.rows} names={names} />}
      {leaving !== undefined && <Export store={store} ids={leaving} count={leaving?.length ?? rows.all} words={words} close={() => setLeaving(undefined)} />}
      {taking && <Import store={store} words={words} close={() => setTaking(false)} done={(batch, ids) => rows.refresh(ids).then(() => setTold({ says: plural('list_taken', batch.added + batch.changed), undo: { batch: batch.batch, ids } }))} />}
      <div class="said" role="status">
        {told !== null && (
          <p class="bar">
            <span>{told.says}</span>
            {told.undo !== null && (
              <button class="link" onClick={() => told.undo && void undo(told.undo)}>
                {t('card_undo')}
              </button>
            )}
          </p>
        )}
      </div>
    </>
  );
}
