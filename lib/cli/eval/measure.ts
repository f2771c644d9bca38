// Runs our scanner over the labelled sets and scores it, with the naive regex beside it in the same process.
import type { Claim } from '../../claim/claim.ts';
import type { Scan, Scanner } from '../scan/scanner.ts';
import { isafKilled } from './isaf-count.ts';
import { naiveFigures } from './naive-regex.ts';
import { figureOf, isCore } from './predict.ts';
import type { GoldRecord, Prediction } from './records.ts';
import { scoreFigures, type FigureRules, type FigureScore, type Ratio } from './score-figures.ts';
import { linkCauses, type Cause } from './link-causes.ts';
import { crossValidate, type Fold } from './link-threshold.ts';
import { linkCurve, scoreLinking, type CurvePoint, type LinkGold, type LinkPrediction, type LinkScore } from './score-linking.ts';
import { scorePages, type PageScore } from './score-pages.ts';
import type { LabelledPage, LinkDocument, Sets } from './sets.ts';

export const RULES: Readonly<Record<string, FigureRules>> = {
  muc34: { units: ['killed', 'wounded'], minValue: 2, explicit: true },
  victim_mentions: { units: ['killed', 'wounded'], minValue: 0, explicit: false },
  isaf: { units: ['killed'], minValue: 0, explicit: true },
  // Incident records hold each lone victim too; the published figure for a regex (57) comes from written figures ≥ 2.
  gva: { units: ['killed', 'wounded'], minValue: 2, explicit: true },
  negatives: { units: null, minValue: 0, explicit: false },
};

/** Parts into which the documents are cut to check the threshold. */
const FOLDS = 5;

/** `first`: only the first figure of each unit, for sets that label one incident a document, where its parts count as false. */
export type SetMeasure = { ours: FigureScore; first: FigureScore; naive: FigureScore; predictions: Prediction[] };
type Speed = { megabytes: number; ours: number; naive: number };
export type Measures = {
  sets: Map<string, SetMeasure>;
  pages: { dev: PageScore; all: PageScore; naive: PageScore } | null;
  /** On English texts; `gold` is theirs. `others`: texts in other languages, which nothing is asked of yet; null where there are none. */
  link: { all: LinkScore; byKind: Map<string, LinkScore>; others: LinkScore | null; curve: CurvePoint[]; causes: Cause[]; folds: Fold[]; predictions: LinkPrediction[]; gold: LinkGold[] } | null;
  speed: Speed;
};

/** Milliseconds are for the ratio only: both readers run on the same texts, one after the other. */
export function measure(scanner: Scanner, { figures, link, pages }: Sets): Measures {
  const speed: Speed = { megabytes: 0, ours: 0, naive: 0 };
  const sets = new Map<string, SetMeasure>();
  for (const [name, records] of figures) {
    sets.set(name, measureSet(name, records, scanner, speed));
    const hard = records.filter((r) => r.tier === 'hard');
    if (hard.length > 0) sets.set(`${name}-hard`, measureSet(name, hard, scanner, speed));
  }
  return { sets, pages: pages.length > 0 ? measurePages(pages, scanner) : null, link: link && measureLinks(link, scanner), speed };
}

function measureSet(name: string, records: GoldRecord[], scanner: Scanner, speed: Speed): SetMeasure {
  const rules = RULES[name] ?? { units: null, minValue: 0, explicit: false };
  const started = performance.now();
  const scans = records.map((r) => scanner.scan(inputOf(r)));
  const read = performance.now();
  const naive = records.map((r): Prediction => ({ id: r.id, claims: naiveFigures(r.text) }));
  speed.ours += read - started;
  speed.naive += performance.now() - read;
  speed.megabytes += records.reduce((n, r) => n + r.text.length, 0) / 1e6;
  const predictions = records.map((r, i) => predictionOf(name, r, scans[i]));
  const first = predictions.map(({ id, claims }) => ({ id, claims: claims.filter((c) => c === claims.find((other) => other.unit === c.unit)) }));
  return { predictions, ours: scoreFigures(records, predictions, rules), first: scoreFigures(records, first, rules), naive: scoreFigures(records, naive, rules) };
}

/** A set's own dates are those of the events, written in many ways: they are not the page's. */
const inputOf = (r: GoldRecord) => ({ text: r.text, title: r.title ?? null, url: r.url ?? null, lang: r.lang ?? 'en' });

function predictionOf(name: string, record: GoldRecord, scan: Scan | undefined): Prediction {
  const claims = scan?.claims ?? [];
  // In a sentence that has no casualty figure, a denial or a share of the dead is a false claim too.
  const kept = name === 'negatives' ? claims : claims.filter(isCore);
  return { id: record.id, claims: kept.map(figureOf), ...(name === 'isaf' && { answer: { killed: isafKilled(record.text, claims) } }) };
}

function measurePages(pages: readonly LabelledPage[], scanner: Scanner): Measures['pages'] {
  const claims = new Map(pages.map((p) => [p.slug, scanner.scan({ text: p.text, title: p.title, url: p.url, lang: 'en' }).claims]));
  const naive = new Map(pages.map((p) => [p.slug, naiveClaims(p.text)]));
  const dev = pages.filter((p) => p.split === 'dev');
  return { dev: scorePages(dev, claims), all: scorePages(pages, claims), naive: scorePages(dev, naive) };
}

const naiveClaims = (text: string) =>
  naiveFigures(text).map(({ low, high, unit, start, end }) => ({ low, high, start, end, text: text.slice(start, end), kind: 'count' as const, measure: unit as Claim['measure'], hypothetical: false, increment: false }));

function measureLinks({ documents, gold: all }: { documents: readonly LinkDocument[]; gold: readonly LinkGold[] }, scanner: Scanner): Measures['link'] {
  const input = (d: LinkDocument) => ({ text: d.text, url: d.url, title: d.title, date: d.date, lang: d.lang ?? 'en' });
  const predict = (threshold?: number): LinkPrediction[] => documents.map((d) => linkPrediction(d.id, scanner.scan(input(d), threshold)));
  const predictions = predict();
  const unsure = predict(0);
  const isEnglish = (g: LinkGold): boolean => (g.lang ?? 'en') === 'en';
  const gold = all.filter(isEnglish);
  const others = all.filter((g) => !isEnglish(g));
  const kinds = [...new Set(gold.map((g) => g.text_kind ?? 'all'))].toSorted();
  return {
    all: scoreLinking(gold, predictions),
    byKind: new Map(kinds.map((kind) => [kind, scoreLinking(gold.filter((g) => (g.text_kind ?? 'all') === kind), predictions)])),
    others: others.length > 0 ? scoreLinking(others, predictions) : null,
    curve: linkCurve(gold, unsure, 12),
    causes: linkCauses(gold, predictions),
    folds: crossValidate(gold, unsure, FOLDS),
    predictions,
    gold,
  };
}

const linkPrediction = (doc_id: string, { claims, matches }: Scan): LinkPrediction => ({
  doc_id,
  claims: claims.map((c, i) => ({ start: c.start, end: c.end, low: c.low, high: c.high, match: matches[i] ?? null })),
});

/** As a share; 0 where nothing was asked. */
export const share = ({ right, of }: Ratio): number => right / (of || 1);
