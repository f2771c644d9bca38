// `claims compile DIR`: the files that are published, written to a folder.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compileBundle } from '../../../assets/compile.ts';
import { UsageError } from '../command-line.ts';
import { reasonOf } from '../reason.ts';
import { options, type Command } from './command.ts';

export const compile: Command = {
  usage: 'compile DIR',
  summary: 'check, then write the bundle (manifest.json, s/*.json.gz) into DIR',
  async run(args) {
    const { positionals, assets } = options(args, {}, 1);
    const [out] = positionals;
    if (out === undefined) throw new UsageError('compile needs a folder to write into');
    const files = await compileBundle(assets).catch((error: unknown) => {
      console.error(reasonOf(error));
      return null;
    });
    if (files === null) return 1;
    for (const [name, bytes] of files) {
      await mkdir(dirname(join(out, name)), { recursive: true });
      await writeFile(join(out, name), bytes);
    }
    const size = [...files.values()].reduce((n, bytes) => n + bytes.length, 0);
    console.log(`${files.size} files, ${size} bytes, in ${out}`);
    return 0;
  },
};
