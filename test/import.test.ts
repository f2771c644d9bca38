// What comes back in: ours whole, theirs as far as it goes, and every row that does not named with its reason.
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import { importFile, type Imported } from '../lib/export/import.ts';
import { csv } from '../lib/export/csv.ts';
import { json } from '../lib/export/json.ts';
import { readSaved } from '../lib/saved/read.ts';
import type { SavedClaim } from '../lib/saved/schema.ts';
import { openSaved, type SavedStore } from '../lib/store/saved.ts';
import saved from './spec/export/saved.json' with { type: 'json' };
import { hash, savedOf } from './saved-content.ts';

const OPTIONS = { now: '2026-11-24T10:00:00Z', extension: '0.1.0', hash };
const CLAIMS = saved as SavedClaim[];
const file = (name: string): string => readFileSync(new URL(`spec/import/${name}`, import.meta.url), 'utf8');
const why = ({ rejected }: Imported): string[] => rejected.map(({ row, problem }) => `${row} ${problem.what} ${problem.where}`);

async function exported(parts: AsyncIterable<SavedClaim[]>, exporter = json): Promise<string> {
  let text = '';
  for await (const piece of exporter.write(parts, OPTIONS)) text += String(piece);
  return text;
}

async function withStores(work: (a: SavedStore, b: SavedStore) => Promise<void>): Promise<void> {
  const [a, b] = [openSaved('a'), openSaved('b')];
  await work(a, b);
  a.close();
  b.close();
  await Promise.all([Dexie.delete('a'), Dexie.delete('b')]);
}

const all = async (store: SavedStore): Promise<SavedClaim[]> => {
  const found: SavedClaim[] = [];
  for await (const part of store.whole(null)) found.push(...part);
  return found;
};

test('JSON out of one list into an empty one gives the same list', async () => {
  await withStores(async (a, b) => {
    await a.takeIn(CLAIMS, OPTIONS.now);
    const { claims, rejected } = await importFile(await exported(a.whole(null, 2)), OPTIONS);
    expect(rejected).toEqual([]);
    await b.takeIn(claims, OPTIONS.now);
    expect(await all(b)).toEqual(await all(a));
    expect(await all(b)).toHaveLength(3);
  });
});

test('a table over the list it came from takes in what was edited, and keeps what stood beside', async () => {
  await withStores(async (a) => {
    await a.takeIn(CLAIMS, OPTIONS.now);
    const table = (await exported(a.whole(null), csv)).replace('Headline gives no figure.', 'Edited in a spreadsheet.');
    const batch = await a.takeIn((await importFile(table, OPTIONS)).claims, OPTIONS.now);
    expect(batch).toMatchObject({ added: 0, changed: 3 });
    expect((await all(a)).find((c) => c.beside !== null)).toMatchObject({ note: 'Edited in a spreadsheet.\nSee chapter 2.', beside: CLAIMS[0]?.beside, changed: CLAIMS[0]?.changed });
    await a.undo(batch.batch);
    expect(new Set(await all(a))).toEqual(new Set(CLAIMS));
  });
});

describe('our JSON', () => {
  test('bad entries are named, the rest comes in', async () => {
    const [good] = CLAIMS;
    const later = { ...good, version: 2, id: 'f'.repeat(32) };
    const read = await importFile(JSON.stringify({ format: 'tallyside-saved-claims', exported: OPTIONS.now, extension: '9.0', claims: [null, later, good, { ...good, note: 'again' }, { ...good, quote: { exact: '' } }] }), OPTIONS);
    expect(read.claims).toEqual([good]);
    expect(why(read)).toEqual(['1 wrong-kind ', '2 later version', '4 twice id', '5 wrong-form quote.exact']);
  });
});

describe('our CSV', () => {
  test('after a spreadsheet had it: semicolons, other columns, another order', async () => {
    const read = await importFile(file('table.csv'), OPTIONS);
    expect(read.from).toBe('csv');
    expect(read.claims.map((c) => [c.note, c.figure?.low ?? null, c.figure?.bound ?? null, c.tags, c.saved, c.page.key])).toEqual([
      ['First', 735, 'at-least', ['harbour'], '2026-01-02T03:04:05Z', 'news.example/varland'],
      ['Third', null, null, ['one', 'two'], OPTIONS.now, 'news.example/varland'],
    ]);
    for (const claim of read.claims) expect(readSaved(claim)).toEqual({ claim });
    // Numbered as the spreadsheet numbers them: the heading is row 1, and the empty row counts.
    expect(why(read)).toEqual(['3 wrong-kind low', '6 not-allowed measure']);
  });
});

describe('Hypothesis', () => {
  test('annotations with a quotation come in, with their notes and tags', async () => {
    const read = await importFile(file('hypothesis.json'), OPTIONS);
    expect(read.from).toBe('hypothesis');
    expect(read.claims).toHaveLength(2);
    expect(read.claims[0]).toMatchObject({
      quote: { exact: 'At least 735 civilians were killed', prefix: ' guard spoke on Monday of last week. '.slice(-32), suffix: ' in the harbour.' },
      position: { start: 120, end: 160 },
      note: 'Compare with the *coast guard*.',
      tags: ['harbour', 'a,b'],
      saved: '2026-10-01T08:30:00.123Z',
      edited: '2026-10-02T08:30:00.000Z',
      page: { key: 'news.example/varland', title: 'Shelling goes on', host: 'news.example' },
      figure: null,
    });
    expect(read.claims[1]).toMatchObject({ saved: OPTIONS.now, quote: { exact: '40 fishermen', prefix: '', suffix: '' } });
    for (const claim of read.claims) expect(readSaved(claim)).toEqual({ claim });
    expect(why(read)).toEqual(['2 no-quote target.selector', '4 wrong-form uri', '5 twice id']);
  });

  test('as its API answers, and as a bare list', async () => {
    const { annotations } = JSON.parse(file('hypothesis.json')) as { annotations: object[] };
    for (const shape of [{ total: 5, rows: annotations }, annotations]) expect((await importFile(JSON.stringify(shape), OPTIONS)).claims).toHaveLength(2);
  });
});

test.each([
  ['nothing', '', 'empty'],
  ['white space', '\uFEFF \n', 'empty'],
  ['half a file', '{"format":"tallyside-saved-claims","claims":[', 'broken'],
  ['JSON of something else', '{"name":"x"}', 'unknown'],
  ['a table of something else', 'a,b\n1,2\n', 'unknown'],
  ['a web page', '<!doctype html><p>x', 'unknown'],
])('%s is refused: %s', async (_, text, reason) => {
  await expect(importFile(text, OPTIONS)).rejects.toMatchObject({ name: 'BadFile', why: reason });
});

test('a claim that was exported before it was known to the list keeps its id when its row has none', async () => {
  const claim = await savedOf();
  const text = `quote,url,canonical_url,figure,figure_start,figure_end,bound\r\n"${claim.quote.exact}",${claim.page.url},,At least 735 civilians,0,22,at-least\r\n`;
  expect((await importFile(text, OPTIONS)).claims[0]?.id).toBe(claim.id);
});
