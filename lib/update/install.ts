// One bundle into the store: checked to the last byte, then served; whole or not at all.
import type { BlobRef, Pointer } from '../store/pointer.ts';
import { gunzipBytes, gzip, textOf } from '../store/gunzip.ts';
import { sha256 } from '../store/sha256.ts';
import type { Store } from '../store/store.ts';
import { ahead, meanwhile } from './ahead.ts';
import { Manifest, Shard, type ShardEntry } from './bundle.ts';
import { UpdateFailure } from './failure.ts';
import { MOST_PATCH, openPatch, type Patched } from './patch.ts';
import { readJson, type Schema } from './read-json.ts';
import { turn } from './slices.ts';
import { questionsLast, startWholeCheck } from './whole.ts';

/** Where a bundle is read from: the extension's own files, or a file host. Both may throw. */
export type BundleSource = {
  manifest(): Promise<string>;
  /** The compressed bytes published under this hash, as they came: nothing is believed about them. */
  shard(sha256: string): Promise<Uint8Array<ArrayBuffer>>;
  /** What leads from one manifest's release to another's, within so many bytes; nothing is believed about it. Absent: this source has no patches. */
  patch?(from: string, to: string, limit: number): Promise<Uint8Array<ArrayBuffer>>;
};

/**
 * Makes what the worker keeps in memory. `by` names the code that makes it. `amend` makes it out of what it made of the release before, to
 * the same as if it had been made anew; null: it cannot, for more has changed than it looks for. Absent: it never can.
 */
export type Indexer = { by: string; start(): Promise<Indexing>; amend?(index: readonly unknown[], changed: readonly Changed[]): Promise<Iterable<unknown> | null> };

/** A shard of questions that is another now, in the same place; both were checked, each by itself. */
export type Changed = { number: number; before: Shard; after: Shard };

/**
 * `add` is given shard after shard, those of questions last and in the order of the manifest, in which `number` is its place; 100,000
 * questions cannot all be held. `done` gives data that can be cloned, in parts of which none is large.
 */
export type Indexing = { add(shard: Shard, number: number): void; done(): Promise<Iterable<unknown>> };

/** What a bundle is not allowed to be; nothing of it is served. `bytes`: not what its manifest names; `records`: what it holds cannot be used. */
export class BadBundle extends Error {
  override name = 'BadBundle';
  readonly what: 'bytes' | 'records';

  constructor(message: string, what: 'bytes' | 'records' = 'records') {
    super(message);
    this.what = what;
  }
}

/** Shards that are here, of all; called at the beginning and after each. */
export type Progress = (done: number, all: number) => void;

/**
 * Brings the bundle into the store and serves it. May be stopped at any moment: what was served before is served until
 * the last step, and shards that were already kept are not fetched again. Throws BadBundle, OlderVersion, or what the source throws.
 */
export async function install(store: Store, source: BundleSource, indexer: Indexer, progress: Progress = () => undefined): Promise<Pointer> {
  const text = await source.manifest();
  const manifest = parse(Manifest, text, 'manifest');
  const hash = await sha256(new TextEncoder().encode(text));
  const at = await atHand(store, source, manifest, hash, indexer.by);
  const version = { version: manifest.version, created: manifest.created, manifest: hash };
  progress(0, manifest.shards.length);
  const amended = await amend(store, source, manifest, at, indexer);
  if (amended !== null) return serve(store, indexer, amended.index, { ...version, shards: amended.blobs });
  const [indexing, check, keeping] = [await indexer.start(), startWholeCheck(), meanwhile()];
  const blobs: BlobRef[] = [];
  let done = 0;
  try {
    const wanted = questionsLast(manifest.shards.map((entry, number) => ({ entry, number, kind: entry.kind })));
    for await (const { entry, number, text, read, bytes, blob } of ahead(wanted, async ({ entry, number }) => ({ entry, number, ...(await bringShard(store, source, entry, at)) }))) {
      // Its schema would cost as much as all the rest of an update in which little is new.
      const shard = read ? (JSON.parse(text) as Shard) : readShard(entry, text);
      sound(check(shard));
      if (bytes !== null) await keeping.give(store.put(bytes));
      indexing.add(shard, number);
      blobs[number] = blob;
      progress(++done, manifest.shards.length);
      await turn();
    }
    await keeping.done();
  } finally {
    await keeping.stopped();
  }
  return serve(store, indexer, await indexing.done(), { ...version, shards: blobs });
}

