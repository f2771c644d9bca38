// What is published: a manifest, and the shards it names by the hash of their bytes. The data that ships inside the
// extension is update number zero, in this same form.
import * as z from 'zod/mini';
import { Actor, Event, Question, Source } from '../claim/database.ts';
import { quickly } from './sound.ts';

export const BUNDLE_FORMAT = 1;

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in lower-case hex'));
const bytes = z.int().check(z.positive());

/** SECURITY: a reader's device stops at these sizes, whatever a manifest claims. */
const MAX_SHARDS = 4096;
const MAX_SHARD_GZ = 1_000_000;
const MAX_SHARD_RAW = 4_000_000;

const ShardKind = z.enum(['questions', 'sources', 'events', 'actors']);

/** `sha256` and `gz` are of the compressed bytes as sent; `text` and `raw` the hash and size of what they unpack to; `count` the records in it. */
export const ShardEntry = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(120)),
  kind: ShardKind,
  sha256,
  text: sha256,
  gz: bytes.check(z.maximum(MAX_SHARD_GZ)),
  raw: bytes.check(z.maximum(MAX_SHARD_RAW)),
  count: z.int().check(z.positive()),
});
export type ShardEntry = z.infer<typeof ShardEntry>;

/** `version` grows with each publication (2026.11.21, 2026.11.21.2 …); `created` is its day. */
export const DatabaseInfo = z.strictObject({
  version: z.string().check(z.regex(/^\d{4}\.\d{1,2}\.\d{1,2}(?:\.\d{1,3})?$/, 'is not a version like 2026.11.21')),
  created: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day')),
});
export type DatabaseInfo = z.infer<typeof DatabaseInfo>;

export const Manifest = z.extend(DatabaseInfo, {
  format: z.literal(BUNDLE_FORMAT),
  shards: z.array(ShardEntry).check(z.minLength(1), z.maxLength(MAX_SHARDS)),
});
export type Manifest = z.infer<typeof Manifest>;

const AnyShard = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('questions'), records: z.array(Question) }),
  z.strictObject({ kind: z.literal('sources'), records: z.array(Source) }),
  z.strictObject({ kind: z.literal('events'), records: z.array(Event) }),
  z.strictObject({ kind: z.literal('actors'), records: z.array(Actor) }),
]);
export type Shard = z.infer<typeof AnyShard>;
export const Shard = quickly(AnyShard);
