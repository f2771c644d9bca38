// The measures as tables for a terminal, and as one object.
import { columns } from '../scan/columns.ts';
import { bars, reached, type Bar } from './bars.ts';
import type { Measures } from './measure.ts';
import type { Ratio } from './score-figures.ts';
import { scoreLinking, type LinkScore } from './score-linking.ts';
import type { Rates } from './records.ts';

const percent = (value: number | null): string => (value === null ? '–' : value.toFixed(1));
const ratio = (a: number, b: number): string => (b === 0 ? '–' : `${((100 * a) / b).toFixed(1)} (${a}/${b})`);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return columns([head, ...rows], head.slice(0, -1).map(() => 60), 200).join('\n');
}

/** How many times better than the naive regex: for shares of errors, how many times fewer. */
function times({ ours, naive, fewer }: Bar): string {
  if (ours === null || naive === null) return '–';
  const [more, less] = fewer ? [naive, ours] : [ours, naive];
  return less === 0 ? '∞' : `× ${(more / less).toFixed(2)}`;
}

export function barTable(all: readonly Bar[]): string {
  const rows = all
    .filter((b) => b.ours !== null)
    .map((b) => [b.set, b.what, percent(b.naive), percent(b.ours), times(b), `${b.fewer ? '≤ ' : ''}${b.must}`, b.aim === null ? '' : String(b.aim), reached(b) ? 'reached' : 'NOT YET']);
  return table(['set', 'measure', 'naive', 'ours', 'ratio', 'must', 'aim', ''], rows);
}

const rates = (r: Rates): string => `P ${percent(100 * r.precision)} R ${percent(100 * r.recall)} F1 ${percent(100 * r.f1)} (${r.tp} right, ${r.fp} false, ${r.fn} missed)`;
const of = ({ right, of }: Ratio): string => ratio(right, of);

/** Everything else that was counted, set by set, with the first errors of each. */
export function detailLines({ sets, pages, link }: Measures, errors: number): string {
  const lines: string[] = [];
  for (const [name, { ours, first }] of sets) {
    lines.push(`${name}`);
    if (name !== 'negatives') lines.push(`  documents ${rates(ours.document)}`);
    if (name === 'gva') lines.push(`  the first figure of each unit alone ${rates(first.document)}`);
    for (const [unit, own] of Object.entries(ours.perUnit)) lines.push(`    ${unit} ${rates(own)}`);
    if (ours.mention.of > 0) lines.push(`  mentions  P ${percent(ours.mention.precision === null ? null : 100 * ours.mention.precision)} R ${percent(100 * ours.mention.recall)}, value right ${of(ours.mention.valueRight)}`);
    if (ours.fields.qualifier.of > 0) lines.push(`  fields    bound ${of(ours.fields.qualifier)}, group ${of(ours.fields.group)}, range ${of(ours.fields.range)}`);
    if (ours.negatives.sentences > 0) lines.push(`  sentences with a false claim ${ratio(ours.negatives.withClaim, ours.negatives.sentences)}`);
    lines.push(...ours.errors.slice(0, errors).map((e) => `  · ${e.slice(0, 300)}`));
  }
  if (pages) {
    lines.push('pages', `  dev mention ${rates(pages.dev.mention)}`, `  dev strict  ${rates(pages.dev.strict)}`, `  all mention ${rates(pages.all.mention)}`, `  all strict  ${rates(pages.all.strict)}`);
    lines.push(`  increments told ${of(pages.all.increment)}`, ...pages.all.errors.slice(0, errors).map((e) => `  · ${e.slice(0, 300)}`));
  }
  if (link) {
    lines.push('link (English)', ...linkLines(link.all));
    for (const [kind, score] of link.byKind) lines.push(`  ${kind}`, ...linkLines(score).map((l) => `  ${l}`));
    if (link.others) lines.push('  other languages', ...linkLines(link.others).map((l) => `  ${l}`));
    for (const e of link.all.errors.slice(0, errors)) lines.push(`  · ${e.id} ${e.number} gold ${e.gold}${e.near ? ` (${e.near})` : ''}, ours ${e.predicted}: ${e.context.slice(0, 200)}`);
  }
  return lines.join('\n');
}

