// npm test: everything, in the order in which it fails fastest; ends with one line of figures.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBrowsers } from '../lib/cli/browsers.ts';

const ROOT = resolve(import.meta.dirname, '..');
const BIN = resolve(ROOT, 'node_modules/.bin');

/** Passed and failed cases; a check counts as one. */
type Tally = { passed: number; failed: number };

const CHECKS: Record<string, string[]> = {
  lint: ['oxlint', '--deny-warnings'],
  types: ['tsc', '--noEmit'],
  'types of the pure folders': ['tsc', '--noEmit', '-p', 'test/pure.tsconfig.json'],
  'dead code': ['knip'],
};
const PROJECTS = ['unit', 'browser', 'e2e'];

const reports = mkdtempSync(join(tmpdir(), 'tallyside-'));
const total: Tally = { passed: 0, failed: 0 };
const failed: string[] = [];
const add = (name: string, { passed, failed: not }: Tally): void => {
  total.passed += passed;
  total.failed += not;
  if (not > 0) failed.push(name);
};

try {
  ensureBrowsers(['chromium', 'firefox']);
  for (const [name, command] of Object.entries(CHECKS)) {
    console.log(`\n— ${name}`);
    add(name, (await run(command)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
  for (const project of PROJECTS) {
    console.log(`\n— ${project} tests`);
    add(`${project} tests`, await vitest(project));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  add('the run itself', { passed: 0, failed: 1 });
} finally {
  rmSync(reports, { recursive: true, force: true });
}

if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Status of a command, its output streamed. */
function run([name = '', ...args]: readonly string[]): Promise<number> {
  const command = process.platform === 'win32' ? `${join(BIN, name)}.cmd` : join(BIN, name);
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
    child.on('error', () => done(1));
    child.on('close', (status) => done(status ?? 1));
  });
}

/** A run that broke off or found no test at all has failed, whatever its report says. */
async function vitest(project: string): Promise<Tally> {
  const report = join(reports, `${project}.json`);
  const status = await run(['vitest', 'run', '--config', 'test/vitest.config.ts', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    const broken = numFailedTests === 0 && (status !== 0 || numPassedTests === 0);
    return { passed: numPassedTests, failed: numFailedTests + (broken ? 1 : 0) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
