import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** Builds into .output/<browser>-mv3 and answers that folder. Throws an Error with what the build said when it fails. */
export function buildExtension(browser: 'chrome' | 'firefox'): string {
  // In a process of its own: a bundler that was started inside keeps its host from ending. And as it ships, whatever started us:
  // under a test runner's NODE_ENV every element would carry the file it was written in.
  const run = spawnSync(process.execPath, [resolve(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-b', browser, '--mv3'], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } });
  const said = `${run.stdout}${run.stderr}`;
  // Its progress stands before what went wrong, and is of no use after it.
  if (run.status !== 0) throw new Error(`The build for ${browser} failed:\n${said.slice(Math.max(0, said.search(/\[error\]|ERROR/)))}`);
  return resolve(ROOT, `.output/${browser}-mv3`);
}
