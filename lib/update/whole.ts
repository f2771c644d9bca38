import type { Shard } from './bundle.ts';

type Kind = Shard['kind'];

/** What only the shards together can show: a name used twice or by nobody. Null when all is well; else the first problem, in words. */
export function checkWhole(shards: readonly Shard[]): string | null {
  const ids: Record<Kind, Set<string>> = { questions: new Set(), sources: new Set(), events: new Set(), actors: new Set() };
  for (const { kind, records } of shards)
    for (const { id } of records) {
      if (ids[kind].has(id)) return `${kind}: ${id} is there twice`;
      ids[kind].add(id);
    }
  for (const shard of shards) {
    if (shard.kind !== 'questions') continue;
    for (const question of shard.records) {
      if (!ids.events.has(question.event)) return `${question.id}: no event ${question.event}`;
      const sources = [...question.estimates, ...question.series].map((e) => e.source);
      const unknown = sources.find((source) => !ids.sources.has(source));
      if (unknown !== undefined) return `${question.id}: no source ${unknown}`;
    }
  }
  return null;
}
