// A feed small enough to tamper with byte by byte: keys, roots, releases and a host, all in memory.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { pack } from '../../assets/pack.ts';
import type { Database } from '../../lib/claim/database.ts';
import { patchesTo, type Release } from '../../lib/cli/publish/patches.ts';
import { release, type Files } from '../../lib/cli/publish/release.ts';
import { signed } from '../../lib/cli/publish/sign.ts';
import type { Manifest } from '../../lib/update/bundle.ts';
import { readEnvelope } from '../../lib/update/envelope.ts';
import { UpdateFailure } from '../../lib/update/failure.ts';
import type { Indexer } from '../../lib/update/install.ts';
import type { Host } from '../../lib/update/host.ts';
import { HEAD_FILE, rootFile, unverifiedHead, type Head, type Root } from '../../lib/update/roles.ts';
import type { Trust, TrustStore } from '../../lib/update/trust.ts';
import { smallDatabase } from './small-database.ts';

export type Key = { public: string; private: KeyObject };

export function newKey(): Key {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { public: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64'), private: privateKey };
}

export type Keys = { roots: Key[]; head: Key; data: Key };
export const newKeys = (): Keys => ({ roots: [newKey(), newKey(), newKey()], head: newKey(), data: newKey() });

export const TODAY = '2026-11-22';

/** What a root of these keys says: two of three root keys, one key each for head and data. */
export const describe = (keys: Keys, version = 1, change: Partial<Root> = {}): Root => ({
  version,
  expires: '2028-11-22T00:00:00Z',
  feed: { id: 'small', name: 'A small feed', licence: 'CC BY 4.0', contact: null, homepage: null },
  roles: {
    root: { keys: keys.roots.map((k) => k.public), threshold: 2 },
    head: { keys: [keys.head.public], threshold: 1 },
    data: { keys: [keys.data.public], threshold: 1 },
  },
  mirrors: [],
  ...change,
});

export const signRoot = (root: Root, signers: readonly Key[]): Promise<string> => signed('root', JSON.stringify(root), signers);

/** The files of a feed as they lie on a host. */
export class SmallFeed {
  readonly files: Files = new Map();
  asked: string[] = [];
  readonly keys: Keys;
  root: Root;

  private constructor(keys: Keys, root: Root) {
    this.keys = keys;
    this.root = root;
  }

  static async make(keys: Keys = newKeys(), { version = '2026.11.22', database = smallDatabase(9_000), day = TODAY } = {}): Promise<SmallFeed> {
    const feed = new SmallFeed(keys, describe(keys));
    feed.write(rootFile(1), await signRoot(feed.root, keys.roots.slice(0, 2)));
    await feed.publish(version, database, day);
    return feed;
  }

  async publish(version: string, database: Database = smallDatabase(9_000), day = TODAY, keys: { data: Key; head: Key } = this.keys): Promise<void> {
    const packed = pack(database, { version, created: day });
    const read = (name: string): Promise<Uint8Array> => Promise.resolve(this.files.get(name) ?? new Uint8Array());
    for (const [name, bytes] of await patchesTo(packed, this.releases(), read)) this.files.set(name, bytes);
    const files = await release(packed, { root: this.root, previous: this.headNow(), day, keys });
    for (const [name, bytes] of files) this.files.set(name, bytes);
  }

  private releases(): Release[] {
    const texts = [...this.files.keys()].filter((name) => name.startsWith('m/')).map((name) => readEnvelope('manifest', this.text(name)).text);
    return texts.map((text) => ({ text, manifest: JSON.parse(text) as Manifest }));
  }

  /** The next root, signed by the old and the new root keys. */
  async rotate(keys: Keys, signers: readonly Key[] = [...this.keys.roots.slice(0, 2), ...keys.roots.slice(0, 2)]): Promise<void> {
    const version = this.root.version + 1;
    const root = describe(keys, version);
    this.write(rootFile(version), await signRoot(root, [...new Map(signers.map((k) => [k.public, k])).values()]));
    this.root = root;
  }

  /** A head of other content, signed by `key`. */
  async signHead(change: Partial<Head>, key: Key = this.keys.head): Promise<void> {
    this.write(HEAD_FILE, await signed('head', JSON.stringify({ ...this.headNow(), ...change }), [key]));
  }

  headNow(): Head | null {
    const bytes = this.files.get(HEAD_FILE);
    return bytes === undefined ? null : unverifiedHead(new TextDecoder().decode(bytes));
  }

  write(name: string, text: string): void {
    this.files.set(name, new TextEncoder().encode(text));
  }

  text(name: string): string {
    return new TextDecoder().decode(this.files.get(name));
  }

  /** Answers from the files; a missing one answers with a page, as some hosts do. */
  readonly host: Host = {
    get: ({ name, limit }) => {
      this.asked.push(name);
      const bytes = new Uint8Array(this.files.get(name) ?? new TextEncoder().encode('<!doctype html><title>Not found</title>'));
      return bytes.length > limit ? Promise.reject(new UpdateFailure('too-large', name)) : Promise.resolve(bytes);
    },
  };

  /** What a subscriber starts from. */
  trust(): Trust {
    return { root: this.text(rootFile(1)), head: null, manifest: null };
  }
}

/** `kept` is what a stop at any moment would leave. */
export class KeptTrust implements TrustStore {
  kept: Trust;

  constructor(kept: Trust) {
    this.kept = kept;
  }

  readonly read = (): Promise<Trust> => Promise.resolve(this.kept);
  readonly write = (trust: Trust): Promise<void> => {
    this.kept = trust;
    return Promise.resolve();
  };
}

/** Makes of a release how many shards it has. */
export const countingIndexer = (by: string): Indexer => ({
  by,
  start() {
    let shards = 0;
    return Promise.resolve({ add: () => void (shards += 1), done: () => Promise.resolve([shards]) });
  },
});
