import type { Shard } from './bundle.ts';

type Kind = Shard['kind'];

/** What only the shards together can show: a name used twice or by nobody. Null when all is well; else the first problem, in words. A step is a shard. */
export function* checkWhole(shards: readonly Shard[]): Generator<void, string | null> {
  const ids: Record<Kind, Set<string>> = { questions: new Set(), sources: new Set(), events: new Set(), actors: new Set() };
  for (const { kind, records } of shards) {
    for (const { id } of records) {
      if (ids[kind].has(id)) return `${kind}: ${id} is there twice`;
      ids[kind].add(id);
    }
    yield;
  }
  for (const shard of shards) {
    if (shard.kind !== 'questions') continue;
    for (const question of shard.records) {
      if (!ids.events.has(question.event)) return `${question.id}: no event ${question.event}`;
      const unknown = [question.estimates, question.series].flatMap((rows) => rows.map((row) => row.source)).find((source) => !ids.sources.has(source));
      if (unknown !== undefined) return `${question.id}: no source ${unknown}`;
    }
    yield;
  }
  return null;
}
