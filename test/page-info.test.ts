import { expect, test } from 'vitest';
import type { PageInfo } from '../lib/claim/document.ts';
import { parseHtml } from '../lib/cli/scan/parse-html.ts';
import { documentOf } from '../lib/claim/page-info.ts';
import { readPage } from '../lib/page/page.ts';
import cases from './spec/page-info.json' with { type: 'json' };

type Case = { name: string; html: string; expect: Partial<PageInfo> };

test.each(cases as Case[])('$name', ({ html, expect: expected }) => {
  const { info } = documentOf(readPage(parseHtml(html)).page);
  expect(Object.fromEntries(Object.keys(expected).map((key) => [key, info[key as keyof PageInfo]]))).toEqual(expected);
});
