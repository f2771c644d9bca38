// The maintainers' command line, run as they run it.
import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Ends by itself; `code` is its exit code. */
export const claims = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, 'lib/cli/claims.ts'), ...args], { cwd: ROOT, maxBuffer: 1e8 }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }));
  });
