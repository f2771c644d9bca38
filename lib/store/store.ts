// Where the claims database lives: immutable gzip blobs kept by their hash, and one pointer saying which of them are
// served. Rows with indexes took 20 s and 44 MB for 100,000 questions; blobs take 0.09 s and 4 MB.
import { gunzip } from './gunzip.ts';
import { compareVersions, type BlobRef, type Pointer } from './pointer.ts';
import { sha256 } from './sha256.ts';
import { openTables, type BlobRow, type IndexRow, type Tables } from './tables.ts';

/** A blob the pointer names is gone or is not what its hash says: the disk lied, or somebody changed it. */
export class DamagedStore extends Error {
  override name = 'DamagedStore';
}

/** Refused: what is served now is newer. */
export class OlderVersion extends Error {
  override name = 'OlderVersion';
}

export type Store = {
  /** What is served; null before the first install. */
  pointer(): Promise<Pointer | null>;
  /** What was served before; null: nothing, or it was gone back to. */
  previous(): Promise<Pointer | null>;
  /** Which of these blobs are already held, whole and unharmed. */
  held(hashes: readonly string[]): Promise<Set<string>>;
  /** Keeps bytes under their hash, in a short transaction, alone or with what else is given at the time; keeping them again changes nothing. */
  put(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
  /** The text of a blob, hashed again on the way. Throws DamagedStore; a damaged blob is forgotten, so that it can be fetched again. */
  text(blob: BlobRef): Promise<string>;
  /** Keeps an index under a name, some parts to a transaction: all at once would keep the worker while they are cloned. An index of that name is replaced. */
  putIndex(key: string, parts: Iterable<unknown>): Promise<void>;
  /** The parts as they were kept. Throws DamagedStore when one is not there. */
  index(key: string): Promise<unknown[]>;
  /** Some of them, by their numbers from 0, in the order asked for. Throws DamagedStore when one is not there. */
  parts(key: string, numbers: readonly number[]): Promise<unknown[]>;
  /** Serves another version from now on, in one strict transaction. Throws OlderVersion or DamagedStore and changes nothing. */
  flip(next: Pointer): Promise<void>;
  /**
   * Serves the version before again, in one strict transaction; answers the version that was left. Null, and nothing is
   * changed: there is none, or it is older than `floor`.
   */
  goBack(floor: string | null): Promise<string | null>;
  /** Removes the blobs and indexes that neither the pointer nor the one before it names (somebody may be reading those); answers how many. */
  collect(): Promise<number>;
  close(): void;
  /** Closes the store and throws all of it away. */
  destroy(): Promise<void>;
};

/** Blobs that are read at a time to see whether they are whole: a megabyte or two. */
const LOOKED_AT = 32;

/** Parts of an index that are written at a time. */
const TOGETHER = 128;

export function openStore(name = 'tallyside'): Store {
  const tables = openTables(name, 'relaxed');
  /** Opened with the first version that is served from it: a worker that wakes for a page only reads. */
  let opened: Tables | null = null;
  const strict = (): Tables => (opened ??= openTables(name, 'strict'));

  let asked: string[] = [];
  let rows: Promise<(BlobRow | undefined)[]> | null = null;

  /** Rows asked for at the same time are read in one transaction: opening a transaction takes longer than reading. */
  async function rowOf(hash: string): Promise<BlobRow | undefined> {
    const at = asked.push(hash) - 1;
    rows ??= Promise.resolve().then(() => {
      const hashes = asked;
      asked = [];
      rows = null;
      return tables.blobs.bulkGet(hashes);
    });
    return (await rows)[at];
  }

  let given: BlobRow[] = [];
  let writing: Promise<unknown> = Promise.resolve();

  /** What is given while something is being written goes into one transaction after it. */
  async function keep(row: BlobRow): Promise<void> {
    given.push(row);
    if (given.length === 1)
      writing = writing.catch(() => undefined).then(() => {
        const rows = given;
        given = [];
        return tables.blobs.bulkPut(rows);
      });
    await writing;
  }

  /** False when it is not what its hash says; then it is forgotten. */
  async function isWhole({ hash, bytes }: BlobRow): Promise<boolean> {
    if ((await sha256(bytes)) === hash) return true;
    await tables.blobs.delete(hash);
    return false;
  }

  async function partsOf(key: string, numbers: readonly number[]): Promise<unknown[]> {
    const rows = await tables.indexes.bulkGet(numbers.map((number) => partKey(key, number)));
    return rows.map((row, i) => {
      if (row === undefined) throw new DamagedStore(`no part ${numbers[i]} of index ${key}`);
      return row.value;
    });
  }

  return {
    pointer: async () => (await tables.meta.get('pointer'))?.value ?? null,
    previous: async () => (await tables.meta.get('previous'))?.value ?? null,

    async held(hashes) {
      const found = new Set<string>();
      for (let at = 0; at < hashes.length; at += LOOKED_AT) {
        const rows = await tables.blobs.bulkGet(hashes.slice(at, at + LOOKED_AT));
        await Promise.all(rows.map(async (row) => row !== undefined && (await isWhole(row)) && found.add(row.hash)));
      }
      return found;
    },

    async put(bytes) {
      const hash = await sha256(bytes);
      await keep({ hash, bytes });
      return hash;
    },

    async text({ hash, raw }) {
      const row = await rowOf(hash);
      if (row === undefined) throw new DamagedStore(hash);
      // Unpacked while it is hashed; what is not whole is thrown away, whatever it unpacks to.
      const text = gunzip(row.bytes, raw);
      text.catch(() => undefined);
      if (!(await isWhole(row))) throw new DamagedStore(hash);
      return text;
    },

    async putIndex(key, parts) {
      let count = 0;
      let together: IndexRow[] = [];
      for (const value of parts) {
        together.push({ key: partKey(key, count++), value });
        if (together.length < TOGETHER) continue;
        await tables.indexes.bulkPut(together);
        together = [];
      }
      await tables.indexes.bulkPut([...together, { key, value: count }]);
    },

    async index(key) {
      const count = (await tables.indexes.get(key))?.value;
      if (typeof count !== 'number') throw new DamagedStore(`no index ${key}`);
      return partsOf(key, Array.from({ length: count }, (_, number) => number));
    },

    parts: partsOf,

    flip(next) {
      const { meta, blobs, indexes } = strict();
      return strict().transaction('rw', meta, blobs, indexes, async () => {
        const now = (await meta.get('pointer'))?.value;
        if (now !== undefined && compareVersions(next.version, now.version) < 0) throw new OlderVersion(`${next.version} < ${now.version}`);
        const needed = hashesOf(next);
        const held = new Set(await blobs.toCollection().primaryKeys());
        const missing = needed.filter((hash) => !held.has(hash)).length;
        if (missing > 0) throw new DamagedStore(`${missing} blobs of ${next.version} are missing`);
        if ((await indexes.where('key').equals(next.index).count()) === 0) throw new DamagedStore(`no index ${next.index}`);
        if (now !== undefined) await meta.put({ key: 'previous', value: now });
        await meta.put({ key: 'pointer', value: next });
      });
    },

    goBack(floor) {
      const { meta } = strict();
      return strict().transaction('rw', meta, async () => {
        const [now, previous] = await Promise.all([meta.get('pointer'), meta.get('previous')]);
        if (now === undefined || previous === undefined) return null;
        if (floor !== null && compareVersions(previous.value.version, floor) < 0) return null;
        await meta.put({ key: 'pointer', value: previous.value });
        await meta.delete('previous');
        return now.value.version;
      });
    },

    collect: () =>
      tables.transaction('rw', tables.meta, tables.blobs, tables.indexes, async () => {
        const kept = (await tables.meta.toArray()).map((row) => row.value);
        const [hashes, indexes] = [new Set(kept.flatMap(hashesOf)), new Set(kept.map((p) => p.index))];
        // By their keys: asked for "none of thousands", Dexie sorts as many ranges and keeps the worker for it.
        const blobs = (await tables.blobs.toCollection().primaryKeys()).filter((hash) => !hashes.has(hash));
        const parts = (await tables.indexes.toCollection().primaryKeys()).filter((key) => !indexes.has(indexOf(key)));
        await Promise.all([tables.blobs.bulkDelete(blobs), tables.indexes.bulkDelete(parts)]);
        return blobs.length + parts.filter((key) => key === indexOf(key)).length;
      }),

    close() {
      tables.close();
      opened?.close();
    },

    async destroy() {
      opened?.close();
      await tables.delete();
    },
  };
}

const hashesOf = (pointer: Pointer): string[] => [...new Set(pointer.shards.map((s) => s.hash))];

/** No name of an index holds the mark between it and the number of a part. */
const partKey = (index: string, number: number): string => `${index}#${number}`;
const indexOf = (key: string): string => key.replace(/#\d+$/, '');
