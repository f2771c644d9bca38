// The signed files of one release: same database, same keys, same day and same predecessor give the same bytes.
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { constants, createGzip } from 'node:zlib';
import type { Manifest } from '../../update/bundle.ts';
import { MANIFEST_FILE } from '../../update/files.ts';
import { HEAD_FILE, manifestFile, rootFile, SCHEMA, type Head, type Root } from '../../update/roles.ts';
import type { SigningKey } from './key-files.ts';
import { signed } from './sign.ts';

/** Days a head is good for, re-signed daily: two weeks of a broken machine go by before a reader is told. */
export const HEAD_DAYS = 14;

export type Files = Map<string, Uint8Array>;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** `packed` as `pack` makes it: an unsigned manifest and its shards. The head comes last: a folder copied in this order is never half a release. */
export async function release(packed: Files, { root, previous, day, keys }: { root: Root; previous: Head | null; day: string; keys: { data: SigningKey; head: SigningKey } }): Promise<Files> {
  const text = new TextDecoder().decode(packed.get(MANIFEST_FILE));
  const manifest = JSON.parse(text) as Manifest;
  const envelope = utf8(await signed('manifest', text, [keys.data]));
  const files: Files = new Map([...packed].filter(([name]) => name !== MANIFEST_FILE));
  const digest = sha256(envelope);
  files.set(manifestFile(digest), envelope);
  const named = { version: manifest.version, sha256: digest, length: envelope.length };
  files.set(HEAD_FILE, utf8(await signed('head', JSON.stringify(nextHead(root, previous, named, day)), [keys.head])));
  return files;
}

/** The head for `day`; the one before it when nothing has changed since and it was signed for the same day. */
export function nextHead(root: Root, previous: Head | null, manifest: Head['manifest'], day: string): Head {
  const head = { feed: root.feed.id, root: root.version, expires: laterThan(day, HEAD_DAYS), minSchema: SCHEMA, manifest };
  if (previous === null) return order(head, 1);
  const same = order(head, previous.seq);
  return JSON.stringify(same) === JSON.stringify(previous) ? previous : order(head, previous.seq + 1);
}

const order = ({ feed, root, expires, minSchema, manifest }: Omit<Head, 'seq'>, seq: number): Head => ({ feed, seq, root, expires, minSchema, manifest });

const laterThan = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().replace('.000Z', 'Z');

/** Everything of a release in one file, to be carried by hand: for machines that reach no host. Packed file by file: as one text it would be three times as large as the release. */
export async function carried(version: string, roots: ReadonlyMap<number, string>, files: Files): Promise<{ name: string; bytes: Uint8Array }> {
  const packing = Readable.from(pieces(roots, files)).pipe(createGzip({ level: constants.Z_BEST_SPEED }));
  const gz = await buffer(packing);
  // RFC 1952: the operating system that packed it; 255, unknown, lets every builder make the same file.
  gz[9] = 255;
  return { name: `bundle-${version}.claims`, bytes: gz };
}

function* pieces(roots: ReadonlyMap<number, string>, files: Files): Generator<string> {
  let before = '{"format":1,"files":{';
  for (const [name, text] of contents(roots, files)) {
    yield `${before}${JSON.stringify(name)}:${JSON.stringify(text)}`;
    before = ',';
  }
  yield '}}';
}

function* contents(roots: ReadonlyMap<number, string>, files: Files): Generator<[name: string, text: string]> {
  for (const [number, written] of roots) yield [rootFile(number), written];
  for (const [name, bytes] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) yield [name, name.endsWith('.gz') ? Buffer.from(bytes).toString('base64') : new TextDecoder().decode(bytes)];
}
