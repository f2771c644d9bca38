// A table of ours, perhaps after a spreadsheet had it: columns may be missing or in another order, but for the quotation.
import { hostOf, pageKey } from '../saved/page-key.ts';
import { readSaved } from '../saved/read.ts';
import { idOf } from '../saved/saved.ts';
import { VERSION } from '../saved/schema.ts';
import { COLUMNS, type Column } from './columns.ts';
import type { ImportOptions, ReadFile } from './import.ts';
import { cellsIn } from './table.ts';

/** Null: not a table of ours. */
export async function readCsv(text: string, options: ImportOptions): Promise<ReadFile | null> {
  const [names = [], ...rows] = cellsIn(text);
  const places = COLUMNS.map((column) => ({ column, at: names.indexOf(column.name) })).filter(({ at }) => at >= 0);
  if (!places.some(({ column }) => column.name === 'quote')) return null;
  const read: ReadFile = { claims: [], rows: [], rejected: [] };
  for (const [i, cells] of rows.entries()) {
    if (cells.every((cell) => cell === '')) continue;
    const row = i + 2;
    const draft = new Map(places.filter(({ column }) => column.kind !== 'computed').map(({ column, at }) => [column.path, { column, cell: cells[at] ?? '' }]));
    const result = readSaved(await claimOf(draft, options));
    if ('claim' in result) {
      read.claims.push(result.claim);
      read.rows.push(row);
    } else read.rejected.push({ row, problem: { ...result.problem, where: columnOf(result.problem.where) } });
  }
  return read;
}

/** As the reader's table calls it. */
const columnOf = (path: string): string => COLUMNS.find((c) => c.path === path)?.name ?? path;

type Draft = ReadonlyMap<string, { column: Column; cell: string }>;

/** In the shape of a saved claim; whether it is one is for readSaved to say. */
async function claimOf(draft: Draft, { now, extension, hash }: ImportOptions): Promise<unknown> {
  const text = (path: string): string => draft.get(path)?.cell ?? '';
  const orNull = (path: string): string | null => text(path) || null;
  /** What is no number stays as it is, to be refused by its name. */
  const number = (path: string): number | string | null => {
    const cell = text(path).trim();
    return cell === '' ? null : /^-?\d+(?:\.\d+)?(?:e\+?\d+)?$/i.test(cell) ? Number(cell) : cell;
  };
  const flag = (path: string): boolean | string => (text(path) === '' ? false : text(path) === 'yes' ? true : text(path));
  const span = (path: string): object | null => (text(`${path}.start`) === '' ? null : { start: number(`${path}.start`), end: number(`${path}.end`) });

  const exact = text('quote.exact');
  const url = orNull('page.url');
  const canonical = orNull('page.canonical');
  const key = text('page.key') || pageKey(canonical ?? url ?? '');
  const figure = text('figure.text') === '' && text('figure.bound') === '' ? null : {
    text: text('figure.text'),
    at: span('figure.at'),
    low: number('figure.low'),
    high: number('figure.high'),
    bound: text('figure.bound') || 'exact',
    kind: text('figure.kind') || 'count',
    measure: text('figure.measure') || 'other',
    group: text('figure.group') || 'people',
    groupText: orNull('figure.groupText'),
    increment: flag('figure.increment'),
    hypothetical: flag('figure.hypothetical'),
    saidBy: orNull('figure.saidBy'),
    actor: orNull('figure.actor'),
    place: orNull('figure.place'),
    period: text('figure.period.text') === '' ? null : { text: text('figure.period.text'), from: orNull('figure.period.from'), to: orNull('figure.period.to') },
  };
  const question = orNull('match.question');
  return {
    version: number('version') ?? VERSION,
    id: orNull('id') ?? (await idOf({ key, exact, at: Number(number('figure.at.start') ?? -1) }, hash)),
    quote: { exact, prefix: text('quote.prefix'), suffix: text('quote.suffix') },
    position: span('position'),
    figure,
    byHand: flag('byHand'),
    page: {
      url,
      canonical,
      key,
      title: orNull('page.title'),
      headline: orNull('page.headline'),
      site: orNull('page.site'),
      host: text('page.host') || hostOf(url ?? canonical ?? ''),
      author: orNull('page.author'),
      date: orNull('page.date'),
      dateFrom: orNull('page.dateFrom'),
      lang: orNull('page.lang'),
    },
    paragraphSha256: orNull('paragraphSha256'),
    saved: text('saved') || now,
    edited: text('edited') || text('saved') || now,
    extension: text('extension') || extension,
    match: question === null ? null : { question, title: text('match.title'), event: text('match.event'), relation: text('match.relation'), why: lines(text('match.why')) },
    beside: null,
    tags: text('tags').split(';').map((tag) => tag.trim()).filter((tag) => tag !== ''),
    note: text('note'),
    collection: orNull('collection'),
    changed: null,
  };
}

const lines = (cell: string): string[] => (cell === '' ? [] : cell.split('\n'));
