// `claims derive --datasets DIR`: compute the derived figures again from the data sets they rest on, and tell what differs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { readDatabase } from '../../../assets/compile.ts';
import type { Estimate, Series } from '../../claim/database.ts';
import { options, UsageError, type Command } from './command.ts';
import { readCsv } from './csv.ts';
import { dailyValues, Derivation, ENDS, sumRows, type DailyQuery, type SumQuery } from './derivation.ts';

export const derive: Command = {
  usage: 'derive --datasets DIR',
  summary: 'compute derived figures again by the queries in derived.json',
  async run(args) {
    const { values, assets } = options(args, { datasets: { type: 'string' } }, 0);
    const { datasets } = values;
    if (datasets === undefined || !existsSync(datasets)) throw new UsageError('derive needs --datasets, a folder with the files named in derived.json');
    const queries = z.array(Derivation).parse(JSON.parse(readFileSync(join(assets, 'derived.json'), 'utf8')));
    const { database } = await readDatabase(assets);
    const estimates = new Map(database.questions.flatMap((q) => q.estimates.map((e) => [e.id, e])));
    const series = new Map(database.questions.flatMap((q) => q.series.map((s) => [s.id, s])));
    const rowsOf = cached((file: string) => readRows(join(datasets, file)));
    const differences = queries.flatMap((query) =>
      query.kind === 'sum' ? sumDifferences(query, rowsOf(query.file), estimates.get(query.of)) : dailyDifferences(query, rowsOf(query.file), series.get(query.of)),
    );
    for (const difference of differences) console.error(difference);
    console.log(`${queries.length} queries: ${differences.length} differences`);
    return differences.length === 0 ? 0 : 1;
  },
};

type Row = Record<string, unknown>;

function readRows(path: string): readonly Row[] | null {
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  return path.endsWith('.json') ? (JSON.parse(text) as Row[]) : readCsv(text);
}

function cached<T>(read: (file: string) => T): (file: string) => T {
  const known = new Map<string, T>();
  return (file) => {
    const value = known.has(file) ? (known.get(file) as T) : read(file);
    known.set(file, value);
    return value;
  };
}

function sumDifferences(query: SumQuery, rows: readonly Row[] | null, estimate: Estimate | undefined): string[] {
  if (rows === null) return [`${query.of}: no file ${query.file}`];
  if (estimate === undefined) return [`${query.of}: is not an estimate`];
  const { rows: used, sums } = sumRows(query, rows);
  if (used === 0) return [`${query.of}: no row fits`];
  return ENDS.flatMap((end) => {
    const computed = sums[end] ?? null;
    return computed === estimate[end] ? [] : [`${query.of}: ${end} is ${estimate[end]}, ${used} rows give ${computed}`];
  });
}

function dailyDifferences(query: DailyQuery, rows: readonly Row[] | null, series: Series | undefined): string[] {
  if (rows === null) return [`${query.of}: no file ${query.file}`];
  if (series === undefined) return [`${query.of}: is not a running count`];
  const values = dailyValues(query, rows);
  return series.points.flatMap((p) => {
    if (p.dataset === null) return [];
    const given = values.get(p.date);
    return given === p.value ? [] : [`${query.of}: ${p.date} is ${p.value}, the file says ${given ?? 'nothing'}`];
  });
}
