// A database as the files that are published: shards of records, compressed, named by their hash, and a manifest.
import { createHash } from 'node:crypto';
import { constants, gzipSync } from 'node:zlib';
import type { Database } from '../lib/claim/database.ts';
import { BUNDLE_FORMAT, type DatabaseInfo, type Manifest, type Shard, type ShardEntry } from '../lib/update/bundle.ts';
import { MANIFEST_FILE, shardFile } from '../lib/update/files.ts';

/**
 * Bytes of JSON. A card shows records of a dozen shards, of which a worker that has just woken has unpacked none; and an
 * update fetches a shard where one record changed. Sources are named from all over the alphabet, and read together.
 */
type Size = { full: number; most: number };
const SMALL: Size = { full: 16_000, most: 24_000 };
const SOURCES: Size = { full: 64_000, most: 96_000 };
/** What would take more shards than this is cut into larger ones. */
const SHARDS = 2_000;

/** Same database, same bytes: records are in the order of their ids and no clock is read. */
export function pack(database: Database, info: DatabaseInfo): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const shards: ShardEntry[] = [];
  const add = (id: string, shard: Shard): void => {
    const raw = Buffer.from(JSON.stringify(shard));
    const gz = compress(raw);
    const sha256 = createHash('sha256').update(gz).digest('hex');
    files.set(shardFile(sha256), gz);
    shards.push({ id, kind: shard.kind, sha256, gz: gz.length, raw: raw.length, count: shard.records.length });
  };
  const grown = Math.max(1, database.questions.reduce((n, q) => n + lengthOf(q), 0) / (SHARDS * SMALL.full));
  const size: Size = { full: SMALL.full * grown, most: SMALL.most * grown };
  for (const [name, records] of cut(byCollection(database.questions), size, (q) => q.collection)) add(`questions-${name}`, { kind: 'questions', records });
  for (const [name, records] of cut(database.events, SOURCES, () => 'all')) add(`events-${name}`, { kind: 'events', records });
  for (const [name, records] of cut(database.actors, SOURCES, () => 'all')) add(`actors-${name}`, { kind: 'actors', records });
  for (const [name, records] of cut(database.sources, SOURCES, () => 'all')) add(`sources-${name}`, { kind: 'sources', records });
  const manifest: Manifest = { format: BUNDLE_FORMAT, ...info, shards };
  files.set(MANIFEST_FILE, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  return files;
}

const byCollection = <T extends { collection: string; id: string }>(records: readonly T[]): T[] =>
  records.toSorted((a, b) => compare(a.collection, b.collection) || compare(a.id, b.id));

const lengthOf = (record: unknown): number => Buffer.byteLength(JSON.stringify(record)) + 1;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Cut where the group changes once a shard is full, and inside a group before it grows too large; named after its first group. */
function cut<T>(records: readonly T[], { full, most }: Size, group: (record: T) => string): Map<string, T[]> {
  const shards = new Map<string, T[]>();
  let open: { name: string; group: string; size: number; records: T[] } | null = null;
  for (const record of records) {
    const size = lengthOf(record);
    const own = group(record);
    if (open === null || (own !== open.group && open.size >= full) || open.size + size > most) {
      const nth = [...shards.keys()].filter((name) => name === own || name.startsWith(`${own}-part-`)).length;
      open = { name: nth === 0 ? own : `${own}-part-${nth + 1}`, group: own, size: 0, records: [] };
      shards.set(open.name, open.records);
    }
    open.group = own;
    open.size += size;
    open.records.push(record);
  }
  return shards;
}

/** Byte 9 of a gzip stream names the operating system (RFC 1952); 255, unknown, lets every builder make the same file. */
function compress(raw: Uint8Array): Uint8Array {
  const gz = gzipSync(raw, { level: constants.Z_BEST_COMPRESSION });
  gz[9] = 255;
  return new Uint8Array(gz);
}
