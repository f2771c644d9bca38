// CSL-JSON, which Zotero, Pandoc and citeproc read: https://docs.citationstyles.org/en/stable/specification.html
import type { Exporter } from './exporter.ts';
import { worksOf, type Work } from './works.ts';

const dateParts = (iso: string): object => ({ 'date-parts': [iso.split('-').map(Number)] });

const itemOf = ({ key, title, author, site, url, published, accessed, lang, tags, notes }: Work): object => ({
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
  ...(tags.length === 0 ? {} : { keyword: tags.join(', ') }),
  note: notes.join('\n'),
});

export const csl: Exporter = {
  id: 'csl',
  extension: '.csl.json',
  mime: 'application/vnd.citationstyles.csl+json',
  async *write(parts) {
    yield `${JSON.stringify((await worksOf(parts)).map(itemOf), null, 1)}\n`;
  },
};
