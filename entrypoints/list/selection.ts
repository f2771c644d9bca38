// Which claims are chosen, and from where a stretch of them would begin.
export type Selection = { ids: ReadonlySet<string>; anchor: string | null };

export const NONE: Selection = { ids: new Set(), anchor: null };

export const all = (ids: readonly string[]): Selection => ({ ids: new Set(ids), anchor: null });

export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** With all that stand between two places of the list, either way round. */
export function upTo({ ids, anchor }: Selection, list: readonly string[], { from, to }: { from: number; to: number }): Selection {
  return { ids: new Set([...ids, ...list.slice(Math.min(from, to), Math.max(from, to) + 1)]), anchor: anchor ?? list[from] ?? null };
}

/** Only those that are still in the list. */
export function within({ ids, anchor }: Selection, there: (id: string) => boolean): Selection {
  return [...ids].every(there) ? { ids, anchor } : { ids: new Set([...ids].filter(there)), anchor: anchor !== null && there(anchor) ? anchor : null };
}
