import type { Shard } from './bundle.ts';

type Kind = Shard['kind'];

/** Shards of questions after all others: what a question names is known when it comes. */
export const questionsLast = <T extends { kind: Kind }>(shards: readonly T[]): T[] => [...shards.filter((s) => s.kind !== 'questions'), ...shards.filter((s) => s.kind === 'questions')];

/**
 * What only the shards together can show: a name used twice or by nobody. Takes them one after the other, those of questions last;
 * answers null as long as all is well, else the problem, in words.
 */
export function startWholeCheck(): (shard: Shard) => string | null {
  const ids: Record<Kind, Set<string>> = { questions: new Set(), sources: new Set(), events: new Set(), actors: new Set() };
  return (shard) => {
    for (const { id } of shard.records) {
      if (ids[shard.kind].has(id)) return `${shard.kind}: ${id} is there twice`;
      ids[shard.kind].add(id);
    }
    if (shard.kind !== 'questions') return null;
    for (const question of shard.records) {
      if (!ids.events.has(question.event)) return `${question.id}: no event ${question.event}`;
      const unknown = nobody(question.estimates, ids.sources) ?? nobody(question.series, ids.sources);
      if (unknown !== null) return `${question.id}: no source ${unknown}`;
    }
    return null;
  };
}

/** The first source that is not there; null: all are. */
function nobody(rows: readonly { source: string }[], sources: ReadonlySet<string>): string | null {
  for (const { source } of rows) if (!sources.has(source)) return source;
  return null;
}
