// A proved release → the store. Until the last step the reader is answered from what was there before.
import { sha256 } from '../store/sha256.ts';
import type { Pointer } from '../store/pointer.ts';
import { OlderVersion, type Store } from '../store/store.ts';
import { shardFile } from './files.ts';
import { look, type Look, type Release } from './check.ts';
import { UpdateFailure } from './failure.ts';
import { patchFile } from './patch.ts';
import { BadBundle, install, type Indexer, type Progress } from './install.ts';

/** `current`: the feed offers what is served already. `pointer` is what is served now. */
export type Taken = { outcome: 'current' | 'updated'; pointer: Pointer; release: Release };

/** `unwanted`: a version the reader went back from; it is not taken again. */
export type Take = Look & { store: Store; indexer: Indexer; unwanted: string | null; progress?: Progress };

/** Looks, and takes what is new. Throws UpdateFailure; then what was served is still served, and what was fetched is kept for the next try. */
export async function takeUpdate(take: Take): Promise<Taken> {
  const release = await look(take);
  const served = await take.store.pointer();
  const same = served?.manifest === (await sha256(new TextEncoder().encode(release.text)));
  if (served !== null && (same || release.manifest.version === take.unwanted)) return { outcome: 'current', pointer: served, release };
  const sizes = new Map(release.manifest.shards.map((s) => [s.sha256, s.gz]));
  const source = {
    manifest: () => Promise.resolve(release.text),
    shard: (hash: string) => take.host.get({ name: shardFile(hash), limit: sizes.get(hash) ?? 0 }),
    patch: (from: string, to: string, limit: number) => take.host.get({ name: patchFile(from, to), limit }),
  };
  try {
    return { outcome: 'updated', pointer: await install(take.store, source, take.indexer, take.progress), release };
  } catch (error) {
    throw asFailure(error);
  }
}

function asFailure(error: unknown): unknown {
  if (error instanceof BadBundle) return new UpdateFailure(error.what === 'bytes' ? 'mix-and-match' : 'bad-data', error.message);
  if (error instanceof OlderVersion) return new UpdateFailure('rollback', error.message);
  return isDiskFull(error) ? new UpdateFailure('no-room', String(error)) : error;
}

/** Dexie tells it as an aborted transaction with the browser's error inside (dexie #529). */
function isDiskFull(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = 'inner' in e ? e.inner : e.cause) if (e.name === 'QuotaExceededError') return true;
  return false;
}
