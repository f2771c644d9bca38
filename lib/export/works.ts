// What can be cited: the pages that saved claims are from, each once, with the quotations that were kept of it.
import type { SavedClaim } from '../saved/schema.ts';
import { claimFigure } from './columns.ts';
import type { Parts } from './exporter.ts';

export type Work = {
  /** "example2018a1b2": outlet, year and the first digits of the page's name. ASCII letters and digits. */
  key: string;
  title: string;
  author: string | null;
  /** The outlet. */
  site: string | null;
  url: string | null;
  /** ISO, of any precision. */
  published: string | null;
  /** The day it was last saved. */
  accessed: string;
  lang: string | null;
  tags: string[];
  notes: string[];
};

/** In the order in which a page first comes up. */
export async function worksOf(parts: Parts): Promise<Work[]> {
  const works = new Map<string, Work>();
  for await (const claims of parts) {
    for (const claim of claims) {
      const { page, quote, saved } = claim;
      const name = page.key === '' ? claim.id : page.key;
      const work = works.get(name) ?? workOf(claim);
      works.set(name, work);
      work.tags.push(...claim.tags.filter((tag) => !work.tags.includes(tag)));
      work.accessed = saved.slice(0, 10) > work.accessed ? saved.slice(0, 10) : work.accessed;
      const figure = claimFigure(claim);
      const asked = claim.match === null ? '' : ` ${claim.match.title}.`;
      work.notes.push(oneLine(`“${quote.exact}”${figure === null ? '' : ` [${figure} ${claim.figure?.measure ?? ''}]`}${asked}${claim.note === '' ? '' : ` ${claim.note}`}`));
    }
  }
  return [...works.values()];
}

function workOf({ id, page, saved, quote }: SavedClaim): Work {
  const name = (page.site ?? page.host).normalize('NFKD').replace(/[^a-zA-Z0-9]+/g, '').toLowerCase().slice(0, 24) || 'page';
  return {
    key: `${name}${page.date?.slice(0, 4) ?? ''}${id.slice(0, 6)}`,
    title: oneLine(page.headline ?? page.title ?? quote.exact.slice(0, 80)),
    author: lineOrNull(page.author),
    site: lineOrNull(page.site ?? page.host),
    url: page.canonical ?? page.url,
    published: /^\d{4}(?:-\d\d){0,2}/.exec(page.date ?? '')?.[0] ?? null,
    accessed: saved.slice(0, 10),
    lang: lineOrNull(page.lang),
    tags: [],
    notes: [],
  };
}

/** Control characters and line breaks are spaces in a field of one line. */
// oxlint-disable-next-line no-control-regex
export const oneLine = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();

const lineOrNull = (text: string | null): string | null => oneLine(text ?? '') || null;
