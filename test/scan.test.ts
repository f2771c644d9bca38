import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseLine } from '../lib/cli/scan/batch.ts';
import { columns, wrap } from '../lib/cli/scan/columns.ts';
import { decodeHtml, parseHtml } from '../lib/cli/scan/parse-html.ts';
import { readPage } from '../lib/page/page.ts';

const SCAN = resolve(import.meta.dirname, '../lib/cli/scan.ts');

type Run = { code: number; out: string; err: string };
/** As `npm run -s scan -- …` runs it. */
const scan = (args: readonly string[], input = ''): Promise<Run> =>
  new Promise((done) => {
    const child = execFile(process.execPath, [SCAN, ...args], (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }));
    child.stdin?.end(input);
  });
type ClaimLine = { start: number; end: number; text: string; rules?: string[] };
type Line = { id: string | null; lang: string; text?: string; claims: ClaimLine[]; error?: string };
const records = (out: string): Line[] => out.trim().split('\n').map((line) => JSON.parse(line) as Line);

const STORY = 'Aid groups said on Monday that at least 214 civilians had been killed in the siege. The army lost 12 soldiers.';
const PAGE = `<!doctype html><html lang="en-GB"><head><title>Siege: 214 dead</title>
<meta property="article:published_time" content="2019-03-04T09:00:00Z"></head>
<body><nav><a href="/">9 killed elsewhere</a></nav><article><h1>Siege toll rises</h1>
<p>Aid groups said that at&nbsp;least <b>214</b> <a href="/x">civilians</a> had been killed.</p></article></body></html>`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tallyside-scan-'));
  await writeFile(join(folder, 'page.html'), PAGE);
  await writeFile(join(folder, 'story.txt'), STORY);
});
afterAll(() => rm(folder, { recursive: true }));

describe('a batch', () => {
  test('one record a line, in order; offsets are into the text as given', async () => {
    const lines = [{ id: 'a', text: STORY }, { id: 'b', text: 'Nothing happened.' }, { id: 'c', text: `\n\n  ${STORY}` }];
    const { code, out, err } = await scan(['--jsonl'], lines.map((l) => JSON.stringify(l)).join('\n'));
    expect([code, err]).toEqual([0, '']);
    const read = records(out);
    expect(read.map((r) => r.id)).toEqual(['a', 'b', 'c']);
    expect(read[1]).toEqual({ id: 'b', lang: 'en', claims: [] });
    for (const [i, { text }] of lines.entries()) {
      for (const claim of read[i]?.claims ?? []) expect(text.slice(claim.start, claim.end)).toBe(claim.text);
    }
    expect(read[0]?.claims[0]).toMatchObject({ low: 214, high: null, bound: 'at-least', kind: 'count', measure: 'killed', group: 'civilians', match: null });
  });

  test('only the names of the contract, false and null left out', async () => {
    const { out } = await scan(['--jsonl'], JSON.stringify({ id: 1, text: STORY }));
    const claim = records(out)[0]?.claims[0];
    const known = new Set(['start', 'end', 'text', 'low', 'high', 'bound', 'kind', 'measure', 'group', 'increment', 'hypothetical', 'saidBy', 'actor', 'place', 'period', 'match']);
    expect(Object.keys(claim ?? {}).filter((key) => !known.has(key))).toEqual([]);
    expect(claim).not.toHaveProperty('increment');
  });

  test('HTML is read as a page, and its text comes back', async () => {
    const { out } = await scan(['--jsonl'], JSON.stringify({ id: 'p', html: PAGE }));
    const [record] = records(out);
    const text = record?.text ?? '';
    expect(text).toBe('Siege toll rises\nAid groups said that at least 214 civilians had been killed.');
    expect(record?.lang).toBe('en');
    const claim = record?.claims[0];
    expect(text.slice(claim?.start, claim?.end)).toBe(claim?.text);
    expect(claim?.text).toContain('214');
  });

  test('a bad line is told and the rest is read; the exit says so at the end', async () => {
    const bad = ['{"id": "x"}', 'no json', '{"id":"y","text":"a","html":"b"}', '{"id":"z","text":"a","date":"some day"}', '[]', '{"text":"a"}'];
    const { code, out, err } = await scan(['--jsonl'], `${bad.join('\n')}\n\n${JSON.stringify({ id: 'good', text: STORY })}\n`);
    expect(code).toBe(1);
    expect(err).toBe('6 lines could not be read.\n');
    const read = records(out);
    expect(read.map((r) => r.id)).toEqual(['x', null, 'y', 'z', null, null, 'good']);
    expect(read.slice(0, 6).every((r) => typeof r.error === 'string' && !('claims' in r))).toBe(true);
    expect(read[6]).toHaveProperty('claims');
  });

  test('--explain adds the rules that read each figure', async () => {
    const { out } = await scan(['--jsonl', '--explain'], JSON.stringify({ id: 'a', text: STORY }));
    expect(records(out)[0]?.claims.map((c) => (c.rules?.length ?? 0) > 0)).toEqual([true, true]);
  });

  test('a language we do not read has no claims and keeps its name', async () => {
    const { out } = await scan(['--jsonl'], JSON.stringify({ id: 'a', text: STORY, lang: 'xx-XX' }));
    expect(records(out)[0]).toEqual({ id: 'a', lang: 'xx-XX', claims: [] });
  });
});