/** Shards: of more that changed, everything is as soon read anew. */
const FEW = 16;

/** Where a few shards of questions changed in their places and nothing else: those alone are read. Null: it is not so, or the indexer cannot; what was fetched is kept then. */
async function amend(store: Store, source: BundleSource, { shards }: Manifest, at: AtHand, indexer: Indexer): Promise<{ index: Iterable<unknown>; blobs: BlobRef[] } | null> {
  const { served, known, read } = at;
  if (indexer.amend === undefined || served?.indexedBy !== indexer.by || served.shards.length !== shards.length) return null;
  const blobs = [...served.shards];
  const others = shards.map((entry, number) => ({ entry, number, was: blobs[number] })).filter(({ entry, was }) => (was?.of ?? was?.hash) !== entry.sha256);
  if (others.length > FEW || !others.every(({ entry, was }) => entry.kind === 'questions' && was?.kind === 'questions')) return null;
  const fetched = new Set(others.map(({ entry }) => entry.sha256));
  if (!shards.every(({ sha256 }) => fetched.has(sha256) || known.has(sha256))) return null;
  const changed: Changed[] = [];
  for await (const { entry, number, was, text, bytes, blob } of ahead(others, async (other) => ({ ...other, ...(await bringShard(store, source, other.entry, at)) }))) {
    const after = readShard(entry, text);
    if (bytes !== null) await store.put(bytes);
    known.set(entry.sha256, blob);
    read.add(blob.hash);
    blobs[number] = blob;
    const before = was === undefined ? null : await store.text(was).catch(() => null);
    if (before === null) return null;
    changed.push({ number, before: JSON.parse(before) as Shard, after });
  }
  const index = await store.index(served.index).catch(() => null);
  const amended = index && (await indexer.amend(index, changed));
  return amended && { index: amended, blobs };
}

/** Bytes: for less it is not worth asking whether there is a patch. */
const PATCH_FROM = 100_000;

/** What need not be fetched. `known`: blobs that are held, by the hash under which they were published; `read`: those of them that this code has checked before. */
type AtHand = { served: Pointer | null; known: Map<string, BlobRef>; read: Set<string>; patched: Patched | null };

async function atHand(store: Store, source: BundleSource, manifest: Manifest, to: string, by: string): Promise<AtHand> {
  const [served, previous] = await Promise.all([store.pointer(), store.previous()]);
  const refs = new Map([...(previous?.shards ?? []), ...(served?.shards ?? [])].map((s) => [s.of ?? s.hash, s]));
  for (const { sha256, raw, kind } of manifest.shards) if (!refs.has(sha256)) refs.set(sha256, { hash: sha256, raw, kind });
  const wanted = manifest.shards.flatMap((s) => refs.get(s.sha256)?.hash ?? []);
  const held = await store.held(wanted);
  const known = new Map([...refs].filter(([, ref]) => held.has(ref.hash)));
  const read = new Set(served?.indexedBy === by ? served.shards.map((s) => s.hash) : []);
  return { served, known, read, patched: await patchFor(store, source, served, { manifest, to, known }) };
}

async function patchFor(store: Store, source: BundleSource, served: Pointer | null, { manifest, to, known }: { manifest: Manifest; to: string; known: ReadonlyMap<string, BlobRef> }): Promise<Patched | null> {
  const size = manifest.shards.reduce((n, s) => n + (known.has(s.sha256) ? 0 : s.gz), 0);
  if (source.patch === undefined || served === null || size < PATCH_FROM) return null;
  const bytes = await source.patch(served.manifest, to, Math.min(MOST_PATCH.gz, Math.floor(size / 2))).catch((error: unknown) => {
    if (error instanceof UpdateFailure && error.code === 'cancelled') throw error;
    return null;
  });
  const kept = new Set(manifest.shards.map((s) => s.sha256));
  const gone = served.shards.filter((s) => !kept.has(s.of ?? s.hash));
  return bytes === null ? null : openPatch(bytes, (kind) => textsOf(store, gone.filter((s) => s.kind === kind)));
}

