/** Records to be found by their ids; of two with the same id the last. */
export const byId = <T extends { id: string }>(records: readonly T[]): Map<string, T> => new Map(records.map((r) => [r.id, r]));
