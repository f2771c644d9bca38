// Who may sign what (the roles of TUF 1.0, https://theupdateframework.github.io/specification/): the root names the keys, the
// head says daily which manifest is the newest, the data key signs that manifest. The manifest itself is in bundle.ts.
import * as z from 'zod/mini';
import { id, line, url } from '../claim/fields.ts';
import { UpdateFailure } from './failure.ts';
import { isPublicKey } from './keys.ts';
import { readEnvelope, type Quorum } from './envelope.ts';
import { readJson, type Schema } from './read-json.ts';

/** The form of records this code reads: a head that asks for more is for a newer extension. */
export const SCHEMA = 1;

/** Bytes. A host that sends more is not read to its end. */
export const LIMITS = { head: 4_096, root: 16_384, manifest: 4_000_000 } as const;

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256'));
const count = z.int().check(z.minimum(1), z.maximum(Number.MAX_SAFE_INTEGER));
const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'is not an instant in UTC'));
const publicKey = z.string().check(z.refine(isPublicKey, { error: 'is not an Ed25519 public key' }));
const version = z.string().check(z.regex(/^\d{4}\.\d{1,2}\.\d{1,2}(?:\.\d{1,3})?$/, 'is not a version'));

const Role = z.strictObject({ keys: z.array(publicKey).check(z.minLength(1), z.maxLength(8)), threshold: z.int().check(z.minimum(1), z.maximum(8)) }).check(
  z.refine(({ keys, threshold }) => new Set(keys).size === keys.length && threshold <= keys.length, { error: 'cannot reach its threshold' }),
);

/** What a feed says of itself; shown to whoever subscribes. `id` names it in this project's files, `contact` is where corrections are sent, null: nowhere yet. */
export const FeedInfo = z.strictObject({
  id,
  name: line(80),
  licence: line(80),
  contact: z.nullable(line(200)),
  homepage: z.nullable(url),
});
export type FeedInfo = z.infer<typeof FeedInfo>;

/** Signed by so many of its own root keys and of the root's before it. `mirrors`: folders that hold the same files. */
export const Root = z.strictObject({
  version: count,
  expires: instant,
  feed: FeedInfo,
  roles: z.strictObject({ root: Role, head: Role, data: Role }),
  mirrors: z.array(line(400)).check(z.maxLength(8)),
});
export type Root = z.infer<typeof Root>;

/** Re-signed daily, so that a host that serves an old one for long is found out. `root`: the number of the newest root. */
export const Head = z.strictObject({
  feed: id,
  seq: count,
  root: count,
  expires: instant,
  minSchema: count,
  manifest: z.strictObject({ version, sha256, length: z.int().check(z.minimum(1), z.maximum(LIMITS.manifest)) }),
});
export type Head = z.infer<typeof Head>;

export const quorumOf = (root: Root, role: keyof Root['roles']): Quorum => root.roles[role];

/** A signed text as what it should be. Throws UpdateFailure `malformed`. */
export function parseSigned<T>(schema: Schema<T>, text: string, name: string): T {
  const read = readJson(schema, text);
  if ('wrong' in read) throw new UpdateFailure('malformed', `the ${name}: ${read.wrong}`);
  return read.value;
}

/** A root and a head whose signatures were not looked at yet: not to be believed. Throw UpdateFailure `malformed` or `wrong-type`. */
export const unverifiedRoot = (written: string): Root => parseSigned(Root, readEnvelope('root', written).text, 'root');
export const unverifiedHead = (written: string): Head => parseSigned(Head, readEnvelope('head', written).text, 'head');

export const rootFile = (version: number): string => `root.${version}.json`;
export const HEAD_FILE = 'head.json';
export const manifestFile = (sha256: string): string => `m/${sha256}.json`;
