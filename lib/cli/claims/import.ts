// `claims import`: the rows of a published data set → a derived estimate or a running count of a question.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readDatabase } from '../../../assets/compile.ts';
import type { Estimate, Question, Series } from '../../claim/database.ts';
import { UsageError } from '../command-line.ts';
import { queryOf, withOwn, type Derivation } from '../import/derivation.ts';
import { estimateFrom } from '../import/estimate.ts';
import { gather, type Gathered } from '../import/gather.ts';
import { ImportError } from '../import/import-error.ts';
import { asWritten, write, withEstimate, withRunningCount } from '../import/into-question.ts';
import { columnsOf, KINDS, Layout } from '../import/layout.ts';
import { isReal } from '../import/judge-row.ts';
import { readRows } from '../import/read-rows.ts';
import { seriesFrom } from '../import/series.ts';
import { reasonOf } from '../reason.ts';
import { dayOption, options, share, told, untilStopped, type Command } from './command.ts';

const OPTIONS = {
  into: { type: 'string' },
  source: { type: 'string' },
  map: { type: 'string' },
  where: { type: 'string', multiple: true },
  from: { type: 'string' },
  to: { type: 'string' },
  low: { type: 'string' },
  best: { type: 'string' },
  high: { type: 'string' },
  'as-of': { type: 'string' },
  published: { type: 'string' },
  scope: { type: 'string' },
  title: { type: 'string' },
  url: { type: 'string' },
  licence: { type: 'string' },
  dataset: { type: 'string' },
  monthly: { type: 'boolean', default: false },
  carried: { type: 'boolean', default: false },
  rejected: { type: 'string' },
  write: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** What the words of the command come to, none of the files read yet. */
type Wanted = { derivation: Derivation; into: string; source: string; title: string; url: string; licence: string | null; dataset: string | null };

export const importRows: Command = {
  usage: 'import KIND FILE --into QUESTION --source SOURCE',
  summary: `rows of a data set as a derived estimate, or with --monthly as a running count; KIND: ${Object.keys(KINDS).join(', ')}, or csv with --map FILE`,
  details: `  --where COLUMN=VALUE, or COLUMN=FIRST..LAST     rows that count, as often as needed
  --from DAY --to DAY                             rows within these days
  --low, --best, --high COLUMN[+COLUMN]           other columns than the layout's
  --as-of DAY --published DAY --scope WORDS       what the estimate says of itself
  --title, --url, --licence, --dataset            where it is from; known for every KIND but csv
  --carried                                       with --monthly: days that repeat a total are no reports
  --rejected FILE                                 rows kept aside: line, id, reason, one JSON a line
  --write                                         put it into the question's file and derived.json; else it is printed`,
  async run(args) {
    const { values, positionals, assets } = options(args, OPTIONS, 2);
    const [kind = '', file = ''] = positionals;
    const wanted = await understood(kind, file, values);
    const days = { asOf: day('as-of', values['as-of']), published: day('published', values.published) };
    return told(() =>
      untilStopped(async (signal) => {
        const { database } = await readDatabase(assets);
        const known = database.questions.find((q) => q.id === wanted.into);
        const source = database.sources.find((s) => s.id === wanted.source);
        if (known === undefined) throw new ImportError(`no question ${wanted.into}`);
        if (source === undefined) throw new ImportError(`no source ${wanted.source}`);
        const question = await asWritten(assets, known);
        const gathered = await gather(readRows(file, signal, share('bytes')), queryOf(wanted.derivation));
        if (values.rejected !== undefined) await writeFile(values.rejected, gathered.aside.map((row) => `${JSON.stringify(row)}\n`).join(''));
        signal.throwIfAborted();
        const made = values.monthly
          ? seriesFrom(gathered, question, { source: source.id, dataset: wanted.dataset ?? unknown('dataset'), carried: values.carried, qualifier: 'at-least' })
          : estimateFrom(gathered, question, { source, said: database.questions.flatMap((q) => q.estimates).filter((e) => e.source === source.id), title: wanted.title, url: wanted.url, scope: values.scope ?? null, today: dayOption(undefined), ...days });
        const written = values.write ? await put(assets, question, made, { ...wanted, file }) : [];
        tell(gathered, made, written, values.json);
        return 0;
      }),
    );
  },
};

type Values = ReturnType<typeof options<typeof OPTIONS>>['values'];

async function understood(kind: string, file: string, values: Values): Promise<Wanted> {
  if (values.into === undefined) throw new UsageError('import needs --into, the id of a question');
  if (values.source === undefined) throw new UsageError('import needs --source, the id of who counted');
  if ((kind === 'csv') !== (values.map !== undefined)) throw new UsageError('csv and --map FILE go together');
  const known = KINDS[kind];
  if (kind !== 'csv' && known === undefined) throw new UsageError(`no kind ${kind}; there are ${[...Object.keys(KINDS), 'csv'].join(', ')}`);
  const own = withOwn(values.map === undefined ? {} : await readMapping(values.map), figuresOf(values));
  const where = Object.fromEntries((values.where ?? []).map(wantedCell));
  const from = day('from', values.from);
  const to = day('to', values.to);
  if (from !== null && to !== null && to < from) throw new UsageError(`--to ${to} is before --from ${from}`);
  const as = known === undefined ? {} : { as: kind };
  const common = { file: basename(file), ...as, ...(Object.keys(where).length === 0 ? {} : { where }), ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
  const layout = { ...known?.layouts[0], ...own };
  const value = columnsOf(layout, 'best');
  if (values.monthly && layout.cumulative !== true) throw new UsageError('--monthly needs a data set of running totals ("cumulative" in its mapping)');
  if (values.monthly && (layout.start === undefined || value.length !== 1)) throw new UsageError('--monthly needs one column with days and one with totals: name the totals with --best');
  const derivation: Derivation = values.monthly
    ? { kind: 'daily', of: `${values.source}--${values.into}`, ...common, date: layout.start ?? '', value: value[0] ?? '', ...(values.carried ? { carried: true } : {}) }
    : { kind: 'sum', of: '', ...common, ...(Object.keys(own).length === 0 ? {} : { sum: own }) };
  if (derivation.kind === 'daily') delete derivation.as;
  const title = values.title ?? known?.title;
  const url = values.url ?? known?.url;
  if (title === undefined || url === undefined) throw new UsageError(`csv needs --${title === undefined ? 'title' : 'url'}: what a reader is told of the data set`);
  const licence = values.licence ?? known?.licence ?? null;
  if (values.write && licence === null) throw new UsageError('the publisher states no licence: say with --licence by what right the figure is taken');
  return { derivation, into: values.into, source: values.source, title, url, licence, dataset: values.dataset ?? known?.dataset ?? null };
}

const unknown = (name: string): never => {
  throw new ImportError(`give --${name}: the source that publishes the file and the file, like tech-for-palestine/casualties_daily.json`);
};

async function readMapping(path: string): Promise<Layout> {
  try {
    return Layout.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new UsageError(`${path} is no mapping of columns: ${reasonOf(error)}`);
  }
}

const figuresOf = ({ low, best, high }: Values): Layout =>
  Object.fromEntries(Object.entries({ low, best, high }).flatMap(([end, columns]) => (columns === undefined ? [] : [[end, columns.includes('+') ? columns.split('+') : columns]])));

function wantedCell(text: string): [string, string | [number, number]] {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new UsageError(`--where needs COLUMN=VALUE, not ${text}`);
  const value = text.slice(at + 1);
  const run = /^(\d+)\.\.(\d+)$/.exec(value);
  return [text.slice(0, at), run === null ? value : [Number(run[1]), Number(run[2])]];
}

function day(name: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isReal(text)) throw new UsageError(`--${name} needs a day like 2026-11-21, not ${text}`);
  return text;
}

async function put(assets: string, question: Question, made: Estimate | Series, { derivation, licence, file }: Wanted & { file: string }): Promise<string[]> {
  const next = 'points' in made ? withRunningCount(question, made) : withEstimate(question, made);
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file)) hash.update(bytes as Buffer);
  return write(assets, next, { ...derivation, of: made.id, licence: licence ?? '', sha256: hash.digest('hex') });
}

function tell({ rows, good, aside }: Gathered, made: Estimate | Series, written: readonly string[], json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ rows, used: good.length, aside, record: made, written }, null, 2));
    return;
  }
  for (const { line, reason } of aside.slice(0, 20)) console.error(`line ${line}: ${reason}`);
  if (aside.length > 20) console.error(`and ${aside.length - 20} more: see them all with --rejected FILE`);
  if (written.length === 0) console.log(JSON.stringify(made, null, 2));
  console.log(`${rows} rows, ${good.length} used, ${aside.length} kept aside: ${inWords(made)}${written.map((path) => `\n${path}`).join('')}`);
}

function inWords(made: Estimate | Series): string {
  if (!('points' in made)) return `${made.id}: ${[made.low, made.best, made.high].filter((n) => n !== null).join('–')} ${made.qualifier}`;
  const [first, last] = [made.points[0], made.points.at(-1)];
  const unexplained = made.drops.filter((d) => d.note === null).map((d) => `\n${d.date}: falls from ${d.from} to ${d.to}; say in its note why`);
  return `${made.id}: ${made.points.length} points, ${first?.date ?? ''} (${first?.value ?? ''}) to ${last?.date ?? ''} (${last?.value ?? ''})${unexplained.join('')}`;
}
