// `claims sign`: one more signature under a root, or the daily one under a feed's head.
import { readFile, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { HEAD_FILE, unverifiedRoot } from '../../update/roles.ts';
import { UsageError } from '../command-line.ts';
import { headIn, newestRoot, readRoot, rootsIn, writeFiles } from '../publish/feed-folder.ts';
import { readKey } from '../publish/key-files.ts';
import { PublishError } from '../publish/publish-error.ts';
import { nextHead } from '../publish/release.ts';
import { cosigned, signed } from '../publish/sign.ts';
import { dayOption, options, told, type Command } from './command.ts';
import { settle } from './root.ts';

export const sign: Command = {
  usage: 'sign DIR|DRAFT --key FILE [--date DAY]',
  summary: 'sign the head of a feed for two more weeks, or add a signature to a draft of a root',
  async run(args) {
    const { values, positionals } = options(args, { key: { type: 'string' }, date: { type: 'string' } }, 1);
    const [path = ''] = positionals;
    const file = values.key;
    if (file === undefined) throw new UsageError('sign needs --key');
    const day = dayOption(values.date);
    return told(async () => {
      const key = await readKey(file);
      if (/^root\.\d+\.draft\.json$/.test(basename(path))) return addSignature(path, key);
      const root = await newestRoot(path);
      const head = await headIn(path);
      if (head === null) throw new PublishError(`no head in ${path}: publish first`);
      if (!root.roles.head.keys.includes(key.public)) throw new PublishError(`${file} is not the head key of root ${root.version}`);
      const next = nextHead(root, head, head.manifest, day);
      await writeFiles(path, new Map([[HEAD_FILE, new TextEncoder().encode(await signed('head', JSON.stringify(next), [key]))]]));
      console.log(`head ${next.seq} of version ${next.manifest.version}, good until ${next.expires}`);
      return 0;
    });
  },
};

async function addSignature(draft: string, key: Awaited<ReturnType<typeof readKey>>): Promise<number> {
  const written = await cosigned('root', await readFile(draft, 'utf8'), key);
  const next = unverifiedRoot(written);
  const before = (await rootsIn(dirname(draft))).get(next.version - 1);
  const status = await settle(dirname(draft), next.version, written, next, before === undefined ? null : await readRoot(before));
  if (status === 0) await rm(draft);
  return status;
}
