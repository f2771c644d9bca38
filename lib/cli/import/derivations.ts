// derived.json beside the questions: the queries behind figures taken from data sets, one a line.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { Derivation } from './derivation.ts';
import { ImportError } from './import-error.ts';

export const derivationsFile = (assets: string): string => join(assets, 'derived.json');

/** None in a folder without the file. Throws ImportError. */
export async function readDerivations(assets: string): Promise<Derivation[]> {
  const text = await readFile(derivationsFile(assets), 'utf8').catch(() => '[]');
  try {
    return z.array(Derivation).parse(JSON.parse(text));
  } catch (error) {
    throw new ImportError(`${derivationsFile(assets)}: ${error instanceof z.core.$ZodError ? error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('; ') : String(error)}`);
  }
}

/** The file's text with this query in the place of an older one for the same figure. */
export function withDerivation(list: readonly Derivation[], added: Derivation): string {
  const at = list.findIndex((d) => d.of === added.of);
  const next = at < 0 ? [...list, added] : list.with(at, added);
  return `[\n${next.map((d) => `  ${inOneLine(d)}`).join(',\n')}\n]\n`;
}

function inOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).filter(([, v]) => v !== undefined).map(([key, v]) => `${JSON.stringify(key)}: ${inOneLine(v)}`).join(', ')}}`;
}
