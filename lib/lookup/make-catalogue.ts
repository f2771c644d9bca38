// The shards of a release → its catalogue; done once per version of the data and of this code.
import type { Database, Question } from '../claim/database.ts';
import { startIndexing, type Indexing } from '../link/build-index.ts';
import { placesOf } from '../link/numbering.ts';
import type { Shard } from '../update/bundle.ts';
import type { WholeCatalogue } from './catalogue.ts';
import { hashOf, keysOf } from './keys.ts';
import { quantityOf } from './quantity.ts';
import { countersOf, shardsOf, sourcesOf } from './sources-of.ts';

/** Questions to a step. */
const STEP = 64;

/** What is held of a question while the others come: numbers of shards, and the ids of those it stands beside. */
type Row = { shard: number; sources: readonly number[]; counted: readonly number[]; related: readonly string[] };

export type CatalogueMaking = {
  /** `number` is the shard's place in the manifest. Shards of questions come last, in the order of the manifest. Of a question only little is held. */
  add(shard: Shard, number: number): void;
  /** In steps: the worker answers pages in between. */
  done(): Generator<void, WholeCatalogue>;
};

export const shownIn = (question: Question): number => question.estimates.filter((e) => e.show).length;

export function startCatalogue(): CatalogueMaking {
  const others: Omit<Database, 'questions'> = { events: [], actors: [], sources: [] };
  let link: Indexing | null = null;
  const sources = new Map<string, number>();
  const rows: Row[] = [];
  const ids: string[] = [];
  const hashes: number[] = [];
  const quantities: number[] = [];
  let estimates = 0;

  function addQuestion(question: Question, shard: number): void {
    (link ??= startIndexing(others)).add(question);
    rows.push({ shard, sources: shardsOf(sourcesOf(question), sources), counted: shardsOf(countersOf(question), sources), related: question.relations.map((r) => r.question) });
    ids.push(question.id);
    hashes.push(hashOf(question.id));
    quantities.push(hashOf(quantityOf(question)));
    estimates += shownIn(question);
  }

  return {
    add(shard, number) {
      if (shard.kind === 'questions') for (const question of shard.records) addQuestion(question, number);
      else if (link !== null) throw new RangeError('shards of questions come last');
      else if (shard.kind === 'events') others.events.push(...shard.records);
      else if (shard.kind === 'actors') others.actors.push(...shard.records);
      else {
        others.sources.push(...shard.records);
        for (const { id } of shard.records) sources.set(id, number);
      }
    },
    *done() {
      const rowOf = placesOf(ids, new Set(rows.flatMap((row) => row.related)));
      yield;
      const needs: number[] = [];
      const needsFrom = new Uint32Array(rows.length + 1);
      for (const [i, row] of rows.entries()) {
        if (i % STEP === 0) yield;
        const related = row.related.flatMap((id) => rows[rowOf.get(id) ?? -1] ?? []);
        const others = new Set([...related.map((r) => r.shard), ...row.sources, ...related.flatMap((r) => r.counted)]);
        others.delete(row.shard);
        needs.push(row.shard, ...[...others].sort((a, b) => a - b));
        needsFrom[i + 1] = needs.length;
      }
      yield;
      const questions = keysOf(hashes);
      yield;
      const counted = keysOf(quantities);
      yield;
      return {
        link: yield* (link ?? startIndexing(others)).done(),
        questions,
        sources,
        actors: new Map(others.actors.map((a) => [a.id, a.name])),
        needs: Uint16Array.from(needs),
        needsFrom,
        quantities: counted,
        counts: { questions: rows.length, estimates, sources: sources.size },
      };
    },
  };
}
