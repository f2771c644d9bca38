import { execFileSync } from 'node:child_process';

/** What is tested is what ships: built anew before every run. */
export default function setup(): void {
  for (const browser of ['chrome', 'firefox']) execFileSync('npx', ['wxt', 'build', '-b', browser, '--mv3'], { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
}
