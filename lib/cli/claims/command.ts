// What the commands about a claims database have in common.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ParseArgsConfig } from 'node:util';
import { UpdateFailure } from '../../update/failure.ts';
import { BadBundle } from '../../update/install.ts';
import { parseWords, UsageError } from '../command-line.ts';
import { ImportError } from '../import/import-error.ts';
import { PublishError } from '../publish/publish-error.ts';

/** `run` gets the words after its name and gives the exit code. `details`: its further options, a line each. */
export type Command = { usage: string; summary: string; details?: string; run: (args: string[]) => Promise<number> };

const OWN_ASSETS = join(import.meta.dirname, '../../../assets');

/** Options of a command, and `--assets`, which all have. Throws UsageError for an unknown option or a folder that is not there. */
export function options<const T extends NonNullable<ParseArgsConfig['options']>>(args: string[], own: T, positionals: number) {
  const at = args.findLastIndex((arg) => arg === '--assets' || arg.startsWith('--assets='));
  const { assets, rest } = takeAssets(args, at);
  const parsed = parseWords({ args: rest, options: own, allowPositionals: true, strict: true });
  if (parsed.positionals.length !== positionals)
    throw new UsageError(positionals === 0 ? `unexpected ${parsed.positionals[0]}` : `expected ${positionals} path${positionals === 1 ? '' : 's'}, got ${parsed.positionals.length}`);
  if (statSync(assets, { throwIfNoEntry: false })?.isDirectory() !== true) throw new UsageError(`no folder ${assets}`);
  return { ...parsed, assets };
}

function takeAssets(args: readonly string[], at: number): { assets: string; rest: string[] } {
  if (at === -1) return { assets: OWN_ASSETS, rest: [...args] };
  const joined = args[at]?.startsWith('--assets=') === true;
  const assets = joined ? args[at]?.slice('--assets='.length) : args[at + 1];
  if (assets === undefined || assets === '') throw new UsageError('--assets needs a folder');
  return { assets, rest: args.toSpliced(at, joined ? 1 : 2) };
}

/** Runs a command whose failures are the maintainer's to mend: they are printed without a stack, and give exit code 1. */
export async function told(run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof BadBundle) console.error(`bad-data: ${error.message}`);
    else if (error instanceof UpdateFailure) console.error(`${error.code}: ${error.message}`);
    else if (error instanceof PublishError || error instanceof ImportError) console.error(error.message);
    else throw error;
    return 1;
  }
}

/** A day from `--date`; today when it is not given. */
export function dayOption(text: string | undefined): string {
  const day = text ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) throw new UsageError(`--date needs a day like 2026-11-21, not ${day}`);
  return day;
}

/** Counts on one line of a terminal, at most ten times a second; says nothing where the output is kept. */
export const counter = (what: string): ((done: number, all: number) => void) => onOneLine((done, all) => `${what} ${done} of ${all}`);

/** The same as a percentage. */
export const share = (what: string): ((done: number, all: number) => void) => onOneLine((done, all) => `${what} ${all === 0 ? 100 : Math.floor((100 * done) / all)} %`);

function onOneLine(words: (done: number, all: number) => string): (done: number, all: number) => void {
  let last = 0;
  return (done, all) => {
    const now = Date.now();
    if (!process.stderr.isTTY || (now - last < 100 && done < all)) return;
    last = now;
    process.stderr.write(`\r${words(done, all)}${done >= all ? '\n' : ''}`);
  };
}

/** Exit code of what was ended by Ctrl-C, as shells have it. */
const STOPPED = 130;

/** Runs what Ctrl-C ends in good order: it hears of it through `signal`, and nothing half done is left. */
export async function untilStopped(run: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  try {
    return await run(stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    console.error('stopped: nothing was written');
    return STOPPED;
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, end);
  }
}

/** A whole number from 0 on, from an option's text. */
export function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${name} needs a whole number, not ${text}`);
  return Number(text);
}
