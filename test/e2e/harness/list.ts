// A list that is there already: rows on the disk, as the store writes them. To be called in a page of ours.
import { listed } from '../../../lib/saved/list.ts';
import type { SavedClaim } from '../../../lib/saved/schema.ts';
import { savedOf } from '../../saved-content.ts';
import { until, type Tab } from './driver.ts';

const STORES = ['claims', 'besides', 'journal', 'batches'];

/** Runs `what` on the open stores of the list; `stores` and `claims` are theirs to use. */
const inList = (mode: 'readonly' | 'readwrite', what: string): string => `new Promise((done, fail) => {
  const opening = indexedDB.open('tallyside-saved');
  opening.onerror = () => fail(opening.error);
  opening.onsuccess = () => {
    const db = opening.result;
    if (!db.objectStoreNames.contains('claims')) { db.close(); indexedDB.deleteDatabase('tallyside-saved'); return done(null); }
    const t = db.transaction(${JSON.stringify(STORES)}, '${mode}');
    const [claims, besides, journal, batches] = ${JSON.stringify(STORES)}.map((name) => t.objectStore(name));
    let answer = true;
    ${what}
    t.oncomplete = () => { db.close(); done(answer); };
    t.onerror = () => fail(t.error);
  };
})`;

export async function fill(own: Tab, saved: readonly SavedClaim[]): Promise<void> {
  const rows = saved.map((claim) => ({ row: { ...listed(claim), ...(claim.beside === null ? {} : { checked: '' }) }, beside: claim.beside && { id: claim.id, beside: claim.beside } }));
  await until('the list to be there', () => own.evaluate(inList('readonly', '')));
  for (let from = 0; from < rows.length; from += 500) {
    await own.evaluate(inList('readwrite', `for (const { row, beside } of ${JSON.stringify(rows.slice(from, from + 500))}) { claims.put(row); if (beside) besides.put(beside); }`));
  }
}

/** Every saved claim, as it lies on the disk. */
export const kept = (own: Tab): Promise<SavedClaim[]> => own.evaluate(inList('readonly', 'const all = claims.getAll(); all.onsuccess = () => { answer = all.result; };'));

export const empty = async (own: Tab): Promise<void> => void (await own.evaluate(inList('readwrite', 'for (const store of [claims, besides, journal, batches]) store.clear();')));

/** Claims of many pages, all different, the newest last. */
export async function many(count: number): Promise<SavedClaim[]> {
  const one = await savedOf();
  return Array.from({ length: count }, (_, n): SavedClaim => {
    const place = ['harbour', 'bridge', 'market', 'hospital'][n % 4] ?? '';
    return {
      ...one,
      id: (n + 1).toString(16).padStart(32, '0'),
      saved: new Date(1.6e12 + n * 60_000).toISOString(),
      quote: { ...one.quote, exact: `${one.quote.exact} Report ${n} of the ${place}.` },
      figure: one.figure && { ...one.figure, low: 100 + n, high: null },
      page: { ...one.page, key: `news.example/${n}`, host: n % 3 === 0 ? 'paper.example' : 'news.example', site: n % 3 === 0 ? 'The Paper' : 'The Example' },
      tags: n % 2 === 0 ? ['even'] : [],
      note: n % 5 === 0 ? `Compare with report ${n * 7}.` : '',
    };
  });
}
