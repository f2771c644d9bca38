// An imported record into its question's file: the whole database is checked with it first, and a file is changed whole or not.
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDatabase } from '../../../assets/compile.ts';
import { describeProblem } from '../../claim/check.ts';
import { countedSources } from '../../claim/checks/shown.ts';
import type { Estimate, Question, Series } from '../../claim/database.ts';
import type { Derivation } from './derivation.ts';
import { derivationsFile, readDerivations, withDerivation } from './derivations.ts';
import { ImportError } from './import-error.ts';
import { withSeries } from './series.ts';

/** The question with the estimate in it. Throws ImportError when an estimate of that name is there that was not imported. */
export function withEstimate(question: Question, added: Estimate): Question {
  const at = question.estimates.findIndex((e) => e.id === added.id);
  const old = question.estimates[at];
  if (old !== undefined && old.status !== 'derived') throw new ImportError(`${added.id} is there already and was not imported; give another --as-of`);
  const estimates = old === undefined ? [...question.estimates, added] : question.estimates.with(at, added);
  const next = { ...question, estimates };
  return { ...next, thin: countedSources(next).size < 2 };
}

export const withRunningCount = (question: Question, added: Series): Question => ({ ...question, series: withSeries(question.series, added) });

const fileOf = ({ collection, id }: Question): string => `questions/${collection}/${id}.json`;

/** A sound question as its file has it: what a maintainer put in another order stays in it. */
export const asWritten = async (assets: string, question: Question): Promise<Question> => JSON.parse(await readFile(join(assets, fileOf(question)), 'utf8')) as Question;

/** Writes question and query. Throws ImportError, with every problem, when the database would not be sound with it; nothing is changed then. */
export async function write(assets: string, question: Question, derivation: Derivation): Promise<string[]> {
  const files = { question: join(assets, fileOf(question)), derivations: derivationsFile(assets) };
  const { problems } = await readDatabase(assets, new Map([[fileOf(question), question]]));
  if (problems.length > 0) throw new ImportError(`nothing was written, the database would not be sound:\n${problems.map(describeProblem).join('\n')}`);
  const list = await readDerivations(assets);
  await replace(files.question, `${JSON.stringify(question, null, 2)}\n`);
  await replace(files.derivations, withDerivation(list, derivation));
  return [files.question, files.derivations];
}

async function replace(file: string, text: string): Promise<void> {
  const part = `${file}.part`;
  try {
    await writeFile(part, text);
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
}
