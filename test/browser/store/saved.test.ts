// What only a real browser can show of the list of saved claims: a worker that dies while it writes.
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { SavedClaim } from '../../../lib/saved/schema.ts';
import { askPersistence, persistence } from '../../../lib/store/persistence.ts';
import { openSaved } from '../../../lib/store/saved.ts';
import stored from '../../spec/saved/store-1.json' with { type: 'json' };

const CLAIMS = 1_500;

function claims(): SavedClaim[] {
  const [row, kept] = [stored.claims.find((c) => 'checked' in c), stored.besides[0]];
  if (row === undefined || kept === undefined) throw new Error('no stored claim');
  const one = SavedClaim.parse(Object.fromEntries(Object.entries({ ...row, beside: kept.beside }).filter(([key]) => key !== 'checked' && key !== 'sources')));
  return Array.from({ length: CLAIMS }, (_, i) => ({ ...one, id: i.toString(16).padStart(32, '0') }));
}

async function count(name: string): Promise<number> {
  const store = openSaved(name);
  const n = await store.count();
  store.close();
  return n;
}

/** Starts the write and ends the worker `after` ms into it. */
async function writeAndDie(name: string, after: number): Promise<'died' | 'done'> {
  const worker = new Worker(new URL('./writer.ts', import.meta.url), { type: 'module' });
  const ended = new Promise<'died' | 'done'>((end) => {
    worker.addEventListener('message', ({ data }) => {
      if (data === 'done') end('done');
      else setTimeout(() => end('died'), after);
    });
  });
  worker.postMessage({ name, claims: claims() }, []);
  const how = await ended;
  worker.terminate();
  return how;
}

test('a worker that dies while it writes leaves all of it or nothing', async () => {
  const seen = new Set<string>();
  for (const after of [0, 20, 80, 60_000]) {
    const name = `dies-${after}`;
    const how = await writeAndDie(name, after);
    const n = await count(name);
    seen.add(how);
    expect([0, CLAIMS], `${how} after ${after} ms`).toContain(n);
    if (how === 'done') expect(n).toBe(CLAIMS);
    await Dexie.delete(name);
  }
  expect(seen).toEqual(new Set(['died', 'done']));
});

test('says whether the browser may throw the list away', async () => {
  const { persistent, used, room } = await persistence();
  expect(typeof persistent).toBe('boolean');
  expect(used).toBeGreaterThanOrEqual(0);
  expect(room).toBeGreaterThan(0);
  // Whether it is granted is the browser's to decide; that it is told is ours.
  expect(await askPersistence()).toBe((await persistence()).persistent);
});
