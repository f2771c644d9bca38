// Scores claims against labelled figures, by document and by mention. The rules are those the sets were published with:
// a figure is read right when any end of it equals an end of the gold one; what is optional is neither asked nor punished.
import { byId } from '../../claim/by-id.ts';
import { overlap, rates, type GoldFigure, type GoldRecord, type PredictedFigure, type Prediction, type Rates, type Tally } from './records.ts';

export type FigureRules = {
  /** Only these units; null: every unit that the set labels. */
  units: readonly string[] | null;
  /** Figures below this are left out on both sides. */
  minValue: number;
  /** Gold figures that stand nowhere in the text become optional. */
  explicit: boolean;
};

export type Ratio = { right: number; of: number };
export type FigureScore = {
  document: Rates;
  perUnit: Record<string, Rates>;
  /** Share of documents whose one stated number equals the gold one, by how it was picked from the claims. */
  single: Record<string, Record<'first' | 'max' | 'sum' | 'answer', Ratio>>;
  mention: { of: number; recall: number; precision: number | null; f1: number | null; valueRight: Ratio };
  negatives: { sentences: number; withClaim: number; claims: number };
  fields: { range: Ratio; qualifier: Ratio; group: Ratio };
  /** One line for each miss and false figure. */
  errors: string[];
};

type Ends = { low: number | null; high: number | null };
const ends = ({ low, high }: Ends): number[] => [low, high].filter((v) => v !== null);
const main = ({ low, high }: Ends): number => low ?? high ?? 0;
const goldEnds = (g: { value_low: number | null; value_high: number | null }): Ends => ({ low: g.value_low, high: g.value_high });
const sameValue = (g: GoldFigure, c: Ends): boolean => [g, ...(g.alts ?? [])].some((one) => ends(goldEnds(one)).some((v) => ends(c).includes(v)));
const sameUnitAndValue = (g: GoldFigure, c: PredictedFigure): boolean => g.unit === c.unit && sameValue(g, c);

/** Where a gold figure stands: its number, else its whole phrase; null where the set gives no offsets. */
function spanOf(g: GoldFigure): [number, number] | null {
  const [start, end] = [g.num_start ?? g.start, g.num_end ?? g.end];
  return start === undefined || end === undefined || g.start === undefined ? null : [start, end];
}
const onGold = (g: GoldFigure, c: PredictedFigure): boolean => {
  const span = spanOf(g);
  return span !== null && g.unit === c.unit && overlap(c.start, c.end, span[0], span[1]);
};

function distinct<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(key(item)) && seen.add(key(item)));
}

/** Claims that count: a share has no number; a true figure left unlabelled is not held against us. */
const counted = (claims: readonly PredictedFigure[], record: GoldRecord): PredictedFigure[] =>
  claims
    .filter((c) => c.low !== null || c.high !== null)
    .filter((c) => !record.ignore?.some(([s, e]) => overlap(c.start, c.end, s, e)) || record.gold.some((g) => onGold(g, c)));

