// What every command does with its words: what was not understood is told with the usage, under an exit code of its own.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { reasonOf } from './reason.ts';

/** The command line was not understood; the message says what of it. */
export class UsageError extends Error {}

/** As node's parseArgs. Throws UsageError for an unknown option. */
export function parseWords<const T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(reasonOf(error));
  }
}

/** Runs the command of this name on the words after it. `run` gives the exit code; 2 is for a command line that was not understood. */
export async function runCommand(name: string, usage: string, run: (args: string[]) => Promise<number>): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) return console.log(usage);
  try {
    process.exitCode = await run(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${name}: ${error.message}\n\n${usage}`);
    process.exitCode = 2;
  }
}
