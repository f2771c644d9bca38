// Whose work ships inside the extension: each package with its licence, and no other.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import lock from '../package-lock.json' with { type: 'json' };

const ROOT = resolve(import.meta.dirname, '..');

type Locked = { dev?: boolean; license?: string };
const packages = Object.entries(lock.packages as Record<string, Locked>).filter(([path]) => path !== '');
const licenceOf = new Map(packages.map(([path, { license }]) => [path.replace(/^.*node_modules\//, ''), license]));

/** What the package manager installs for those who only run it: dependencies, and theirs. */
const installed = packages.filter(([, { dev }]) => dev !== true).map(([path]) => path.replace(/^.*node_modules\//, ''));

/** What the code that ships imports; not the command line, which stays here. */
const imported = new Set(
  ['lib', 'entrypoints']
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !file.startsWith(join('lib', 'cli')))
    .flatMap((file) => [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^\s*(?:import|export)\s+(?!type\s)(?:[^'"]*?\sfrom\s+)?['"]((?:@[\w-]+\/)?[\w-]+)[^'"]*['"]/gm)].map((m) => m[1] ?? '')),
);

const rows = [...readFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.md'), 'utf8').matchAll(/^\| ([^|]+) \| ([^|]+) \| [^|]+ \|$/gm)].flatMap(([, names = '', licence = '']) =>
  names === 'package' || names.startsWith('--') ? [] : names.split(', ').map((name) => ({ name, licence })),
);

test('every package that ships is named with its licence', () => {
  const shipped = new Set([...installed, ...imported]);
  expect([...shipped].filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
});

test('no licence is given otherwise than the package gives it, and no package is named that is not there', () => {
  for (const { name, licence } of rows) expect(licenceOf.get(name), name).toBe(licence);
});

/** Of this one each file stays under its own terms and may be part of a larger work under others: https://opensource.org/license/cpal-1-0 (3.7). */
const BY_FILE = ['CPAL-1.0 OR AGPL-1.0'];

test('only licences that go with ours', () => {
  for (const { name, licence } of rows) expect([...BY_FILE, 'MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD'], name).toContain(licence);
});
