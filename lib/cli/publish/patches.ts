// Patches: from each of the last releases that lie in the folder to the new one (lib/update/patch.ts).
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { compress } from '../../../assets/pack.ts';
import { compareVersions } from '../../store/pointer.ts';
import type { Manifest } from '../../update/bundle.ts';
import { readEnvelope } from '../../update/envelope.ts';
import { MANIFEST_FILE, shardFile } from '../../update/files.ts';
import { MOST_PATCH, patchFile, without, type Named, type Patch } from '../../update/patch.ts';
import type { Files } from './release.ts';

/** A reader who missed more releases than these fetches shards. */
const RELEASES = 4;

export type Release = { text: string; manifest: Manifest };

/** The releases in a folder. A file that is no manifest is passed over: it is none of ours. */
export async function releasesIn(folder: string): Promise<Release[]> {
  const names = await readdir(join(folder, 'm')).catch(() => []);
  const found: Release[] = [];
  for (const name of names) {
    try {
      const { text } = readEnvelope('manifest', await readFile(join(folder, 'm', name), 'utf8'));
      found.push({ text, manifest: JSON.parse(text) as Manifest });
    } catch {
      continue;
    }
  }
  return found;
}

/**
 * The patches to `packed` from the newest of the older releases, whose files `read` gives. None where a patch would be no smaller than half
 * of the shards it spares, or shards of the old release are gone.
 */
export async function patchesTo(packed: Files, releases: readonly Release[], read: (name: string) => Promise<Uint8Array>): Promise<Files> {
  const text = new TextDecoder().decode(packed.get(MANIFEST_FILE));
  const manifest = JSON.parse(text) as Manifest;
  const older = releases.filter((r) => compareVersions(r.manifest.version, manifest.version) < 0).toSorted((a, b) => compareVersions(b.manifest.version, a.manifest.version));
  const patches: Files = new Map();
  for (const before of older.slice(0, RELEASES)) {
    const fresh = without(manifest, before.manifest);
    const spared = fresh.reduce((n, s) => n + s.gz, 0);
    const patch = await patchBetween(textsOf(without(before.manifest, manifest), read), textsOf(fresh, (name) => Promise.resolve(packed.get(name) ?? new Uint8Array()))).catch(() => null);
    if (patch === null) continue;
    const raw = Buffer.from(JSON.stringify(patch));
    const gz = compress(raw);
    if (gz.length <= Math.min(spared / 2, MOST_PATCH.gz) && raw.length <= MOST_PATCH.raw) patches.set(patchFile(hashOf(before.text), hashOf(text)), gz);
  }
  return patches;
}

async function* textsOf(shards: readonly { sha256: string }[], read: (name: string) => Promise<Uint8Array>): AsyncGenerator<string> {
  for (const { sha256 } of shards) yield gunzipSync(await read(shardFile(sha256))).toString('utf8');
}

/** What takes the shards of one release to those of the next, both as texts and without the shards they share. Of a record that did not change only a hash is held. */
export async function patchBetween(before: AsyncIterable<string>, after: AsyncIterable<string>): Promise<Patch> {
  const old = new Map<Kind, Map<string, string>>();
  for await (const { kind, records } of shardsIn(before)) for (const record of records) inKind(old, kind).set(record.id, hashOf(JSON.stringify(record)));
  const changed = new Map<Kind, Map<string, Named>>();
  for await (const { kind, records } of shardsIn(after))
    for (const record of records) {
      if (old.get(kind)?.get(record.id) !== hashOf(JSON.stringify(record))) inKind(changed, kind).set(record.id, record);
      old.get(kind)?.delete(record.id);
    }
  return {
    format: 1,
    gone: [...old].flatMap(([kind, records]) => [...records.keys()].map((id) => ({ kind, id }))),
    changed: [...changed].map(([kind, records]) => ({ kind, records: [...records.values()] })),
  };
}

type Kind = Patch['changed'][number]['kind'];

async function* shardsIn(texts: AsyncIterable<string>): AsyncGenerator<{ kind: Kind; records: Named[] }> {
  for await (const text of texts) yield JSON.parse(text) as { kind: Kind; records: Named[] };
}

function inKind<T>(kinds: Map<Kind, Map<string, T>>, kind: Kind): Map<string, T> {
  const known = kinds.get(kind) ?? new Map<string, T>();
  kinds.set(kind, known);
  return known;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
