import { useEffect, useMemo } from 'preact/hooks';
import { choicesOf, filtered, sorted, type Row } from '../../lib/saved/list.ts';
import type { SavedStore } from '../../lib/store/saved.ts';
import type { Ui } from '../../lib/ui/ui.ts';
import { Bulk } from './Bulk.tsx';
import { Filters } from './Filters.tsx';
import { Grid } from './Grid.tsx';
import type { Names } from './names.ts';
import { Keeping } from './Keeping.tsx';
import { Pick } from './Pick.tsx';
import { Printed } from './Printed.tsx';
import type { Rows } from './rows.ts';
import type { Acts, View } from './Saved.tsx';
import { NONE, within } from './selection.ts';

type Props = Ui & { store: SavedStore; rows: Rows; names: Names; view: View; set(change: Partial<View>): void; acts: Acts; on: { exportThem(ids: readonly string[] | null): void; takeIn(): void } };

const SORTS: readonly View['sort'][] = [
  { by: 'saved', descending: true }, { by: 'saved', descending: false }, { by: 'edited', descending: true }, { by: 'date', descending: true }, { by: 'date', descending: false },
  { by: 'figure', descending: true }, { by: 'figure', descending: false }, { by: 'site', descending: false }, { by: 'title', descending: false }, { by: 'question', descending: false }, { by: 'question', descending: true }, { by: 'collection', descending: false },
];

export function ListPage({ words, store, rows: { is, rows, all }, names, view, set, acts, on }: Props) {
  const { t, number } = words;
  const { filter, sort, active } = view;
  const order = useMemo(() => sorted(rows, sort), [rows, sort]);
  const shown = useMemo(() => filtered(order, filter), [order, filter]);
  const known = useMemo(() => choicesOf(rows), [rows]);
  const there = useMemo(() => new Set(shown.map(({ claim }) => claim.id)), [shown]);
  // What is not shown is not done anything to.
  const selection = within(view.selection, (id) => there.has(id));
  const ids = [...selection.ids];

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const writing = event.target instanceof HTMLElement && event.target.matches('input, select, textarea');
      if (event.key !== '/' || writing || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      document.querySelector<HTMLElement>('#search')?.focus();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);

  if (is === 'forgets') {
    return (
      <>
        <h1>{t('list_title')}</h1>
        <p class="notice text part" role="status">{t('list_forgets')}</p>
      </>
    );
  }
  const remove = (gone: readonly string[]): void => void acts.remove(gone).then((done) => done && set({ selection: NONE }));
  return (
    <>
      <header class="bar top">
        <h1>{t('list_title')}</h1>
        <span class="quiet" role="status">{countOf({ is, shown, all, rows }, words)}</span>
        <span class="bar push">
          <button class="btn" onClick={on.takeIn}>{t('list_import')}</button>
          <button class="btn" disabled={all === 0} onClick={() => on.exportThem(null)}>{t('list_export')}</button>
        </span>
      </header>
      {is === 'failed' && <p class="notice old" role="alert">{t('list_failed')}</p>}
      {is === 'whole' && rows.length === 0 ? (
        <Empty t={t} />
      ) : (
        <>
          <Filters rows={rows} filter={filter} words={words} names={names} set={(next) => set({ filter: next, active: 0 })}>
            <Pick
              label={t('list_sort')}
              value={SORTS.find((s) => s.by === sort.by && s.descending === sort.descending)}
              choices={SORTS.map((s) => ({ value: s, label: t(`list_sort_${s.by}_${s.descending ? 'down' : 'up'}`) }))}
              choose={(next) => next && set({ sort: next, active: 0 })}
            />
          </Filters>
          {shown.length === 0 ? (
            <p class="empty" role="status">{is === 'whole' ? t('list_none_fit') : t('list_reading', [number(rows.length), number(all)])}</p>
          ) : (
            <Grid
              rows={shown}
              sort={sort}
              selection={selection}
              active={active}
              words={words}
              on={{ sort: (next) => set({ sort: next, active: 0 }), select: (next) => set({ selection: next }), go: (next) => set({ active: next }), remove }}
            />
          )}
          <Printed rows={shown} words={words} />
          {ids.length > 0 && (
            <Bulk
              count={ids.length}
              tags={known.tag.map(([tag]) => tag)}
              collections={known.collection.map(([name]) => name)}
              words={words}
              on={{
                edit: (edit) => void acts.change(ids, edit, words.plural('list_changed_n', ids.length)),
                remove: () => remove(ids),
                exportThem: () => on.exportThem(ids),
                cite: () => void acts.cite(ids),
                none: () => set({ selection: NONE }),
              }}
            />
          )}
          <p class="small keys">{t('list_keys')}</p>
          {all > 0 && <Keeping store={store} words={words} />}
        </>
      )}
    </>
  );
}

function countOf({ is, shown, rows, all }: Omit<Rows, 'rows'> & { shown: readonly Row[]; rows: readonly Row[] }, { t, plural, number }: Props['words']): string {
  if (is === 'reading') return t('list_reading', [number(rows.length), number(all)]);
  if (all === 0) return t('list_none_yet');
  return shown.length === all ? plural('list_count', all) : t('list_of', [number(shown.length), number(all)]);
}

function Empty({ t }: { t: Props['words']['t'] }) {
  return (
    <div class="empty text">
      <h2>{t('list_empty')}</h2>
      <p>{t('list_empty_how')}</p>
      <p>
        <a href="/welcome.html">{t('list_sample')}</a>
      </p>
    </div>
  );
}
