// What was stored or exported, by this version or an older one → a saved claim, or what is wrong with it.
import { SavedClaim, VERSION } from './schema.ts';

/**
 * Why something is no saved claim, for a list of what did not come in: a code for the interface to put into words, and which
 * field ('' for the whole). `later`: a later version of the extension wrote it.
 */
export type Problem = { what: 'later' | 'unknown-field' | 'wrong-kind' | 'not-allowed' | 'too-long' | 'wrong-form'; where: string };

type Issue = { code: string; path: PropertyKey[]; keys?: readonly string[] };

/** Never throws. */
export function readSaved(value: unknown): { claim: SavedClaim } | { problem: Problem } {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
  if (typeof version === 'number' && version > VERSION) return { problem: { what: 'later', where: 'version' } };
  const result = SavedClaim.safeParse(value);
  if (!result.success) return { problem: problemOf(result.error.issues as unknown as readonly Issue[]) };
  const { figure, quote } = result.data;
  if (figure?.at && (figure.at.start > figure.at.end || figure.at.end > quote.exact.length)) return { problem: { what: 'wrong-form', where: 'figure.at' } };
  return { claim: result.data };
}

function problemOf([issue]: readonly Issue[]): Problem {
  const where = [...(issue?.path ?? []), ...(issue?.keys ?? []).slice(0, 1)].join('.');
  switch (issue?.code) {
    case 'unrecognized_keys':
      return { what: 'unknown-field', where };
    case 'invalid_type':
      return { what: 'wrong-kind', where };
    case 'invalid_value':
      return { what: 'not-allowed', where };
    case 'too_big':
      return { what: 'too-long', where };
    default:
      return { what: 'wrong-form', where };
  }
}
