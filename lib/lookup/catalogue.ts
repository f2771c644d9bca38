// What the worker keeps in memory of a database: enough to link, and to know which shard holds a record.
import { buildIndex } from '../link/build-index.ts';
import type { LinkIndex } from '../link/link-index.ts';
import type { Database } from '../claim/database.ts';
import type { Shard } from '../update/bundle.ts';
import { quantityOf } from './quantity.ts';

/**
 * `questions`, `sources`: id → number of the shard that holds it. `quantities`: what a question counts → its id. Everything in
 * it can be cloned.
 */
export type Catalogue = { link: LinkIndex; questions: Map<string, number>; sources: Map<string, number>; quantities: Map<string, string> };

/** `shards` in the order of the manifest. */
export function makeCatalogue(shards: readonly Shard[]): Catalogue {
  const database: Database = { questions: [], events: [], actors: [], sources: [] };
  const questions = new Map<string, number>();
  const sources = new Map<string, number>();
  for (const [number, shard] of shards.entries()) {
    if (shard.kind === 'questions') {
      database.questions.push(...shard.records);
      for (const { id } of shard.records) questions.set(id, number);
    } else if (shard.kind === 'sources') {
      database.sources.push(...shard.records);
      for (const { id } of shard.records) sources.set(id, number);
    } else if (shard.kind === 'events') database.events.push(...shard.records);
    else database.actors.push(...shard.records);
  }
  return { link: buildIndex(database), questions, sources, quantities: new Map(database.questions.map((q) => [quantityOf(q), q.id])) };
}
