import { changesBetween, type QuestionChange } from '../claim/changes.ts';
import type { Question } from '../claim/database.ts';
import type { Pointer } from '../store/pointer.ts';
import type { Store } from '../store/store.ts';
import type { Update } from './feed.ts';

/** Changed questions listed after an update; nobody reads a thousand. */
const LISTED = 200;

/** What an update changed, from the shards that differ: a small update is described by reading little. Throws DamagedStore. */
export async function describeUpdate(store: Store, before: Pointer, after: Pointer, on: Date): Promise<Update> {
  let changes: QuestionChange[] = [];
  let all = 0;
  for await (const [old, now] of pairs(questionsOf(store, before, after), questionsOf(store, after, before))) {
    const change = changesBetween(old === null ? [] : [old], now === null ? [] : [now]);
    all += change.length;
    changes.push(...change);
    if (changes.length > 2 * LISTED) changes = first(changes);
  }
  changes = first(changes);
  return { from: before.version, to: after.version, on: on.toISOString(), changes, more: all - changes.length };
}

const first = (changes: readonly QuestionChange[]): QuestionChange[] => changes.toSorted((a, b) => (a.question < b.question ? -1 : 1)).slice(0, LISTED);

/**
 * Each question with itself in the other version, null where it is not there. Shard by shard from both sides: in both they are in one
 * order, so that few wait for their other half and the versions never stand in memory whole.
 */
async function* pairs(before: AsyncGenerator<Question[]>, after: AsyncGenerator<Question[]>): AsyncGenerator<[Question | null, Question | null]> {
  const [old, now] = [new Map<string, Question>(), new Map<string, Question>()];
  for (;;) {
    const [gone, come] = await Promise.all([before.next(), after.next()]);
    if (gone.done === true && come.done === true) break;
    for (const question of gone.done === true ? [] : gone.value) old.set(question.id, question);
    for (const question of come.done === true ? [] : come.value) now.set(question.id, question);
    for (const [id, question] of old) {
      const other = now.get(id);
      if (other === undefined) continue;
      yield [question, other];
      old.delete(id);
      now.delete(id);
    }
  }
  for (const question of old.values()) yield [question, null];
  for (const question of now.values()) yield [null, question];
}

/** A question that went from one shard to another made both of them others. */
async function* questionsOf(store: Store, { shards }: Pointer, other: Pointer): AsyncGenerator<Question[]> {
  const shared = new Set(other.shards.map((s) => s.hash));
  for (const blob of shards) {
    if (blob.kind !== 'questions' || shared.has(blob.hash)) continue;
    yield (JSON.parse(await store.text(blob)) as { records: Question[] }).records;
  }
}
