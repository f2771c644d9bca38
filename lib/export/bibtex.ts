// BibTeX with the fields of BibLaTeX for what is on the web; what knows only the older ones takes @online for @misc.
import type { Exporter } from './exporter.ts';
import { worksOf, type Work } from './works.ts';

const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const escaped = (text: string): string => text.replace(/[\\{}$&#%_~^]/g, (c) => SPECIAL[c] ?? c);

/** An address is taken as it stands; braces and backslashes in it would end or escape the field. */
const address = (url: string): string => url.replace(/[{}\\]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

function entryOf({ key, title, author, site, url, published, accessed, lang, tags, notes }: Work): string {
  const fields: [string, string | null][] = [
    // In two pairs of braces: capitals are kept, and a name is not cut at "and" or a comma.
    ['title', `{${escaped(title)}}`],
    ['author', author && `{${escaped(author)}}`],
    ['organization', site && `{${escaped(site)}}`],
    ['url', url && address(url)],
    ['date', published],
    ['urldate', accessed],
    ['langid', lang && escaped(lang)],
    ['keywords', tags.length === 0 ? null : escaped(tags.map((tag) => tag.replaceAll(',', ' ')).join(', '))],
    ['note', escaped(notes.join(' — '))],
  ];
  return `@online{${key},\n${fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`])).join(',\n')}\n}\n`;
}

export const bibtex: Exporter = {
  id: 'bibtex',
  extension: '.bib',
  mime: 'application/x-bibtex',
  async *write(parts) {
    for (const [i, work] of (await worksOf(parts)).entries()) yield (i === 0 ? '' : '\n') + entryOf(work);
  },
};
