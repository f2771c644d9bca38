// A scan in words and columns: what the card of each figure would show, for a terminal.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row } from '../../card/row.ts';
import { cardView, type CardView } from '../../card/rows.ts';
import { asText, wordsFor, type Words } from '../../card/words.ts';
import { byId } from '../../claim/by-id.ts';
import type { Claim } from '../../claim/claim.ts';
import type { DateOrigin, PageInfo } from '../../claim/document.ts';
import type { Match } from '../../claim/match.ts';
import { sentenceAt } from '../../link/sentences.ts';
import { link } from '../../link/link.ts';
import { lookup, type Answer } from '../../lookup/lookup.ts';
import { DatabaseInfo } from '../../update/bundle.ts';
import { ASSETS, type Scan, type Scanner } from './scanner.ts';
import { columns, wrap } from './columns.ts';

const INDENT = 5;
const WIDTH = 120;

const ORIGIN: Record<DateOrigin, string> = {
  given: 'as given',
  'json-ld': 'from the page’s JSON-LD',
  meta: 'from the page’s metadata',
  time: 'from a time element',
  byline: 'from a line of its text',
  url: 'from its address',
};

/** The whole report. Throws when the interface's words or the database's version cannot be read. */
export async function report(scanner: Scanner, scan: Scan, explain: boolean): Promise<string> {
  const { document, claims } = scan;
  const words = await englishWords();
  const answer = await lookup(await libraryOf(scanner), scan, async () => false);
  const figures = claims.flatMap((claim, i) => ['', ...figure(claim, { number: i + 1, scan, answer, words, explain })]);
  const carded = answer.matches.filter((m) => m !== null).length;
  const count = claims.length === 0 ? 'No casualty figures found.' : `${claims.length} casualty ${claims.length === 1 ? 'figure' : 'figures'}, ${carded} with competing estimates.`;
  const { version, created } = answer.database;
  return [...pageLines(document.info, words), count, ...figures, '', `Database ${version} of ${words.date(created)}.`].join('\n');
}

/** The database of the scanner, held open as the worker holds it. */
async function libraryOf({ database, index }: Scanner): Promise<Parameters<typeof lookup>[0]> {
  const { version, created } = DatabaseInfo.parse(JSON.parse(await readFile(join(ASSETS, 'database.json'), 'utf8')));
  const questions = byId(database.questions);
  const sources = byId(database.sources);
  const actors = new Map(database.actors.map((a) => [a.id, a.name]));
  return {
    version,
    edition: version,
    created,
    match: async (document, claims) => link(document, claims, index),
    question: async (id) => questions.get(id) ?? null,
    source: async (id) => sources.get(id) ?? null,
    actor: (id) => actors.get(id) ?? null,
    questionOf: () => Promise.resolve(null),
    prepare: () => undefined,
  };
}

/** The interface's own words, as the extension takes them from its messages. */
async function englishWords(): Promise<Words> {
  const messages = JSON.parse(await readFile(join(ASSETS, 'public/_locales/en/messages.json'), 'utf8')) as Record<string, { message: string }>;
  return wordsFor((key, given = []) => (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, n: string) => given[Number(n) - 1] ?? ''), 'en-GB');
}

function pageLines(info: PageInfo, words: Words): string[] {
  const date = info.date && info.dateFrom ? `${words.date(info.date)} (${ORIGIN[info.dateFrom]})` : 'undated: compared with all dates';
  const host = info.url && URL.canParse(info.url) ? new URL(info.url).hostname : null;
  return [info.headline ?? info.title ?? 'Untitled', [info.site ?? host, date, info.lang].filter((part) => part !== null).join(' · '), ''];
}

type About = { number: number; scan: Scan; answer: Answer; words: Words; explain: boolean };

function figure(claim: Claim, { number, scan, answer, words, explain }: About): string[] {
  const page = scan.document.info;
  // A question without rivals is known and has no card: that is told apart from knowing nothing.
  const known = scan.matches[number - 1] ?? null;
  const match = answer.matches[number - 1] ?? null;
  const question = match && answer.questions[match.question];
  const lines = [`${`${number}.`.padEnd(INDENT)}“${claim.text.replace(/\s+/g, ' ')}”`];
  const read = [`${claim.measure}, ${claim.kind}, ${amount(claim)}, ${claim.groupText ?? claim.group}`, claim.increment && 'adds to an earlier count', claim.hypothetical && 'not a fact or not yet one'];
  lines.push(...named('Read', read.filter((part) => typeof part === 'string').join('; ')));
  for (const [name, value] of [['Said by', claim.saidBy], ['By', claim.actor], ['Where', claim.place], ['When', claim.period?.text ?? null]] as const) lines.push(...named(name, value));
  if (explain) lines.push(...named('Rules', claim.rules.join(', ')));
  if (!match || !question) return [...lines, ...named('Question', known ? `${known.question}: no competing estimates` : 'none: nothing comparable is known, or it is unsure what this counts')];
  const view = cardView({ claim, match, page, sentence: sentenceAt(scan.document, claim), question, sources: answer.sources, database: { ...answer.database, contact: null } }, { words, now: new Date() });
  return [...lines, ...questionLines(view, match, explain), ...estimateLines(view)].map((line) => line.trimEnd());
}

const amount = ({ low, high, bound }: Claim): string => `${bound} ${low === high ? (low ?? '–') : `${low ?? ''}–${high ?? ''}`}`;

function named(name: string, value: string | null): string[] {
  if (!value) return [];
  const [first = '', ...rest] = wrap(value, WIDTH - INDENT - 10);
  return [`${' '.repeat(INDENT)}${name.padEnd(10)}${first}`, ...rest.map((line) => `${' '.repeat(INDENT + 10)}${line}`)];
}

function questionLines(view: CardView, match: Match, explain: boolean): string[] {
  const relation = match.relation === 'same' ? [] : named('Relation', view.relation ?? match.relation);
  const id = explain ? named('Id', `${match.question}, ${match.relation}, ${match.score}`) : [];
  return [...named('Question', view.question), ...id, ...relation, ...named('Why', match.why.join('; '))];
}

function estimateLines(view: CardView): string[] {
  const rows = view.plot?.groups.flatMap((g) => g.rows) ?? [];
  const table = columns(rows.map(cells), [20, 32], WIDTH - INDENT - 2).map((line) => `${' '.repeat(INDENT + 2)}${line}`);
  const totals = view.totals ? named('Totals', `${view.totals.list.length} older or newer ones of the same sources`) : [];
  const others = view.others.flatMap((o) => named('Otherwise', [o.what, o.value, o.difference].filter(Boolean).join(' · ')));
  return [...(view.plot ? ['', `${' '.repeat(INDENT)}${view.plot.heading}`] : []), ...table, ...totals, ...others.slice(0, 6)];
}

const cells = (row: Row): string[] => [
  row.figure ? asText(row.figure) : (row.said ?? ''),
  row.name,
  [...row.tags, ...row.meta, ...row.method, row.note, row.link?.host].filter((part) => part).join(' · '),
];
