// One bundle into the store: checked to the last byte, then served; whole or not at all.
import type { BlobRef, Pointer } from '../store/pointer.ts';
import { gunzip, gzip } from '../store/gunzip.ts';
import { sha256 } from '../store/sha256.ts';
import type { Store } from '../store/store.ts';
import { Manifest, Shard, type ShardEntry } from './bundle.ts';
import { UpdateFailure } from './failure.ts';
import { applyPatch, MOST_PATCH } from './patch.ts';
import { readJson, type Schema } from './read-json.ts';
import { inSlices } from './slices.ts';
import { checkWhole } from './whole.ts';

/** Where a bundle is read from: the extension's own files, or a file host. Both may throw. */
export type BundleSource = {
  manifest(): Promise<string>;
  /** The compressed bytes published under this hash, as they came: nothing is believed about them. */
  shard(sha256: string): Promise<Uint8Array<ArrayBuffer>>;
  /** What leads from one manifest's release to another's, within so many bytes; nothing is believed about it. Absent: this source has no patches. */
  patch?(from: string, to: string, limit: number): Promise<Uint8Array<ArrayBuffer>>;
};

/**
 * Makes what the worker keeps in memory; data that can be cloned, or a promise of it. `by` names the code that made it. What it is given
 * is without the prose of estimates, which only a card needs: of 100,000 questions that is the half.
 */
export type Indexer = { by: string; index(shards: readonly Shard[]): unknown };

/** What a bundle is not allowed to be; nothing of it is served. `bytes`: not what its manifest names; `records`: what it holds cannot be used. */
export class BadBundle extends Error {
  override name = 'BadBundle';
  readonly what: 'bytes' | 'records';

  constructor(message: string, what: 'bytes' | 'records' = 'records') {
    super(message);
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
  const hash = await sha256(new TextEncoder().encode(text));
  const [known, patched] = await atHand(store, source, manifest, hash);
  const shards: Shard[] = [];
  const blobs: BlobRef[] = [];
  for (const entry of manifest.shards) {
    const { shard, blob } = await bringShard(store, source, entry, known.get(entry.sha256), patched.get(entry.sha256));
    shards.push(withoutProse(shard));
    blobs.push(blob);
    progress(shards.length, manifest.shards.length);
  }
  return serve(store, indexer, shards, { version: manifest.version, created: manifest.created, manifest: hash, shards: blobs });
}

/** Bytes: for less it is not worth asking whether there is a patch. */
const PATCH_FROM = 100_000;

/** The shards that are held, and the texts of those that a patch makes of them. */
async function atHand(store: Store, source: BundleSource, manifest: Manifest, to: string): Promise<[known: Map<string, BlobRef>, patched: Map<string, string>]> {
  const [served, previous] = await Promise.all([store.pointer(), store.previous()]);
  const refs = new Map([...(previous?.shards ?? []), ...(served?.shards ?? [])].map((s) => [s.of ?? s.hash, s]));
  for (const { sha256, raw } of manifest.shards) if (!refs.has(sha256)) refs.set(sha256, { hash: sha256, raw });
  const wanted = manifest.shards.flatMap((s) => refs.get(s.sha256)?.hash ?? []);
  const held = await store.held(wanted);
  const known = new Map([...refs].filter(([, ref]) => held.has(ref.hash)));
  const missing = manifest.shards.filter((s) => !known.has(s.sha256));
  const size = missing.reduce((n, s) => n + s.gz, 0);
  if (source.patch === undefined || served === null || size < PATCH_FROM) return [known, new Map()];
  const bytes = await source.patch(served.manifest, to, Math.min(MOST_PATCH.gz, Math.floor(size / 2))).catch((error: unknown) => {
    if (error instanceof UpdateFailure && error.code === 'cancelled') throw error;
    return null;
  });
  const kept = new Set(manifest.shards.map((s) => s.sha256));
  const gone = served.shards.filter((s) => !kept.has(s.of ?? s.hash));
  return [known, (bytes === null ? null : await applyPatch(bytes, textsOf(store, gone), missing)) ?? new Map<string, string>()];
}

async function* textsOf(store: Store, blobs: readonly BlobRef[]): AsyncGenerator<string> {
  for (const blob of blobs) yield await store.text(blob);
}

async function bringShard(store: Store, source: BundleSource, entry: ShardEntry, known: BlobRef | undefined, patched: string | undefined): Promise<{ shard: Shard; blob: BlobRef }> {
  if (known !== undefined) return { shard: readShard(entry, await store.text(known)), blob: known };
  if (patched === undefined) return { shard: await receive(store, source, entry), blob: { hash: entry.sha256, raw: entry.raw } };
  const shard = readShard(entry, patched);
  return { shard, blob: { hash: await store.put(await gzip(patched)), raw: entry.raw, of: entry.sha256 } };
}

function withoutProse(shard: Shard): Shard {
  if (shard.kind !== 'questions') return shard;
  for (const { estimates, series } of shard.records) {
    for (const e of estimates) Object.assign(e, { claimant: null, text_value: null, method: null, caveat: null, scope: null, url: null, title: null, seen_at: null });
    for (const p of series.flatMap((s) => s.points)) p.url = null;
  }
  return shard;
}

/** Makes the index anew from what is served: the code that made the old one is gone. Throws BadBundle or DamagedStore. */
export async function reindex(store: Store, served: Pointer, indexer: Indexer): Promise<Pointer> {
  const shards: Shard[] = [];
  for (const blob of served.shards) shards.push(withoutProse(parse(Shard, await store.text(blob), blob.hash)));
  return serve(store, indexer, shards, served);
}

/** The shards a manifest names, each checked, and the whole of them; nothing is kept. Throws BadBundle, or what `fetched` throws. */
export async function readShards(manifest: Manifest, fetched: BundleSource['shard'], progress: Progress = () => undefined): Promise<Shard[]> {
  const shards: Shard[] = [];
  for (const entry of manifest.shards) {
    shards.push(await unpack(entry, await fetched(entry.sha256)));
    progress(shards.length, manifest.shards.length);
  }
  const problem = await inSlices(checkWhole(shards));
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
  if ((await sha256(new TextEncoder().encode(text))) !== entry.text) throw new BadBundle(`${entry.id}: unpacks to another text than it should`);
  return readShard(entry, text);
}

function readShard(entry: ShardEntry, text: string): Shard {
  const shard = parse(Shard, text, entry.id);
  if (shard.kind !== entry.kind) throw new BadBundle(`${entry.id}: holds ${shard.kind} instead of ${entry.kind}`);
  if (shard.records.length !== entry.count) throw new BadBundle(`${entry.id}: ${shard.records.length} records instead of ${entry.count}`);
  return shard;
}

async function serve(store: Store, indexer: Indexer, shards: readonly Shard[], version: Omit<Pointer, 'index' | 'indexedBy'>): Promise<Pointer> {
  const problem = await inSlices(checkWhole(shards));
  if (problem !== null) throw new BadBundle(problem);
  const index = `${version.manifest} by ${indexer.by}`;
  await store.putIndex(index, await indexer.index(shards));
  const pointer = { ...version, index, indexedBy: indexer.by };
  await store.flip(pointer);
  await store.collect();
  return pointer;
}

function parse<T>(schema: Schema<T>, text: string, name: string): T {
  const read = readJson(schema, text);
  if ('wrong' in read) throw new BadBundle(`${name}: ${read.wrong}`);
  return read.value;
}
