// For a notebook: each claim with its quotation, its page, what stood beside it, and the reader's note.
import type { SavedClaim } from '../saved/schema.ts';
import { besideLine, claimFigure } from './columns.ts';
import type { Exporter } from './exporter.ts';
import { oneLine } from './works.ts';

/** What Markdown takes for its own anywhere, at the start of a line, or as an address to make a link of. */
const escaped = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_[\]<>~|&$]/g, '\\$&')
    .replace(/^(?:[#+=:-]|\d{1,9}(?=[.)]))/, (mark) => (/^\d/.test(mark) ? `${mark}\\` : `\\${mark}`))
    .replace(/\b(https?|ftp|mailto|xmpp)(?=:)/gi, '$1\\')
    .replace(/\bwww(?=\.)/gi, '$&\\')
    .replace(/@(?=\S)/g, '\\@');

/** In angle brackets an address may hold anything but those and white space. */
const link = (words: string, url: string | null): string => (url === null ? escaped(words) : `[${escaped(words)}](<${url.replace(/[<>\\]/g, encodeURIComponent)}>)`);

function section(claim: SavedClaim): string {
  const { quote, page, figure, match, beside, note, tags, collection, saved } = claim;
  const said = figure === null ? null : [`${claimFigure(claim) ?? ''} ${figure.groupText ?? figure.group} ${figure.measure}`, figure.saidBy].filter((s) => s !== null).join(', ');
  const from = [page.author, page.site ?? page.host, page.date].filter((s) => s !== null && s !== '').map((s) => escaped(s ?? ''));
  const item = (name: string, value: string | null): string[] => (value === null || value === '' ? [] : [`- ${name}: ${value}`]);
  return [
    `> ${escaped(quote.exact)}`,
    '',
    [link(page.headline ?? page.title ?? page.host, page.canonical ?? page.url), ...from].join(', '),
    '',
    ...item('Figure', said === null ? null : escaped(said)),
    ...item('Question', match === null ? null : `${escaped(match.title)} (${match.relation})`),
    ...(beside === null ? [] : [`- Beside it (database ${escaped(beside.database.version)}):`, ...beside.estimates.map((e) => `    - ${escaped(besideLine(claim, e))}`)]),
    ...item('Collection', collection === null ? null : escaped(collection)),
    ...item('Tags', tags.map(escaped).join(', ')),
    ...item('Saved', saved.slice(0, 10)),
    ...(note === '' ? [] : ['', ...note.split(/\r\n|\r|\n/).map(escaped)]),
    '',
    '',
  ].join('\n');
}

export const markdown: Exporter = {
  id: 'markdown',
  extension: '.md',
  mime: 'text/markdown;charset=utf-8',
  async *write(parts) {
    yield '# Saved claims\n\n';
    for await (const claims of parts) for (const claim of claims) yield section(claim);
  },
};
