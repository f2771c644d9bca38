// Where saved claims live. Each write is one transaction, with what it takes to undo it: a worker that is killed, or a disk
// that is full, leaves the list as it was before or as it is after, never in between.
import { Dexie } from 'dexie';
import { flagged, type Now } from '../saved/changes.ts';
import { listed, type Listed } from '../saved/list.ts';
import { savedAgain, takenIn } from '../saved/saved.ts';
import type { SavedClaim } from '../saved/schema.ts';
import { openSavedTables, SAVED, type BatchKind, type ClaimRow, type JournalRow } from './saved-tables.ts';

/** Nothing was written: there is no room left for this extension. */
export class DiskFull extends Error {
  override name = 'DiskFull';
}

/** A write, to undo it by. `added` were not in the list before. */
export type Batch = { batch: number; added: number; changed: number };

export type SavedStore = {
  count(): Promise<number>;
  /** Null: not in the list. */
  get(id: string): Promise<SavedClaim | null>;
  /** All claims of one page, by its key. */
  onPage(key: string): Promise<Listed[]>;
  /** The first rows of a list before all of it is read. What has no date is not among those by 'date'. */
  first(options: { by: 'saved' | 'edited' | 'date'; descending: boolean; limit: number }): Promise<Listed[]>;
  /** Those of the ids that are in the list. */
  some(ids: readonly string[]): Promise<Listed[]>;
  /** The whole list in parts, in no order. */
  list(part?: number): AsyncGenerator<Listed[]>;
  /** Claims with what stood beside them, in parts, in the order of the ids; null: all, by id. */
  whole(ids: readonly string[] | null, part?: number): AsyncGenerator<SavedClaim[]>;
  /** Saves claims of a page; one that is in the list already is brought up to date (savedAgain). Throws DiskFull. */
  save(claims: readonly SavedClaim[], at: string): Promise<Batch>;
  /** Takes claims in as they are; one of the same id is replaced (takenIn). Throws DiskFull. */
  takeIn(claims: readonly SavedClaim[], at: string): Promise<Batch>;
  /** Those of the ids that are in the list, each changed by `change`. What `change` throws is thrown, and nothing written. */
  edit(ids: readonly string[], change: (claim: SavedClaim) => SavedClaim, at: string): Promise<Batch>;
  remove(ids: readonly string[], at: string): Promise<Batch>;
  /** Makes a batch undone, but for claims that were written again since; answers how many are as they were. 0: too long ago. */
  undo(batch: number): Promise<number>;
  /** Compares all that has not been compared with this edition of the library yet. `now` is asked once a question. Goes on where it was stopped. Answers how many have something new to tell. */
  compare(edition: string, now: (question: string) => Promise<Now>): Promise<number>;
  /** Calls after every change of the list, by whichever page or worker it was made, with the ids that were written; null: many. Answers a function that stops that. */
  watch(on: (ids: string[] | null) => void): () => void;
  close(): void;
};

/** Claims whose state before a write is kept; the writes before those can no longer be undone. The last one always can. */
const JOURNAL = 100_000;
/** Claims read or written at a time: some 5 MB. */
const PART = 1_000;
/** Claims compared at a time: the worker answers pages in between. */
const AT_ONCE = 100;

