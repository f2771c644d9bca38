// What a reader would see on a page, told on the command line; or, for measurement, one JSON record a document.
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { parseWords, runCommand, UsageError } from './command-line.ts';
import { reasonOf } from './reason.ts';
import { isoDate, scanLines } from './scan/batch.ts';
import { decodeHtml } from './scan/parse-html.ts';
import { report } from './scan/report.ts';
import { openScanner, type ScanInput } from './scan/scanner.ts';

const USAGE = `Usage: npm run -s scan -- FILE [--url URL] [--date DATE] [--lang TAG] [--explain]
       npm run -s scan -- --jsonl [--explain] < documents.jsonl

FILE is a saved page or a plain text; - reads standard input.
  --url URL    where the page is from
  --date DATE  when it was published, where the page does not say (2017-09-29)
  --lang TAG   its language, where the page does not say (en)
  --explain    also the rules that read each figure
  --jsonl      one document a line on standard input: {"id", "text" | "html", "url"?, "title"?, "date"?, "lang"?}
               one record a line on standard output, in the same order; a bad line gives {"id", "error"}
               and a non-zero exit when all are done`;

const OPTIONS = {
  jsonl: { type: 'boolean', default: false },
  explain: { type: 'boolean', default: false },
  url: { type: 'string' },
  date: { type: 'string' },
  lang: { type: 'string' },
} as const;

/** Markup begins with a tag, a doctype or a comment; a plain text hardly ever does. */
const isHtml = (file: string, content: string): boolean =>
  /\.(?:x?html?|xml)$/i.test(file) || (!/\.txt$/i.test(file) && /^\s*(?:<!doctype|<!--|<(?:html|head|body|article|main|div|p|table|h1)\b)/i.test(content));

async function readDocument(file: string, about: { url?: string | undefined; date?: string | undefined; lang?: string | undefined }): Promise<ScanInput> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file);
  const content = decodeHtml(bytes);
  const known = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined));
  return isHtml(file, content) ? { ...known, html: content } : { ...known, text: content };
}

/** Exit code 1 when lines of a batch failed. */
await runCommand('scan', USAGE, async (args) => {
  const { values: options, positionals: files } = parseWords({ args, allowPositionals: true, options: OPTIONS });
  if (options.jsonl) {
    if (files.length > 0) throw new UsageError('--jsonl reads standard input, not a file');
    if (options.url ?? options.date ?? options.lang) throw new UsageError('--url, --date and --lang belong into each line of a batch');
    const failed = await scanLines(process.stdin, process.stdout, await openScanner(), options.explain);
    if (failed > 0) console.error(`${failed} line${failed === 1 ? '' : 's'} could not be read.`);
    return failed > 0 ? 1 : 0;
  }
  const [file, ...others] = files;
  if (file === undefined) throw new UsageError('no file given');
  if (others.length > 0) throw new UsageError('one file at a time; --jsonl takes many documents');
  const date = options.date === undefined ? undefined : isoDate(options.date);
  if (date === null) throw new UsageError(`not a date: ${options.date}`);
  let input: ScanInput;
  try {
    input = await readDocument(file, { url: options.url, date, lang: options.lang });
  } catch (cause) {
    throw new UsageError(`cannot read ${file}: ${reasonOf(cause)}`);
  }
  const scanner = await openScanner();
  console.log(await report(scanner, scanner.scan(input), options.explain));
  return 0;
});
