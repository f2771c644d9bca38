const sorted = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
/** The value that this share of all lies at or below; 0 of none. */
export const at = (values: readonly number[], share: number): number => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
export const median = (values: readonly number[]): number => at(values, 0.5);
