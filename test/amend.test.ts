// A release in which only figures changed: the index of the one before is amended, to the very same as if all had been read anew.
import 'fake-indexeddb/auto';
import { assert, asyncProperty, constantFrom, integer, array, record, boolean } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolve } from 'node:path';
import { loadDatabase } from '../assets/compile.ts';
import type { Database, Question } from '../lib/claim/database.ts';
import { indexerOf } from '../lib/lookup/keeper.ts';
import type { Store } from '../lib/store/store.ts';
import { openTables } from '../lib/store/tables.ts';
import { BadBundle, install, type Indexer } from '../lib/update/install.ts';
import { memoryStore } from '../lib/store/memory-store.ts';
import { NAME, store } from './support/fresh-store.ts';
import { SmallBundle, estimate } from './support/small-database.ts';

const real = await loadDatabase(resolve(import.meta.dirname, '../assets'));
const OURS = indexerOf('0.1.0');

/** Says how its index was made. */
function telling(): { indexer: Indexer; made: string[] } {
  const made: string[] = [];
  const indexer: Indexer = {
    by: OURS.by,
    start() {
      made.push('anew');
      return OURS.start();
    },
    async amend(index, changed) {
      const parts = (await OURS.amend?.(index, changed)) ?? null;
      if (parts !== null) made.push(`amended by ${changed.length}`);
      return parts;
    },
  };
  return { indexer, made };
}

/** The whole of what is served, and how it was made. */
async function updated(before: Database, after: Database, into: Store = memoryStore()): Promise<{ index: unknown[]; made: string[] }> {
  const { indexer, made } = telling();
  await install(into, new SmallBundle('2026.11.14', before), indexer);
  const pointer = await install(into, new SmallBundle('2026.11.21', after), indexer);
  return { index: await into.index(pointer.index), made };
}

async function anew(database: Database): Promise<unknown[]> {
  const into = memoryStore();
  const pointer = await install(into, new SmallBundle('2026.11.21', database), OURS);
  return into.index(pointer.index);
}

const withQuestion = (id: string, change: (question: Question) => Question): Database => ({ ...real, questions: real.questions.map((q) => (q.id === id ? change(structuredClone(q)) : q)) });
const many = real.questions.find((q) => q.estimates.length > 3 && q.series.length > 0) as Question;

describe('an index is amended', () => {
  const cases: Record<string, (q: Question) => Question> = {
    'by a figure': (q) => ({ ...q, estimates: q.estimates.map((e, i) => (i === 0 ? { ...e, best: 123_456 } : e)) }),
    'by an estimate more of a source that counts already': (q) => ({ ...q, estimates: [...q.estimates, { ...estimate(q.id, q.estimates[0]?.source ?? '', 7_654), id: `${q.id}--again` }] }),
    'by another caveat': (q) => ({ ...q, estimates: q.estimates.map((e) => ({ ...e, caveat: 'Read again.' })) }),
    'by an estimate that is not shown any more': (q) => ({ ...q, estimates: q.estimates.map((e, i) => (i === 1 ? { ...e, show: false, status: 'excluded' } : e)) }),
    'by a point of a running count': (q) => ({ ...q, series: q.series.map((s) => ({ ...s, points: s.points.map((p, i) => (i === 0 ? { ...p, value: 1 } : p)) })) }),
    'by a note, and that there are no rivals': (q) => ({ ...q, notes: 'Another note.', thin: !q.thin }),
  };
  test.each(Object.entries(cases))('%s', async (_, change) => {
    const after = withQuestion(many.id, change);
    const { index, made } = await updated(real, after);
    expect(made).toEqual(['anew', 'amended by 1']);
    expect(index).toEqual(await anew(after));
  });

  test('by nothing at all: another version of the same', async () => {
    const { index, made } = await updated(real, real);
    expect(made).toEqual(['anew', 'amended by 0']);
    expect(index).toEqual(await anew(real));
  });

  test('by any figures of any questions, release after release', async () => {
    const edit = record({ question: constantFrom(...real.questions.map((q) => q.id)), at: integer({ min: 0, max: 5 }), best: integer({ min: 0, max: 1_000_000 }), day: constantFrom('2020', '2023-02', '2024-02-29'), shown: boolean() });
    let amended = 0;
    await assert(
      asyncProperty(array(array(edit, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }), async (releases) => {
        const { indexer, made } = telling();
        const into = memoryStore();
        let questions = real.questions;
        await install(into, new SmallBundle('2026.11.1', real), indexer);
        for (const [i, edits] of releases.entries()) {
          const of = new Map(edits.map((e) => [e.question, e]));
          questions = questions.map((q) => {
            const e = of.get(q.id);
            return e === undefined ? q : { ...q, estimates: q.estimates.map((x, n) => (n === e.at ? { ...x, best: e.best, as_of: e.day, show: e.shown } : x)) };
          });
          await install(into, new SmallBundle(`2026.11.${i + 2}`, { ...real, questions }), indexer);
        }
        const pointer = await into.pointer();
        expect(await into.index(pointer?.index ?? '')).toEqual(await anew({ ...real, questions }));
        amended += made.length - 1;
        expect(made.filter((m) => m === 'anew')).toHaveLength(1);
      }),
      { numRuns: 5 },
    );
    expect(amended).toBeGreaterThan(4);
  });
});

