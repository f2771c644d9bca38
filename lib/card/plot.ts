// The interval plot: one axis, the page's figure on it, and the rows in groups.
import type { Claim } from '../claim/claim.ts';
import { axisOf } from './axis.ts';
import type { Axis } from './axis.ts';
import type { Chosen } from './choose.ts';
import { heading } from './heading.ts';
import { order } from './order.ts';
import type { Ordered } from './order.ts';
import { rowOf, share } from './row.ts';
import type { Asked, Context, Row, Share } from './row.ts';
import { isWords, pageFigure } from './says.ts';
import type { Words } from './words.ts';

type Group = { title: string; rows: Row[] };

export type Plot = {
  /** A tick without a label gives way to the page's figure. */
  axis: { log: boolean; ticks: { at: Share; label: string }[] } | null;
  /** The page's figure: one line, or a band; its label stands at `labelAt`, in the middle or by one of its sides. */
  page: { from: Share; to: Share; label: string; labelAt: Share; side: '' | 'start' | 'end' } | null;
  heading: string;
  density: 'full' | 'brief' | 'compact';
  groups: Group[];
};

/** Up to three rows show how they were counted; from ten on they stand close and grouped. */
const FULL = 3;
const COMPACT = 10;

/** By issuer when some issuer has many rows, else by kind of source: thirty rows without a break are a wall. */
function grouped(ordered: readonly Ordered[], rows: readonly Row[], compact: boolean): Group[] {
  if (!compact) return [{ title: '', rows: [...rows] }];
  const pairs = rows.map((row, i) => ({ row, source: ordered[i]?.estimate.source ?? '' }));
  const bySource = Map.groupBy(pairs, (p) => p.source);
  const many = [...bySource.values()].some((g) => g.length > 3);
  if (!many) return [...Map.groupBy(pairs, (p) => p.row.meta[0] ?? '')].map(([title, g]) => ({ title, rows: g.map((p) => p.row) }));
  // Under its issuer's name a row is known by its date.
  const dated = (row: Row): Row => ({ ...row, name: row.meta.at(-1) ?? row.name, meta: row.meta.slice(0, -1) });
  return [...bySource.values()].map((g) => ({ title: g[0]?.row.name ?? '', rows: g.map((p) => (p.row.tied ? p.row : dated(p.row))) }));
}

/** A tick this near to the page's figure gives way to it, as a share of the axis. */
const NEAR = 0.065;
/** A label nearer than this to an end of the axis is set towards its middle. */
const ASIDE = 0.2;

/** `ends` are the page's figure: none, one number, or a range. */
function drawnAxis({ log, ticks, at }: Axis, ends: readonly number[], { t, number }: Words, label: string): Pick<Plot, 'axis' | 'page'> {
  const [first] = ends;
  const from = first === undefined ? -1 : at(first);
  const to = at(ends.at(-1) ?? 0);
  const middle = (from + to) / 2;
  const side = middle < ASIDE ? 'start' : middle > 1 - ASIDE ? 'end' : '';
  const last = ticks.length - 1;
  const gives = (a: number, i: number): boolean => from >= 0 && i > 0 && i < last && a > from - NEAR && a < to + NEAR;
  return {
    axis: { log, ticks: ticks.map((n, i) => ({ at: share(at(n)), label: gives(at(n), i) ? '' : number(n) })) },
    page: from < 0 ? null : { from: share(from), to: share(to), label: t('card_this_page', [label]), labelAt: share(side === '' ? middle : side === 'start' ? from : to), side },
  };
}

/** `claim` null: the page's figure does not answer this question and is not drawn. */
export function plotOf(content: Asked, claim: Claim | null, { rows, totals }: Chosen, { name, words }: Pick<Context, 'name' | 'words'>): Plot {
  const { page, question, sources } = content;
  const ordered = order(rows, sources, question.series_rule !== 'all');
  const ends = claim === null || isWords(claim) ? [] : [claim.low, claim.high].filter((n) => n !== null);
  const values = rows.flatMap((e) => [e.low, e.best, e.high]).filter((n) => n !== null);
  const axis = values.length > 0 ? axisOf([...values, ...ends]) : null;
  const drawn = ordered.map((o) => rowOf(o, { content, name, words, axis }));
  const density = drawn.length <= FULL ? 'full' : drawn.length < COMPACT ? 'brief' : 'compact';
  return {
    ...(axis ? drawnAxis(axis, ends, words, claim === null ? '' : pageFigure(claim, words)) : { axis: null, page: null }),
    heading: heading(ordered, { page: page.date, running: question.series_rule === 'nearest-as-of', only: totals.length === 0, words }),
    density,
    groups: grouped(ordered, drawn, density === 'compact'),
  };
}

