// The tables of the saved claims: a database of their own, so that installing claims, or throwing the claims database away
// when it is damaged, never touches what a reader has kept.
import { Dexie, type EntityTable } from 'dexie';
import type { Listed } from '../saved/list.ts';
import type { Beside, SavedClaim } from '../saved/schema.ts';

export const SAVED = 'tallyside-saved';

/** `checked`: the edition of the library it was last compared with, '' none yet; absent where nothing stood beside it. */
export type ClaimRow = Listed & { checked?: string };
/** Apart, because a list never needs it and it is nine tenths of the bytes. */
export type BesideRow = { id: string; beside: Beside };
/** One claim as it was before a batch; null: it was not there. */
export type JournalRow = { n: number; batch: number; id: string; before: SavedClaim | null };
export type BatchRow = { batch: number; at: string; what: BatchKind; count: number };
export type BatchKind = 'save' | 'edit' | 'remove' | 'import';

export type SavedTables = Dexie & {
  claims: EntityTable<ClaimRow, 'id'>;
  besides: EntityTable<BesideRow, 'id'>;
  journal: EntityTable<JournalRow, 'n'>;
  batches: EntityTable<BatchRow, 'batch'>;
};

/**
 * A change of these lines, or of a saved claim's VERSION, is a new `db.version(n)` below this one with its upgrade, and a
 * fixture of the old rows in test/spec/saved that is never changed again.
 */
export function openSavedTables(name: string): SavedTables {
  // A reader who was told "saved" has it on the disk.
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' }) as SavedTables;
  db.version(1).stores({
    claims: 'id, saved, edited, page.date, page.key, match.question, checked',
    besides: 'id',
    journal: '++n, batch, id',
    batches: '++batch',
  });
  return db;
}
