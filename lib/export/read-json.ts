import { readSaved } from '../saved/read.ts';
import type { ReadFile } from './import.ts';
import { FORMAT } from './json.ts';

/** Null: not a file of ours. */
export function readJson(file: unknown): ReadFile | null {
  if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== FORMAT || !('claims' in file) || !Array.isArray(file.claims)) return null;
  const read: ReadFile = { claims: [], rows: [], rejected: [] };
  if ('besides' in file && typeof file.besides === 'object' && file.besides !== null) read.besides = { ...file.besides };
  for (const [i, value] of file.claims.entries()) {
    const result = readSaved(value);
    if ('claim' in result) {
      read.claims.push(result.claim);
      read.rows.push(i + 1);
    } else read.rejected.push({ row: i + 1, problem: result.problem });
  }
  return read;
}
