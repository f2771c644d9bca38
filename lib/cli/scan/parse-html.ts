// A saved page as a document in Node. parse5 builds the tree that browsers build (linkedom's own parser loses the body of
// badly nested pages, and old news pages are badly nested); linkedom then gives that tree a DOM.
import { parseHTML as linkedom } from 'linkedom';
import { parse, serialize } from 'parse5';

/** A document without scripts run, styles applied or anything fetched. What its inline styles hide is marked hidden. */
export function parseHtml(html: string): Document {
  const { document } = linkedom(serialize(parse(html, { scriptingEnabled: true })));
  for (const element of document.querySelectorAll('[style]')) {
    if (/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '')) element.setAttribute('hidden', '');
  }
  // A browser attaches it as a shadow root, and its text is part of the page.
  for (const template of document.querySelectorAll('template[shadowrootmode="open"]')) {
    const inside = document.createElement('div');
    inside.append(...template.childNodes);
    template.replaceWith(inside);
  }
  return document;
}

const DECLARED = /<meta\s[^>]{0,200}?charset\s{0,3}=\s{0,3}["']?([\w:-]{2,40})/i;

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
