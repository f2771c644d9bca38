// Where the researcher's data is kept: one value, written whole or not at all, apart from everything that is published.
import { Mine, NOTHING } from './mine.ts';
import { STORAGE_KEY } from './storage-key.ts';

/** A value by name; `set` takes effect whole, and rejects when it did not. */
export type Place = { get(name: string): Promise<unknown>; set(values: Record<string, unknown>): Promise<void>; remove(names: readonly string[]): Promise<void> };

/** Runs `work` when nobody else works on it, in whichever page. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T>;

/** `raw`: what was found, and is not understood; it is left as it is. */
export type Read = { mine: Mine } | { raw: unknown };

export type Kept = {
  read(): Promise<Read>;
  /** Changes what is there at that moment, not what a page once read. Null: leave it. Throws what the browser says when it could not be written. */
  change(next: (mine: Mine) => Mine | null, now: Date): Promise<Mine>;
  /** Throws away what is not understood. */
  discard(): Promise<void>;
};

export function kept(place: Place, alone: Alone): Kept {
  const read = async (): Promise<Read> => {
    const raw = await place.get(STORAGE_KEY);
    if (raw === undefined) return { mine: NOTHING };
    const parsed = Mine.safeParse(raw);
    return parsed.success ? { mine: parsed.data } : { raw };
  };
  return {
    read,
    change: (next, now) =>
      alone(async () => {
        const there = await read();
        if (!('mine' in there)) throw new Error('what is kept there is not understood');
        const mine = next(there.mine);
        if (mine === null) return there.mine;
        const written: Mine = { ...mine, changed: now.toISOString() };
        await place.set({ [STORAGE_KEY]: written });
        return written;
      }),
    discard: () => alone(() => place.remove([STORAGE_KEY])),
  };
}
