// `claims audit`: how the database stands, collection by collection, and a random sample to read again.
import { readDatabase } from '../../../assets/compile.ts';
import type { Database, Estimate, Question } from '../../claim/database.ts';
import { options, wholeNumber, type Command } from './command.ts';
import { sample } from './sample.ts';

export const audit: Command = {
  usage: 'audit [--json] [--sample N] [--seed S]',
  summary: 'counts a collection, or N shown estimates drawn by seed S',
  async run(args) {
    const own = { json: { type: 'boolean', default: false }, sample: { type: 'string' }, seed: { type: 'string', default: '1' } } as const;
    const { values, assets } = options(args, own, 0);
    const { database, problems } = await readDatabase(assets);
    if (values.sample === undefined) printTable(standing(database), values.json);
    else printSample(sample(shownOf(database), wholeNumber('sample', values.sample), wholeNumber('seed', values.seed)), values.json);
    if (problems.length > 0) console.error(`${problems.length} problems: run claims check`);
    return problems.length === 0 ? 0 : 1;
  },
};

/** `own` counts shown estimates whose address is the source's own publication, `verified` those read again since; `newest` is the latest day one of them describes. */
type Standing = {
  collection: string;
  questions: number;
  thin: number;
  estimates: number;
  shown: number;
  excluded: number;
  linked: number;
  own: number;
  verified: number;
  newest: string | null;
};

function standing(database: Database): Standing[] {
  const collections = Map.groupBy(database.questions, (q) => q.collection);
  const rows = [...collections].map(([collection, questions]) => standingOf(collection, questions)).toSorted((a, b) => (a.collection < b.collection ? -1 : 1));
  return [...rows, standingOf('total', database.questions)];
}

function standingOf(collection: string, questions: readonly Question[]): Standing {
  const estimates = questions.flatMap((q) => q.estimates);
  const shown = estimates.filter((e) => e.show);
  return {
    collection,
    questions: questions.length,
    thin: questions.filter((q) => q.thin).length,
    estimates: estimates.length,
    shown: shown.length,
    excluded: estimates.filter((e) => e.status === 'excluded').length,
    linked: shown.filter((e) => e.link).length,
    own: shown.filter((e) => e.url_kind === 'original').length,
    verified: shown.filter((e) => e.verified !== undefined).length,
    newest: shown.flatMap((e) => (e.as_of === null || e.status === 'projection' ? [] : [e.as_of])).toSorted().at(-1) ?? null,
  };
}

function printTable(rows: readonly Standing[], json: boolean): void {
  if (json) {
    console.log(JSON.stringify(rows, null, 2));
    return;
  }
  const columns = ['collection', 'questions', 'thin', 'estimates', 'shown', 'excluded', 'linked', 'own', 'verified', 'newest'] as const;
  const cells = [columns.map(String), ...rows.map((row) => columns.map((c) => String(row[c] ?? '')))];
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
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
