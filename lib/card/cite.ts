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

export function citation(view: Pick<CardView, 'figure' | 'unit' | 'by' | 'question' | 'relation' | 'plot'>, { page, database }: CardContent, { t }: Words): string {
  const where = [page.headline ?? page.title, page.site, page.url].filter((s) => s !== null).join('. ');
  return [
    `${view.figure} ${view.unit}`.trim(),
    ...(view.by ? [view.by] : []),
    where,
    '',
    view.question,
    ...(view.relation ? [view.relation] : []),
    ...(view.plot ? view.plot.groups.flatMap((g) => g.rows).map(line) : []),
    '',
    t('card_cite_database', [database.version]),
  ].join('\n');
}
