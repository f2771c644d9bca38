// The headings of a table cell: in a table of losses the unit stands in the header, not beside the figure.
import { attribute, closest, find, localNameOf, textOf } from './dom.ts';
import { collapse } from './segments.ts';

/** Row and column headings longer than this are prose in a layout table. */
const HEADING_MAX = 120;
/** A bigger table than this is read without headings: laying out its grid would hold up the page. */
const CELLS_MAX = 20_000;

type Grid = { columns: readonly string[]; rows: ReadonlyMap<Element, { cells: readonly Element[]; at: ReadonlyMap<Element, number> }>; caption: string };

const text = (element: Element): string => {
  const whole = collapse(textOf(element) ?? '').trim();
  return whole.length > HEADING_MAX ? '' : whole;
};
const isNumber = (words: string): boolean => /^[\W\d_]*\d[\W\d_]*$/.test(words);
const span = (cell: Element, name: string): number => Math.min(1000, Math.max(1, Number.parseInt(attribute(cell, name) ?? '1', 10) || 1));

/** The rows that belong to this table and not to one inside it. */
const rowsOf = (table: Element): Element[] => Array.from(table.querySelectorAll('tr')).filter((row) => closest(row, 'table') === table);
const cellsOf = (row: Element): Element[] => Array.from(row.children).filter((c) => localNameOf(c) === 'td' || localNameOf(c) === 'th');

/** Old pages are laid out in tables: those have one row, or tables or paragraphs inside, or no cell that is a number. */
function isData(table: Element, rows: readonly (readonly Element[])[]): boolean {
  const role = attribute(table, 'role');
  if (role === 'presentation' || role === 'none' || rows.length < 2 || find(table, 'table')) return false;
  const wide = rows.filter((cells) => cells.length > 1);
  if (wide.length < 2) return false;
  if (find(table, 'th')) return true;
  const cells = wide.flat();
  return cells.some((c) => isNumber(text(c))) && cells.every((c) => (textOf(c) ?? '').length <= 4 * HEADING_MAX);
}

/** A row that only names columns: all headings, or (the first such row alone) no figure in it. */
const namesColumns = (cells: readonly Element[], first: boolean): boolean =>
  cells.length > 1 && (cells.every((c) => localNameOf(c) === 'th') || (first && cells.every((c) => !isNumber(text(c)))));

function gridOf(table: Element): Grid | null {
  const trs = rowsOf(table);
  const rows = trs.map(cellsOf);
  if (rows.reduce((n, r) => n + r.length, 0) > CELLS_MAX || !isData(table, rows)) return null;
  const placed = new Map<Element, { cells: readonly Element[]; at: Map<Element, number> }>();
  /** How many more rows a cell from above fills, by column. */
  const filled: number[] = [];
  const columns: string[] = [];
  let inHeader = true;
  let headerRows = 0;
  for (const [i, cells] of rows.entries()) {
    const tr = trs[i];
    if (!tr) continue;
    // A row of one cell above the headings is the table's title.
    inHeader &&= namesColumns(cells, headerRows === 0) || (headerRows === 0 && cells.length === 1);
    if (inHeader && cells.length > 1) headerRows++;
    const at = new Map<Element, number>();
    let column = 0;
    for (const cell of cells) {
      while ((filled[column] ?? 0) > 0) filled[column] = (filled[column++] ?? 1) - 1;
      at.set(cell, column);
      const words = inHeader && cells.length > 1 ? text(cell) : '';
      for (let k = span(cell, 'colspan'); k > 0; k--, column++) {
        filled[column] = span(cell, 'rowspan') - 1;
        if (words !== '') columns[column] = columns[column] ? `${columns[column]} ${words}` : words;
      }
    }
    for (; column < filled.length; column++) if ((filled[column] ?? 0) > 0) filled[column] = (filled[column] ?? 1) - 1;
    placed.set(tr, { cells, at });
  }
  const caption = find(table, 'caption');
  return { columns, rows: placed, caption: caption ? text(caption) : '' };
}

/** Lays each table out once, when a cell of it is first asked for. */
export function tableHeaders(): (cell: Element) => string | null {
  const grids = new Map<Element, Grid | null>();

  return (cell) => {
    if (localNameOf(cell) === 'dd') return definedTerm(cell);
    const table = closest(cell, 'table');
    const tr = closest(cell, 'tr');
    if (!table || !tr) return null;
    let grid = grids.get(table);
    if (grid === undefined) grids.set(table, (grid = gridOf(table)));
    const row = grid?.rows.get(tr);
    if (!grid || !row) return null;
    const column = grid.columns[row.at.get(cell) ?? -1] ?? '';
    const first = row.cells[0];
    const own = text(cell);
    const heading = first && first !== cell ? text(first) : '';
    const parts = [isNumber(heading) ? '' : heading, column, grid.caption].filter((part, i, all) => part !== '' && part !== own && all.indexOf(part) === i);
    return parts.length > 0 ? parts.join(' | ') : null;
  };
}

/** `<dt>Killed</dt><dd>735</dd>` is a table of one column. */
function definedTerm(dd: Element): string | null {
  for (let at = dd.previousElementSibling, n = 0; at && n < 20; at = at.previousElementSibling, n++) {
    if (localNameOf(at) === 'dt') return text(at) || null;
  }
  return null;
}
