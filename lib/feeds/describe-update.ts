import { changesBetween } from '../claim/changes.ts';
import type { Question } from '../claim/database.ts';
import type { Pointer } from '../store/pointer.ts';
import type { Store } from '../store/store.ts';
import type { Shard } from '../update/bundle.ts';
import type { Update } from './feed.ts';

/** Changed questions listed after an update; nobody reads a thousand. */
const LISTED = 200;

/** What an update changed, from the shards that differ: a small update is described by reading little. Throws DamagedStore. */
export async function describeUpdate(store: Store, before: Pointer, after: Pointer, on: Date): Promise<Update> {
  const changes = changesBetween(await questionsOf(store, before, after), await questionsOf(store, after, before));
  return { from: before.version, to: after.version, on: on.toISOString(), changes: changes.slice(0, LISTED), more: Math.max(0, changes.length - LISTED) };
}

/** A question that went from one shard to another made both of them others. */
async function questionsOf(store: Store, { shards }: Pointer, other: Pointer): Promise<Question[]> {
  const shared = new Set(other.shards.map((s) => s.hash));
  const own = await Promise.all(shards.filter((s) => !shared.has(s.hash)).map(async (s) => JSON.parse(await store.text(s)) as Shard));
  return own.flatMap((shard) => (shard.kind === 'questions' ? shard.records : []));
}
