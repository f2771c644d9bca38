// The rows of a data set as it was published: CSV with any line end, with or without a row of HXL tags, or a JSON list.
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { parse, CsvError } from 'csv-parse';
import { ImportError } from './import-error.ts';

/** Cells by column; a column within a column of JSON is "outer.inner". */
export type Cells = Readonly<Record<string, unknown>>;
/** `line`: of the file, from 1, where the row begins; of a JSON list, its number in the list. */
export type Row = { line: number; cells: Cells };

/** `progress` gets bytes read, of all. Throws ImportError for a file that cannot be read, and what `signal` was aborted with. */
export async function* readRows(file: string, signal?: AbortSignal, progress: (done: number, all: number) => void = () => undefined): AsyncGenerator<Row> {
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) throw new ImportError(`no file ${file}`);
  if (file.endsWith('.json')) yield* readJson(file);
  else yield* readCsv(file, found.size, signal, progress);
  progress(found.size, found.size);
}

async function* readJson(file: string): AsyncGenerator<Row> {
  let list: unknown;
  try {
    list = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new ImportError(`${file}: ${String(error)}`);
  }
  if (!Array.isArray(list)) throw new ImportError(`${file} is not a list of rows`);
  for (const [i, row] of (list as unknown[]).entries()) yield { line: i + 1, cells: flat(row) };
}

function flat(value: unknown, before = ''): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return before === '' ? {} : { [before]: value };
  const parts = Object.entries(value).map(([key, inner]) => flat(inner, before === '' ? key : `${before}.${key}`));
  return Object.assign({}, ...parts) as Record<string, unknown>;
}

type Parsed = { record: string[]; info: { lines: number } };

async function* readCsv(file: string, size: number, signal: AbortSignal | undefined, progress: (done: number, all: number) => void): AsyncGenerator<Row> {
  // csv-parse finds out by itself which of the three line ends a file has (Correlates of War files end lines with a bare CR).
  const parser = parse({ bom: true, info: true, relax_column_count: false, skip_empty_lines: true });
  const source = createReadStream(file, signal === undefined ? {} : { signal });
  source.once('error', (error) => parser.destroy(error)).pipe(parser);
  let names: string[] | null = null;
  let begins = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const line = begins;
      begins = info.lines + 1;
      if (names === null) names = named(file, record);
      else if (!isTagRow(record)) yield { line, cells: Object.fromEntries(names.map((name, i) => [name, record[i] ?? ''])) };
      progress(source.bytesRead, size);
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof CsvError ? new ImportError(`${file}: ${error.message}`) : error;
  } finally {
    source.destroy();
  }
}

function named(file: string, names: string[]): string[] {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new ImportError(`${file} has two columns ${twice}`);
  return names;
}

/** The Humanitarian Exchange Language puts a row of hashtags under the names: https://hxlstandard.org/standard/1-1final/tagging/ */
const isTagRow = (record: readonly string[]): boolean => record.some((cell) => cell.startsWith('#')) && record.every((cell) => cell === '' || /^\s*#[a-z][a-z0-9_]*/i.test(cell));
