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

/** The text of a shard, asked for in the order of the manifest among those of its kind; null: the patch does not lead there, and the shard is to be fetched. */
export type Patched = (entry: ShardEntry) => Promise<string | null>;

/**
 * `before`: the texts of those shards of a kind that the reader has and the new release has not, in their order. Both are read side by side
 * and none is held longer than it takes: all at once would be hundreds of megabytes. Null for what is no patch.
 */
export async function openPatch(bytes: Uint8Array<ArrayBuffer>, before: (kind: Kind) => AsyncIterable<string>): Promise<Patched | null> {
  let patch: Patch;
  try {
    patch = JSON.parse(await gunzip(bytes, MOST_PATCH.raw)) as Patch;
    if (patch.format !== 1) return null;
  } catch {
    return null;
  }
  const taking = new Map<Kind, Taking>();
  let leads = true;
  const made: Patched = async ({ kind, count, text: expected }) => {
    if (!leads) return null;
    try {
      const take = taking.get(kind) ?? records(kind, patch, before(kind));
      taking.set(kind, take);
      const text = JSON.stringify({ kind, records: await take(count) });
      leads = (await sha256(new TextEncoder().encode(text))) === expected;
      return leads ? text : null;
    } catch {
      leads = false;
      return null;
    }
  };
  // One after the other, also for whoever asks for several at once.
  let last: Promise<unknown> = Promise.resolve();
  return (entry) => {
    const next = last.then(() => made(entry));
    last = next;
    return next;
  };
}

/** The next so many records; fewer when there are no more. */
type Taking = (count: number) => Promise<Named[]>;

/** The records of the older shards without what is gone, and what changed in its place among them. */
function records(kind: Kind, { gone, changed }: Patch, before: AsyncIterable<string>): Taking {
  const fresh = changed.flatMap((c) => (c.kind === kind ? c.records : [])).sort((a, b) => inOrder(kind, a, b));
  const replaced = new Set([...fresh.map((r) => r.id), ...gone.flatMap((g) => (g.kind === kind ? g.id : []))]);
  const shards = before[Symbol.asyncIterator]();
  const ready: Named[] = [];
  let next = 0;
  return async (count) => {
    while (ready.length < count) {
      const { done, value } = await shards.next();
      if (done === true) {
        ready.push(...fresh.slice(next));
        next = fresh.length;
        break;
      }
      for (const old of (JSON.parse(value) as { records: Named[] }).records) {
        for (let first = fresh[next]; first !== undefined && inOrder(kind, first, old) < 0; first = fresh[++next]) ready.push(first);
        if (!replaced.has(old.id)) ready.push(old);
      }
    }
    return ready.splice(0, count);
  };
}

/** Shards of one release that the other has not. */
export const without = (one: Manifest, other: Manifest): ShardEntry[] => {
  const shared = new Set(other.shards.map((s) => s.sha256));
  return one.shards.filter((s) => !shared.has(s.sha256));
};
