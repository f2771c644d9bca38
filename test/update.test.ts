import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { Shard } from '../lib/update/bundle.ts';
import { shardFile } from '../lib/update/files.ts';
import { BadBundle, install, type Indexer } from '../lib/update/install.ts';
import { bringUpToDate } from '../lib/update/update.ts';
import { DamagedStore, OlderVersion, type Store } from '../lib/store/store.ts';
import { openTables } from '../lib/store/tables.ts';
import { NAME, renew, reopen, store } from './support/fresh-store.ts';
import { SmallBundle, question, smallDatabase } from './support/small-database.ts';

/** An index that says which code made it and out of what. */
const indexer = (by: string): Indexer => ({
  by,
  start() {
    const first: unknown[] = [];
    return Promise.resolve({
      add: (shard) => void (shard.kind === 'questions' && first.push(...shard.records.map((q) => q.estimates[0]?.best))),
      done: () => Promise.resolve([{ by }, { first }]),
    });
  },
});
const OURS = indexer('0.1.0');
/** The same, and it takes what changed from a release to the next into the index that is there. */
const AMENDING: Indexer = {
  ...OURS,
  amend: ([by, first], changed) => Promise.resolve([by, changed.reduce((was, { after }) => (after.kind === 'questions' ? { first: after.records.map((q) => q.estimates[0]?.best) } : was), first)]),
};

/** What a reader would be given: the version, the figure in its shard and the figure in its index. Throws when they are not whole. */
async function served(from: Store): Promise<{ version: string; shard: number; index: number } | null> {
  const pointer = await from.pointer();
  if (pointer === null) return null;
  const shards = await Promise.all(pointer.shards.map(async (s) => JSON.parse(await from.text(s)) as Shard));
  const questions = shards.flatMap((s) => (s.kind === 'questions' ? s.records : []));
  const [, index] = (await from.index(pointer.index)) as [{ by: string }, { first: number[] }];
  return { version: pointer.version, shard: questions[0]?.estimates[0]?.best ?? 0, index: index.first[0] ?? 0 };
}

const OLD = new SmallBundle('2026.11.14', smallDatabase(9_000));
const NEW = new SmallBundle('2026.11.21', smallDatabase(9_606));
const SERVES_OLD = { version: '2026.11.14', shard: 9_000, index: 9_000 };
const SERVES_NEW = { version: '2026.11.21', shard: 9_606, index: 9_606 };

describe('installing', () => {
  test('serves the bundle, its shards and an index of them', async () => {
    await install(store, OLD, OURS);
    expect(await served(store)).toEqual(SERVES_OLD);
  });

  test('fetches only the shards that changed', async () => {
    await install(store, OLD, OURS);
    const next = new SmallBundle('2026.11.21', smallDatabase(9_606));
    await install(store, next, OURS);
    expect(next.fetched).toEqual(next.entries().filter((s) => s.kind === 'questions').map((s) => s.sha256));
    expect(await served(store)).toEqual(SERVES_NEW);
  });

  test('never goes back to an older version', async () => {
    await install(store, NEW, OURS);
    await expect(install(store, OLD, OURS)).rejects.toThrow(OlderVersion);
    expect(await served(store)).toEqual(SERVES_NEW);
  });

  test('fetches a damaged shard again', async () => {
    await install(store, OLD, OURS);
    const tables = openTables(NAME, 'relaxed');
    for (const row of await tables.blobs.toArray()) await tables.blobs.put({ ...row, bytes: row.bytes.slice(1) });
    tables.close();
    await expect(served(store)).rejects.toThrow(DamagedStore);
    await install(store, OLD, OURS);
    expect(await served(store)).toEqual(SERVES_OLD);
  });
});

describe('a bundle that is not sound is refused whole, and what was served is served', () => {
  const questions = (b: SmallBundle): string => b.entries().find((s) => s.kind === 'questions')?.sha256 ?? '';
  const records = (change: object): string => JSON.stringify({ kind: 'questions', records: [{ ...question('arlen-civilians', []), ...change }] });

  const cases: Record<string, (bundle: SmallBundle) => void> = {
    'the manifest is a page': (b) => b.files.delete('manifest.json'),
    'the manifest has a key nobody knows': (b) => b.editManifest((m) => (m['script'] = 'x')),
    'the manifest is of another format': (b) => b.editManifest((m) => (m['format'] = 2)),
    'the version is not a version': (b) => b.editManifest((m) => (m['version'] = 'latest')),
    'a shard is missing on the host': (b) => b.files.delete(shardFile(questions(b))),
    'a byte of a shard is flipped': (b) => {
      const name = shardFile(questions(b));
      b.files.set(name, (b.files.get(name) ?? new Uint8Array()).map((byte, i) => (i === 40 ? ~byte : byte)));
    },
    'a shard is cut short': (b) => {
      const name = shardFile(questions(b));
      b.files.set(name, (b.files.get(name) ?? new Uint8Array()).slice(0, -1));
    },
    'a shard unpacks to more than it says': (b) => b.republish('questions-iraq', `${records({})}${' '.repeat(3_000_000)}`, { raw: 5_000 }),
    'a shard says it unpacks to more than is allowed': (b) => b.republish('questions-iraq', records({}), { raw: 50_000_000 }),
    'a shard is not JSON': (b) => b.republish('questions-iraq', 'questions'),
    'a shard holds another kind of record': (b) => b.republish('questions-iraq', JSON.stringify({ kind: 'actors', records: [{ id: 'a', name: 'A', aliases: [] }] })),
    'a shard holds fewer records than it says': (b) => b.republish('questions-iraq', records({}), { count: 2 }),
    'a record has a key nobody knows': (b) => b.republish('questions-iraq', records({ html: '<b>x</b>' })),
    'a record has a hidden character': (b) => b.republish('questions-iraq', records({ title: 'Civilians \u202edellik' })),
    'a question names an event that is not there': (b) => b.republish('questions-iraq', records({ event: 'elsewhere' })),
    'a question is there twice': (b) =>
      b.editManifest((m) => {
        for (const shard of m.shards.filter((s) => s.kind === 'questions')) m.shards.push({ ...shard, id: 'again' });
      }),
  };
  test.each(Object.entries(cases))('%s', async (_, tamper) => {
    await install(store, OLD, OURS);
    const bundle = new SmallBundle('2026.11.21', smallDatabase(9_606));
    tamper(bundle);
    await expect(install(store, bundle, OURS)).rejects.toThrow(BadBundle);
    expect(await served(store)).toEqual(SERVES_OLD);
  });
});

