// One bundle into the store: checked to the last byte, then served; whole or not at all.
import type { Pointer } from '../store/pointer.ts';
import { gunzip } from '../store/gunzip.ts';
import { sha256 } from '../store/sha256.ts';
import type { Store } from '../store/store.ts';
import { Manifest, Shard, type ShardEntry } from './bundle.ts';
import { checkWhole } from './whole.ts';

/** Where a bundle is read from: the extension's own files, or a file host. Both may throw. */
export type BundleSource = {
  manifest(): Promise<string>;
  /** The compressed bytes published under this hash, as they came: nothing is believed about them. */
  shard(sha256: string): Promise<Uint8Array<ArrayBuffer>>;
};

/** Makes what the worker keeps in memory; data that can be cloned, or a promise of it. `by` names the code that made it. */
export type Indexer = { by: string; index(shards: readonly Shard[]): unknown };

/** What a bundle is not allowed to be; nothing of it is served. `bytes`: not what its manifest names; `records`: what it holds cannot be used. */
export class BadBundle extends Error {
  override name = 'BadBundle';
  readonly what: 'bytes' | 'records';

  constructor(message: string, what: 'bytes' | 'records' = 'records', options?: ErrorOptions) {
    super(message, options);
    this.what = what;
  }
}

/** Shards that are here, of all; called after each. */
export type Progress = (done: number, all: number) => void;

/**
 * Brings the bundle into the store and serves it. May be stopped at any moment: what was served before is served until
 * the last step, and shards that were already kept are not fetched again. Throws BadBundle, OlderVersion, or what the source throws.
 */
export async function install(store: Store, source: BundleSource, indexer: Indexer, progress: Progress = () => undefined): Promise<Pointer> {
  const text = await source.manifest();
  const manifest = parse(Manifest, text, 'manifest');
  const held = await store.held(manifest.shards.map((s) => s.sha256));
  const shards: Shard[] = [];
  for (const entry of manifest.shards) {
    const blob = { hash: entry.sha256, raw: entry.raw };
    shards.push(held.has(entry.sha256) ? readShard(entry, await store.text(blob)) : await receive(store, source, entry));
    progress(shards.length, manifest.shards.length);
  }
  return serve(store, indexer, shards, {
    version: manifest.version,
    created: manifest.created,
    manifest: await sha256(new TextEncoder().encode(text)),
    shards: manifest.shards.map((s) => ({ hash: s.sha256, raw: s.raw })),
  });
}

/** Makes the index anew from what is served: the code that made the old one is gone. Throws BadBundle or DamagedStore. */
export async function reindex(store: Store, served: Pointer, indexer: Indexer): Promise<Pointer> {
  const shards: Shard[] = [];
  for (const blob of served.shards) shards.push(parse(Shard, await store.text(blob), blob.hash));
  return serve(store, indexer, shards, served);
}

/** The shards a manifest names, each checked, and the whole of them; nothing is kept. Throws BadBundle, or what `fetched` throws. */
export async function readShards(manifest: Manifest, fetched: BundleSource['shard'], progress: Progress = () => undefined): Promise<Shard[]> {
  const shards: Shard[] = [];
  for (const entry of manifest.shards) {
    shards.push(await unpack(entry, await fetched(entry.sha256)));
    progress(shards.length, manifest.shards.length);
  }
  const problem = checkWhole(shards);
  if (problem !== null) throw new BadBundle(problem);
  return shards;
}

async function receive(store: Store, source: BundleSource, entry: ShardEntry): Promise<Shard> {
  const bytes = await source.shard(entry.sha256);
  const shard = await unpack(entry, bytes);
  await store.put(bytes);
  return shard;
}

async function unpack(entry: ShardEntry, bytes: Uint8Array<ArrayBuffer>): Promise<Shard> {
  if (bytes.byteLength !== entry.gz) throw new BadBundle(`${entry.id}: ${bytes.byteLength} bytes instead of ${entry.gz}`, 'bytes');
  if ((await sha256(bytes)) !== entry.sha256) throw new BadBundle(`${entry.id}: not the bytes of its hash`, 'bytes');
  const text = await gunzip(bytes, entry.raw).catch((error: unknown) => {
    throw new BadBundle(`${entry.id}: ${String(error)}`);
  });
  return readShard(entry, text);
}

function readShard(entry: ShardEntry, text: string): Shard {
  const shard = parse(Shard, text, entry.id);
  if (shard.kind !== entry.kind) throw new BadBundle(`${entry.id}: holds ${shard.kind} instead of ${entry.kind}`);
  if (shard.records.length !== entry.count) throw new BadBundle(`${entry.id}: ${shard.records.length} records instead of ${entry.count}`);
  return shard;
}

async function serve(store: Store, indexer: Indexer, shards: readonly Shard[], version: Omit<Pointer, 'index' | 'indexedBy'>): Promise<Pointer> {
  const problem = checkWhole(shards);
  if (problem !== null) throw new BadBundle(problem);
  const index = `${version.manifest} by ${indexer.by}`;
  await store.putIndex(index, await indexer.index(shards));
  const pointer = { ...version, index, indexedBy: indexer.by };
  await store.flip(pointer);
  await store.collect();
  return pointer;
}

type Schema<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } } };

function parse<T>(schema: Schema<T>, text: string, name: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BadBundle(`${name}: ${String(error)}`, 'records', { cause: error });
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new BadBundle(`${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'not as it should be'}`);
}
