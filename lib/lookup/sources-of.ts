import type { Question } from '../claim/database.ts';

/** Every source a question's card names. */
export function sourcesOf({ estimates, series }: Question): Set<string> {
  const named = new Set<string>();
  for (const { source, via, derived_from } of estimates) {
    named.add(source);
    if (via !== null) named.add(via);
    for (const of of derived_from) named.add(of);
  }
  for (const { source } of series) named.add(source);
  return named;
}

/** Those whose counts it holds. */
export function countersOf({ estimates }: Question): Set<string> {
  const named = new Set<string>();
  for (const { source } of estimates) named.add(source);
  return named;
}

/** The shards that hold these sources. */
export function shardsOf(named: ReadonlySet<string>, sources: ReadonlyMap<string, number>): number[] {
  const shards: number[] = [];
  for (const id of named) {
    const shard = sources.get(id);
    if (shard !== undefined && !shards.includes(shard)) shards.push(shard);
  }
  return shards;
}
