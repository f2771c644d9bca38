import type { Database } from '../claim/database.ts';
import type { Store } from '../store/store.ts';
import type { Shard } from '../update/bundle.ts';

/** All records that are served: for a page that searches and adds to them. Empty before the first install. Throws DamagedStore. */
export async function wholeOf(store: Store): Promise<Database> {
  const whole: Database = { questions: [], events: [], actors: [], sources: [] };
  const pointer = await store.pointer();
  for (const text of await Promise.all((pointer?.shards ?? []).map((blob) => store.text(blob)))) {
    const shard = JSON.parse(text) as Shard;
    (whole[shard.kind] as Shard['records'][number][]).push(...shard.records);
  }
  return whole;
}
