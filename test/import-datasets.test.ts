// `claims import`: which rows of a data set count, what becomes of the others, and what stands in the question's file afterwards.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Question } from '../lib/claim/database.ts';
import { judge } from '../lib/cli/import/judge-row.ts';
import type { Layout } from '../lib/cli/import/layout.ts';
import { readRows } from '../lib/cli/import/read-rows.ts';
import rows from './spec/datasets/rows.json' with { type: 'json' };
import { claims } from './support/run-claims.ts';
import { scratch, sourced, writeAssets } from './support/small-assets.ts';

const DATA = join(import.meta.dirname, 'spec/datasets');
const QUESTION = 'questions/iraq/arlen-civilians.json';
const INTO = ['--into', 'arlen-civilians', '--source', 'ged'];

async function assets(): Promise<string> {
  const folder = await scratch();
  await writeAssets(sourced(), folder);
  return folder;
}
const questionIn = async (folder: string): Promise<Question> => JSON.parse(await readFile(join(folder, QUESTION), 'utf8')) as Question;

describe('a row', () => {
  const layout: Layout = { id: 'id', start: 'from', end: 'to', low: 'low', best: 'best', high: 'high' };
  test.each(rows)('$row.from $row.low $row.best $row.high: $is', ({ row, is }) => {
    const judged = judge(row, layout);
    expect(typeof judged === 'string' ? judged : 'sound').toBe(is);
  });
});

