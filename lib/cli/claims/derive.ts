// `claims derive --datasets DIR`: compute the derived figures again from the data sets they rest on, and tell what differs.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readDatabase } from '../../../assets/compile.ts';
import { byId } from '../../claim/by-id.ts';
import type { Estimate, Series } from '../../claim/database.ts';
import { UsageError } from '../command-line.ts';
import { readDerivations } from '../import/derivations.ts';
import { gather, type Gathered } from '../import/gather.ts';
import { ENDS } from '../import/layout.ts';
import { readRows } from '../import/read-rows.ts';
import { options, told, type Command } from './command.ts';
import { queryOf, sumOf, totalsOf, type Derivation } from '../import/derivation.ts';

export const derive: Command = {
  usage: 'derive --datasets DIR',
  summary: 'compute derived figures again by the queries in derived.json',
  async run(args) {
    const { values, assets } = options(args, { datasets: { type: 'string' } }, 0);
    const { datasets } = values;
    if (datasets === undefined || !existsSync(datasets)) throw new UsageError('derive needs --datasets, a folder with the files named in derived.json');
    return told(async () => {
      const queries = await readDerivations(assets);
      const { database } = await readDatabase(assets);
      const estimates = byId(database.questions.flatMap((q) => q.estimates));
      const series = byId(database.questions.flatMap((q) => q.series));
      const differences: string[] = [];
      for (const query of queries) {
        const path = join(datasets, query.file);
        if (!existsSync(path)) differences.push(`${query.of}: no file ${query.file}`);
        else {
          const gathered = await gather(readRows(path), queryOf(query));
          differences.push(...(query.kind === 'sum' ? sumDifferences(query, gathered, estimates.get(query.of)) : dailyDifferences(query, gathered, series.get(query.of))));
        }
      }
      for (const difference of differences) console.error(difference);
      console.log(`${queries.length} queries: ${differences.length} differences`);
      return differences.length === 0 ? 0 : 1;
    });
  },
};

function sumDifferences({ of }: Derivation, gathered: Gathered, estimate: Estimate | undefined): string[] {
  if (estimate === undefined) return [`${of}: is not an estimate`];
  if (gathered.good.length === 0) return [`${of}: no row fits`];
  const sums = sumOf(gathered);
  return ENDS.flatMap((end) => (sums[end] === estimate[end] ? [] : [`${of}: ${end} is ${estimate[end]}, ${gathered.good.length} rows give ${sums[end]}`]));
}

function dailyDifferences({ of, carried = false }: Extract<Derivation, { kind: 'daily' }>, gathered: Gathered, series: Series | undefined): string[] {
  if (series === undefined) return [`${of}: is not a running count`];
  const values = totalsOf(gathered, carried);
  return series.points.flatMap((p) => {
    if (p.dataset === null) return [];
    const given = values.get(p.date);
    return given === p.value ? [] : [`${of}: ${p.date} is ${p.value}, the file says ${given ?? 'nothing'}`];
  });
}
