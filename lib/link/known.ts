// What a name is besides a question's: a place, an actor, a source.
import type { LinkIndex } from './link-index.ts';

/** Row of a name in the index's lists of known names, -1: it is none of these. */
function rowOf(index: LinkIndex, name: number): number {
  let low = 0;
  let high = index.known.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = index.known[middle] ?? 0;
    if (found === name) return middle;
    if (found < name) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

const NOBODY: readonly number[] = [];

/** Of these hits those of names that are a place, an actor or a source, with what they are; several may go by one name. */
export function knownOf<T extends { name: number }>(hits: readonly T[], index: LinkIndex): { hit: T; place: LinkIndex['places'][number] | null; actors: readonly number[]; sources: readonly number[] }[] {
  const out: ReturnType<typeof knownOf<T>> = [];
  for (const hit of hits) {
    const row = rowOf(index, hit.name);
    if (row >= 0) out.push({ hit, place: placeAt(index, row), actors: index.actors[(index.actorOf[row] ?? 0) - 1] ?? NOBODY, sources: index.sources[(index.sourceOf[row] ?? 0) - 1] ?? NOBODY });
  }
  return out;
}

const placeAt = (index: LinkIndex, row: number): LinkIndex['places'][number] | null => index.places[(index.placeOf[row] ?? 0) - 1] ?? null;

export const placeKind = (index: LinkIndex, name: number): 'country' | 'people' | 'city' | null => placeAt(index, rowOf(index, name))?.kind ?? null;
