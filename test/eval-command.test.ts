import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const EVAL = resolve(import.meta.dirname, '../lib/cli/eval.ts');
type Run = { code: number; out: string; err: string };
const run = (...args: string[]): Promise<Run> =>
  new Promise((done) => execFile(process.execPath, [EVAL, ...args], (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err })));

const lines = (...records: unknown[]): string => records.map((r) => JSON.stringify(r)).join('\n');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tallyside-eval-'));
  const story = 'Rebels shelled the market of Ardal on Monday. Nine people were killed and 14 others were wounded, the mayor said.';
  const figure = (unit: string, value: number) => ({ value_low: value, value_high: value, unit, qualifier: 'exact', explicit: true });
  await writeFile(join(folder, 'muc34.ours.jsonl'), lines({ id: 'a', text: story, gold: [figure('killed', 9), figure('wounded', 14), figure('killed', 77)] }));
  await writeFile(join(folder, 'negatives.ours.jsonl'), lines({ id: 'n', text: 'The minister, 61, killed the bill on Monday.', gold: [], negative: true, tier: 'hard' }));
  const claim = 'Airwars says at least 5,486 civilians have been killed by coalition air strikes in Iraq and Syria since August 2014.';
  const start = claim.indexOf('5,486');
  const question = 'coalition-iraq-syria-civilians-killed';
  await writeFile(join(folder, 'link-docs.ours.jsonl'), lines({ id: 'd', url: null, title: null, date: '2017-09-29', text: claim }));
  await writeFile(
    join(folder, 'link-gold.ours.jsonl'),
    lines({ id: 'd#1', doc_id: 'd', start, end: start + 5, low: 5486, high: null, text_kind: 'verbatim', region: 'iraq', gold: { question, relation: 'same', acceptable: [], ambiguous: false } }),
  );
  await mkdir(join(folder, 'gold'));
  await writeFile(join(folder, 'gold/ardal.txt'), story);
  const at = story.indexOf('Nine');
  const mention = { quote: 'Nine people were killed', number_text: 'Nine', start: at, end: at + 4, low: 9, high: 9, kind: 'count', unit: 'killed' };
  await writeFile(join(folder, 'gold/ardal.json'), JSON.stringify({ slug: 'ardal', title: null, url: null, split: 'dev', mentions: [mention] }));
});
afterAll(() => rm(folder, { recursive: true }));

type Bars = { bars: Record<string, { ours: number; naive: number | null; reached: boolean }> };

test('a folder of sets is measured: figures, negatives, pages and links, each by its own rules', async () => {
  const { code, out } = await run(folder, '--json');
  expect(code).toBe(0);
  const { bars } = JSON.parse(out) as Bars;
  expect(bars['muc34-recall']?.ours).toBeCloseTo(66.7, 1);
  expect(bars['negatives-hard']).toMatchObject({ ours: 0, reached: true });
  expect(bars['pages-f1']?.ours).toBeCloseTo(66.7, 1); // "14 others" is not among this page's labels
  expect(bars['link-recall']).toMatchObject({ ours: 100, naive: null });
  expect(Object.keys(bars)).not.toContain('gva-f1');
});

test('the tables name what was missed, the curve, the groups and the speed', async () => {
  const { code, out } = await run(folder, '--errors', '5', '--by', 'region');
  expect(code).toBe(0);
  expect(out).toMatch(/muc34 +recall of written figures ≥ 2 .* NOT YET/);
  expect(out).toContain('· missed a killed 77–77');
  expect(out).toMatch(/score at least +`same` right/);
  expect(out).toMatch(/^iraq +1 +100\.0 \(1\/1\)/m);
  expect(out).toMatch(/ms a megabyte/);
});

test('one set alone', async () => {
  const { out } = await run(folder, '--set', 'link', '--json');
  expect(Object.keys((JSON.parse(out) as Bars).bars).every((id) => id.startsWith('link'))).toBe(true);
});

test.each([
  [['/no/such/folder'], 'no such folder'],
  [['a', 'b'], 'one folder at a time'],
  [['--errors', 'many'], '--errors is not a number'],
  [['--what'], '--what'],
  [[resolve(import.meta.dirname, 'spec')], 'no labelled sets'],
])('%j is told apart from a measurement', async (args, message) => {
  const { code, err } = await run(...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
