// The shapes of labelled sets and of predictions, as eval/README.md of the reference material describes them.

/** One labelled figure. `explicit` false: its number is written nowhere in the text. `optional`: neither required nor punished. */
export type GoldFigure = {
  value_low: number | null;
  value_high: number | null;
  unit: string;
  qualifier?: string;
  victim_type?: string;
  start?: number;
  end?: number;
  num_start?: number;
  num_end?: number;
  optional?: boolean;
  alts?: { value_low: number | null; value_high: number | null }[];
  explicit?: boolean;
  quote?: string;
};

/** `single` is one number per unit for the whole document; `ignore` are spans of true figures that were left unlabelled. */
export type GoldRecord = {
  id: string;
  text: string;
  title?: string | null;
  url?: string | null;
  date?: string | null;
  lang?: string;
  gold: GoldFigure[];
  single?: Record<string, number>;
  exhaustive?: boolean;
  ignore?: [number, number][];
  negative?: boolean;
  tier?: string;
  category?: string;
};

/** `unit` is our `measure`; `qualifier` and `victimGroup` are in the sets' words. */
export type PredictedFigure = {
  low: number | null;
  high: number | null;
  unit: string;
  start: number;
  end: number;
  qualifier?: string;
  victimGroup?: string;
};

export type Prediction = { id: string; claims: PredictedFigure[]; answer?: Record<string, number> };

/** True positives, false positives, false negatives, and what follows from them; 0 where nothing was asked. */
export type Tally = { tp: number; fp: number; fn: number };
export type Rates = Tally & { precision: number; recall: number; f1: number };

export function rates({ tp, fp, fn }: Tally): Rates {
  const precision = tp / (tp + fp || 1);
  const recall = tp / (tp + fn || 1);
  return { tp, fp, fn, precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

/** [a, b) and [c, d) share a character. */
export const overlap = (a: number, b: number, c: number, d: number): boolean => a < d && c < b;
