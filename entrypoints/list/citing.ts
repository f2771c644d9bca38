// The forms in which saved claims are cited, and the one the reader chose last.
import { browser } from 'wxt/browser';
import { citations } from '../../lib/export/citation.ts';
import { exporters } from '../../lib/export/export.ts';
import type { Parts } from '../../lib/export/exporter.ts';
import { citeAs, ownStyle, read, type CiteAs } from '../../lib/settings/settings.ts';

/** Its text. Throws where a style of the reader's own cannot be followed. */
export async function cited(parts: Parts, form: CiteAs, lang: string): Promise<string> {
  if (form === 'plain') return citations(parts);
  const exporter = exporters.find(({ id }) => id === form);
  if (exporter === undefined) {
    const { PACKED, styled } = await import('../../lib/export/styled.ts');
    const style = PACKED[form] ?? (await read(ownStyle));
    return style === null ? citations(parts) : styled(parts, style, lang);
  }
  let text = '';
  for await (const piece of exporter.write(parts, { now: new Date().toISOString(), extension: browser.runtime.getManifest().version })) text += typeof piece === 'string' ? piece : '';
  return text;
}

/** As cited last. */
export const citedAsLast = async (parts: Parts, lang: string): Promise<string> => cited(parts, await read(citeAs), lang);
