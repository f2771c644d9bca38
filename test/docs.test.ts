// What the documents name is there: files, tests by their titles, commands. A guide that sends somebody nowhere is worse than none.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../lib/export/columns.ts';
import packageJson from '../package.json' with { type: 'json' };

const ROOT = resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const committed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 }).split('\0');
const documents = committed.filter((file) => /^(?:[A-Z-]+\.md|docs\/[^/]+\.md|assets\/README\.md|assets\/EDITORIAL\.md)$/.test(file) && existsSync(join(ROOT, file)));

/** "lib/detect/languages/xx/": a place that a reader is to fill in. */
const PLACEHOLDER = /[*<>…{}]|\bxx\b|NAME|DIR|KEYS/;
/** What is ours without a doubt: other names may be those of a data set, or of a file in a feed. */
const OURS = /^(?:lib|test|assets|entrypoints|docs)\/|^[A-Z-]+\.md$|^LICENSE|^package(?:-lock)?\.json$|\.test\.tsx?$/;

/** Words in code marks, and what an indented or fenced block holds. */
const codeOf = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map((m) => m[1] ?? '');
const linksOf = (text: string): string[] => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((m) => m[1] ?? '');

test('there are documents to look at', () => {
  for (const file of ['README.md', 'PRIVACY.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/researchers.md', 'docs/maintainers.md', 'docs/permissions.md', 'docs/release.md'])
    expect(documents).toContain(file);
});

describe.each(documents)('%s', (file) => {
  const text = read(file);

  test('links lead somewhere', () => {
    const gone = linksOf(text).filter((to) => !/^(?:https?:|#)/.test(to) && !existsSync(join(ROOT, dirname(file), to.replace(/#.*$/, ''))));
    expect(gone).toEqual([]);
  });

  test('files it names are there', () => {
    // docs/asks.md gives its paths below test/, and says so.
    const folders = [ROOT, join(ROOT, dirname(file)), join(ROOT, 'test')];
    const named = codeOf(text).filter((word) => OURS.test(word) && !PLACEHOLDER.test(word) && !/\s/.test(word));
    expect(named.filter((word) => !folders.some((folder) => existsSync(join(folder, word))))).toEqual([]);
  });

  test('commands it names are there', () => {
    const scripts = [...text.matchAll(/\bnpm run (?:-s )?([a-z][\w:-]*)/g)].map((m) => m[1] ?? '');
    expect(scripts.filter((name) => !(name in packageJson.scripts))).toEqual([]);
    const claims = [...text.matchAll(/\bnpm run -s claims -- ([a-z]+)/g)].map((m) => m[1] ?? '');
    expect(claims.filter((name) => !existsSync(join(ROOT, 'lib/cli/claims', `${name}.ts`)) && name !== 'help')).toEqual([]);
  });

  test('tests it names by title are there', () => {
    const named = [...text.matchAll(/`(test\/[\w./-]+\.test\.tsx?)`: ((?:"(?:[^"\\]|\\.)+"(?:, )?)+)/g)];
    for (const [, at = '', titles = ''] of named)
      for (const [, title = ''] of titles.matchAll(/"((?:[^"\\]|\\.)+)"/g)) expect(read(at), at).toContain(title.replaceAll('\\"', '"'));
  });
});

test('every statement about privacy names a test', () => {
  const rows = read('PRIVACY.md').split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:statement|---)/.test(line));
  expect(rows.length).toBeGreaterThan(8);
  for (const row of rows) expect(row, row).toMatch(/\| `test\/[^`]+`: "/);
});

test('researchers are told of every column of a table, in the words of the code', () => {
  const [, table = ''] = /<!-- columns[^>]*-->\n([\s\S]*?)\n<!-- end of columns -->/.exec(read('docs/researchers.md')) ?? [];
  expect(table.split('\n').slice(2)).toEqual(COLUMNS.map(({ name, about }) => `| \`${name}\` | ${about} |`));
});

test("README's picture of lib/ has every folder once", () => {
  const drawn = [...read('README.md').matchAll(/^ {4}lib\/([a-z]+)\//gm)].map((m) => m[1] ?? '');
  const folders = new Set(committed.flatMap((file) => (existsSync(join(ROOT, file)) ? (/^lib\/([a-z]+)\//.exec(file)?.[1] ?? []) : [])));
  expect(drawn.toSorted()).toEqual([...folders].toSorted());
});
