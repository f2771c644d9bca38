// The catalogue of a release from that of the release before, where all that changed is what some questions' sources say: as if it had
// been made anew, for what the change is worth. A count that goes on is nearly all that ever changes.
import type { Question } from '../claim/database.ts';
import { amendTraits, traitsLine } from '../link/traits.ts';
import type { Changed } from '../update/install.ts';
import type { WholeCatalogue } from './catalogue.ts';
import { rowsOf } from './keys.ts';
import { shownIn } from './make-catalogue.ts';
import { countersOf, shardsOf, sourcesOf } from './sources-of.ts';

/** `catalogue` itself, changed; null when anything else changed as well, and the catalogue is not to be used any more. */
export function amendCatalogue(catalogue: WholeCatalogue, changed: readonly Changed[]): WholeCatalogue | null {
  const { link, sources, counts } = catalogue;
  const numbers = new Map([...sources.keys()].map((id, number) => [id, number]));
  for (const { number, before, after } of changed) {
    if (before.kind !== 'questions' || after.kind !== 'questions' || before.records.length !== after.records.length) return null;
    for (const [i, now] of after.records.entries()) {
      const old = before.records[i];
      if (old === undefined || !isAlike(old, now, sources)) return null;
      const row = rowsOf(catalogue.questions, now.id).find((row) => catalogue.needs[catalogue.needsFrom[row] ?? 0] === number && traitsLine(link, row).startsWith(`["${now.id}",`));
      if (row === undefined) return null;
      amendTraits(link, row, now, numbers);
      counts.estimates += shownIn(now) - shownIn(old);
    }
  }
  return catalogue;
}

/** Alike in all that an index is made of, but for figures, and its sources lie in the same shards. */
function isAlike(old: Question, now: Question, sources: ReadonlyMap<string, number>): boolean {
  if (JSON.stringify(withoutFigures(old)) !== JSON.stringify(withoutFigures(now))) return false;
  if (![...now.estimates, ...now.series].every(({ source }) => sources.has(source))) return false;
  return [sourcesOf, countersOf].every((of) => sorted(shardsOf(of(old), sources)) === sorted(shardsOf(of(now), sources)));
}

const withoutFigures = ({ estimates: _estimates, series: _series, notes: _notes, thin: _thin, ...rest }: Question): object => rest;
const sorted = (shards: readonly number[]): string => shards.toSorted((a, b) => a - b).join(' ');
