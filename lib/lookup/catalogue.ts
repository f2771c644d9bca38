// What the worker keeps in memory of a database: enough to link, and to know which shards hold what a card shows.
import type { Database } from '../claim/database.ts';
import { indexing } from '../link/build-index.ts';
import type { LinkIndex } from '../link/link-index.ts';
import type { Shard } from '../update/bundle.ts';
import { quantityOf } from './quantity.ts';
import { sourcesOf } from './sources-of.ts';

/**
 * `questions`: id → its row; `sources`: id → the shard that holds it. The card of row r needs the shards in `needs` from
 * `needsFrom[r]` to `needsFrom[r + 1]`, its own first: so they are read at once, not each when another names it.
 * `actors`: id → name. `quantities`: what a question counts → its id. Everything in it can be cloned.
 */
export type Catalogue = { link: LinkIndex; questions: Map<string, number>; sources: Map<string, number>; actors: Map<string, string>; needs: Uint16Array; needsFrom: Uint32Array; quantities: Map<string, string>; counts: Counts };

/** How much the database holds; `estimates` are those that cards may show. */
export type Counts = { questions: number; estimates: number; sources: number };

/** Questions to a step. */
const STEP = 64;

/** `shards` in the order of the manifest. In steps: the worker answers pages in between. */
export function* makeCatalogue(shards: readonly Shard[]): Generator<void, Catalogue> {
  const database: Database = { questions: [], events: [], actors: [], sources: [] };
  const shardOf = new Map<string, number>();
  const sources = new Map<string, number>();
  for (const [number, shard] of shards.entries()) {
    yield;
    if (shard.kind === 'questions') {
      database.questions.push(...shard.records);
      for (const { id } of shard.records) shardOf.set(id, number);
    } else if (shard.kind === 'sources') {
      database.sources.push(...shard.records);
      for (const { id } of shard.records) sources.set(id, number);
    } else if (shard.kind === 'events') database.events.push(...shard.records);
    else database.actors.push(...shard.records);
  }
  const byId = new Map(database.questions.map((q) => [q.id, q]));
  const needs: number[] = [];
  const needsFrom = new Uint32Array(database.questions.length + 1);
  const quantities = new Map<string, string>();
  let estimates = 0;
  for (const [row, question] of database.questions.entries()) {
    if (row % STEP === 0) yield;
    const related = question.relations.flatMap((r) => byId.get(r.question) ?? []);
    const named = [...sourcesOf(question), ...related.flatMap((q) => q.estimates.map((e) => e.source))];
    for (const shard of new Set([...[question, ...related].map((q) => shardOf.get(q.id)), ...named.map((s) => sources.get(s))])) if (shard !== undefined) needs.push(shard);
    needsFrom[row + 1] = needs.length;
    quantities.set(quantityOf(question), question.id);
    estimates += question.estimates.filter((e) => e.show).length;
  }
  return {
    link: yield* indexing(database),
    questions: new Map(database.questions.map((q, row) => [q.id, row])),
    sources,
    actors: new Map(database.actors.map((a) => [a.id, a.name])),
    needs: Uint16Array.from(needs),
    needsFrom,
    quantities,
    counts: { questions: database.questions.length, estimates, sources: sources.size },
  };
}
