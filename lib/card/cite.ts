// A card as plain text for the clipboard: the page's figure, the question, every count with its bound and date, the database.
import type { CardContent } from '../claim/card-content.ts';
import type { Row } from './row.ts';
import type { CardView } from './rows.ts';
import { asText } from './words.ts';
import type { Words } from './words.ts';

function line(row: Row): string {
  const figure = row.figure ? asText(row.figure) : (row.said ?? '');
  const state = [...row.tags, ...row.meta.slice(1), row.note].filter((s) => s !== null).join(', ');
  return `- ${row.name}: ${figure}${state ? ` (${state})` : ''}${row.link ? ` ${row.link.href}` : ''}`;
}

/** The card's entries, a line each. */
export const rowLines = ({ plot }: Pick<CardView, 'plot'>): string[] => plot?.groups.flatMap((g) => g.rows).map(line) ?? [];

/** What a page wrote cannot pass for another line of ours, nor turn the lines round it about. */
// oxlint-disable-next-line no-control-regex
export const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g, ' ').trim();

export function citation(view: Pick<CardView, 'figure' | 'unit' | 'by' | 'question' | 'relation' | 'plot'>, { page, database }: Pick<CardContent, 'page' | 'database'>, { t }: Words): string {
  const where = [page.headline ?? page.title, page.site, page.url].filter((s) => s !== null).join('. ');
  return [
    `${view.figure} ${view.unit}`.trim(),
    ...(view.by ? [view.by] : []),
    where,
    '',
    view.question,
    ...(view.relation ? [view.relation] : []),
    ...rowLines(view),
    '',
    t('card_cite_database', [database.version]),
  ].join('\n');
}
