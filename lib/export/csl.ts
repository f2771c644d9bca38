// CSL-JSON, which Zotero, Pandoc and citeproc read: https://docs.citationstyles.org/en/stable/specification.html
import type { Exporter } from './exporter.ts';
import { worksOf, type Work } from './works.ts';

const dateParts = (iso: string): object => ({ 'date-parts': [iso.split('-').map(Number)] });

/** The page, without what was kept of it. */
export const referenceOf = ({ key, title, author, site, url, published, accessed, lang }: Work): object => ({
  id: key,
  type: 'webpage',
  title,
  // Whole: where a name is cut into given and family is not ours to guess.
  ...(author === null ? {} : { author: [{ literal: author }] }),
  ...(site === null ? {} : { 'container-title': site }),
  ...(url === null ? {} : { URL: url }),
  ...(published === null ? {} : { issued: dateParts(published) }),
  accessed: dateParts(accessed),
  ...(lang === null ? {} : { language: lang }),
});

const itemOf = (work: Work): object => ({
  ...referenceOf(work),
  ...(work.tags.length === 0 ? {} : { keyword: work.tags.join(', ') }),
  note: work.notes.join('\n'),
});

export const csl: Exporter = {
  id: 'csl',
  extension: '.csl.json',
  mime: 'application/vnd.citationstyles.csl+json',
  async *write(parts) {
    yield `${JSON.stringify((await worksOf(parts)).map(itemOf), null, 1)}\n`;
  },
};
