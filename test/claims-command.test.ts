// The command line for maintainers: what it prints, how it ends, and the arithmetic behind derived figures.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Estimate, Question, Series, SeriesPoint } from '../lib/claim/database.ts';
import { sample } from '../lib/cli/claims/sample.ts';
import { claims } from './support/run-claims.ts';
import { scratch, sourced, writeAssets } from './support/small-assets.ts';

const ROOT = join(import.meta.dirname, '..');

/** A running count that ends with an estimate. */
function counterOf(question: Question, e: Estimate): Series {
  e.series = `${e.source}--${question.id}`;
  const point = (date: string, value: number): SeriesPoint => ({ date, value, url: 'https://example.org/count', dataset: null, checked: 'full', estimate: null });
  const last = { ...point(e.as_of ?? '', e.best ?? 0), estimate: e.id };
  return { id: e.series, source: e.source, unit: question.unit, qualifier: 'exact', points: [point('2017-01-01', 1), last], drops: [] };
}

describe('claims', () => {
  test('check tells that the shipped database is sound', async () => {
    const { code, out } = await claims('check');
    expect(out).toMatch(/^\d+ questions, \d+ estimates, \d+ sources: 0 problems\n$/);
    expect(code).toBe(0);
  });

  test('compile writes a manifest and its shards', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'claims-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    expect((await claims('compile', folder)).code).toBe(0);
    expect(await readdir(folder)).toEqual(['manifest.json', 's']);
  });

  test('audit counts each collection, and all of them', async () => {
    const rows = JSON.parse((await claims('audit', '--json')).out) as { collection: string; shown: number; estimates: number; questions: number }[];
    const total = rows.at(-1);
    expect(total?.collection).toBe('total');
    for (const column of ['questions', 'estimates', 'shown'] as const)
      expect(rows.slice(0, -1).reduce((n, row) => n + row[column], 0)).toBe(total?.[column]);
  });

  test('audit tells a maintainer what was verified, corrected and excluded, how much is primary, which counters have an own page, and how old it is', async () => {
    const folder = await scratch();
    const database = sourced();
    const [question] = database.questions;
    if (question === undefined) expect.fail();
    const [first, second, third] = question.estimates;
    Object.assign(first ?? {}, { verified: { on: '2026-11-01', outcome: 'corrected', evidence: 'Read again', primary: true } });
    Object.assign(second ?? {}, { url_kind: 'report-of' });
    Object.assign(third ?? {}, { status: 'excluded', show: false });
    for (const e of [first, second]) if (e !== undefined) question.series.push(counterOf(question, e));
    await writeAssets(database, folder);
    const { code, out } = await claims('audit', '--date', '2018-03-01', '--assets', folder);
    expect(code).toBe(0);
    expect(out.trim().split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['collection', 'questions', 'thin', 'estimates', 'shown', 'verified', 'corrected', 'excluded', 'linked', 'primary', 'counters', 'own page', 'newest', 'months'],
      ...['iraq', 'total'].map((name) => [name, '1', '0', '3', '2', '100 %', '1', '1', '0 %', '50 %', '2', '1', '2017-12-20', '3']),
    ]);
  });

  test('audit draws the same sample for the same seed, another for another', async () => {
    const drawn = async (seed: string): Promise<string[]> => (JSON.parse((await claims('audit', '--json', '--sample', '5', '--seed', seed)).out) as { id: string }[]).map((e) => e.id);
    const [a, b, c] = await Promise.all([drawn('7'), drawn('7'), drawn('8')]);
    expect(new Set(a).size).toBe(5);
    expect(b).toEqual(a);
    expect(c).not.toEqual(a);
  });

  test('keys, root, publish, sign, verify and diff make a feed out of the shipped database, the same bytes each time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'feed-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const [keys, feed, again] = [join(folder, 'keys'), join(folder, 'feed'), join(folder, 'again')];
    const good = async (...args: string[]): Promise<string> => {
      const { code, out, err } = await claims(...args);
      expect(`${code} ${err}`, args.join(' ')).toBe('0 ');
      return out;
    };
    await good('keygen', keys);
    expect((await claims('keygen', keys)).err).toContain('is there already');
    for (const where of [feed, again]) {
      await good('root', where, '--keys', keys, '--date', '2126-11-22');
      await good('publish', where, '--keys', keys, '--date', '2126-11-22');
    }
    const files = async (where: string): Promise<Record<string, string>> =>
      Object.fromEntries(await Promise.all((await readdir(where, { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).map(async (e) => [e.name, (await readFile(join(e.parentPath, e.name))).toString('base64')] as const)));
    expect(await files(again)).toEqual(await files(feed));
    expect(JSON.parse(await good('publish', feed, '--keys', keys, '--date', '2126-11-22', '--json'))).toMatchObject({ written: 0, head: 1 });
    const verified = JSON.parse(await good('verify', feed, '--json')) as { fingerprint: string; bytes: number };
    expect(verified).toMatchObject({ feed: 'Tallyside', head: 1, root: 1 });
    expect(await good('sign', feed, '--key', join(keys, 'head.key'), '--date', '2126-11-23')).toContain('head 2');
    expect((await claims('sign', feed, '--key', join(keys, 'data.key'))).err).toContain('is not the head key');
    expect(await good('diff', feed, again)).toBe('No reader would see a change.\n');
    const parcel = (await readdir(feed)).find((name) => name.endsWith('.claims')) ?? '';
    expect(JSON.parse(await good('verify', join(feed, parcel), '--json'))).toMatchObject({ fingerprint: verified.fingerprint, head: 1 });
    const [shard = ''] = await readdir(join(feed, 's'));
    await writeFile(join(feed, 's', shard), 'x');
    expect((await claims('verify', feed)).err).toMatch(/^bad-data: .*bytes instead of/);
  });

  test('serve gives a feed out with the headers of a host, and nothing else of its folder, until it is stopped', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'serve-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const [keys, feed] = [join(folder, 'keys'), join(folder, 'feed')];
    await claims('keygen', keys);
    const { out } = await claims('root', feed, '--keys', keys);
    await writeFile(join(feed, 'notes.txt'), 'not for others');
    const serving = spawn(process.execPath, [join(ROOT, 'lib/cli/claims.ts'), 'serve', feed], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void serving.kill());
    const [said] = (await once(serving.stdout, 'data')) as [Buffer];
    const [, address = '', fingerprint = ''] = /^(\S+)  .*\nfingerprint (.*)\n$/.exec(said.toString()) ?? [];
    expect(out).toContain(fingerprint);
    const given = await fetch(`${address}root.1.json`);
    expect([given.status, given.headers.get('access-control-allow-origin'), given.headers.get('cache-control')]).toEqual([200, '*', 'immutable, max-age=31536000']);
    expect(await given.text()).toBe(await readFile(join(feed, 'root.1.json'), 'utf8'));
    expect(given.headers.get('content-encoding')).toBe('gzip');
    const plain = await fetch(`${address}root.1.json`, { headers: { 'accept-encoding': 'identity' } });
    expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, await readFile(join(feed, 'root.1.json'), 'utf8')]);
    // A shard is named by the hash of its packed bytes: those are sent as they are.
    const shard = `s/${'a'.repeat(64)}.json.gz`;
    await mkdir(join(feed, 's'), { recursive: true });
    await writeFile(join(feed, shard), gzipSync('{}'));
    const packed = await fetch(address + shard);
    expect([packed.headers.get('content-encoding'), packed.headers.get('content-type')]).toEqual([null, 'application/octet-stream']);
    expect(new Uint8Array(await packed.arrayBuffer())).toEqual(new Uint8Array(gzipSync('{}')));
    for (const name of ['notes.txt', '', '..%2Fkeys%2Fhead.key', 'head.json']) expect((await fetch(address + name)).status, name).toBe(404);
    serving.kill('SIGINT');
    expect(await once(serving, 'exit')).toEqual([0, null]);
  });

  test('a root is complete when two of its holders have signed it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'root-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const [keys, away, feed] = [join(folder, 'keys'), join(folder, 'away'), join(folder, 'feed')];
    await claims('keygen', keys);
    await mkdir(away);
    for (const name of ['root-2.key', 'root-3.key']) await rename(join(keys, name), join(away, name));
    const draft = await claims('root', feed, '--keys', keys);
    expect(draft.code).toBe(1);
    expect(draft.err).toContain('1 of the 2 signatures');
    const signed = await claims('sign', join(feed, 'root.1.draft.json'), '--key', join(away, 'root-3.key'));
    expect(signed.out).toContain('fingerprint');
    expect(await readdir(feed)).toEqual(['root.1.json']);
  });

  for (const [args, message] of [
    [[], 'no command'],
    [['publish', 'x'], 'publish needs --keys'],
    [['sign', 'x'], 'sign needs --key'],
    [['root', 'x', '--keys', 'y', '--date', 'soon'], '--date needs a day like 2026-11-21, not soon'],
    [['diff', 'x'], 'expected 2 paths, got 1'],
    [['weigh'], 'no command weigh'],
    [['check', 'twice'], 'unexpected twice'],
    [['check', '--loud'], "Unknown option '--loud'"],
    [['check', '--assets', 'nowhere'], 'no folder nowhere'],
    [['compile'], 'expected 1 path, got 0'],
    [['audit', '--sample', 'many'], '--sample needs a whole number, not many'],
    [['derive'], 'derive needs --datasets'],
  ] as const)
    test(`is not understood: ${args.join(' ') || '(nothing)'}`, async () => {
      const { code, err, out } = await claims(...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`claims: ${message}`);
      expect(err).toContain('usage: npm run -s claims');
    });
});

const datasets = join(ROOT, '../shared/facts/datasets');
// The data sets are large and not ours to ship; where they lie beside the project the figures are computed again.
test.skipIf(!existsSync(datasets))('a derived figure is what the data sets give, for every query', async () => {
  const { code, out, err } = await claims('derive', '--datasets', datasets);
  expect(err).toBe('');
  expect(out).toMatch(/^\d+ queries: 0 differences\n$/);
  expect(code).toBe(0);
});

test('a sample holds no item twice, and all when more are asked for than there are', () => {
  expect(sample(['a', 'b', 'c'], 9, 1).toSorted()).toEqual(['a', 'b', 'c']);
  expect(sample([], 3, 1)).toEqual([]);
});
