// A saved page as a document in Node. parse5 builds the tree that browsers build (linkedom's own parser loses the body of
// badly nested pages, and old news pages are badly nested); linkedom then gives that tree a DOM.
import { parseHTML as linkedom } from 'linkedom';
import { parse, serialize } from 'parse5';

/** A document without scripts run, styles applied or anything fetched. */
export function parseHtml(html: string): Document {
  return linkedom(serialize(parse(html, { scriptingEnabled: true }))).document;
}

const DECLARED = /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w:-]{2,40})/i;

/** The characters of a saved page: byte order mark, then what the page declares, then UTF-8 where it is that, else Windows-1252. */
export function decodeHtml(bytes: Uint8Array): string {
  // Labels that a page declares in ASCII cannot be UTF-16: https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding
  const declared = DECLARED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1]?.replace(/^utf-16.*/i, 'utf-8');
  for (const label of ['utf-8', declared]) {
    if (!label) continue;
    try {
      return new TextDecoder(label, { fatal: label === 'utf-8' }).decode(bytes);
    } catch {
      continue;
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}
