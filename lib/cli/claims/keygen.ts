// `claims keygen DIR`: the keys of a feed.
import { join } from 'node:path';
import { UsageError } from '../command-line.ts';
import { KEY_NAMES, makeKey, ROOT_THRESHOLD } from '../publish/key-files.ts';
import { keyIdOf } from '../../update/keys.ts';
import { told, type Command, options } from './command.ts';

export const keygen: Command = {
  usage: 'keygen DIR [--name NAME]',
  summary: 'new keys: three for the root, one for the head, one for the data; or one of that name',
  async run(args) {
    const { values, positionals } = options(args, { name: { type: 'string' } }, 1);
    const [folder = ''] = positionals;
    if (values.name !== undefined && !/^[a-z0-9-]{1,40}$/.test(values.name)) throw new UsageError('--name needs small letters, digits and hyphens');
    return told(async () => {
      for (const name of values.name === undefined ? KEY_NAMES : [values.name]) {
        const key = await makeKey(folder, name);
        console.log(`${join(folder, `${name}.key`)}  ${await keyIdOf(key)}`);
      }
      if (values.name === undefined) console.log(`\nKeep the three root keys in three places, away from this machine: ${ROOT_THRESHOLD} of them make or replace all other keys, and a lost one cannot be made again.`);
      return 0;
    });
  },
};
