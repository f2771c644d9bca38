// A database small enough to read at a glance, sound enough to be packed and installed.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { pack } from '../../assets/pack.ts';
import type { Database, Estimate, Event, Question, Source } from '../../lib/claim/database.ts';
import { Manifest, type ShardEntry } from '../../lib/update/bundle.ts';
import { MANIFEST_FILE, shardFile } from '../../lib/update/files.ts';
import type { BundleSource } from '../../lib/update/install.ts';

export const source = (id: string): Source => ({
  id,
  name: `Name of ${id}`,
  aliases: [],
  shared_aliases: [],
  kind: 'monitor',
  homepage: null,
  homepage_checked: false,
  country: null,
  note: null,
});

export const event = (id: string): Event => ({
  id,
  name: `Name of ${id}`,
  type: 'battle',
  aliases: ['Battle of Arlen'],
  aliases_i18n: {},
  countries: ['IQ'],
  start: '2016-10-17',
  end: '2017-07-10',
  parent: null,
});

export const estimate = (question: string, by: string, best: number): Estimate => ({
  id: `${question}--${by}-2017`,
  source: by,
  claimant: null,
  via: null,
  derived_from: [],
  role: 'monitor',
  party_to_event: false,
  low: null,
  best,
  high: null,
  qualifier: 'exact',
  text_value: null,
  as_of: '2017-12-20',
  published: null,
  date_precision: 'day',
  method: null,
  caveat: null,
  scope: null,
  comparable: 'full',
  series: null,
  status: 'current',
  contested: false,
  denies: null,
  checked: 'full',
  unchecked: null,
  show: true,
  url: null,
  url_kind: null,
  link: false,
  title: null,
  where: null,
  seen_at: null,
});

export const question = (id: string, estimates: Estimate[], change: Partial<Question> = {}): Question => ({
  id,
  collection: 'iraq',
  kind: 'casualty',
  event: 'arlen',
  title: 'Civilians killed in the Battle of Arlen',
  place: { name: 'Arlen', countries: ['IQ'] },
  period: { start: '2016-10-17', end: '2017-07-10' },
  group: 'civilians',
  group_text: null,
  measure: 'killed',
  unit: 'people',
  by: { scope: 'all-causes', actors: [], weapons: [], disputed: false },
  match: { strong: ['Battle of Arlen'], weak: ['Arlen'], must: [], exclude: [], date_phrases: [], page_dates: null, aliases_i18n: {}, weak_i18n: {} },
  relations: [],
  series_rule: 'nearest-as-of',
  notes: null,
  thin: false,
  estimates,
  series: [],
  ...change,
});

/** One question with two counts: `first` tells one version of the data from another. */
export const smallDatabase = (first: number): Database => ({
  questions: [question('arlen-civilians', [estimate('arlen-civilians', 'press-a', first), estimate('arlen-civilians', 'monitor-b', 1_260)])],
  events: [event('arlen')],
  actors: [],
  sources: [source('press-a'), source('monitor-b')],
});

/** A packed bundle that can be tampered with before it is offered. */
export class SmallBundle implements BundleSource {
  readonly files: Map<string, Uint8Array>;
  fetched: string[] = [];

  constructor(version: string, database: Database = smallDatabase(9_000)) {
    this.files = pack(database, { version, created: '2026-11-14' });
  }

  readonly manifest = (): Promise<string> => Promise.resolve(new TextDecoder().decode(this.bytes(MANIFEST_FILE)));

  readonly shard = (sha256: string): Promise<Uint8Array<ArrayBuffer>> => {
    this.fetched.push(sha256);
    return Promise.resolve(this.bytes(shardFile(sha256)));
  };

  /** The bytes of a file; a missing one answers with a page, as some hosts do. */
  private bytes(name: string): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.files.get(name) ?? new TextEncoder().encode('<!doctype html><title>Not found</title>'));
  }

  entries(): ShardEntry[] {
    return Manifest.parse(JSON.parse(new TextDecoder().decode(this.bytes(MANIFEST_FILE)))).shards;
  }

  editManifest(edit: (manifest: Record<string, unknown> & { shards: ShardEntry[] }) => void): void {
    const manifest = JSON.parse(new TextDecoder().decode(this.bytes(MANIFEST_FILE)));
    edit(manifest);
    this.files.set(MANIFEST_FILE, new TextEncoder().encode(JSON.stringify(manifest)));
  }

  /** Replaces one shard by other text, correctly packed and named: what a publisher by mistake or ill will could do. */
  republish(id: string, text: string, claimed: Partial<ShardEntry> = {}): void {
    const gz = new Uint8Array(gzipSync(text));
    const sha256 = createHash('sha256').update(gz).digest('hex');
    this.files.set(shardFile(sha256), gz);
    this.editManifest((manifest) => {
      manifest.shards = manifest.shards.map((s) => (s.id === id ? { ...s, sha256, gz: gz.length, raw: Buffer.byteLength(text), ...claimed } : s));
    });
  }
}
