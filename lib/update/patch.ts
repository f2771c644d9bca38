// What changed between two releases, in one file: for readers who have the older one, a hundredth of the newer. It is signed by nobody
// and need not be: what it comes to is believed only where it is, byte for byte, what the signed manifest names.
import { gunzip } from '../store/gunzip.ts';
import { sha256 } from '../store/sha256.ts';
import type { Manifest, Shard, ShardEntry } from './bundle.ts';
import { inOrder } from './order.ts';

/** Bytes: more is never asked for, and never made. */
export const MOST_PATCH = { gz: 16_000_000, raw: 128_000_000 } as const;

/** A release by the hash of its manifest's text. */
export const patchFile = (from: string, to: string): string => `p/${from}-${to}.json.gz`;

type Kind = Shard['kind'];
export type Named = { id: string; collection?: string };
export type Patch = { format: 1; gone: { kind: Kind; id: string }[]; changed: { kind: Kind; records: Named[] }[] };

/** Records of the older release that are not in a shard both have: `shards` as their texts. Throws for what is no shard. */
function recordsOf(shards: readonly string[]): Map<Kind, Map<string, Named>> {
  const records = new Map<Kind, Map<string, Named>>();
  for (const text of shards) {
    const { kind, records: own } = JSON.parse(text) as { kind: Kind; records: Named[] };
    const known = records.get(kind) ?? new Map<string, Named>();
    for (const record of own) known.set(record.id, record);
    records.set(kind, known);
  }
  return records;
}

/**
 * The texts of the shards `missing` (in the order of the manifest), from the texts of those the reader has and the new release has not.
 * Null when anything does not fit: then the shards themselves are fetched.
 */
export async function applyPatch(bytes: Uint8Array<ArrayBuffer>, before: AsyncIterable<string>, missing: readonly ShardEntry[]): Promise<Map<string, string> | null> {
  try {
    const { format, gone, changed } = JSON.parse(await gunzip(bytes, MOST_PATCH.raw)) as Patch;
    if (format !== 1) return null;
    const texts: string[] = [];
    for await (const text of before) texts.push(text);
    const records = recordsOf(texts);
    for (const { kind, id } of gone) records.get(kind)?.delete(id);
    for (const { kind, records: own } of changed) {
      const known = records.get(kind) ?? new Map<string, Named>();
      for (const record of own) known.set(record.id, record);
      records.set(kind, known);
    }
    return await cut(records, missing);
  } catch {
    return null;
  }
}

/** The records that are left are those of the missing shards, in their order: each takes as many as it has. */
async function cut(records: ReadonlyMap<Kind, ReadonlyMap<string, Named>>, missing: readonly ShardEntry[]): Promise<Map<string, string> | null> {
  const made = new Map<string, string>();
  for (const [kind, entries] of Map.groupBy(missing, (entry) => entry.kind)) {
    const sorted = [...(records.get(kind)?.values() ?? [])].sort((a, b) => inOrder(kind, a, b));
    let at = 0;
    for (const entry of entries) {
      const text = JSON.stringify({ kind, records: sorted.slice(at, (at += entry.count)) });
      if ((await sha256(new TextEncoder().encode(text))) !== entry.text) return null;
      made.set(entry.sha256, text);
    }
  }
  return made;
}

/** Shards of one release that the other has not. */
export const without = (one: Manifest, other: Manifest): ShardEntry[] => {
  const shared = new Set(other.shards.map((s) => s.sha256));
  return one.shards.filter((s) => !shared.has(s.sha256));
};
