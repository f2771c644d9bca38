// A table as text, both ways: RFC 4180 in UTF-8 with a mark at its start, without which Excel takes it for something else.
import papaparse from 'papaparse';
import { defused, fused } from './defuse.ts';

export const BOM = '\uFEFF';
const END = '\r\n';

/** Texts in it that a spreadsheet would take for formulas are made harmless. */
export const linesOf = (rows: readonly (readonly unknown[])[]): string =>
  papaparse.unparse(rows.map((row) => row.map((value) => (typeof value === 'string' ? defused(value) : value))), { newline: END, header: false }) + END;

/** The cells of a table of ours, perhaps after a spreadsheet had it; its heading is the first row. */
export const cellsIn = (text: string): string[][] => papaparse.parse(text, formOf(text)).data.map((cells) => cells.map(fused));

/** How this table is written, by its heading, which holds neither: half of Europe's spreadsheets write semicolons. */
function formOf(text: string): { delimiter: string; newline: '\r' | '\n' | '\r\n' } {
  const [heading = '', newline] = text.split(/(\r\n|\r|\n)/, 2);
  const delimiter = [',', ';', '\t'].reduce((best, mark) => (heading.split(mark).length > heading.split(best).length ? mark : best));
  return { delimiter, newline: newline === '\r' || newline === '\n' ? newline : '\r\n' };
}
