// The tables. Everything published is a blob, what was made of it an index; all that ever changes is which of them are
// served, in `meta`.
import { Dexie, type EntityTable } from 'dexie';
import type { Pointer } from './pointer.ts';

export type BlobRow = { hash: string; bytes: Uint8Array<ArrayBuffer> };
/** A part of an index, `value` as the indexer made it (IndexedDB keeps typed arrays and maps as they are); and under the bare name how many parts it has. */
export type IndexRow = { key: string; value: unknown };
export type MetaRow = { key: 'pointer' | 'previous'; value: Pointer };

export type Tables = Dexie & {
  blobs: EntityTable<BlobRow, 'hash'>;
  indexes: EntityTable<IndexRow, 'key'>;
  meta: EntityTable<MetaRow, 'key'>;
};

/**
 * `strict` waits until the disk has the bytes; Chromium's default does not. Only the flip of the pointer needs it, and
 * because a strict commit writes out everything before it, the blobs it names are then on disk as well.
 */
export function openTables(name: string, durability: 'strict' | 'relaxed'): Tables {
  const db = new Dexie(name, { chromeTransactionDurability: durability }) as Tables;
  db.version(1).stores({ blobs: 'hash', indexes: 'key', meta: 'key' });
  return db;
}
