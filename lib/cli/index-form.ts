import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is read of a database, how it is indexed, and how the index is kept and opened: all of the code that an index can differ by. */
const MADE_BY = ['claim', 'link', 'lookup', 'store'];

/**
 * Of the code in `lib`: an index made by other code is made anew, also by a build of the same version, which a developer makes all day.
 * A digest, and no number that somebody has to remember to raise.
 */
export function indexForm(lib: string): string {
  const digest = createHash('sha256');
  for (const folder of MADE_BY)
    for (const file of readdirSync(join(lib, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).sort())
      digest.update(`${folder}/${file}\n${readFileSync(join(lib, folder, file), 'utf8')}\n`);
  return digest.digest('hex').slice(0, 12);
}
