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

export function placeOf(index: LinkIndex, name: number): LinkIndex['places'][number] | null {
  return index.places[(index.placeOf[rowOf(index, name)] ?? 0) - 1] ?? null;
}

export const placeKind = (index: LinkIndex, name: number): 'country' | 'people' | 'city' | null => placeOf(index, name)?.kind ?? null;
export const actorsOf = (index: LinkIndex, name: number): readonly number[] => index.actors[(index.actorOf[rowOf(index, name)] ?? 0) - 1] ?? [];
export const sourcesOf = (index: LinkIndex, name: number): readonly number[] => index.sources[(index.sourceOf[rowOf(index, name)] ?? 0) - 1] ?? [];
