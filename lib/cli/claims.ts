// For the maintainer of a claims database: check it, compile it, describe it to editors, and see how it stands.
import { audit } from './claims/audit.ts';
import { check } from './claims/check.ts';
import type { Command } from './claims/command.ts';
import { compile } from './claims/compile.ts';
import { derive } from './claims/derive.ts';
import { diff } from './claims/diff.ts';
import { importRows } from './claims/import.ts';
import { keygen } from './claims/keygen.ts';
import { publish } from './claims/publish.ts';
import { root } from './claims/root.ts';
import { schema } from './claims/schema.ts';
import { serve } from './claims/serve.ts';
import { sign } from './claims/sign.ts';
import { verify } from './claims/verify.ts';
import { runCommand, UsageError } from './command-line.ts';

const COMMANDS: Record<string, Command> = { check, compile, schema, audit, import: importRows, derive, diff, keygen, root, publish, sign, verify, serve };

const USAGE = `usage: npm run -s claims -- <command> [--assets DIR]

${Object.values(COMMANDS)
  .map((c) => `  ${c.usage.padEnd(50)} ${c.summary}${c.details === undefined ? '' : `\n${c.details.replace(/^/gm, '    ')}`}`)
  .join('\n')}

--assets DIR  the folder of the database; this project's assets/ unless given
exit code     0 sound, 1 problems found, 2 not understood`;

await runCommand('claims', USAGE, async ([name = '', ...rest]) => {
  if (name === 'help') {
    console.log(USAGE);
    return 0;
  }
  const command = COMMANDS[name];
  if (command === undefined) throw new UsageError(name === '' ? 'no command' : `no command ${name}`);
  return command.run(rest);
});
