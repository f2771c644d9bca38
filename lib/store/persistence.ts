// Whether the browser may throw the list away when the disk fills up. Says so rather than hopes.

/** `persistent` null: the browser does not say. Bytes; null: not told. */
export type Persistence = { persistent: boolean | null; used: number | null; room: number | null };

export async function persistence(): Promise<Persistence> {
  const [persistent, estimate] = await Promise.all([
    navigator.storage.persisted().catch(() => null),
    navigator.storage.estimate().catch((): StorageEstimate => ({})),
  ]);
  return { persistent, used: estimate.usage ?? null, room: estimate.quota ?? null };
}

/** Asks that the list never be thrown away; only a page can ask, and Firefox asks the reader. Answers whether it is so now. */
export const askPersistence = async (): Promise<boolean> => (await navigator.storage.persisted().catch(() => false)) || navigator.storage.persist().catch(() => false);
