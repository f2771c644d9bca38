// The same as store.ts without a disk: in a browser that keeps nothing, the packaged claims last as long as the worker does.
import { gunzip } from './gunzip.ts';
import { keepsNothing } from './keeps-nothing.ts';
import type { Pointer } from './pointer.ts';
import { sha256 } from './sha256.ts';
import { DamagedStore, openStore, type Store } from './store.ts';

/** A store on the disk; where nothing is kept, one in memory. */
export function openStoreAnyhow(): Store {
  const disk = openStore();
  let memory: Store | null = null;
  async function either<T>(what: (store: Store) => Promise<T>): Promise<T> {
    if (memory !== null) return what(memory);
    try {
      return await what(disk);
    } catch (error) {
      if (!keepsNothing(error)) throw error;
      return what((memory ??= memoryStore()));
    }
  }
  return {
    pointer: () => either((store) => store.pointer()),
    previous: () => either((store) => store.previous()),
    held: (hashes) => either((store) => store.held(hashes)),
    put: (bytes) => either((store) => store.put(bytes)),
    text: (blob) => either((store) => store.text(blob)),
    putIndex: (key, parts) => either((store) => store.putIndex(key, parts)),
    index: (key) => either((store) => store.index(key)),
    parts: (key, numbers) => either((store) => store.parts(key, numbers)),
    flip: (next) => either((store) => store.flip(next)),
    goBack: (floor) => either((store) => store.goBack(floor)),
    collect: () => either((store) => store.collect()),
    close: () => disk.close(),
    destroy: () => either((store) => store.destroy()),
  };
}

/** One version, and nothing to go back to. */
export function memoryStore(): Store {
  const blobs = new Map<string, Uint8Array<ArrayBuffer>>();
  const indexes = new Map<string, unknown[]>();
  let served: Pointer | null = null;
  const indexOf = (key: string): unknown[] => {
    const parts = indexes.get(key);
    if (parts === undefined) throw new DamagedStore(`no index ${key}`);
    return parts;
  };
  const partOf = (key: string, number: number): unknown => {
    const parts = indexOf(key);
    if (!(number in parts)) throw new DamagedStore(`no part ${number} of index ${key}`);
    return parts[number];
  };
  return {
    pointer: () => Promise.resolve(served),
    previous: () => Promise.resolve(null),
    held: (hashes) => Promise.resolve(new Set(hashes.filter((hash) => blobs.has(hash)))),
    async put(bytes) {
      const hash = await sha256(bytes);
      blobs.set(hash, bytes);
      return hash;
    },
    async text({ hash, raw }) {
      const bytes = blobs.get(hash);
      if (bytes === undefined) throw new DamagedStore(hash);
      return gunzip(bytes, raw);
    },
    putIndex: (key, parts) => Promise.resolve(void indexes.set(key, [...parts])),
    index: (key) => Promise.resolve().then(() => indexOf(key)),
    parts: (key, numbers) => Promise.resolve().then(() => numbers.map((number) => partOf(key, number))),
    flip: (next) => Promise.resolve(void (served = next)),
    goBack: () => Promise.resolve(null),
    collect: () => Promise.resolve(0),
    close: () => undefined,
    destroy() {
      blobs.clear();
      indexes.clear();
      served = null;
      return Promise.resolve();
    },
  };
}
