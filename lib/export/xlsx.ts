// A workbook of two sheets: the table, and what its columns mean. Text is written as text, so that no cell is a formula.
import { cellsOf, COLUMNS } from './columns.ts';
import type { Exporter } from './exporter.ts';

/** What a cell of Excel holds, UTF-16 units. */
const CELL = 32_767;

/** The library looks its strings up in a plain object, where "constructor" and its like are taken: a space makes them others. */
const text = (value: string): string => (value in {} ? `${value} ` : value.slice(0, CELL));

export const xlsx: Exporter = {
  id: 'xlsx',
  extension: '.xlsx',
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  async *write(parts) {
    // Loaded when it is asked for: it is the one format that takes more code than all the others.
    const { default: writeXlsxFile } = await import('write-excel-file/universal');
    const rows: ReturnType<typeof cellsOf>[] = [];
    for await (const claims of parts) rows.push(...claims.map((claim) => cellsOf(claim).map((value) => (typeof value === 'string' ? text(value) : value))));
    const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
    const book = writeXlsxFile([
      {
        sheet: 'Saved claims',
        data: [COLUMNS.map((c) => bold(c.name)), ...rows.map((row) => row.map((value) => (typeof value === 'string' ? { value, type: String } : typeof value === 'number' ? { value, type: Number } : null)))],
        stickyRowsCount: 1,
      },
      { sheet: 'Columns', data: [[bold('column'), bold('meaning')], ...COLUMNS.map((c) => [{ value: c.name, type: String }, { value: c.about, type: String }])] },
    ]);
    yield new Uint8Array(await (await book.toBlob()).arrayBuffer());
  },
};
