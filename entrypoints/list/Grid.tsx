import { useEffect, useRef } from 'preact/hooks';
import type { Words } from '../../lib/card/words.ts';
import type { Row, Sort } from '../../lib/saved/list.ts';
import { GridRow } from './GridRow.tsx';
import { addressOf } from './place.ts';
import { all as allOf, toggled, upTo, type Selection } from './selection.ts';
import { useShown } from './window.ts';

type Props = {
  rows: readonly Row[];
  sort: Sort;
  selection: Selection;
  /** The row that keys act on, from 0. */
  active: number;
  words: Words;
  on: { sort(sort: Sort): void; select(selection: Selection): void; go(active: number): void; remove(ids: readonly string[]): void };
};

type Column = { by: Sort['by']; label: string; n?: true } | { label: string; n?: true; by?: never };
const COLUMNS: readonly Column[] = [{ by: 'figure', label: 'figure', n: true }, { label: 'harm' }, { by: 'question', label: 'question' }, { label: 'known', n: true }, { by: 'date', label: 'page' }, { label: 'since' }];

/**
 * A grid of one focus: keys move a row that is active, and the browser's focus stays on the grid, so that it is not lost
 * when the row it was on is no longer drawn.
 */
export function Grid({ rows, sort, selection, active, words, on }: Props) {
  const { t } = words;
  const grid = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { from, to, high } = useShown(body, rows.length);
  const at = Math.min(active, rows.length - 1);
  const idAt = (i: number): string => rows[i]?.claim.id ?? '';
  const ids = (): string[] => rows.map(({ claim }) => claim.id);

  // Come back from a claim: to where it stood.
  useEffect(() => {
    if (high > 0 && at > 0) bring(at);
  }, [high > 0]);

  function bring(row: number): void {
    const top = (body.current?.getBoundingClientRect().top ?? 0) + row * high;
    // Beneath what sticks to the edges there is no reading.
    const [head, foot] = [2 * high, innerHeight - 2 * high];
    if (top < head) scrollBy({ top: top - head, behavior: 'instant' });
    else if (top + high > foot) scrollBy({ top: top + high - foot, behavior: 'instant' });
  }

  function go(to: number, extend: boolean): void {
    const next = Math.max(0, Math.min(to, rows.length - 1));
    if (extend) on.select(upTo(selection, ids(), { from: at, to: next }));
    on.go(next);
    bring(next);
  }

  function press(event: KeyboardEvent): void {
    // A button of the head answers for itself.
    if (event.target !== grid.current || event.altKey) return;
    const page = Math.max(1, Math.floor(innerHeight / (high || 1)) - 4);
    const steps: Record<string, () => void> = {
      ArrowDown: () => go(at + 1, event.shiftKey),
      ArrowUp: () => go(at - 1, event.shiftKey),
      PageDown: () => go(at + page, event.shiftKey),
      PageUp: () => go(at - page, event.shiftKey),
      Home: () => go(0, event.shiftKey),
      End: () => go(rows.length - 1, event.shiftKey),
      ' ': () => on.select(toggled(selection, idAt(at))),
      Enter: () => void (location.hash = addressOf({ is: 'claim', id: idAt(at) })),
      Delete: () => on.remove(selection.ids.size > 0 ? [...selection.ids] : [idAt(at)]),
      Escape: () => on.select(allOf([])),
      a: () => on.select(allOf(ids())),
    };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey !== (event.key === 'a') || rows.length === 0) return;
    event.preventDefault();
    step();
  }

  function mark(row: number, { shiftKey }: MouseEvent): void {
    const anchor = selection.anchor === null ? -1 : rows.findIndex(({ claim }) => claim.id === selection.anchor);
    on.select(shiftKey && anchor >= 0 ? upTo(selection, ids(), { from: anchor, to: row }) : toggled(selection, idAt(row)));
    on.go(row);
    grid.current?.focus({ preventScroll: true });
  }

  const every = rows.length > 0 && selection.ids.size >= rows.length;
  return (
    <div
      ref={grid}
      role="grid"
      class="grid"
      tabIndex={0}
      aria-label={t('list_title')}
      aria-multiselectable="true"
      aria-rowcount={rows.length + 1}
      aria-colcount={COLUMNS.length + 1}
      aria-activedescendant={at >= from && at < to ? `row-${at}` : undefined}
      onKeyDown={press}
    >
      <div role="rowgroup" class="head">
        <div role="row" class="row" aria-rowindex={1}>
          <span role="columnheader" class="pick">
            <input type="checkbox" checked={every} aria-label={t('list_select_all')} onChange={() => on.select(allOf(every ? [] : ids()))} />
          </span>
          {COLUMNS.map((column) => (
            <span role="columnheader" key={column.label} class={column.n ? 'n' : undefined} aria-sort={column.by === sort.by ? (sort.descending ? 'descending' : 'ascending') : undefined}>
              {column.by === undefined ? (
                t(`list_col_${column.label}`)
              ) : (
                <button class="by" onClick={() => on.sort({ by: column.by, descending: column.by === sort.by ? !sort.descending : true })}>
                  {t(`list_col_${column.label}`)} <span aria-hidden="true">{column.by === sort.by ? (sort.descending ? '↓' : '↑') : ''}</span>
                </button>
              )}
            </span>
          ))}
        </div>
      </div>
      <div ref={body} role="rowgroup" class="body" style={{ blockSize: high > 0 ? `${high * rows.length}px` : 'auto' }}>
        <div role="presentation" style={{ transform: `translateY(${from * high}px)` }}>
          {rows.slice(from, to).map(({ claim }, i) => (
            <GridRow
              key={claim.id}
              claim={claim}
              at={from + i}
              active={from + i === at}
              selected={selection.ids.has(claim.id)}
              words={words}
              press={() => on.go(from + i)}
              mark={(event) => mark(from + i, event)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