describe('one page', () => {
  test('a saved page: its headline, its date and where that is from, each figure as it stands', async () => {
    const { code, out } = await scan([join(folder, 'page.html')]);
    expect(code).toBe(0);
    expect(out).toContain('Siege toll rises');
    expect(out).toContain('4 Mar 2019 (from the page’s metadata)');
    expect(out).toContain('214');
    expect(out).not.toContain('9 killed elsewhere');
    expect(out).toContain('nothing comparable is known');
  });

  test('a plain text, a given date, standard input', async () => {
    const file = await scan([join(folder, 'story.txt'), '--date', '4 March 2019']);
    expect(file.out).toContain('4 Mar 2019 (as given)');
    const piped = await scan(['-', '--url', 'https://news.example/2019/a'], STORY);
    expect(piped.out).toContain('news.example');
    expect(piped.out).toContain('undated: compared with all dates');
  });

  test('a figure with competing estimates shows them, from several sources', async () => {
    const { out } = await scan(['-', '--date', '2017-09-29'], 'Airwars says at least 5,486 civilians have been killed by coalition air strikes in Iraq and Syria since August 2014.');
    expect(out).toContain('How many civilians');
    expect(out).toMatch(/US-led coalition/);
    expect(out).toMatch(/Why\s+\S/);
    expect(out).toMatch(/Database \S+ of /);
  });
});

describe('wrong calls say what is wrong, with the usage, and exit with 2', () => {
  test.each([
    [[], 'no file given'],
    [['a.txt', 'b.txt'], 'one file at a time'],
    [['--jsonl', 'a.txt'], '--jsonl reads standard input'],
    [['--jsonl', '--date', '2019'], 'belong into each line'],
    [['--nothing'], '--nothing'],
    [['no-such-file.html'], 'cannot read no-such-file.html'],
    [['-', '--date', 'soon'], 'not a date: soon'],
  ])('%j', async (args, message) => {
    const { code, out, err } = await scan(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toContain('Usage:');
  });
});

test('a line of the batch may date itself as people do', () => {
  expect(parseLine('{"id":"a","text":"","date":"Sept. 29, 2017","url":null}')).toEqual({ id: 'a', html: false, input: { text: '', date: '2017-09-29' } });
  expect(parseLine('{"id":"a","text":"","url":7}')).toEqual({ id: 'a', error: '"url" is not a string' });
});

describe('saved pages', () => {
  test('are decoded as they declare, else as UTF-8, else as Windows-1252', () => {
    expect(decodeHtml(new TextEncoder().encode('<p>60 000 morts – “ici”'))).toBe('<p>60 000 morts – “ici”');
    expect(decodeHtml(Uint8Array.from([...Buffer.from('<meta charset=iso-8859-2><p>'), 0xb3]))).toBe('<meta charset=iso-8859-2><p>ł');
    expect(decodeHtml(Uint8Array.from([0x93, 0x61, 0x94]))).toBe('“a”');
  });

  test('are parsed as browsers parse them, badly nested as they are', () => {
    const document = parseHtml('<!doctype html><p>One<p>Two<table><tr><td>Three</table><html><body><div>Four');
    expect([...document.querySelectorAll('body p, body td, body div')].map((e) => e.textContent)).toEqual(['One', 'Two', 'Three', 'Four']);
  });
});

test('text for a terminal: broken at spaces, columns aligned', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(columns([['735', 'Airwars', 'as of 2017 and counting'], ['about 12', 'UN', '']], [10, 10], 34)).toEqual([
    '735       Airwars  as of 2017 and',
    '                   counting',
    'about 12  UN',
  ]);
});

test('an open declarative shadow root of a saved page is part of it, a template is not', () => {
  const { page } = readPage(parseHtml('<!doctype html><x-card><template shadowrootmode="open"><p>Nine died.</p></template></x-card><template><p>Ten died.</p></template><p>Eleven died.</p>'));
  expect(page.text).toBe('Nine died.\nEleven died.');
});