function linkLines(s: LinkScore): string[] {
  return [
    `  given \`same\` ${s.same}: question right ${ratio(s.sameQuestionRight, s.same)}, relation too ${ratio(s.sameRight, s.same)}`,
    `  gold \`same\` found ${ratio(s.goldSameFound, s.goldSame)}, question at least ${ratio(s.goldSameQuestion, s.goldSame)}; other relations found ${ratio(s.otherFound, s.goldOther)}`,
    `  none: wrong card ${ratio(s.wrongCard, s.goldNone)}, any card ${ratio(s.anyCard, s.goldNone)}; \`same\` on narrower and so on ${ratio(s.otherAsSame, s.goldOther)}`,
    `  relation right of linked ${ratio(s.relationRight, s.questionRight)}; figures detected ${ratio(s.aligned, s.mentions)}, ends equal ${ratio(s.valueEqual, s.aligned)}`,
  ];
}

/** The precision–recall curve of linking: what each score threshold would give. */
export function curveTable({ link }: Measures): string {
  if (!link) return '';
  const rows = link.curve.map((p) => [p.threshold.toFixed(3), percent(100 * p.precision), percent(100 * p.recall), percent(100 * p.wrongCard), String(p.same)]);
  return table(['score at least', '`same` right', 'recall', 'wrong card', 'given `same`'], rows);
}

/** What goes wrong, by kind. */
export function causeTable({ link }: Measures): string {
  if (!link) return '';
  return table(['figures', 'of these reworded', 'near miss', 'what went wrong'], link.causes.map((c) => [String(c.count), String(c.reworded), c.near ?? '', c.cause]));
}

/** The threshold chosen on four fifths of the documents, and what it gives on the last. */
export function foldTable({ link }: Measures): string {
  if (!link) return '';
  const rows = link.folds.map(({ threshold, score: s }) => [threshold.toFixed(2), ratio(s.sameQuestionRight, s.same), ratio(s.sameRight, s.same), ratio(s.wrongCard, s.goldNone), ratio(s.otherAsSame, s.goldOther), ratio(s.goldSameFound, s.goldSame)]);
  return table(['chosen without them', 'question right', 'relation too', 'wrong card', '`same` on parts', 'recall'], rows);
}

/** Link figures apart by any field of the gold. */
export function groupTable({ link }: Measures, field: string): string {
  if (!link) return '';
  const groups = Map.groupBy(link.gold, (g) => String((g as Record<string, unknown>)[field] ?? 'none'));
  const rows = [...groups].toSorted(([a], [b]) => a.localeCompare(b)).map(([value, gold]) => {
    const s = scoreLinking(gold, link.predictions);
    return [value, String(s.mentions), ratio(s.sameRight, s.same), ratio(s.goldSameFound, s.goldSame), ratio(s.wrongCard, s.goldNone), ratio(s.relationRight, s.questionRight)];
  });
  return table([field, 'figures', '`same` right', 'recall', 'wrong card', 'relation'], rows);
}

export const speedLine = ({ speed }: Measures): string =>
  speed.megabytes === 0 ? '' : `${(speed.ours / speed.megabytes).toFixed(0)} ms a megabyte for reading and linking, ${(speed.naive / speed.megabytes).toFixed(0)} for the naive regex (× ${(speed.ours / (speed.naive || 1)).toFixed(1)}).`;

/** The bars by id, the curve and the speed. */
export function asJson(measures: Measures): unknown {
  return {
    bars: Object.fromEntries(bars(measures).filter((b) => b.ours !== null).map(({ id, ...bar }) => [id, { ...bar, reached: reached({ id, ...bar }) }])),
    curve: measures.link?.curve ?? null,
    causes: measures.link?.causes ?? null,
    speed: measures.speed,
  };
}
