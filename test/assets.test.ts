// The claims database: the shipped one is sound, every kind of defect is told, and what ships is only what may be shown.
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compileBundle, loadDatabase, readDatabase } from '../assets/compile.ts';
import { checkDatabase, describeProblem, type RawRecord } from '../lib/claim/check.ts';
import { isAfter } from '../lib/claim/checks/dates.ts';
import { jsonSchemas } from '../lib/cli/claims/json-schema.ts';
import { hasOwnPage } from '../lib/cli/claims/own-page.ts';
import { publish } from '../lib/claim/publish.ts';
import { pack } from '../assets/pack.ts';
import { Manifest, Shard } from '../lib/update/bundle.ts';
import { MANIFEST_FILE, shardFile } from '../lib/update/files.ts';
import sound from './spec/database/sound.json' with { type: 'json' };
import defects from './spec/database/defects.json' with { type: 'json' };
import editorial from './spec/database/editorial.json' with { type: 'json' };
import counters from './spec/database/counters.json' with { type: 'json' };

const ASSETS = join(import.meta.dirname, '../assets');

type Files = Record<string, unknown>;
type Defect = { why: string; file: string; set: Record<string, unknown>; without?: string[]; problems: string[] };

const rawOf = (files: Files): RawRecord[] => Object.entries(files).map(([file, value]) => ({ file, value }));
const problemsOf = (files: Files): string[] => checkDatabase(rawOf(files)).problems.map(describeProblem);

/** A copy with one field another; "estimates.0.low" as in the reports themselves. */
function withDefect(files: Files, { file, set, without = [] }: Defect): Files {
  const copy = structuredClone(files);
  const holder = (path: string): [Record<string, unknown>, string] => {
    const keys = path.split('.');
    let at = copy[file] as Record<string, unknown>;
    for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
    return [at, keys.at(-1) ?? ''];
  };
  for (const [path, value] of Object.entries(set)) {
    const [at, key] = holder(path);
    at[key] = value;
  }
  for (const path of without) {
    const [at, key] = holder(path);
    delete at[key];
  }
  return copy;
}

describe('a defect is told with its file, field and reason', () => {
  test('the example without a defect is sound', () => expect(problemsOf(sound)).toEqual([]));
  for (const defect of [...defects, ...editorial] as unknown as Defect[])
    test(defect.why, () => expect(problemsOf(withDefect(sound, defect)).toSorted()).toEqual(defect.problems.toSorted()));
});

describe('a folder', () => {
  async function folderOf(files: Record<string, string>): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'claims-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    return folder;
  }
  const texts = Object.fromEntries(Object.entries(sound).map(([file, value]) => [file, JSON.stringify(value)]));
  const info = { 'database.json': JSON.stringify({ version: '2031.4.1', created: '2031-04-01' }) };

  test('that is sound compiles', async () => {
    const files = await compileBundle(await folderOf({ ...texts, ...info }));
    expect(manifestOf(files)).toMatchObject({ format: 1, version: '2031.4.1', created: '2031-04-01' });
  });

  test('with several broken files stops the build, naming each', async () => {
    const folder = await folderOf({
      ...texts,
      ...info,
      'sources/rescue-watch.json': '{"id": ',
      'events/notes.txt': 'remember',
      'actors/harbour-guard.json': JSON.stringify({ id: 'harbour-guard', name: '' }),
    });
    const message = await compileBundle(folder).then(String, String);
    expect(message).toMatch(/sources\/rescue-watch\.json: cannot be read as JSON/);
    expect(message).toContain('events/notes.txt: is not a .json file');
    expect(message).toContain('actors/harbour-guard.json: name: is too short (at least 1)');
    expect(message).toContain('actors/harbour-guard.json: aliases: is missing (array expected)');
    await expect(loadDatabase(folder)).rejects.toThrow('rescue-watch.json');
  });

  test('without a version is not published', async () => {
    await expect(compileBundle(await folderOf(texts))).rejects.toThrow('database.json: cannot be read');
    await expect(compileBundle(await folderOf({ ...texts, 'database.json': '{"version": "soon", "created": "2031-04-01"}' }))).rejects.toThrow(
      'database.json: version: is not a version like 2026.11.21',
    );
  });
});

