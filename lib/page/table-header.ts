// The headings of a table cell: in a table of losses the unit stands in the header, not beside the figure.
import { attribute, closest, find, findAll, localNameOf, textOf } from './dom.ts';
import { WORD } from '../claim/letters.ts';
import { collapse } from './segments.ts';

/** Longer headings are prose in a layout table. */
const HEADING_MAX = 120;
/** A bigger table than this is read without headings: laying out its grid would hold up the page. */
const CELLS_MAX = 20_000;

/** A cell of a table of data, with the text of its headings; null where it has none. */
export type Cell = { header: string | null };

const text = (element: Element | undefined): string => {
  const whole = element ? collapse(textOf(element)).trim() : '';
  return whole.length > HEADING_MAX ? '' : whole;
};
const LETTER = new RegExp(`[${WORD.replace('0-9', '')}]`);
const isNumber = (words: string): boolean => /\d/.test(words) && !LETTER.test(words);
const isHeading = (cell: Element): boolean => localNameOf(cell) === 'th';
const span = (cell: Element, name: string): number => Math.min(1000, Math.max(1, Number.parseInt(attribute(cell, name) ?? '1', 10) || 1));

/** The cells of each row, without those of tables inside. */
const rowsOf = (table: Element): Element[][] =>
  Array.from(findAll(table, 'tr'))
    .filter((row) => closest(row, 'table') === table)
    .map((row) => Array.from(row.children).filter((c) => localNameOf(c) === 'td' || isHeading(c)));

/** Old pages are laid out in tables: those have one row, or tables inside, or long texts and no cell that is a number. */
function isData(table: Element, rows: readonly (readonly Element[])[]): boolean {
  const role = attribute(table, 'role');
  if (role === 'presentation' || role === 'none' || find(table, 'table')) return false;
  const wide = rows.filter((cells) => cells.length > 1);
  if (wide.length < 2) return false;
  const cells = wide.flat();
  return find(table, 'th') !== null || (cells.some((c) => isNumber(text(c))) && cells.every((c) => textOf(c).length <= 4 * HEADING_MAX));
}

/** A row that only names columns: all headings, or (the first such row alone) no figure in it. */
const namesColumns = (cells: readonly Element[], first: boolean): boolean =>
  cells.length > 1 && (cells.every(isHeading) || (first && cells.every((c) => !isNumber(text(c)))));

/** How many rows at the top are headings. A row of one cell above them is the table's title. */
function headerRows(rows: readonly (readonly Element[])[]): number {
  let count = 0;
  let named = false;
  for (const cells of rows) {
    const names = namesColumns(cells, !named);
    if (!names && (named || cells.length !== 1)) break;
    named ||= names;
    count++;
  }
  return named ? count : 0;
}

/** Which cell covers each place, spans laid out. */
function layOut(rows: readonly (readonly Element[])[]): Element[][] {
  const grid: Element[][] = rows.map(() => []);
  for (const [r, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[r]?.[column]) column++;
      const [down, across] = [span(cell, 'rowspan'), span(cell, 'colspan')];
      for (const line of grid.slice(r, r + down)) for (let x = column; x < column + across; x++) line[x] = cell;
      column += across;
    }
  }
  return grid;
}

function readTable(table: Element): Map<Element, Cell> {
  const cells = new Map<Element, Cell>();
  const rows = rowsOf(table);
  if (rows.reduce((n, r) => n + r.length, 0) > CELLS_MAX || !isData(table, rows)) return cells;
  const top = headerRows(rows);
  const grid = layOut(rows);
  const titles = rows.slice(0, top).filter((r) => r.length === 1).map((r) => text(r[0]));
  const caption = [text(find(table, 'caption') ?? undefined), ...titles];
  for (const [r, row] of grid.entries()) {
    for (const [c, cell] of row.entries()) {
      if (!cell || cells.has(cell)) continue;
      if (r < top || isHeading(cell)) {
        cells.set(cell, { header: null });
        continue;
      }
      const first = row[0];
      const column = grid.slice(0, top).map((above) => above[c]).filter((above) => above !== undefined);
      const parts = [first && first !== cell ? rowHeading(first) : '', [...new Set(column)].map(text).join(' '), ...caption];
      cells.set(cell, { header: [...new Set(parts.filter((part) => part !== ''))].join(' | ') || null });
    }
  }
  return cells;
}

/** A first cell that is a bare number is a rank or a figure like any other, unless it is marked as a heading or is a year. */
function rowHeading(cell: Element): string {
  const words = text(cell);
  return isNumber(words) && !isHeading(cell) && !/^(?:19|20)\d\d$/.test(words) ? '' : words;
}

/** Lays each table out once, when a cell of it is first asked for. Null: the table is layout, and its cells are paragraphs. */
export function tableCells(): (cell: Element) => Cell | null {
  const tables = new Map<Element, Map<Element, Cell>>();
  return (cell) => {
    if (localNameOf(cell) === 'dd') return definedTerm(cell);
    const table = closest(cell, 'table');
    if (!table) return null;
    const known = tables.get(table) ?? readTable(table);
    tables.set(table, known);
    return known.get(cell) ?? null;
  };
}

/** `<dt>Killed</dt><dd>735</dd>` is a table of one column. */
function definedTerm(dd: Element): Cell | null {
  for (let at = dd.previousElementSibling, n = 0; at && n < 20; at = at.previousElementSibling, n++) {
    if (localNameOf(at) === 'dt') return { header: text(at) || null };
  }
  return null;
}
