// `claims root DIR`: the file that names a feed's keys; its first one, or the next when keys change.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openEnvelope } from '../../update/envelope.ts';
import { UpdateFailure } from '../../update/failure.ts';
import { rootFile, type Root } from '../../update/roles.ts';
import { fingerprintOf } from '../../update/trust.ts';
import { UsageError } from '../command-line.ts';
import { readFeedFile } from '../publish/feed-file.ts';
import { readRoot, rootsIn } from '../publish/feed-folder.ts';
import { readKey, readPublicKey, ROOT_KEYS, ROOT_THRESHOLD, type SigningKey } from '../publish/key-files.ts';
import { PublishError } from '../publish/publish-error.ts';
import { signed } from '../publish/sign.ts';
import { dayOption, options, told, type Command } from './command.ts';

/** Years a root is good for. */
const ROOT_YEARS = 2;

export const root: Command = {
  usage: 'root DIR --keys KEYS [--old KEYS] [--date DAY]',
  summary: 'write the next root.N.json into DIR: names the keys in KEYS/*.pub, signed by the root keys there (and the old ones)',
  async run(args) {
    const { values, positionals, assets } = options(args, { keys: { type: 'string' }, old: { type: 'string' }, date: { type: 'string' } }, 1);
    const [folder = ''] = positionals;
    const { keys } = values;
    if (keys === undefined) throw new UsageError('root needs --keys');
    const day = dayOption(values.date);
    return told(async () => {
      const before = [...(await rootsIn(folder)).values()].at(-1);
      const old = before === undefined ? null : await readRoot(before);
      const next = await describeRoot(assets, keys, (old?.version ?? 0) + 1, day);
      if (old !== null && old.feed.id !== next.feed.id) throw new PublishError(`${folder} is the feed ${old.feed.id}, feed.json says ${next.feed.id}`);
      const signers = [...(await rootKeysIn(keys)), ...(values.old === undefined ? [] : await rootKeysIn(values.old))];
      const once = [...new Map(signers.map((key) => [key.public, key])).values()];
      if (once.length === 0) throw new PublishError(`no root key in ${keys}`);
      return settle(folder, next.version, await signed('root', JSON.stringify(next), once), next, old);
    });
  },
};

async function describeRoot(assets: string, keys: string, version: number, day: string): Promise<Root> {
  const { mirrors, ...feed } = await readFeedFile(assets);
  const [head, data, ...roots] = await Promise.all(['head', 'data', ...ROOT_KEYS].map((name) => readPublicKey(join(keys, `${name}.pub`))));
  if (head === undefined || data === undefined) throw new PublishError(`${keys} holds no keys`);
  const expires = `${Number(day.slice(0, 4)) + ROOT_YEARS}${day.slice(4).replace('-02-29', '-03-01')}T00:00:00Z`;
  return {
    version,
    expires,
    feed,
    roles: { root: { keys: roots, threshold: ROOT_THRESHOLD }, head: { keys: [head], threshold: 1 }, data: { keys: [data], threshold: 1 } },
    mirrors,
  };
}

async function rootKeysIn(folder: string): Promise<SigningKey[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^root-\d\.key$/.test(name));
  return Promise.all(names.map((name) => readKey(join(folder, name))));
}

/** A root that still lacks signatures is kept beside as a draft, so that its other holders can sign it where their keys are. */
export async function settle(folder: string, version: number, written: string, next: Root, old: Root | null): Promise<number> {
  await mkdir(folder, { recursive: true });
  const missing = await lacks(written, next, old);
  const name = missing === null ? rootFile(version) : `root.${version}.draft.json`;
  await writeFile(join(folder, name), written, { flag: missing === null ? 'wx' : 'w' });
  console.log(join(folder, name));
  if (missing !== null) {
    console.error(`Not complete: ${missing}. Let the other holders run: claims sign ${join(folder, name)} --key THEIR.key`);
    return 1;
  }
  console.log(`fingerprint ${await fingerprintOf(next)}`);
  return 0;
}

/** What is missing, in words; null when all have signed. */
async function lacks(written: string, next: Root, old: Root | null): Promise<string | null> {
  try {
    await openEnvelope('root', written, next.roles.root, ...(old === null ? [] : [old.roles.root]));
    return null;
  } catch (error) {
    if (error instanceof UpdateFailure) return error.message;
    throw error;
  }
}