describe('a CSV file', () => {
  const read = async (text: string): Promise<[number, Readonly<Record<string, unknown>>][]> => {
    const file = join(await scratch(), 'a.csv');
    await writeFile(file, text);
    const found: [number, Readonly<Record<string, unknown>>][] = [];
    for await (const { line, cells } of readRows(file)) found.push([line, cells]);
    return found;
  };

  for (const [why, text] of [
    ['line feeds', 'war,dead\n"Vietnam War, Phase 2",5\nKorean,7\n'],
    ['carriage returns alone', 'war,dead\r"Vietnam War, Phase 2",5\rKorean,7\r'],
    ['both, and none at the end', 'war,dead\r\n"Vietnam War, Phase 2",5\r\nKorean,7'],
    ['a byte order mark', '\uFEFFwar,dead\n"Vietnam War, Phase 2",5\nKorean,7'],
    ['a row of HXL tags', 'war,dead\n#crisis+name,#affected+killed\n"Vietnam War, Phase 2",5\nKorean,7'],
  ] as const)
    test(`is read with ${why}`, async () =>
      expect((await read(text)).map(([, cells]) => cells)).toEqual([
        { war: 'Vietnam War, Phase 2', dead: '5' },
        { war: 'Korean', dead: '7' },
      ]));

  test('may hold quotes, empty cells and line ends inside a cell; a row is named by the line it begins in', async () =>
    expect(await read('a,b,c\n"said ""no""",,"two\nlines"\n1,2,3\n')).toEqual([
      [2, { a: 'said "no"', b: '', c: 'two\nlines' }],
      [4, { a: '1', b: '2', c: '3' }],
    ]));

  test.each([
    ['a quote that is never closed', 'a,b\n"x,y\n', /Quote Not Closed/],
    ['a row of another length', 'a,b\n1,2\n1\n', /Invalid Record Length.*line 3/],
    ['a column twice', 'a,a\n1,2\n', /two columns a/],
  ])('is refused with %s', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});

describe('import', () => {
  test('adds up the sound rows, keeps the others aside with line and reason, and prints what it would write', async () => {
    const folder = await assets();
    const report = join(folder, 'rejected.jsonl');
    const before = await readFile(join(folder, QUESTION), 'utf8');
    const args = ['import', 'ucdp-ged', join(DATA, 'ged.csv'), ...INTO, '--where', 'country=Iraq', '--to', '2017-07-10', '--rejected', report, '--assets', folder];
    const { code, out, err } = await claims(...args);
    expect([code, out.trim().split('\n').at(-1)]).toEqual([0, '8 rows, 2 used, 4 kept aside: arlen-civilians--ged-20170102: 23–30–42 about']);
    const aside = (await readFile(report, 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as unknown);
    expect(aside).toEqual([
      { line: 6, id: '3', reason: 'best 7 is above high 6' },
      { line: 7, id: '4', reason: 'ends (2017-02-01) before it starts (2017-03-01)' },
      { line: 8, id: '2', reason: '2 stands in line 4 already' },
      { line: 10, id: '7', reason: 'ends (2017-07-12) after 2017-07-10 and begins before' },
    ]);
    expect(err).toContain('line 6: best 7 is above high 6');
    expect(await readFile(join(folder, QUESTION), 'utf8')).toBe(before);
    expect(JSON.parse((await claims(...args, '--json')).out)).toMatchObject({ rows: 8, used: 2, record: { low: 23, best: 30, high: 42, status: 'derived' }, written: [] });
  });

  test('writes the estimate and its query, so that the database is sound and the figure can be computed again', async () => {
    const folder = await assets();
    const args = ['import', 'ucdp-ged', join(DATA, 'ged.csv'), ...INTO, '--where', 'country=Iraq', '--to', '2017-07-10', '--write', '--assets', folder];
    expect((await claims(...args)).code).toBe(0);
    const added = (await questionIn(folder)).estimates.at(-1);
    expect(added).toMatchObject({ source: 'ged', low: 23, best: 30, high: 42, qualifier: 'about', as_of: '2017-01-02', status: 'derived', title: 'UCDP Georeferenced Event Dataset' });
    expect(added?.caveat).toBe('Sum of 2 rows. 4 more rows that could not be read without doubt are left out.');
    expect((await claims('check', '--assets', folder)).out).toContain(': 0 problems');
    expect((await claims('derive', '--datasets', DATA, '--assets', folder)).out).toBe('1 queries: 0 differences\n');
    expect(await readFile(join(folder, 'derived.json'), 'utf8')).toContain('"licence": "CC BY 4.0", "sha256": "');
    const text = await readFile(join(folder, QUESTION), 'utf8');
    expect((await claims(...args)).code).toBe(0);
    expect(await readFile(join(folder, QUESTION), 'utf8')).toBe(text);
  });

  test('reads the layout of a file by its columns: dead and missing added up, months first', async () => {
    const { out } = await claims('import', 'iom-missing-migrants', join(DATA, 'missing-migrants.csv'), ...INTO, '--where', 'Region=Sea', '--json', '--assets', await assets());
    expect(JSON.parse(out)).toMatchObject({
      used: 2,
      aside: [
        { line: 4, reason: 'Incident Date: Sat, 13/01/2016 - 12:00 is no day that exists' },
        { line: 5, reason: 'Minimum Estimated Number of Missing: -9 is not a whole number from 0 on' },
      ],
      record: { low: 11, best: null, high: null, qualifier: 'at-least', as_of: '2016-11-25' },
    });
  });

  test('reads any CSV file by a mapping of its columns', async () => {
    const folder = await assets();
    const map = join(folder, 'map.json');
    await writeFile(map, JSON.stringify({ id: 'id', start: 'date_start', low: 'low', high: 'high' }));
    const args = ['import', 'csv', join(DATA, 'ged.csv'), '--map', map, ...INTO, '--title', 'A list', '--url', 'https://example.org/list', '--where', 'id=1..2', '--to', '2017-01-01', '--assets', folder];
    expect(JSON.parse((await claims(...args, '--json')).out)).toMatchObject({ record: { low: 23, best: null, high: 42, qualifier: 'range', title: 'A list' } });
    expect((await claims(...args, '--write')).err).toContain('say with --licence by what right');
    expect((await claims(...args, '--write', '--licence', 'CC0')).code).toBe(0);
    expect((await claims('derive', '--datasets', DATA, '--assets', folder)).out).toBe('1 queries: 0 differences\n');
  });

  test('makes a running count of totals: the last of each month and the latest, what was entered by hand kept, a fall told', async () => {
    const folder = await assets();
    const args = ['import', 't4p-gaza', join(DATA, 'daily.json'), ...INTO, '--monthly', '--dataset', 'ged/daily.json', '--write', '--assets', folder];
    const { code, out, err } = await claims(...args);
    expect([code, err]).toEqual([0, 'line 6: report_date: 2016-11-31 is no day that exists\nline 9: killed_cum: ninety is not a whole number from 0 on\n']);
    expect(out).toContain('2016-12-20: falls from 75 to 70; say in its note why');
    const [series] = (await questionIn(folder)).series;
    expect(series?.points.map((p) => `${p.date} ${p.value}`)).toEqual(['2016-10-31 40', '2016-11-28 75', '2016-12-20 70', '2017-01-05 90']);
    expect(series?.drops).toEqual([{ date: '2016-12-20', from: 75, to: 70, note: null }]);

    const question = await questionIn(folder);
    const hand = { date: '2016-11-20', value: 60, url: 'https://example.org/count', dataset: null, checked: 'full' as const, estimate: null };
    const edited = question.series.map((s) => ({ ...s, points: s.points.toSpliced(1, 0, hand), drops: s.drops.map((d) => ({ ...d, note: 'Twice counted' })) }));
    await writeFile(join(folder, QUESTION), JSON.stringify({ ...question, series: edited }));
    expect((await claims(...args)).code).toBe(0);
    expect((await questionIn(folder)).series).toEqual(edited);
    expect((await claims('check', '--assets', folder)).out).toContain(': 0 problems');
    expect((await claims('derive', '--datasets', DATA, '--assets', folder)).out).toBe('1 queries: 0 differences\n');
  });

  test('counts a total that is carried over on the day it was reported, and reads columns within columns', async () => {
    const args = ['import', 't4p-gaza', join(DATA, 'daily.json'), ...INTO, '--monthly', '--dataset', 'ged/daily.json', '--json', '--assets', await assets()];
    const points = async (...more: string[]): Promise<string[]> =>
      (JSON.parse((await claims(...args, ...more)).out) as { record: { points: { date: string; value: number }[] } }).record.points.map((p) => `${p.date} ${p.value}`);
    expect((await points('--carried'))[0]).toBe('2016-10-30 40');
    expect((await claims(...args, '--best', 'verified.killed_cum')).err).toContain('1 dated values are no running count');
  });

  test.each([
    [['ucdp-ged', 'ged.csv', '--into', 'nothing', '--source', 'ged'], 'no question nothing', 1],
    [['ucdp-ged', 'ged.csv', '--into', 'arlen-civilians', '--source', 'nobody'], 'no source nobody', 1],
    [['ucdp-ged', 'missing.csv', ...INTO], 'no file', 1],
    [['ucdp-ged', 'missing-migrants.csv', ...INTO], 'none of the layouts known for it: no column id, date_start', 1],
    [['ucdp-ged', 'ged.csv', ...INTO, '--where', 'land=Iraq'], 'the file has no column land; it has id, country', 1],
    [['ucdp-ged', 'ged.csv', ...INTO, '--where', 'country=Peru'], 'no row fits', 1],
    [['t4p-gaza', 'daily.json', ...INTO], 'running totals, which are not added up: use --monthly', 1],
    [['ucdp-ged', 'ged.csv', ...INTO, '--monthly'], '--monthly needs a data set of running totals', 2],
    [['ucdp-ged', 'ged.csv', ...INTO, '--where', 'country=Iraq', '--as-of', '2015-01-01', '--write'], "is before the question's period", 1],
    [['ucdp-ged', 'ged.csv', '--source', 'ged'], 'import needs --into', 2],
    [['ucdp', 'ged.csv', ...INTO], 'no kind ucdp; there are ucdp-ged', 2],
    [['csv', 'ged.csv', ...INTO], 'csv and --map FILE go together', 2],
    [['ucdp-ged', 'ged.csv', ...INTO, '--from', '2016-02-30'], '--from needs a day', 2],
    [['ucdp-ged', 'ged.csv', ...INTO, '--from', '2017-01-01', '--to', '2016-01-01'], 'is before --from', 2],
    [['ucdp-ged', 'ged.csv', ...INTO, '--where', 'country'], '--where needs COLUMN=VALUE', 2],
  ])('%j: %s', async (args, message, status) => {
    const folder = await assets();
    const before = await readFile(join(folder, QUESTION), 'utf8');
    const { code, err } = await claims('import', args[0] ?? '', join(DATA, args[1] ?? ''), ...args.slice(2), '--assets', folder);
    expect([code, err.includes(message) ? message : err]).toEqual([status, message]);
    expect(await readFile(join(folder, QUESTION), 'utf8')).toBe(before);
  });

  test('is ended by Ctrl-C with every file whole', async () => {
    const folder = await assets();
    const long = join(folder, 'long.csv');
    const file = createWriteStream(long);
    file.write('id,date_start,date_end,low,best,high\n');
    for (let i = 0; i < 40; i++) file.write(Array.from({ length: 10_000 }, (_, n) => `${i * 10_000 + n},2016-11-01,2016-11-01,1,1,1\n`).join(''));
    await new Promise((done) => file.end(done));
    const before = await readFile(join(folder, QUESTION), 'utf8');
    const child = spawn(process.execPath, [join(import.meta.dirname, '../lib/cli/claims.ts'), 'import', 'ucdp-ged', long, ...INTO, '--write', '--assets', folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    child.stderr.on('data', (text: Buffer) => said.push(String(text)));
    const ended = new Promise<number | null>((done) => child.once('close', done));
    // Node listens for the signal once the command runs; until then it ends at once, which leaves the files whole as well.
    await new Promise((done) => setTimeout(done, 900));
    child.kill('SIGINT');
    const code = await ended;
    expect(code === 130 ? said.join('') : 'stopped: nothing was written\n').toBe('stopped: nothing was written\n');
    expect(code).not.toBe(0);
    expect(await readFile(join(folder, QUESTION), 'utf8')).toBe(before);
  });
});
