// npm run package: what the stores are given — one zip a browser, and the source zip that Firefox's reviewers build it from.
// Two builds of one commit are the same byte for byte: that is what lets anybody check what the stores deliver.
import { createHash } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { buildExtension } from './build-extension.ts';
import { zipOf } from './package/zip.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OUT = join(ROOT, '.output');

const USAGE = `usage: npm run -s package [-- --twice]

  --twice   build everything two times and compare
exit code   0 made (and alike), 1 not`;

/** Name of the zip → its bytes. */
type Zips = Map<string, Uint8Array>;

function main(args: readonly string[]): number {
  if (args.some((arg) => arg !== '--twice')) {
    console.error(USAGE);
    return 2;
  }
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const zips = build(version);
  for (const [name, bytes] of zips) {
    writeFileSync(join(OUT, name), bytes);
    console.log(`${digest(bytes)}  ${name}  ${bytes.length} bytes`);
  }
  const sound = lint(join(OUT, `tallyside-${version}-firefox.zip`));
  return sound && (!args.includes('--twice') || same(zips, build(version))) ? 0 : 1;
}

function build(version: string): Zips {
  const zips: Zips = new Map();
  for (const browser of ['chrome', 'firefox'] as const) {
    rmSync(join(OUT, `${browser}-mv3`), { recursive: true, force: true });
    const folder = buildExtension(browser);
    mkdirSync(OUT, { recursive: true });
    zips.set(`tallyside-${version}-${browser}.zip`, zipOf(folder, filesBelow(folder)));
  }
  zips.set(`tallyside-${version}-sources.zip`, zipOf(ROOT, committed()));
  return zips;
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));

/** What the commit holds: the sources and nothing that was made from them. */
const committed = (): string[] => execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 }).split('\0').filter((name) => name !== '');

type Linted = { errors: Told[]; warnings: Told[]; notices: Told[] };
type Told = { code: string; message: string; file?: string };

/** As addons.mozilla.org lints; every warning counts. */
function lint(zip: string): boolean {
  const run = spawnSync(process.execPath, [join(ROOT, 'node_modules/addons-linter/bin/addons-linter'), '--output', 'json', zip], { encoding: 'utf8', maxBuffer: 1e8 });
  if (run.stdout === '') throw new Error(`The linter could not run: ${run.stderr}`);
  const { errors, warnings, notices } = JSON.parse(run.stdout) as Linted;
  const told = [...errors, ...warnings, ...notices];
  for (const { code, message, file } of told) console.error(`${code} ${file ?? ''}: ${message}`);
  console.log(`Linted as addons.mozilla.org does: ${errors.length} errors, ${warnings.length} warnings, ${notices.length} notices`);
  return told.length === 0;
}

function same(first: Zips, second: Zips): boolean {
  const other = [...first].filter(([name, bytes]) => digest(second.get(name) ?? new Uint8Array()) !== digest(bytes)).map(([name]) => name);
  console.log(other.length === 0 ? 'Built twice: the same bytes.' : `Built twice, and not the same: ${other.join(', ')}`);
  return other.length === 0;
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

process.exitCode = main(process.argv.slice(2));
