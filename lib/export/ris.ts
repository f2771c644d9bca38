// RIS: one tag a line, https://en.wikipedia.org/wiki/RIS_(file_format) . Lines end as the format has it, with CR and LF.
import type { Exporter } from './exporter.ts';
import { oneLine, worksOf, type Work } from './works.ts';

function recordOf({ key, title, author, site, url, published, accessed, lang, tags, notes }: Work): string {
  const fields: [string, string | null][] = [
    ['TY', 'ELEC'],
    ['ID', key],
    ['TI', title],
    // A comma would part the name into family and given.
    ['AU', author?.replaceAll(',', '') ?? null],
    ['T2', site],
    ['PY', published?.slice(0, 4) ?? null],
    ['DA', published?.replaceAll('-', '/') ?? null],
    ['UR', url],
    ['Y2', accessed.replaceAll('-', '/')],
    ['LA', lang],
    ...tags.map((tag): [string, string] => ['KW', tag]),
    ...notes.map((note): [string, string] => ['N1', note]),
  ];
  return [...fields.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${oneLine(value)}`])), 'ER  - ', ''].join('\r\n');
}

export const ris: Exporter = {
  id: 'ris',
  extension: '.ris',
  mime: 'application/x-research-info-systems',
  async *write(parts) {
    for (const work of await worksOf(parts)) yield `${recordOf(work)}\r\n`;
  },
};
