// One document a line in, one record a line out, in order. A line that cannot be read says so and stops nothing.
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { machineDate } from '../../claim/date-text.ts';
import { scanRecord, type ScanRecord } from './output.ts';
import type { ScanInput, Scanner } from './scanner.ts';
import { reasonOf } from '../reason.ts';

type Line = { id: string | null; input: ScanInput; html: boolean };

const FIELDS = ['url', 'title', 'date', 'lang'] as const;

/** A line as a document; an Error says in words what is wrong with it, with the line's id where it has one. */
export function parseLine(line: string): Line | { id: string | null; error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: 'not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { id: null, error: 'not a JSON object' };
  const record: Record<string, unknown> = { ...value };
  const { id: given, text, html } = record;
  if (typeof given !== 'string' && typeof given !== 'number') return { id: null, error: '"id" is missing' };
  const id = String(given);
  if ((typeof text === 'string') === (typeof html === 'string')) return { id, error: 'exactly one of "text" and "html" must be a string' };
  const about: Partial<Record<(typeof FIELDS)[number], string>> = {};
  for (const field of FIELDS) {
    const part = record[field];
    if (part === undefined || part === null || part === '') continue;
    if (typeof part !== 'string') return { id, error: `"${field}" is not a string` };
    about[field] = part;
  }
  if (about.date !== undefined) {
    const date = isoDate(about.date);
    if (date === null) return { id, error: `"date" is not a date: ${about.date.slice(0, 40)}` };
    about.date = date;
  }
  return { id, html: typeof html === 'string', input: { ...about, ...(typeof html === 'string' ? { html } : { text: String(text) }) } };
}

/** An ISO date of any precision, or a date as people write it; null when it is neither. */
export const isoDate = (text: string): string | null => (/^\d{4}$/.test(text) ? text : machineDate(text));

/** One line of the batch. Anything that goes wrong in reading is told, not thrown: the other lines must not suffer. */
function scanLine(line: string, scanner: Scanner, explain: boolean): ScanRecord | { id: string | null; error: string } {
  const parsed = parseLine(line);
  if ('error' in parsed) return parsed;
  try {
    return scanRecord(parsed.id, scanner.scan(parsed.input), { withText: parsed.html, explain });
  } catch (cause) {
    return { id: parsed.id, error: reasonOf(cause) };
  }
}

/** Resolves to how many lines failed. Empty lines are passed over. */
export async function scanLines(input: Readable, output: Writable, scanner: Scanner, explain: boolean): Promise<number> {
  let failed = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const record = scanLine(line, scanner, explain);
    if ('error' in record) failed++;
    // A slow reader of the output must not make us hold all of it.
    if (!output.write(`${JSON.stringify(record)}\n`)) await new Promise((resume) => output.once('drain', resume));
  }
  return failed;
}
