// `claims schema`: write what editors read.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { options, type Command } from './command.ts';
import { jsonSchemas } from './json-schema.ts';

export const schema: Command = {
  usage: 'schema',
  summary: 'write schema/*.schema.json for editors, from the Zod schemas',
  async run(args) {
    const { assets } = options(args, {}, 0);
    const folder = join(assets, 'schema');
    await mkdir(folder, { recursive: true });
    for (const [name, text] of jsonSchemas()) await writeFile(join(folder, name), text);
    console.log(`${jsonSchemas().size} schemas in ${folder}`);
    return 0;
  },
};
