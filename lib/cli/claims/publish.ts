// `claims publish DIR`: the signed, static files that readers' extensions fetch.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileBundle } from '../../../assets/compile.ts';
import { UsageError } from '../command-line.ts';
import { headIn, newestRoot, rootsIn, writeFiles } from '../publish/feed-folder.ts';
import { readKey } from '../publish/key-files.ts';
import { PublishError } from '../publish/publish-error.ts';
import { patchesTo, releasesIn } from '../publish/patches.ts';
import { carried, release, type Files } from '../publish/release.ts';
import { reasonOf } from '../reason.ts';
import { compareVersions } from '../../store/pointer.ts';
import type { Manifest } from '../../update/bundle.ts';
import { MANIFEST_FILE } from '../../update/files.ts';
import type { Root } from '../../update/roles.ts';
import { counter, dayOption, options, told, type Command } from './command.ts';

export const publish: Command = {
  usage: 'publish DIR --keys KEYS [--date DAY] [--json]',
  summary: 'compile, sign with the data and the head key, and write what is new into DIR, which holds a root',
  async run(args) {
    const { values, positionals, assets } = options(args, { keys: { type: 'string' }, date: { type: 'string' }, json: { type: 'boolean', default: false } }, 1);
    const [folder = ''] = positionals;
    const keyFolder = values.keys;
    if (keyFolder === undefined) throw new UsageError('publish needs --keys');
    const day = dayOption(values.date);
    return told(async () => {
      const root = await newestRoot(folder);
      const keys = { data: await keyFor(root, 'data', keyFolder), head: await keyFor(root, 'head', keyFolder) };
      const previous = await headIn(folder);
      const packed = await compile(assets, counter('questions'));
      const { version } = JSON.parse(new TextDecoder().decode(packed.get(MANIFEST_FILE))) as Manifest;
      if (previous !== null && compareVersions(version, previous.manifest.version) < 0) throw new PublishError(`version ${version} is older than the published ${previous.manifest.version}`);
      const files = await release(packed, { root, previous, day, keys });
      refuseSecond(previous, files, version);
      const parcel = await carried(version, await rootsIn(folder), files);
      const patches = await patchesTo(packed, await releasesIn(folder), (name) => readFile(join(folder, name)));
      // The head last: what it leads to is there when it is.
      const all: Files = new Map([[parcel.name, parcel.bytes], ...patches, ...files]);
      const written = await writeFiles(folder, all, counter('files'));
      const head = await headIn(folder);
      const bytes = [...files.values()].reduce((sum, b) => sum + b.length, 0);
      const patch = [...patches.values()].at(0)?.length ?? null;
      const told = { version, head: head?.seq ?? null, expires: head?.expires ?? null, files: all.size, written, bytes, patch, folder };
      console.log(values.json ? JSON.stringify(told) : `version ${version}, head ${told.head}, good until ${told.expires}: ${written} of ${all.size} files written, ${bytes} bytes${patch === null ? '' : `, ${patch} for who has the release before`}, in ${folder}`);
      return 0;
    });
  },
};

async function keyFor(root: Root, role: 'data' | 'head', folder: string): ReturnType<typeof readKey> {
  const key = await readKey(join(folder, `${role}.key`));
  if (!root.roles[role].keys.includes(key.public)) throw new PublishError(`${join(folder, `${role}.key`)} is not the ${role} key that root ${root.version} names`);
  return key;
}

async function compile(assets: string, progress: ReturnType<typeof counter>): Promise<Files> {
  try {
    return await compileBundle(assets, progress);
  } catch (error) {
    throw new PublishError(reasonOf(error));
  }
}

/** Readers who have seen a version refuse another one of the same name. */
function refuseSecond(previous: Awaited<ReturnType<typeof headIn>>, files: Files, version: string): void {
  if (previous === null || previous.manifest.version !== version || files.has(`m/${previous.manifest.sha256}.json`)) return;
  throw new PublishError(`version ${version} is published already with other content: give assets/database.json a new version`);
}
