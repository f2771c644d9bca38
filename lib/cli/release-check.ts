// npm run release:check: the lines of docs/release.md that a machine can go through. Goes on after a failure, so that one run tells all.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const USAGE = `usage: npm run -s release:check [-- --quick]

  --quick   without the tests and the builds
exit code   0 all is well, 1 something is not`;

/** Null: as it should be; else what is not, for the one who releases. */
type Check = { name: string; slow?: true; run(): string | null };

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const json = (file: string): { version?: unknown } => JSON.parse(read(file)) as { version?: unknown };
const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 });

/** Places that are somebody's own: home folders of the usual systems, drives, temporary folders; and registries other than the public one. */
const MACHINE = /(?<![\w.:/-])(?:\/(?:home|Users|root|tmp|var\/folders|mnt|opt|work)\/[\w.-]+|[A-Z]:\\Users\\)/;
const REGISTRY = /\bregistry\s*=|"resolved":|(?:https?:)?\/\/[\w.-]*(?:artifactory|nexus|verdaccio|registry\.(?!npmjs\.org\b))[\w.-]*/i;
/** The two patterns above, and words that test them. */
const NOT_LOOKED_AT = /^lib\/cli\/release-check\.ts$/;

const CHECKS: readonly Check[] = [
  { name: 'the working copy is clean', run: () => git('status', '--porcelain').trim() || null },
  { name: 'the versions agree', run: versions },
  { name: 'nothing committed names a machine or a private registry', run: places },
  { name: 'licences and documents', run: () => tool('vitest', 'run', '--config', 'test/vitest.config.ts', '--project', 'unit', 'test/notices.test.ts', 'test/docs.test.ts') },
  { name: 'the claims database is sound', run: () => node('lib/cli/claims.ts', 'check') },
  { name: 'every test', slow: true, run: () => node('test/run.ts') },
  { name: 'the packages: lint, and two builds alike', slow: true, run: () => node('lib/cli/package.ts', '--twice') },
];

function versions(): string | null {
  const { version } = json('package.json');
  const [heading = '', newest] = /^## (\d\S*)/m.exec(read('CHANGELOG.md')) ?? [];
  const entry = read('CHANGELOG.md').split(heading)[1]?.split(/^## /m)[0] ?? '';
  const database = String(json('assets/database.json').version);
  const wrong = [
    json('package-lock.json').version === version ? '' : 'package-lock.json has another version: npm install --package-lock-only',
    newest === version ? '' : `CHANGELOG.md begins with ${newest ?? 'no version'}, package.json says ${String(version)}`,
    entry.includes(database) ? '' : `the newest entry of CHANGELOG.md does not name the database, version ${database}`,
  ].filter((line) => line !== '');
  return wrong.join('\n') || null;
}

function places(): string | null {
  const found = git('ls-files', '-z')
    .split('\0')
    .filter((file) => file !== '' && !NOT_LOOKED_AT.test(file) && !/\.(?:png|gz|jpg|pdf|xlsx)$/.test(file))
    .flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, i) => {
          const [match] = MACHINE.exec(line) ?? REGISTRY.exec(line) ?? [];
          return match === undefined ? [] : [`${file}:${i + 1}: ${match}`];
        }),
    );
  return found.join('\n') || null;
}

const node = (...args: string[]): string | null => status(process.execPath, args);
const tool = (name: string, ...args: string[]): string | null => status(process.platform === 'win32' ? `${name}.cmd` : name, args);

/** The end of what it said, where it failed. */
function status(command: string, args: readonly string[]): string | null {
  const PATH = `${join(ROOT, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env['PATH'] ?? ''}`;
  const run = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e9, env: { ...process.env, PATH }, shell: process.platform === 'win32' });
  if (run.status === 0) return null;
  return `${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`.trim().split('\n').slice(-15).join('\n') || 'it failed and said nothing';
}

function main(args: readonly string[]): number {
  if (args.some((arg) => arg !== '--quick')) {
    console.error(USAGE);
    return 2;
  }
  const quick = args.includes('--quick');
  let failed = 0;
  for (const { name, slow, run } of CHECKS) {
    if (quick && slow) {
      console.log(`–  ${name}: left out`);
      continue;
    }
    const problem = run();
    if (problem !== null) failed++;
    console.log(problem === null ? `✓  ${name}` : `✗  ${name}\n${problem.replace(/^/gm, '     ')}`);
  }
  const byHand = [...read('docs/release.md').matchAll(/^(\d+\. (?!▸).+)$/gm)].map((m) => m[1]);
  console.log(`\nLeft for a person (docs/release.md):\n${byHand.map((line) => `   ${line}`).join('\n')}`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
