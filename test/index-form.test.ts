// An index is made anew when the code that makes it has changed: told by the code itself, and not by the extension's version alone.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { indexForm } from '../lib/cli/index-form.ts';

const LIB = resolve(import.meta.dirname, '../lib');
let copy: string;
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'tallyside-lib-'));
  for (const folder of ['claim', 'link', 'lookup', 'store', 'card']) cpSync(join(LIB, folder), join(copy, folder), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

const change = (file: string): void => writeFileSync(join(copy, file), `${readFileSync(join(copy, file), 'utf8')}\n`);

test('the same code has the same form, wherever it lies', () => {
  expect(indexForm(copy)).toBe(indexForm(LIB));
});

test.each(['lookup/catalogue.ts', 'lookup/make-catalogue.ts', 'link/build-index.ts', 'link/traits.ts', 'link/fold.ts', 'claim/database.ts', 'store/store.ts'])('another one when %s has changed', (file) => {
  change(file);
  expect(indexForm(copy)).not.toBe(indexForm(LIB));
});

test('and when a file has another name; but not for a card', () => {
  change('card/rows.ts');
  expect(indexForm(copy)).toBe(indexForm(LIB));
  cpSync(join(copy, 'link/fold.ts'), join(copy, 'link/fold-again.ts'));
  expect(indexForm(copy)).not.toBe(indexForm(LIB));
});
