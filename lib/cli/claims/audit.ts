// `claims audit`: how the database stands, collection by collection, and a random sample to read again.
import { readDatabase } from '../../../assets/compile.ts';
import type { Database, Estimate, Question, Source } from '../../claim/database.ts';
import { dayOption, options, wholeNumber, type Command } from './command.ts';
import { hasOwnPage } from './own-page.ts';
import { sample } from './sample.ts';

export const audit: Command = {
  usage: 'audit [--json] [--date DAY] [--sample N] [--seed S]',
  summary: 'how each collection stands: verified, corrected, excluded, primary, age; or N shown estimates drawn by seed S',
  async run(args) {
    const own = { date: { type: 'string' }, json: { type: 'boolean', default: false }, sample: { type: 'string' }, seed: { type: 'string', default: '1' } } as const;
    const { values, assets } = options(args, own, 0);
    const today = dayOption(values.date);
    const { database, problems } = await readDatabase(assets);
    if (values.sample === undefined) printTable(standing(database), values.json, today);
    else printSample(sample(shownOf(database), wholeNumber('sample', values.sample), wholeNumber('seed', values.seed)), values.json);
    if (problems.length > 0) console.error(`${problems.length} problems: run claims check`);
    return problems.length === 0 ? 0 : 1;
  },
};

/**
 * Of the estimates: `shown` ship; `verified` of those were read again since they were entered, `corrected` (or moved to another
 * question) when they were; `excluded` are kept and never ship; `primary` of the shown name the source's own publication. `counters` are
 * running counts, `ownPage` of them can be followed on a page of their source's own. `newest` is the latest day that anything shown
 * describes; null: none has a day.
 */
type Standing = {
  collection: string;
  questions: number;
  thin: number;
  estimates: number;
  shown: number;
  verified: number;
  corrected: number;
  excluded: number;
  linked: number;
  primary: number;
  counters: number;
  ownPage: number;
  newest: string | null;
};

function standing(database: Database): Standing[] {
  const collections = Map.groupBy(database.questions, (q) => q.collection);
  const sources = new Map(database.sources.map((s) => [s.id, s]));
  const rows = [...collections].map(([collection, questions]) => standingOf(collection, questions, sources)).toSorted((a, b) => (a.collection < b.collection ? -1 : 1));
  return [...rows, standingOf('total', database.questions, sources)];
}

function standingOf(collection: string, questions: readonly Question[], sources: ReadonlyMap<string, Source>): Standing {
  const estimates = questions.flatMap((q) => q.estimates);
  const shown = estimates.filter((e) => e.show);
  const counters = questions.flatMap((q) => q.series.map((series) => ({ series, estimates: q.estimates })));
  return {
    collection,
    questions: questions.length,
    thin: questions.filter((q) => q.thin).length,
    estimates: estimates.length,
    shown: shown.length,
    verified: shown.filter((e) => e.verified !== undefined).length,
    corrected: estimates.filter((e) => e.verified !== undefined && e.verified.outcome !== 'confirmed').length,
    excluded: estimates.filter((e) => e.status === 'excluded').length,
    linked: shown.filter((e) => e.link).length,
    primary: shown.filter((e) => e.url_kind === 'original').length,
    counters: counters.length,
    ownPage: counters.filter((c) => hasOwnPage(c.series, c.estimates, sources.get(c.series.source))).length,
    newest: newestOf(questions),
  };
}

/** The latest day anything shown describes, also a point of a running count; a forecast describes none. */
function newestOf(questions: readonly Question[]): string | null {
  const days = questions.flatMap((q) => [
    ...q.estimates.flatMap((e) => (e.show && e.as_of !== null && e.status !== 'projection' ? [e.as_of] : [])),
    ...q.series.flatMap((s) => s.points.map((p) => p.date)),
  ]);
  return days.toSorted().at(-1) ?? null;
}

/** Months from a day to another, whole ones; null: there is no day. */
function monthsSince(date: string | null, today: string): number | null {
  if (date === null) return null;
  const [year = 0, month = 1] = date.split('-').map(Number);
  const [thisYear = 0, thisMonth = 1] = today.split('-').map(Number);
  return (thisYear - year) * 12 + thisMonth - month;
}

const percent = (part: number, of: number): string => (of === 0 ? '' : `${Math.round((100 * part) / of)} %`);

const COLUMNS: Record<string, (row: Standing, today: string) => string> = {
  collection: (row) => row.collection,
  questions: (row) => String(row.questions),
  thin: (row) => String(row.thin),
  estimates: (row) => String(row.estimates),
  shown: (row) => String(row.shown),
  verified: (row) => percent(row.verified, row.shown),
  corrected: (row) => String(row.corrected),
  excluded: (row) => String(row.excluded),
  linked: (row) => percent(row.linked, row.shown),
  primary: (row) => percent(row.primary, row.shown),
  counters: (row) => String(row.counters),
  'own page': (row) => String(row.ownPage),
  newest: (row) => row.newest ?? '',
  months: (row, today) => String(monthsSince(row.newest, today) ?? ''),
};

function printTable(rows: readonly Standing[], json: boolean, today: string): void {
  if (json) {
    console.log(JSON.stringify(rows.map((row) => Object.assign({}, row, { months: monthsSince(row.newest, today) })), null, 2));
    return;
  }
  const names = Object.keys(COLUMNS);
  const cells = [names, ...rows.map((row) => Object.values(COLUMNS).map((cell) => cell(row, today)))];
  const widths = names.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  for (const row of cells) console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '));
}

type Drawn = { question: Question; estimate: Estimate };

const shownOf = (database: Database): Drawn[] =>
  database.questions.flatMap((question) => question.estimates.filter((e) => e.show).map((estimate) => ({ question, estimate })));

function printSample(drawn: readonly Drawn[], json: boolean): void {
  if (json) {
    console.log(JSON.stringify(drawn.map(({ question, estimate }) => ({ question: question.title, period: question.period, ...estimate })), null, 2));
    return;
  }
  for (const { question, estimate: e } of drawn) {
    const figure = e.text_value ?? [e.low, e.best, e.high].filter((n) => n !== null).join('–');
    console.log(`${e.id}\n  ${question.title}\n  ${e.source}: ${e.qualifier} ${figure}, as of ${e.as_of ?? 'no date'}${e.scope === null ? '' : `, counts ${e.scope.text}`}\n  ${e.title ?? ''} ${e.url ?? ''}`);
  }
}
