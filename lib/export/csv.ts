import { cellsOf, COLUMNS } from './columns.ts';
import type { Exporter } from './exporter.ts';
import { BOM, linesOf } from './table.ts';

export const csv: Exporter = {
  id: 'csv',
  extension: '.csv',
  mime: 'text/csv;charset=utf-8',
  async *write(parts) {
    yield BOM + linesOf([COLUMNS.map((c) => c.name)]);
    for await (const claims of parts) {
      if (claims.length > 0) yield linesOf(claims.map(cellsOf));
    }
  },
};
