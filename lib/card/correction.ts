// A correction as plain text for the clipboard: the reader sends it to whoever keeps the database, or does not. We send nothing.
import { oneLine, rowLines } from './cite.ts';
import type { Asked } from './row.ts';
import type { CardView } from './rows.ts';
import type { Words } from './words.ts';

/** What the reader objects to: the figure is of another event, or an entry of the card is wrong. */
export type Objection = 'event' | 'entry';

type Told = Asked & { why: readonly string[]; sentence: string };
type Said = Pick<CardView, 'figure' | 'unit' | 'by' | 'relation' | 'plot'>;

/**
 * What a maintainer needs to find the mistake, by what the reader objects to: the question, what the page says and where,
 * why the two were put together, the version; for a wrong entry every entry as well. Each on a line of its own, whatever
 * the page wrote.
 */
export function corrections(said: Said, { why, page, sentence, question, database }: Told, { t, date }: Words): Record<Objection, string> {
  const fields: [key: string, value: string][] = [
    ['card_correction_question', `${question.title} (${question.id})`],
    ['card_correction_says', `${said.figure} ${said.unit}`],
    ['card_correction_quote', sentence],
    ['card_correction_page', [page.headline ?? page.title, page.site, page.date === null ? null : date(page.date)].filter((s) => s !== null).join(', ')],
    ['card_correction_address', page.url?.split('#', 1)[0] ?? ''],
    ['card_correction_why', [...why, said.relation].filter((s) => s !== null).join('; ')],
    ['card_correction_version', database.version],
    ['card_correction_contact', database.contact ?? ''],
  ];
  const facts = fields.filter(([, value]) => value !== '').map(([key, value]) => t(key, [oneLine(value)]));
  const text = (about: Objection, entries: readonly string[]): string =>
    [t(`card_correction_${about}`), '', ...facts, ...entries, '', t('card_correction_right'), ''].join('\n');
  return { event: text('event', []), entry: text('entry', ['', t('card_correction_entries'), ...rowLines(said)]) };
}