async function* textsOf(store: Store, blobs: readonly BlobRef[]): AsyncGenerator<string> {
  for (const blob of blobs) yield await store.text(blob);
}

/** The text of a shard as it is published. `read`: this code has checked it before; `bytes`: what is to be kept of it, null: it is kept. */
type Brought = { text: string; read: boolean; bytes: Uint8Array<ArrayBuffer> | null; blob: BlobRef };

async function bringShard(store: Store, source: BundleSource, entry: ShardEntry, { known, read, patched }: AtHand): Promise<Brought> {
  const { kind, raw } = entry;
  const held = known.get(entry.sha256);
  if (held !== undefined) return { text: await store.text(held), read: read.has(held.hash), bytes: null, blob: held };
  const text = patched === null ? null : await patched(entry);
  if (text === null) {
    const bytes = await source.shard(entry.sha256);
    return { text: await unpack(entry, bytes), read: false, bytes, blob: { hash: entry.sha256, raw, kind } };
  }
  const bytes = await gzip(text);
  return { text, read: false, bytes, blob: { hash: await sha256(bytes), raw, kind, of: entry.sha256 } };
}

/** Makes the index anew from what is served: the code that made the old one is gone. Throws BadBundle or DamagedStore. */
export async function reindex(store: Store, served: Pointer, indexer: Indexer): Promise<Pointer> {
  const [indexing, check] = [await indexer.start(), startWholeCheck()];
  const wanted = questionsLast(served.shards.map((blob, number) => ({ blob, number, kind: blob.kind })));
  for await (const { blob, number, text } of ahead(wanted, async ({ blob, number }) => ({ blob, number, text: await store.text(blob) }))) {
    const shard = parse(Shard, text, blob.hash);
    sound(check(shard));
    indexing.add(shard, number);
    await turn();
  }
  return serve(store, indexer, await indexing.done(), served);
}

/** The shards a manifest names, each checked, and the whole of them; nothing is kept. Throws BadBundle, or what `fetched` throws. */
export async function readShards(manifest: Manifest, fetched: BundleSource['shard'], progress: Progress = () => undefined): Promise<Shard[]> {
  const check = startWholeCheck();
  const shards: Shard[] = [];
  for await (const { entry, text } of ahead(questionsLast(manifest.shards), async (entry) => ({ entry, text: await unpack(entry, await fetched(entry.sha256)) }))) {
    const shard = readShard(entry, text);
    sound(check(shard));
    progress(shards.push(shard), manifest.shards.length);
  }
  return shards;
}

function sound(problem: string | null): void {
  if (problem !== null) throw new BadBundle(problem);
}

async function unpack(entry: ShardEntry, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (bytes.byteLength !== entry.gz) throw new BadBundle(`${entry.id}: ${bytes.byteLength} bytes instead of ${entry.gz}`, 'bytes');
  if ((await sha256(bytes)) !== entry.sha256) throw new BadBundle(`${entry.id}: not the bytes of its hash`, 'bytes');
  const raw = await gunzipBytes(bytes, entry.raw).catch((error: unknown) => unreadable(entry, error));
  if ((await sha256(raw)) !== entry.text) throw new BadBundle(`${entry.id}: unpacks to another text than it should`);
  try {
    return textOf(raw);
  } catch (error) {
    return unreadable(entry, error);
  }
}

function unreadable({ id }: ShardEntry, error: unknown): never {
  throw new BadBundle(`${id}: ${String(error)}`);
}

function readShard(entry: ShardEntry, text: string): Shard {
  const shard = parse(Shard, text, entry.id);
  if (shard.kind !== entry.kind) throw new BadBundle(`${entry.id}: holds ${shard.kind} instead of ${entry.kind}`);
  if (shard.records.length !== entry.count) throw new BadBundle(`${entry.id}: ${shard.records.length} records instead of ${entry.count}`);
  return shard;
}

async function serve(store: Store, indexer: Indexer, parts: Iterable<unknown>, version: Omit<Pointer, 'index' | 'indexedBy'>): Promise<Pointer> {
  const index = `${version.manifest} by ${indexer.by}`;
  await store.putIndex(index, parts);
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
