// A database as the files that are published: shards of records, compressed, named by their hash, and a manifest.
import { createHash } from 'node:crypto';
import { constants, gzipSync } from 'node:zlib';
import type { Database, Question } from '../lib/claim/database.ts';
import { BUNDLE_FORMAT, type DatabaseInfo, type Manifest, type Shard, type ShardEntry } from '../lib/update/bundle.ts';
import { MANIFEST_FILE, shardFile } from '../lib/update/files.ts';
import { inOrder } from '../lib/update/order.ts';

/**
 * Bytes of JSON in a shard, by how many questions there are. A reader unpacks one shard to open one card (2 ms at 77 kB), and fetches one
 * when one record changed; but each costs 240 bytes in the manifest, which every update brings again.
 */
const fullAt = (questions: number): number => (questions <= 2_000 ? 64_000 : questions <= 8_000 ? 128_000 : 256_000);
/** Of a full shard: from here on it ends where it may, and here it ends in any case. */
const [FROM, MOST] = [0.75, 1.5];
/** One id in so many is the last of its shard, so that a longer record moves the border of its own shard and of no other. */
const BORDERS = 4;

export type Packing = { question(question: Question): void; done(rest: Omit<Database, 'questions'>, info: DatabaseInfo): Map<string, Uint8Array> };

/** Same database, same bytes: records are in the order of their ids and no clock is read. */
export function pack(database: Database, info: DatabaseInfo): Map<string, Uint8Array> {
  const packing = startPacking(database.questions.length);
  for (const question of database.questions.toSorted((a, b) => inOrder('questions', a, b))) packing.question(question);
  return packing.done(database, info);
}

/** The same one question after the other, in their order (lib/update/order.ts), of so many. */
export function startPacking(questions: number): Packing {
  const full = fullAt(questions);
  const files = new Map<string, Uint8Array>();
  const shards: ShardEntry[] = [];
  const write = (kind: Shard['kind'], name: string, records: readonly string[]): void => {
    const raw = Buffer.from(`{"kind":"${kind}","records":[${records.join(',')}]}`);
    const gz = compress(raw);
    const [hash, text] = [sha256(gz), sha256(raw)];
    files.set(shardFile(hash), gz);
    shards.push({ id: `${kind}-${name}`, kind, sha256: hash, text, gz: gz.length, raw: raw.length, count: records.length });
  };
  const cutter = (kind: Shard['kind']): Cutter => startCutting(full, (name, records) => write(kind, name, records));
  const ofQuestions = cutter('questions');
  return {
    question: (question) => ofQuestions.add(question.collection, question),
    done(rest, info) {
      ofQuestions.end();
      for (const kind of ['events', 'actors', 'sources'] as const) {
        const cutting = cutter(kind);
        for (const record of rest[kind]) cutting.add('all', record);
        cutting.end();
      }
      const manifest: Manifest = { format: BUNDLE_FORMAT, ...info, shards };
      files.set(MANIFEST_FILE, Buffer.from(`${JSON.stringify(manifest)}\n`));
      return files;
    },
  };
}

type Cutter = { add(group: string, record: { id: string }): void; end(): void };

/** Cut where the group changes or an id is a border, once a shard is large enough, and before it grows too large; named after its first group. */
function startCutting(full: number, write: (name: string, records: readonly string[]) => void): Cutter {
  const named = new Map<string, number>();
  let open: { group: string; first: string; size: number; records: string[]; border: boolean } | null = null;
  const end = (): void => {
    if (open === null) return;
    const nth = (named.get(open.first) ?? 0) + 1;
    named.set(open.first, nth);
    write(nth === 1 ? open.first : `${open.first}-part-${nth}`, open.records);
    open = null;
  };
  return {
    add(group, record) {
      const text = JSON.stringify(record);
      const size = Buffer.byteLength(text) + 1;
      if (open !== null && (open.size + size > full * MOST || (open.size >= full * FROM && (open.border || open.group !== group)))) end();
      open ??= { group, first: group, size: 0, records: [], border: false };
      open.group = group;
      open.size += size;
      open.records.push(text);
      open.border = isBorder(record.id);
    },
    end,
  };
}

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
function isBorder(id: string): boolean {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % BORDERS === 0;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Byte 9 of a gzip stream names the operating system (RFC 1952); 255, unknown, lets every builder make the same file. */
export function compress(raw: Uint8Array): Uint8Array {
  const gz = gzipSync(raw, { level: constants.Z_DEFAULT_COMPRESSION });
  gz[9] = 255;
  return new Uint8Array(gz);
}