/** Adds everything up over the documents of one set. */
export function scoreFigures(records: readonly GoldRecord[], predictions: readonly Prediction[], rules: FigureRules): FigureScore {
  const predicted = byId(predictions);
  const labelled = new Set(rules.units ?? records.flatMap((r) => [...r.gold.map((g) => g.unit), ...Object.keys(r.single ?? {})]));
  const wanted = (unit: string): boolean => labelled.has(unit);
  const perUnit = new Map<string, Tally>();
  const tally = (unit: string): Tally => {
    const own = perUnit.get(unit) ?? { tp: 0, fp: 0, fn: 0 };
    perUnit.set(unit, own);
    return own;
  };
  const none = (): Ratio => ({ right: 0, of: 0 });
  const fields = { range: none(), qualifier: none(), group: none() };
  const single: FigureScore['single'] = {};
  const mention = { of: 0, hits: 0, value: none(), exhaustiveHits: 0, exhaustiveFalse: 0, exhaustive: false };
  const negatives = { sentences: 0, withClaim: 0, claims: 0 };
  const errors: string[] = [];

  for (const record of records) {
    const prediction = predicted.get(record.id);
    const claims = counted(prediction?.claims ?? [], record);
    if (record.negative) {
      const found = claims.filter((c) => rules.units === null || rules.units.includes(c.unit));
      negatives.sentences++;
      negatives.claims += found.length;
      if (found.length > 0) {
        negatives.withClaim++;
        errors.push(`false ${record.id} ${found.map((c) => `${c.unit} ${main(c)}`).join(', ')}: ${record.text}`);
      }
      continue;
    }
    scoreDocument(record, claims);
    for (const [unit, gold] of Object.entries(record.single ?? {})) if (wanted(unit)) scoreSingle(unit, gold, claims, prediction?.answer?.[unit]);
    scoreMentions(record, claims.filter((c) => wanted(c.unit)));
  }

  function scoreDocument(record: GoldRecord, claims: readonly PredictedFigure[]): void {
    const large = (g: GoldFigure): boolean => main(goldEnds(g)) >= rules.minValue;
    const all = record.gold.filter((g) => wanted(g.unit));
    const gold = distinct(all.filter(large), (g) => `${g.unit} ${g.value_low} ${g.value_high}`);
    const ours = distinct(claims.filter((c) => wanted(c.unit) && main(c) >= rules.minValue), (c) => `${c.unit} ${c.low} ${c.high}`);
    const used = new Set<PredictedFigure>();
    for (const g of gold) {
      const optional = g.optional === true || (rules.explicit && g.explicit === false);
      const hit = ours.find((c) => !used.has(c) && sameUnitAndValue(g, c));
      if (hit) {
        used.add(hit);
        if (!optional) tally(g.unit).tp++;
        scoreFields(g, hit);
      } else if (!optional) {
        tally(g.unit).fn++;
        errors.push(`missed ${record.id} ${g.unit} ${g.value_low}–${g.value_high} ${g.quote ?? ''}, read ${ours.map((c) => `${c.unit} ${main(c)}`).join(', ')}`);
      }
    }
    for (const c of ours) {
      // "5" beside "at least 5" says nothing new, and a small gold figure is only out of scope, not wrong.
      if (used.has(c) || gold.some((g) => sameUnitAndValue(g, c)) || all.some((g) => !large(g) && sameUnitAndValue(g, c))) continue;
      tally(c.unit).fp++;
      errors.push(`extra ${record.id} ${c.unit} ${c.low}–${c.high}: ${record.text.slice(Math.max(0, c.start - 60), c.end + 60).replace(/\s+/g, ' ')}`);
    }
  }

  function scoreFields(g: GoldFigure, c: PredictedFigure): void {
    if (g.value_low !== null && g.value_high !== null && g.value_low !== g.value_high) count(fields.range, c.low === g.value_low && c.high === g.value_high);
    if (g.qualifier && c.qualifier) count(fields.qualifier, g.qualifier === c.qualifier);
    if (g.victim_type && c.victimGroup) count(fields.group, groupOf(g.victim_type) === c.victimGroup);
  }

  function scoreSingle(unit: string, gold: number, claims: readonly PredictedFigure[], answer: number | undefined): void {
    const values = claims.filter((c) => c.unit === unit).map(main);
    const own = (single[unit] ??= { first: none(), max: none(), sum: none(), answer: none() });
    count(own.first, (values[0] ?? 0) === gold);
    count(own.max, Math.max(0, ...values) === gold);
    count(own.sum, [...new Set(values)].reduce((a, b) => a + b, 0) === gold);
    if (answer !== undefined) count(own.answer, answer === gold);
  }

  function scoreMentions(record: GoldRecord, ours: readonly PredictedFigure[]): void {
    const gold = record.gold.filter((g) => wanted(g.unit) && spanOf(g) !== null);
    if (gold.length === 0 && !record.exhaustive) return;
    const used = new Set<PredictedFigure>();
    for (const g of gold) {
      mention.of++;
      const free = ours.filter((c) => !used.has(c) && onGold(g, c));
      const hit = free.find((c) => sameValue(g, c)) ?? free[0];
      if (!hit) {
        if (record.exhaustive) errors.push(`unmarked ${record.id} ${g.unit} ${g.quote ?? ''}`);
        continue;
      }
      used.add(hit);
      mention.hits++;
      count(mention.value, sameValue(g, hit));
    }
    if (!record.exhaustive) return;
    mention.exhaustive = true;
    mention.exhaustiveHits += gold.filter((g) => [...used].some((c) => onGold(g, c))).length;
    mention.exhaustiveFalse += ours.filter((c) => !used.has(c) && !gold.some((g) => onGold(g, c))).length;
  }

  const recall = mention.hits / (mention.of || 1);
  const precision = mention.exhaustive ? mention.exhaustiveHits / (mention.exhaustiveHits + mention.exhaustiveFalse || 1) : null;
  const sum = [...perUnit.values()].reduce((a, b) => ({ tp: a.tp + b.tp, fp: a.fp + b.fp, fn: a.fn + b.fn }), { tp: 0, fp: 0, fn: 0 });
  return {
    document: rates(sum),
    perUnit: Object.fromEntries([...perUnit].map(([unit, t]) => [unit, rates(t)])),
    single,
    mention: { of: mention.of, recall, precision, f1: precision === null ? null : (2 * precision * recall) / (precision + recall || 1), valueRight: mention.value },
    negatives,
    fields,
    errors,
  };
}

function count(ratio: Ratio, right: boolean): void {
  ratio.of++;
  if (right) ratio.right++;
}

/** muc34's victim types in five groups. */
export function groupOf(type: string): string {
  const words = type.toLowerCase();
  if (words.includes('civilian')) return 'civilian';
  if (/military|guerrilla/.test(words)) return 'military';
  if (/law enforcement|police|security/.test(words)) return 'police';
  return /government|diplomat|political|legal|judicial/.test(words) ? 'official' : 'other';
}
