import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../lib/cli/scan/parse-html.ts';
import { readPage } from '../lib/page/page.ts';
import { asExpected, type ExpectedPage } from './spec/page-case.ts';

const PAGES = resolve(import.meta.dirname, 'spec/pages');

describe('pages as they are read, without a layout', () => {
  const slugs = readdirSync(PAGES, { withFileTypes: true }).filter((f) => f.isDirectory()).map((f) => f.name);
  test.each(slugs)('%s', (slug) => {
    const file = join(PAGES, slug, 'expected.json');
    expect(existsSync(file), `${slug} has no expected.json`).toBe(true);
    const expected = JSON.parse(readFileSync(file, 'utf8')) as ExpectedPage;
    const page = readPage(parseHtml(readFileSync(join(PAGES, slug, 'source.html'), 'utf8')));
    expect(asExpected(page, expected)).toEqual(expected);
  });
});
