// What a bench has measured, as rows of the one table that `npm run bench` ends with; each line of what we hold ourselves to has a name here.

/** The table of targets, line by line. A run that leaves one of them unmeasured says so. */
export const LINES = {
  scan: 'first look, Chromium',
  scanFirefox: 'first look, Firefox',
  finding: 'detection and linking on a page with figures',
  hostile: 'adversarial text of 500 kB',
  marking: 'marking',
  bytes: 'bytes in every page',
  card: 'hover or focus to painted card',
  memory: 'memory',
  large: '100,000 questions',
  update: 'update with few shards changed',
  validate: 'checking 10 MB',
  idle: 'idle',
} as const;
export type Line = keyof typeof LINES;

/** One bound; a row that stays within all of them has met its target. */
export type Bar = { of: 'median' | 'p95' | 'ratio'; atMost: number } | { of: 'median' | 'p95' | 'ratio'; atLeast: number };

/** `line` null: not among the targets. `p95` null: one value, not a sample. `n` is how many were measured. */
export type Row = {
  line: Line | null;
  metric: string;
  unit: string;
  median: number;
  p95: number | null;
  n: number;
  ratio: { value: number; to: string } | null;
  bars: readonly Bar[];
};

const round = (n: number): string => (Math.abs(n) >= 100 ? n.toFixed(0) : Math.abs(n) >= 10 ? n.toFixed(1) : Math.abs(n) >= 0.1 ? n.toFixed(2) : String(Number(n.toPrecision(2))));

const valueOf = (row: Row, of: Bar['of']): number | null => (of === 'ratio' ? (row.ratio?.value ?? null) : row[of]);

/** Null: it has no target. What has one and was not measured has not met it. */
export function isMet(row: Row): boolean | null {
  if (row.bars.length === 0) return null;
  return row.bars.every((bar) => {
    const value = valueOf(row, bar.of);
    return value !== null && ('atMost' in bar ? value <= bar.atMost : value >= bar.atLeast);
  });
}

const NAMES = { median: 'median', p95: 'p95', ratio: '×' } as const;

export const targetOf = ({ bars }: Row): string => bars.map((bar) => `${NAMES[bar.of]} ${'atMost' in bar ? `≤ ${bar.atMost}` : `≥ ${bar.atLeast}`}`).join(', ');

/** In the order of its columns: metric, measured, ratio, target, whether it is met. */
export const cellsOf = (row: Row): string[] => [
  row.metric,
  `${round(row.median)}${row.p95 === null ? '' : ` / ${round(row.p95)}`} ${row.unit}`.trim(),
  row.ratio === null ? '' : `${round(row.ratio.value)}× ${row.ratio.to}`,
  targetOf(row),
  { true: 'yes', false: 'no', null: '' }[String(isMet(row)) as 'true' | 'false' | 'null'],
];

const alone: Row[] = [];

/** To the run this bench is a part of; by itself it prints them when it ends. */
export function report(rows: readonly Row[]): void {
  if (process.send) return void process.send(rows);
  if (alone.length === 0) process.once('exit', () => print(alone.map(cellsOf), COLUMNS));
  alone.push(...rows);
}

export const COLUMNS = ['metric', 'median / p95', 'ratio', 'target', 'met'];

/** As a table that is read in a terminal and in Markdown. */
export function print(rows: readonly (readonly string[])[], head: readonly string[]): void {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `| ${widths.map((width, i) => (cells[i] ?? '').padEnd(width)).join(' | ')} |`;
  console.log([line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n'));
}
