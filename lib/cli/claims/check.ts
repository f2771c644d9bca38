// `claims check`: every problem of the database, one a line.
import { readDatabase } from '../../../assets/compile.ts';
import { describeProblem } from '../../claim/check.ts';
import { options, type Command } from './command.ts';

export const check: Command = {
  usage: 'check [--json]',
  summary: 'print every problem: file, field, reason',
  async run(args) {
    const { values, assets } = options(args, { json: { type: 'boolean', default: false } }, 0);
    const { database, problems } = await readDatabase(assets);
    if (values.json) console.log(JSON.stringify(problems, null, 2));
    else for (const problem of problems) console.error(describeProblem(problem));
    const estimates = database.questions.reduce((n, q) => n + q.estimates.length, 0);
    if (!values.json) console.log(`${database.questions.length} questions, ${estimates} estimates, ${database.sources.length} sources: ${problems.length} problems`);
    return problems.length === 0 ? 0 : 1;
  },
};