describe('all is read anew', () => {
  const q = many;
  const newSource = { ...(real.sources[0] as Database['sources'][number]), id: 'a-source-of-ours' };
  const cases: Record<string, Database> = {
    'when a question has another name': withQuestion(q.id, (x) => ({ ...x, match: { ...x.match, strong: [...x.match.strong, 'Qwerty uprising'] } })),
    'when it is about another time': withQuestion(q.id, (x) => ({ ...x, period: { ...x.period, start: '1999' } })),
    'when it has another title': withQuestion(q.id, (x) => ({ ...x, title: 'People who were killed' })),
    'when it counts something else': withQuestion(q.id, (x) => ({ ...x, measure: 'other' })),
    'when it has no relations': { ...real, questions: real.questions.map((x) => ({ ...x, relations: x.id === q.id ? [] : x.relations.filter((r) => r.question !== q.id) })) },
    'when a question is gone': { ...real, questions: real.questions.filter((x) => x.relations.length > 0 || x.id !== real.questions.find((y) => y.relations.length === 0)?.id) },
    'when there is one more': { ...real, questions: [...real.questions, { ...q, id: `${q.id}-again`, relations: [], estimates: [], series: [] }] },
    'when a source is new': { ...withQuestion(q.id, (x) => ({ ...x, estimates: [...x.estimates, { ...estimate(x.id, newSource.id, 1), id: `${x.id}--new` }] })), sources: [...real.sources, newSource] },
    'when an event has another name': { ...real, events: real.events.map((e) => (e.id === q.event ? { ...e, name: 'Another name' } : e)) },
  };
  test.each(Object.entries(cases))('%s', async (_, after) => {
    const { index, made } = await updated(real, after);
    expect(made).toEqual(['anew', 'anew']);
    expect(index).toEqual(await anew(after));
  });

  test('when other code made the index', async () => {
    const { indexer, made } = telling();
    const into = memoryStore();
    await install(into, new SmallBundle('2026.11.14', real), indexerOf('0.0.9'));
    await install(into, new SmallBundle('2026.11.21', real), indexer);
    expect(made).toEqual(['anew']);
  });

  test.each(['blobs', 'indexes'] as const)('when some of its %s are gone or damaged', async (table) => {
    const { indexer, made } = telling();
    await install(store, new SmallBundle('2026.11.14', real), indexer);
    const tables = openTables(NAME, 'relaxed');
    const keys = (await tables[table].toCollection().primaryKeys()).slice(0, 1);
    if (table === 'indexes') await tables.indexes.bulkDelete(keys);
    else for (const row of (await tables.blobs.bulkGet(keys)).flatMap((r) => r ?? [])) await tables.blobs.put({ ...row, bytes: row.bytes.slice(1) });
    tables.close();
    const pointer = await install(store, new SmallBundle('2026.11.21', real), indexer);
    expect(made).toEqual(['anew', 'anew']);
    expect(await store.index(pointer.index)).toEqual(await anew(real));
  });
});

describe('what is not sound is refused', () => {
  const refused: Record<string, (q: Question) => Question> = {
    'a count by nobody': (q) => ({ ...q, estimates: [...q.estimates, { ...estimate(q.id, 'nobody-we-know', 1), id: `${q.id}--nobody` }] }),
    'a running count by nobody': (q) => ({ ...q, series: q.series.map((s) => ({ ...s, source: 'nobody-we-know' })) }),
    'a figure that is none': (q) => ({ ...q, estimates: q.estimates.map((e) => ({ ...e, best: -1 })) }),
    'markup nobody sees': (q) => ({ ...q, notes: 'a\u202eb' }),
  };
  test.each(Object.entries(refused))('%s, and what was served is served', async (_, change) => {
    const into = memoryStore();
    await install(into, new SmallBundle('2026.11.14', real), OURS);
    const before = await into.pointer();
    await expect(install(into, new SmallBundle('2026.11.21', withQuestion(many.id, change)), OURS)).rejects.toThrow(BadBundle);
    expect(await into.pointer()).toEqual(before);
  });
});

test('of the shards only those that changed are read', async () => {
  await install(store, new SmallBundle('2026.11.14', real), OURS);
  const read: string[] = [];
  const watched = new Proxy(store, {
    get: (target, key: keyof Store) => (key === 'text' ? (blob: Parameters<Store['text']>[0]) => (read.push(blob.hash), target.text(blob)) : target[key]),
  });
  const before = await store.pointer();
  const after = await install(watched, new SmallBundle('2026.11.21', withQuestion(many.id, (q) => ({ ...q, notes: 'Another note.' }))), OURS);
  const kept = new Set(after.shards.map((s) => s.hash));
  expect(read).toEqual(before?.shards.filter((s) => !kept.has(s.hash)).map((s) => s.hash));
  expect(read).toHaveLength(1);
});
