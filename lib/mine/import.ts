// Files → the researcher's data: tables, records as the claims database keeps them, and what was saved here, packed or not. What
// cannot be read is told with its line and reason; the rest comes in.
import { strFromU8, unzipSync } from 'fflate';
import type { Known, Mine } from './mine.ts';
import { readRecords, recordsIn, type FoundRecord } from './read-records.ts';
import { readTable } from './read-table.ts';
import { takeIn, type Brought, type Taken } from './take-in.ts';

/** A file that as a whole cannot be read. `broken`: damaged, or not text; `unknown`: none of the kinds there are. */
type Unread = { file: string; why: 'empty' | 'broken' | 'unknown' | 'too-large' };

export type ChosenFile = { name: string; bytes: Uint8Array };

/** Bytes, of all that a file holds; ten thousand estimates are some 8 MB. */
const LARGEST = 50_000_000;

export type Imported = Taken & { unread: Unread[] };

/** Nothing is written: the caller shows what was found, and keeps it. */
export function importFiles(files: readonly ChosenFile[], mine: Mine, known: Known): Imported {
  const unread: Unread[] = [];
  const records: FoundRecord[] = [];
  const tables: { name: string; text: string }[] = [];
  for (const { name, bytes } of files.flatMap((file) => unpacked(file, unread))) {
    const text = textOf(bytes);
    if (text === null) unread.push({ file: name, why: 'broken' });
    else if (text.trim() === '') unread.push({ file: name, why: 'empty' });
    else if (/^\s*[[{]/.test(text)) records.push(...jsonIn(name, text, unread));
    else tables.push({ name, text });
  }
  let taken = takeIn(mine, records.length === 0 ? NONE : readRecords(records, mine), known);
  for (const { name, text } of tables) {
    const brought = readTable(text, name, taken.mine, known);
    if (brought === null) unread.push({ file: name, why: 'unknown' });
    else taken = after(taken, takeIn(taken.mine, brought, known));
  }
  return { ...taken, unread };
}

const NONE: Brought = { questions: new Map(), along: {}, at: new Map(), rejected: [] };

const after = (a: Taken, b: Taken): Taken => ({
  mine: b.mine,
  added: a.added + b.added,
  changed: a.changed + b.changed,
  questions: a.questions + b.questions,
  known: a.known + b.known,
  rejected: [...a.rejected, ...b.rejected],
});

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Files of a folder that a feed is made of which are no records. */
const BESIDE = /(?:^|\/)(?:publishers|database|feed|derived)\.json$/;

/** Of a packed folder only what can hold records. */
function unpacked({ name, bytes }: ChosenFile, unread: Unread[]): ChosenFile[] {
  let room = LARGEST;
  const fits = (size: number): boolean => (room -= size) >= 0;
  if (!fits(bytes.length)) return tooLarge(name, unread);
  if (!isZip(bytes)) return BESIDE.test(name) ? [] : [{ name, bytes }];
  try {
    let over = false;
    const files = unzipSync(bytes, { filter: (file) => /\.(?:json|csv)$/i.test(file.name) && !BESIDE.test(file.name) && (fits(file.originalSize) || ((over = true), false)) });
    if (over) return tooLarge(name, unread);
    const inside = Object.entries(files).map(([path, content]) => ({ name: path, bytes: content }));
    if (inside.length === 0) unread.push({ file: name, why: 'unknown' });
    return inside;
  } catch {
    unread.push({ file: name, why: 'broken' });
    return [];
  }
}

function tooLarge(file: string, unread: Unread[]): ChosenFile[] {
  unread.push({ file, why: 'too-large' });
  return [];
}

function textOf(bytes: Uint8Array): string | null {
  const text = strFromU8(bytes).replace(/^\uFEFF/, '');
  return text.includes('\uFFFD') || text.includes('\0') ? null : text;
}

function jsonIn(name: string, text: string, unread: Unread[]): FoundRecord[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    unread.push({ file: name, why: 'broken' });
    return [];
  }
  const found = recordsIn(value, name);
  if (found === null) unread.push({ file: name, why: 'unknown' });
  return found ?? [];
}
