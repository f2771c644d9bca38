// The rows of the list in memory: the newest at once, the rest behind them, and brought up to date when somebody writes.
import { useEffect, useRef, useState } from 'preact/hooks';
import { rowOf, type Listed, type Row } from '../../lib/saved/list.ts';
import { keepsNothing } from '../../lib/store/keeps-nothing.ts';
import type { SavedStore } from '../../lib/store/saved.ts';

/** More than a window shows, so that there is something to scroll through. */
const FIRST = 100;

/** `forgets`: this browser keeps nothing, so there is no list. `all` counts the whole list; fewer `rows` while it is still being read. */
export type Rows = { is: 'reading' | 'whole' | 'failed' | 'forgets'; rows: readonly Row[]; all: number };

/** `refresh` reads some claims again, at once, for the one who has just changed them. */
export function useRows(store: SavedStore): Rows & { refresh(ids: readonly string[]): Promise<void> } {
  const [state, setState] = useState<Rows>({ is: 'reading', rows: [], all: 0 });
  /** Null until it was read whole. */
  const rows = useRef<Map<string, Row> | null>(null);
  const turn = useRef(0);

  async function load(): Promise<void> {
    const mine = ++turn.current;
    const next = new Map<string, Row>();
    const add = (claims: readonly Listed[]): void => claims.forEach((claim) => next.set(claim.id, rowOf(claim)));
    const tell = (is: Rows['is'], all: number): void => setState({ is, rows: [...next.values()], all });
    // What is shown already stays until all of it is read again.
    const fresh = rows.current === null;
    const all = await store.count();
    if (fresh) add(await store.first({ by: 'saved', descending: true, limit: FIRST }));
    for await (const part of store.list()) {
      if (mine !== turn.current) return;
      if (fresh && next.size < all) tell('reading', all);
      add(part);
    }
    if (mine !== turn.current) return;
    rows.current = next;
    tell('whole', next.size);
  }

  const reload = (): Promise<void> => load().catch((error: unknown) => setState((was) => ({ ...was, is: keepsNothing(error) ? 'forgets' : 'failed' })));

  async function refresh(ids: readonly string[]): Promise<void> {
    if (rows.current === null) return reload();
    const next = new Map(rows.current);
    for (const id of ids) next.delete(id);
    for (const claim of await store.some(ids)) next.set(claim.id, rowOf(claim));
    rows.current = next;
    setState({ is: 'whole', rows: [...next.values()], all: next.size });
  }

  useEffect(() => {
    void reload();
    return store.watch((ids) => void (ids === null ? reload() : refresh(ids)));
  }, []);

  return { ...state, refresh };
}