describe('the shipped database', async () => {
  const read = await readDatabase(ASSETS);
  const shipped = await loadDatabase(ASSETS);
  const estimates = shipped.questions.flatMap((q) => q.estimates);

  test('is sound', () => expect(read.problems.map(describeProblem)).toEqual([]));

  test('ships every question, and exactly the estimates that may be shown', () => {
    const shown = read.database.questions.flatMap((q) => q.estimates.filter((e) => e.show).map((e) => e.id));
    expect(shipped.questions.map((q) => q.id)).toEqual(read.database.questions.map((q) => q.id));
    expect(estimates.map((e) => e.id)).toEqual(shown);
    expect(shown.length).toBeGreaterThan(1200);
  });

  test('ships nothing unseen, unnamed or private to the maintainers', () => {
    for (const e of estimates) {
      expect(e, e.id).toMatchObject({ show: true, unchecked: null, where: null, url: expect.any(String) });
      expect(['press-unattributed', 'encyclopaedias-unnamed', 'researchers-unnamed', 'sum-of-published-lists'], e.id).not.toContain(e.source);
      expect(e.checked, e.id).not.toBe('no');
      expect(e.status, e.id).not.toBe('excluded');
    }
  });

  test('repeats no hidden figure as a point of a running count', () => {
    const shownIds = new Set(estimates.map((e) => e.id));
    for (const q of shipped.questions)
      for (const s of q.series) {
        expect(s.points.length, s.id).toBeGreaterThan(1);
        for (const p of s.points) if (p.estimate !== null) expect(shownIds, s.id).toContain(p.estimate);
      }
  });

  test('names a page of its own for the source of every running count, but for the few listed with their reason', () => {
    const sources = new Map(shipped.sources.map((s) => [s.id, s]));
    const without = shipped.questions.flatMap((q) => q.series.filter((s) => !hasOwnPage(s, q.estimates, sources.get(s.source))).map((s) => s.id));
    expect(without.toSorted()).toEqual(counters["without a page of their source's own"].map((c) => c.count));
    expect(without.length).toBeLessThanOrEqual(3);
  });

  test('ends every running count at the newest figure of its source that answers the question', () => {
    const behind = shipped.questions.flatMap((q) =>
      q.series.filter((s) => {
        const counted = q.series.filter((own) => own.source === s.source).flatMap((own) => own.points.map((p) => p.date));
        const told = q.estimates.filter((e) => e.source === s.source && e.comparable === 'full' && e.status === 'current');
        return told.some((e) => e.as_of !== null && counted.every((day) => isAfter(e.as_of ?? '', day)));
      }),
    );
    expect(behind.map((s) => s.id).toSorted()).toEqual(counters['ending before a newer figure of their source'].map((c) => c.count));
  });

  test('ships the sources, events and actors it names, and no other source', () => {
    const sources = new Set(shipped.sources.map((s) => s.id));
    const cited = new Set(estimates.map((e) => e.source));
    for (const e of estimates) for (const id of e.derived_from.concat(e.via ?? [])) cited.add(id);
    for (const s of shipped.questions.flatMap((q) => q.series)) cited.add(s.source);
    expect([...sources].toSorted()).toEqual([...cited].toSorted());
    const events = new Map(shipped.events.map((e) => [e.id, e]));
    for (const q of shipped.questions) expect(events.has(q.event), q.id).toBe(true);
    for (const e of shipped.events) if (e.parent !== null) expect(events.has(e.parent), e.id).toBe(true);
    const actors = new Set(shipped.actors.map((a) => a.id));
    for (const a of shipped.questions.flatMap((q) => q.by.actors)) expect(actors).toContain(a);
  });

  test('has the reason of each excluded estimate in CHANGES.md', async () => {
    const changes = await readFile(join(ASSETS, 'CHANGES.md'), 'utf8');
    for (const e of read.database.questions.flatMap((q) => q.estimates)) if (e.status === 'excluded') expect(changes).toMatch(new RegExp(`^- \`${e.id}\`: .*excluded`, 'm'));
  });

  test('keeps its files as they are written by the tools: two spaces, newline at the end, accents as themselves', async () => {
    for (const q of read.database.questions) {
      const text = await readFile(join(ASSETS, 'questions', q.collection, `${q.id}.json`), 'utf8');
      expect(text, q.id).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    }
  });
});

describe('the bundle', async () => {
  const files = await compileBundle(ASSETS);
  const manifest = manifestOf(files);

  test('is the same bytes from the same files', async () => expect(await compileBundle(ASSETS)).toEqual(files));

  test('names every file by the hash of its bytes, with true sizes and counts', () => {
    expect([...files.keys()].toSorted()).toEqual([MANIFEST_FILE, ...manifest.shards.map((s) => shardFile(s.sha256))].toSorted());
    for (const entry of manifest.shards) {
      const gz = files.get(shardFile(entry.sha256)) ?? new Uint8Array();
      const raw = gunzipSync(gz);
      const shard = Shard.parse(JSON.parse(raw.toString()));
      expect({ ...entry }).toMatchObject({ sha256: createHash('sha256').update(gz).digest('hex'), gz: gz.length, raw: raw.length, kind: shard.kind, count: shard.records.length });
    }
    expect(new Set(manifest.shards.map((s) => s.id)).size).toBe(manifest.shards.length);
  });

  test('holds what ships, whole, after a round trip', async () => {
    const shipped = await loadDatabase(ASSETS);
    for (const kind of ['questions', 'events', 'actors', 'sources'] as const) {
      const records: { id: string }[] = [];
      for (const { kind: own, sha256 } of manifest.shards) if (own === kind) records.push(...shardOf(files, sha256).records);
      expect(records.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(shipped[kind]);
    }
  });

  test('is cut into shards of a size that is quick to open', () => {
    for (const s of manifest.shards.filter(({ kind }) => kind === 'questions')) expect(s.raw, s.id).toBeLessThan(260_000);
  });

  test('leaves the other shards alone when one record changes', async () => {
    const { database, info } = await readDatabase(ASSETS);
    const [first] = database.questions;
    if (first === undefined || info === null) throw new Error('no questions');
    const changed = { ...database, questions: [{ ...first, notes: 'changed' }, ...database.questions.slice(1)] };
    const after = new Set(pack(publish(changed), info).keys());
    expect([...files.keys()].filter((name) => !after.has(name))).toHaveLength(1);
  });
});

describe('the JSON Schema for editors', () => {
  for (const [name, text] of jsonSchemas())
    test(`${name} is as the Zod schemas say (npm run -s claims -- schema)`, async () => expect(await readFile(join(ASSETS, 'schema', name), 'utf8')).toBe(text));
});

function shardOf(files: Map<string, Uint8Array>, sha256: string): Shard {
  return Shard.parse(JSON.parse(gunzipSync(files.get(shardFile(sha256)) ?? '').toString()));
}

function manifestOf(files: Map<string, Uint8Array>): Manifest {
  return Manifest.parse(JSON.parse(new TextDecoder().decode(files.get(MANIFEST_FILE))));
}
