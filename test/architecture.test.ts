// Who may import whom. This table is the architecture; README draws it.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const LIB = resolve(import.meta.dirname, '../lib');

type Rule = { folders: readonly string[]; packages: readonly string[] };
const TABLE: Record<string, Rule> = {
  claim: { folders: [], packages: ['zod/mini'] },
  page: { folders: ['claim'], packages: [] },
  detect: { folders: ['claim'], packages: [] },
  link: { folders: ['claim'], packages: [] },
  saved: { folders: ['claim'], packages: ['approx-string-match', 'zod/mini'] },
  export: { folders: ['claim', 'saved'], packages: ['@citation-js/plugin-csl/lib/locales.json', '@citation-js/plugin-csl/lib/styles.json', 'citeproc', 'papaparse', 'write-excel-file/universal', 'zod/mini'] },
  mine: { folders: ['claim', 'export'], packages: ['fflate', 'zod/mini'] },
  card: { folders: ['claim', 'link', 'page'], packages: ['preact', 'preact/hooks'] },
  store: { folders: ['claim', 'saved'], packages: ['dexie'] },
  update: { folders: ['claim', 'link', 'store'], packages: ['zod/mini'] },
  feeds: { folders: ['claim', 'store', 'update'], packages: ['wxt/browser'] },
  // Linking needs the stored questions, cards need both: the one place where they meet, so that none knows the others.
  lookup: { folders: ['card', 'claim', 'detect', 'link', 'saved', 'store', 'update'], packages: [] },
  settings: { folders: ['claim'], packages: ['wxt/browser'] },
  messages: { folders: ['claim', 'feeds', 'lookup', 'page', 'saved', 'settings'], packages: ['wxt/browser', 'zod/mini'] },
  // The reader at work in one page: over an article, and over the sample of our first-run page.
  session: { folders: ['card', 'claim', 'lookup', 'messages', 'page'], packages: ['wxt/browser'] },
  // What our own pages have in common; pages that are read never see it.
  ui: { folders: ['card', 'claim', 'messages', 'page', 'settings'], packages: ['preact', 'preact/hooks', 'wxt/browser'] },
};
const CLI = 'cli'; // runs in Node, may use everything; nothing imports from it

/** These folders run in pages' tabs: a schema called there would bring all of zod into every page. */
const TYPES_ONLY = new Set(['detect', 'page', 'card', 'session']);

const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((f) => /\.tsx?$/.test(f));

type Import = { from: string; to: string; typeOnly: boolean };
function importsOf(file: string): Import[] {
  const text = readFileSync(join(LIB, file), 'utf8');
  const later = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map((m) => ({ from: file, to: m[1] ?? '', typeOnly: false }));
  const first = [...text.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)].map((m) => ({
    from: file,
    to: m[2] ?? '',
    typeOnly: m[1] !== undefined,
  }));
  return [...first, ...later];
}

const part = (file: string): string => file.split('/')[0] ?? file;

describe('imports in lib/', () => {
  for (const file of files) {
    const own = part(file);
    if (own === CLI) continue;
    test(file, () => {
      const rule = TABLE[own];
      expect(rule, `${own} is not in the table`).toBeDefined();
      for (const i of importsOf(file)) {
        if (!i.to.startsWith('.')) {
          expect(rule?.packages, `${file} → ${i.to}`).toContain(i.to);
          continue;
        }
        const target = relative(LIB, resolve(join(LIB, dirname(file)), i.to));
        const other = part(target);
        expect(target.startsWith('..'), `${file} → ${i.to} leaves lib/`).toBe(false);
        if (other !== own) expect(rule?.folders, `${file} → ${target}`).toContain(other);
        // A subfolder is private to its folder.
        const inside = target.split('/');
        if (inside.length > 2 && other !== own) expect.fail(`${file} → ${target} reaches into a private subfolder`);
        if (TYPES_ONLY.has(own) && target === 'claim/database.ts') expect(i.typeOnly, `${file} → ${target} must be import type`).toBe(true);
      }
    });
  }
});

test('nothing imports an entrypoint or the command line', () => {
  for (const file of files)
    for (const i of importsOf(file)) {
      expect(i.to, file).not.toMatch(/entrypoints\//);
      if (part(file) !== CLI) expect(i.to, file).not.toMatch(/\/cli\//);
    }
});

test('no entrypoint imports another: what two of them need is in lib/', () => {
  const ENTRYPOINTS = resolve(LIB, '../entrypoints');
  const all = readdirSync(ENTRYPOINTS, { recursive: true, encoding: 'utf8' }).filter((f) => /\.tsx?$/.test(f));
  expect(all.length).toBeGreaterThan(20);
  for (const file of all)
    for (const m of readFileSync(join(ENTRYPOINTS, file), 'utf8').matchAll(/(?:\bfrom |\bimport\(|^import )'(\.[^']+)'/gm)) {
      const target = relative(ENTRYPOINTS, resolve(ENTRYPOINTS, dirname(file), m[1] ?? ''));
      if (!target.startsWith('..')) expect(part(target), `${file} → ${target}`).toBe(part(file));
    }
});

test('only page/, card/ and ui/ touch the document, only update/ fetches, only store/ says Dexie', () => {
  for (const file of files) {
    const own = part(file);
    if (own === CLI) continue;
    const code = readFileSync(join(LIB, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    if (!['page', 'card', 'ui'].includes(own)) expect(code, file).not.toMatch(/\bdocument\.(?:body|documentElement|querySelector|createElement|createRange|head)\b/);
    // Words in another language than the browser's lie in our own package.
    if (own !== 'update' && file !== 'messages/translate.ts') expect(code, file).not.toMatch(/\bfetch\(/);
    expect(code, `${file} builds HTML from strings`).not.toMatch(/\.innerHTML\b|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write\(/);
  }
});

test('the worker wakes without the schemas of the database: what needs them is loaded when it is asked for', () => {
  const WORKER = resolve(LIB, '../entrypoints/background/index.ts');
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const m of readFileSync(file, 'utf8').matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"](\.[^'"]+\.tsx?)['"]/gm)) if (m[1] === undefined) load(resolve(dirname(file), m[2] ?? ''));
  };
  load(WORKER);
  const names = [...loaded].map((file) => relative(LIB, file));
  expect(names).toContain('link/link.ts');
  for (const heavy of ['claim/database.ts', 'update/bundle.ts', 'saved/schema.ts', 'link/build-index.ts']) expect(names).not.toContain(heavy);
});