describe('stopped at any moment', () => {
  class Killed extends Error {}

  /** A store whose n-th call never comes back, before or after it took effect; every later call fails as well. */
  function mortal(real: Store, n: number, when: 'before' | 'after'): { store: Store; died(): boolean } {
    let left = n;
    let dead = false;
    const store = new Proxy(real, {
      get(target, key: keyof Store) {
        const method = target[key] as (...args: unknown[]) => Promise<unknown>;
        return async (...args: unknown[]) => {
          dead ||= left === 0;
          left -= 1;
          if (dead && when === 'before') throw new Killed();
          const answer = dead && left < -1 ? undefined : await method(...args);
          if (dead) throw new Killed();
          return answer;
        };
      },
    });
    return { store, died: () => dead };
  }

  const kinds = [
    ['first install', true, OURS],
    ['update', false, OURS],
    ['update of an index', false, AMENDING],
  ] as const;
  for (const when of ['before', 'after'] as const)
    for (const [name, first, ours] of kinds)
      test(`${name}, ${when} each step takes effect: the old or the new version is served whole, and a second try ends well`, async () => {
        for (let step = 0; ; step++) {
          if (!first) await install(store, OLD, ours);
          const { store: dying, died } = mortal(store, step, when);
          const outcome = await install(dying, NEW, ours).catch((error: unknown) => error);
          reopen();
          const after = await served(store);
          expect([first ? null : SERVES_OLD, SERVES_NEW], `step ${step}`).toContainEqual(after);
          if (!died()) {
            expect(step).toBeGreaterThan(5);
            expect(after).toEqual(SERVES_NEW);
            return;
          }
          expect(outcome, `step ${step}`).toBeInstanceOf(Killed);
          await install(store, NEW, ours);
          expect(await served(store)).toEqual(SERVES_NEW);
          await renew();
        }
      });

  test('an update that breaks off keeps what it fetched', async () => {
    const { store: dying } = mortal(store, 3, 'after');
    await install(dying, NEW, OURS).catch(() => undefined);
    const again = new SmallBundle('2026.11.21', smallDatabase(9_606));
    await install(store, again, OURS);
    expect(again.fetched.length).toBeLessThan(again.entries().length);
  });
});

describe('bringing up to date on start', () => {
  test('installs the packaged bundle into an empty store, once', async () => {
    const packaged = new SmallBundle('2026.11.14');
    await bringUpToDate(store, packaged, OURS);
    const fetched = packaged.fetched.length;
    await bringUpToDate(store, packaged, OURS);
    expect(packaged.fetched.length).toBe(fetched);
    expect(await served(store)).toEqual(SERVES_OLD);
  });

  test('takes a newer packaged version, and keeps a newer stored one', async () => {
    await bringUpToDate(store, OLD, OURS);
    await bringUpToDate(store, NEW, OURS);
    expect(await served(store)).toEqual(SERVES_NEW);
    await bringUpToDate(store, OLD, OURS);
    expect(await served(store)).toEqual(SERVES_NEW);
  });

  test('takes other packaged data of the same version: a build of the same day', async () => {
    await bringUpToDate(store, OLD, OURS);
    await bringUpToDate(store, new SmallBundle('2026.11.14', smallDatabase(10_000)), OURS);
    expect(await served(store)).toEqual({ version: '2026.11.14', shard: 10_000, index: 10_000 });
  });

  test('makes the index anew when other code made it, also of stored data newer than the packaged', async () => {
    await bringUpToDate(store, NEW, OURS);
    const pointer = await bringUpToDate(store, OLD, indexer('0.2.0'));
    expect(pointer).toMatchObject({ version: '2026.11.21', indexedBy: '0.2.0' });
    expect(await store.index(pointer.index)).toMatchObject([{ by: '0.2.0' }, {}]);
  });
});
