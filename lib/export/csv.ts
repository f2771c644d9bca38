// RFC 4180 in UTF-8 with a mark at its start, without which Excel takes it for something else.
import papaparse from 'papaparse';
import { cellsOf, COLUMNS } from './columns.ts';
import { defused } from './defuse.ts';
import type { Exporter } from './exporter.ts';

const BOM = '\uFEFF';
const END = '\r\n';

const lines = (rows: readonly (readonly unknown[])[]): string => papaparse.unparse(rows, { newline: END, header: false }) + END;

export const csv: Exporter = {
  id: 'csv',
  extension: '.csv',
  mime: 'text/csv;charset=utf-8',
  async *write(parts) {
    yield BOM + lines([COLUMNS.map((c) => c.name)]);
    for await (const claims of parts) {
      if (claims.length > 0) yield lines(claims.map((claim) => cellsOf(claim).map((value) => (typeof value === 'string' ? defused(value) : value))));
    }
  },
};