export function openSaved(name = SAVED): SavedStore {
  const db = openSavedTables(name);
  const { claims, besides, journal, batches } = db;
  const all = [claims, besides, journal, batches];

  async function held(ids: readonly string[]): Promise<(Held | null)[]> {
    const [rows, beside] = await Promise.all([claims.bulkGet([...ids]), besides.bulkGet([...ids])]);
    return rows.map((row, i) => (row === undefined ? null : heldOf(row, beside[i]?.beside ?? null)));
  }

  const wholeOf = async (ids: readonly string[]): Promise<SavedClaim[]> => (await held(ids)).flatMap((h) => h?.claim ?? []);

  async function put(written: readonly Held[]): Promise<void> {
    await claims.bulkPut(written.map(rowOf));
    await besides.bulkPut(written.flatMap(({ claim: { id, beside } }) => (beside === null ? [] : [{ id, beside }])));
    await besides.bulkDelete(written.filter(({ claim }) => claim.beside === null).map(({ claim }) => claim.id));
  }

  async function drop(ids: string[]): Promise<void> {
    await claims.bulkDelete(ids);
    await besides.bulkDelete(ids);
  }

  /** `next` of the state before; null: gone. What is not to be written is left out by the caller. */
  function write(what: BatchKind, at: string, ids: readonly string[], next: (before: SavedClaim | null, i: number) => SavedClaim | null): Promise<Batch> {
    return told(
      db.transaction('rw', all, async () => {
        const batch = await batches.add({ at, what, count: 0 } as never);
        let added = 0;
        let changed = 0;
        for (let from = 0; from < ids.length; from += PART) {
          const part = ids.slice(from, from + PART);
          const before = await held(part);
          const touched = part.map((id, i) => ({ id, before: before[i] ?? null, after: next(before[i]?.claim ?? null, from + i) })).filter((t) => t.before !== null || t.after !== null);
          await journal.bulkAdd(touched.map((t) => ({ batch, id: t.id, before: t.before?.claim ?? null })) as JournalRow[]);
          await put(touched.flatMap(({ before, after }) => (after === null ? [] : [{ claim: after, checked: before?.checked ?? unchecked(after) }])));
          await drop(touched.filter((t) => t.after === null).map((t) => t.id));
          added += touched.filter((t) => t.before === null).length;
          changed += touched.filter((t) => t.before !== null).length;
        }
        await batches.update(batch, { count: added + changed });
        await forget();
        return { batch, added, changed };
      }),
    );
  }

  /** Drops the oldest batches when more is kept for undoing than JOURNAL. */
  async function forget(): Promise<void> {
    let kept = 0;
    for (const [i, { batch, count }] of (await batches.reverse().toArray()).entries()) {
      kept += count;
      if (i === 0 || kept <= JOURNAL) continue;
      await journal.where('batch').belowOrEqual(batch).delete();
      await batches.where('batch').belowOrEqual(batch).delete();
      return;
    }
  }

  return {
    count: () => claims.count(),
    get: async (id) => (await held([id]))[0]?.claim ?? null,
    onPage: async (key) => (await claims.where('page.key').equals(key).toArray()).map(listedOf),

    async first({ by, descending, limit }) {
      const rows = claims.orderBy(by === 'date' ? 'page.date' : by);
      return (await (descending ? rows.reverse() : rows).limit(limit).toArray()).map(listedOf);
    },

    some: async (ids) => (await claims.bulkGet([...ids])).flatMap((row) => (row === undefined ? [] : listedOf(row))),

    async *list(part = PART * 5) {
      for (let last = ''; ; ) {
        const rows = await claims.where('id').above(last).limit(part).toArray();
        if (rows.length > 0) yield rows.map(listedOf);
        if (rows.length < part) return;
        last = rows.at(-1)?.id ?? '';
      }
    },

    async *whole(ids, part = PART) {
      const wanted = ids ?? (await claims.toCollection().primaryKeys());
      for (let from = 0; from < wanted.length; from += part) yield await wholeOf(wanted.slice(from, from + part));
    },

    save(fresh, at) {
      const once = lastOfEach(fresh);
      return write('save', at, idsOf(once), (before, i) => {
        const claim = once[i] ?? null;
        return before === null || claim === null ? claim : savedAgain(before, claim);
      });
    },

    takeIn(taken, at) {
      const once = lastOfEach(taken);
      return write('import', at, idsOf(once), (before, i) => {
        const claim = once[i];
        return claim === undefined ? null : takenIn(before, claim);
      });
    },

    edit: (ids, change, at) => write('edit', at, [...new Set(ids)], (before) => (before === null ? null : change(before))),
    remove: (ids, at) => write('remove', at, [...new Set(ids)], () => null),

    undo: (batch) =>
      told(
        db.transaction('rw', all, async () => {
          const entries = await journal.where('batch').equals(batch).toArray();
          const later = new Set((await journal.where('batch').above(batch).toArray()).map((e) => e.id));
          const back = entries.filter((e) => !later.has(e.id));
          await put(back.flatMap(({ before }) => (before === null ? [] : [{ claim: before, checked: unchecked(before) }])));
          await drop(back.filter((e) => e.before === null).map((e) => e.id));
          await journal.bulkDelete(entries.map((e) => e.n));
          await batches.delete(batch);
          return back.length;
        }),
      ),

    async compare(edition, now) {
      const due = new Set(await claims.where('checked').notEqual(edition).primaryKeys());
      let news = 0;
      for (const question of due.size === 0 ? [] : await claims.orderBy('match.question').uniqueKeys()) {
        const ids = (await claims.where('match.question').equals(question).primaryKeys()).filter((id) => due.has(id));
        if (ids.length === 0) continue;
        // Asked before the transaction: IndexedDB closes one that waits for anything else.
        const today = await now(String(question));
        for (let from = 0; from < ids.length; from += AT_ONCE) {
          news += await told(
            db.transaction('rw', claims, besides, async () => {
              const fresh = await wholeOf(ids.slice(from, from + AT_ONCE));
              const next = fresh.map((claim) => flagged(claim, today));
              // What stood beside them is as it was, and nine tenths of the bytes.
              await claims.bulkPut(next.map((claim) => rowOf({ claim, checked: edition })));
              return next.filter((claim, i) => claim !== fresh[i] && claim.changed !== null).length;
            }),
          );
        }
      }
      return news;
    },

    watch(on) {
      const heard = (parts: Record<string, unknown>): void => {
        const written = parts[`idb://${name}/claims/`];
        if (written !== undefined) on(keysIn(written));
      };
      Dexie.on('storagemutated', heard);
      return () => Dexie.on('storagemutated').unsubscribe(heard);
    },

    close: () => db.close(),
  };
}

