// Measures reading and linking on folders of labelled text: `npm run -s eval -- DIR`.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bars } from './eval/bars.ts';
import { measure } from './eval/measure.ts';
import { loadSets, type Sets } from './eval/sets.ts';
import { asJson, barTable, causeTable, curveTable, detailLines, foldTable, groupTable, speedLine } from './eval/table.ts';
import { openScanner } from './scan/scanner.ts';

const SHARED = fileURLToPath(new URL('../../../shared/eval', import.meta.url));

const USAGE = `Usage: npm run -s eval -- [DIR] [--set NAME] [--errors N] [--by FIELD] [--json]

DIR holds labelled sets as JSON Lines: muc34*, isaf*, gva*, victim_mentions*, negatives*, link-docs* with
link-gold*; labelled pages are read from DIR/gold or DIR/../pages/gold. Left out: ../shared/eval.
  --set NAME   only this one (muc34, isaf, gva, victim_mentions, negatives, pages, link)
  --errors N   the first N errors of each set
  --by FIELD   link figures apart by a field of the gold (text_kind, region, near, fact_set)
  --json       one JSON object instead of tables`;

class UsageError extends Error {}

function readArguments(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { set: { type: 'string' }, errors: { type: 'string', default: '0' }, by: { type: 'string' }, json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
    });
    const errors = Number(values.errors);
    if (!Number.isInteger(errors) || errors < 0) throw new Error(`--errors is not a number: ${values.errors}`);
    if (positionals.length > 1) throw new Error('one folder at a time');
    return { ...values, errors, folder: positionals[0] ?? SHARED };
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}

function only(sets: Sets, name: string | undefined): Sets {
  if (name === undefined) return sets;
  return { figures: new Map([...sets.figures].filter(([key]) => key === name)), link: name === 'link' ? sets.link : null, pages: name === 'pages' ? sets.pages : [] };
}

async function main(argv: readonly string[]): Promise<void> {
  const options = readArguments(argv);
  if (options.help) return console.log(USAGE);
  if (!existsSync(options.folder)) throw new UsageError(`no such folder: ${options.folder}`);
  const sets = only(await loadSets(options.folder), options.set);
  if (sets.figures.size === 0 && !sets.link && sets.pages.length === 0) throw new UsageError(`no labelled sets${options.set ? ` named ${options.set}` : ''} in ${options.folder}`);
  const measures = measure(await openScanner(), sets);
  if (options.json) return console.log(JSON.stringify(asJson(measures), null, 2));
  const parts = [barTable(bars(measures)), detailLines(measures, options.errors), causeTable(measures), curveTable(measures), foldTable(measures), options.by ? groupTable(measures, options.by) : '', speedLine(measures)];
  console.log(parts.filter((part) => part !== '').join('\n\n'));
}

try {
  await main(process.argv.slice(2));
} catch (cause) {
  if (!(cause instanceof UsageError)) throw cause;
  console.error(`${cause.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
