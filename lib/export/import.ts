// A file → saved claims: our JSON (a backup too), our CSV, annotations of Hypothesis. What cannot be read is listed with its
// row and reason; the rest comes in.
import type { Problem } from '../saved/read.ts';
import type { Hash } from '../saved/saved.ts';
import type { SavedClaim } from '../saved/schema.ts';
import { readCsv } from './read-csv.ts';
import { readHypothesis } from './read-hypothesis.ts';
import { readJson } from './read-json.ts';

/**
 * `row` counts from 1: in a table as a spreadsheet numbers it, its heading being row 1; in a list the entries in order.
 * `no-quote`: nothing is quoted (a note on a whole page, a reply). `twice`: the same claim stands further up.
 */
export type Rejected = { row: number; problem: Problem | { what: 'no-quote' | 'twice'; where: string } };

/** `besides`: what a backup holds besides the claims; null: the file is none. */
export type Imported = { from: 'json' | 'csv' | 'hypothesis'; claims: SavedClaim[]; rejected: Rejected[]; besides: Record<string, unknown> | null };

/** The file as a whole cannot be read. `broken`: it ends too early or was damaged; `unknown`: none of the kinds we know. */
export class BadFile extends Error {
  override name = 'BadFile';
  readonly why: 'empty' | 'broken' | 'unknown';
  constructor(why: BadFile['why'], options?: ErrorOptions) {
    super(why, options);
    this.why = why;
  }
}

/** `now` (ISO, UTC) and `extension` stand in where a row does not say. */
export type ImportOptions = { now: string; extension: string; hash: Hash };

/** Throws BadFile. Nothing is written: the caller shows what was found, and takes it in. */
export async function importFile(text: string, options: ImportOptions): Promise<Imported> {
  const bare = text.replace(/^\uFEFF/, '');
  if (bare.trim() === '') throw new BadFile('empty');
  return once(/^\s*[[{]/.test(bare) ? await fromJson(bare, options) : await fromCsv(bare, options));
}

type From = Imported['from'];

async function fromJson(text: string, options: ImportOptions): Promise<ReadFile & { from: From }> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BadFile('broken', { cause: error });
  }
  const ours = readJson(value);
  if (ours !== null) return { from: 'json', ...ours };
  const theirs = await readHypothesis(value, options);
  if (theirs !== null) return { from: 'hypothesis', ...theirs };
  throw new BadFile('unknown');
}

async function fromCsv(text: string, options: ImportOptions): Promise<ReadFile & { from: From }> {
  const read = await readCsv(text, options);
  if (read === null) throw new BadFile('unknown');
  return { from: 'csv', ...read };
}

/** What was read of a file, before claims that stand in it twice are told apart. `rows[i]` is where `claims[i]` stood. */
export type ReadFile = { claims: SavedClaim[]; rows: number[]; rejected: Rejected[]; besides?: Record<string, unknown> };

function once({ from, claims, rows, rejected, besides }: ReadFile & { from: From }): Imported {
  const seen = new Set<string>();
  const kept: SavedClaim[] = [];
  const twice: Rejected[] = [];
  for (const [i, claim] of claims.entries()) {
    if (seen.has(claim.id)) twice.push({ row: rows[i] ?? 0, problem: { what: 'twice', where: 'id' } });
    else kept.push(claim);
    seen.add(claim.id);
  }
  return { from, besides: besides ?? null, claims: kept, rejected: [...rejected, ...twice].sort((a, b) => a.row - b.row) };
}
