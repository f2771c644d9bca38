// Measures reading and linking on folders of labelled text: `npm run -s eval -- DIR`.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseWords, runCommand, UsageError } from './command-line.ts';
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

function readArguments(args: string[]) {
  const { values, positionals } = parseWords({
    args,
    allowPositionals: true,
    options: { set: { type: 'string' }, errors: { type: 'string', default: '0' }, by: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const errors = Number(values.errors);
  if (!Number.isInteger(errors) || errors < 0) throw new UsageError(`--errors is not a number: ${values.errors}`);
  if (positionals.length > 1) throw new UsageError('one folder at a time');
  return { ...values, errors, folder: positionals[0] ?? SHARED };
}

function only(sets: Sets, name: string | undefined): Sets {
  if (name === undefined) return sets;
  return { figures: new Map([...sets.figures].filter(([key]) => key === name)), link: name === 'link' ? sets.link : null, pages: name === 'pages' ? sets.pages : [] };
}

await runCommand('eval', USAGE, async (args) => {
  const options = readArguments(args);
  if (!existsSync(options.folder)) throw new UsageError(`no such folder: ${options.folder}`);
  const sets = only(await loadSets(options.folder), options.set);
  if (sets.figures.size === 0 && !sets.link && sets.pages.length === 0) throw new UsageError(`no labelled sets${options.set ? ` named ${options.set}` : ''} in ${options.folder}`);
  const measures = measure(await openScanner(), sets);
  if (options.json) {
    console.log(JSON.stringify(asJson(measures), null, 2));
    return 0;
  }
  const parts = [barTable(bars(measures)), detailLines(measures, options.errors), causeTable(measures), curveTable(measures), foldTable(measures), options.by ? groupTable(measures, options.by) : '', speedLine(measures)];
  console.log(parts.filter((part) => part !== '').join('\n\n'));
  return 0;
});