/** Not even with the version it was saved with: that says nothing of the feeds, or of the reader's own data, as they were. */
const unchecked = ({ beside }: SavedClaim): string | undefined => (beside === null ? undefined : '');

type Held = { claim: SavedClaim; checked: string | undefined };

const idsOf = (claims: readonly { id: string }[]): string[] => claims.map((claim) => claim.id);

const lastOfEach = (claims: readonly SavedClaim[]): SavedClaim[] => [...new Map(claims.map((claim) => [claim.id, claim])).values()];

const rowOf = ({ claim, checked }: Held): ClaimRow => Object.assign(listed(claim), checked === undefined ? {} : { checked });

function listedOf({ checked: _checked, ...row }: ClaimRow): Listed {
  return row;
}

const heldOf = ({ checked, sources: _sources, ...row }: ClaimRow, beside: SavedClaim['beside']): Held => ({ claim: Object.assign(row, { beside }), checked });

/** The keys in a RangeSet of Dexie's, which is a tree of ranges; null when it is not one key after the other. */
function keysIn(tree: unknown): string[] | null {
  const keys: string[] = [];
  const nodes = [tree as Partial<Record<'from' | 'to' | 'l' | 'r', unknown>> | null | undefined];
  for (let node = nodes.pop(); nodes.length > 0 || node; node = nodes.pop()) {
    if (!node || node.from === undefined) continue;
    if (typeof node.from !== 'string' || node.from !== node.to) return null;
    keys.push(node.from);
    nodes.push(node.l as typeof node, node.r as typeof node);
  }
  return keys;
}

/** What the browser says of a full disk comes wrapped: the write that failed, the transaction it ended, the bulk it was part of. */
function told<T>(done: PromiseLike<T>): Promise<T> {
  return Promise.resolve(done).catch((error: unknown) => {
    throw isFull(error) ? new DiskFull('no room left', { cause: error }) : error;
  });
}

function isFull(error: unknown, deep = 0): boolean {
  if (deep > 3 || typeof error !== 'object' || error === null) return false;
  if ('name' in error && error.name === 'QuotaExceededError') return true;
  if (error instanceof Dexie.BulkError && error.failures.some((e) => isFull(e, deep + 1))) return true;
  return 'inner' in error && isFull(error.inner, deep + 1);
}
