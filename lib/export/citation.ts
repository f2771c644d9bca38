// A saved claim as a reference in running text, with its quotation: author, title, outlet, date, address, the day it was seen.
// In no named style; those are in styled.ts.
import type { Parts } from './exporter.ts';
import { worksOf, type Work } from './works.ts';

/** One page a paragraph, each with the quotations that were kept of it. */
export const citations = async (parts: Parts): Promise<string> => (await worksOf(parts)).map(citationOf).join('\n\n');

function citationOf({ title, author, site, url, published, accessed, notes }: Work): string {
  const where = [author, `“${title}”`, site, published].filter((part) => part !== null).join(', ');
  return [`${where}.${url === null ? '' : ` ${url}`} (${accessed})`, ...notes].join('\n');
}
