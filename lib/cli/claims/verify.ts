// `claims verify DIR|URL|FILE`: what a reader's extension would make of a feed.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { carriedHost } from '../../update/carried.ts';
import { look } from '../../update/check.ts';
import { fileHost, type Host } from '../../update/host.ts';
import { UpdateFailure } from '../../update/failure.ts';
import { readShards } from '../../update/install.ts';
import { LIMITS, rootFile } from '../../update/roles.ts';
import { fingerprintOf, rootOf, type Trust, type TrustStore } from '../../update/trust.ts';
import { shardFile } from '../../update/files.ts';
import { readRoot } from '../publish/feed-folder.ts';
import { counter, options, told, type Command } from './command.ts';

export const verify: Command = {
  usage: 'verify DIR|URL|FILE [--root FILE] [--json]',
  summary: 'check a published feed as a reader would: every signature, hash and record, from its first root (or the one you hold)',
  async run(args) {
    const { values, positionals } = options(args, { root: { type: 'string' }, json: { type: 'boolean', default: false } }, 1);
    const [where = ''] = positionals;
    return told(async () => {
      const { host, expired } = await hostAt(where);
      const pinned = values.root === undefined ? decode(await host.get({ name: rootFile(1), limit: LIMITS.root })) : await readFile(values.root, 'utf8');
      await readRoot(pinned);
      const trust = inMemory({ root: pinned, head: null, manifest: null });
      const release = await look({ host, trust, floor: null, now: new Date(), expired });
      const sizes = new Map(release.manifest.shards.map((s) => [s.sha256, s.gz]));
      const shard = (hash: string): ReturnType<Host['get']> => host.get({ name: shardFile(hash), limit: sizes.get(hash) ?? 0 });
      const shards = await readShards(release.manifest, shard, counter('shards'));
      const questions = shards.reduce((n, s) => n + (s.kind === 'questions' ? s.records.length : 0), 0);
      const bytes = release.manifest.shards.reduce((n, s) => n + s.gz, 0);
      const root = rootOf(await trust.read());
      const result = {
        feed: root.feed.name,
        version: release.manifest.version,
        head: release.head.seq,
        expires: release.head.expires,
        root: root.version,
        fingerprint: await fingerprintOf(root),
        shards: shards.length,
        questions,
        bytes,
      };
      console.log(values.json ? JSON.stringify(result) : Object.entries(result).map(([key, value]) => `${key.padEnd(12)} ${value}`).join('\n'));
      return 0;
    });
  },
};

async function hostAt(where: string): Promise<{ host: Host; expired: 'refuse' | 'allow' }> {
  if (/^https?:/.test(where)) return { host: fileHost(where, new AbortController().signal), expired: 'refuse' };
  const found = await stat(where).catch(() => null);
  if (found === null) throw new UpdateFailure('unreachable', `nothing at ${where}`);
  if (found.isFile()) return { host: await carriedHost(new Uint8Array(await readFile(where))), expired: 'allow' };
  return { host: folderHost(where), expired: 'refuse' };
}

const folderHost = (folder: string): Host => ({
  async get({ name, limit }) {
    const bytes = await readFile(join(folder, name)).catch(() => null);
    if (bytes === null) throw new UpdateFailure('unreachable', `no ${name} in ${folder}`);
    if (bytes.length > limit) throw new UpdateFailure('too-large', `${name}: more than ${limit} bytes`);
    return new Uint8Array(bytes);
  },
});

function inMemory(trust: Trust): TrustStore {
  let kept = trust;
  return {
    read: () => Promise.resolve(kept),
    write(next) {
      kept = next;
      return Promise.resolve();
    },
  };
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
