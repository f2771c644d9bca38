// What a page case expects, and how a reading is put beside it. Used by both runners: Node and the real browser.
import type { PageInfo } from '../../lib/claim/document.ts';
import { documentOf } from '../../lib/claim/page-info.ts';
import type { PageText } from '../../lib/page/page.ts';

type ExpectedBlock = { role: string; text: string; header?: string };
export type ExpectedPage = { info: Partial<PageInfo>; blocks: ExpectedBlock[] };

/** The reading in the shape of its expectation: only the fields of `info` that the case names. */
export function asExpected({ page }: PageText, expected: ExpectedPage): ExpectedPage {
  const { text, blocks, info } = documentOf(page);
  return {
    info: Object.fromEntries(Object.keys(expected.info).map((key) => [key, info[key as keyof PageInfo]])),
    blocks: blocks.map(({ start, end, role, header }) => Object.assign({ role, text: text.slice(start, end) }, header !== null && { header })),
  };
}
