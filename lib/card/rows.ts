// Question + claim + page → everything a card shows, in order and in words. The card only draws what stands here.
import type { CardContent, CardQuestion } from '../claim/card-content.ts';
import type { Claim } from '../claim/claim.ts';
import type { Estimate, Source } from '../claim/database.ts';
import { axisOf } from './axis.ts';
import type { Axis } from './axis.ts';
import { choose, dayOf } from './choose.ts';
import type { Chosen } from './choose.ts';
import { citation } from './cite.ts';
import { heading } from './heading.ts';
import { kindKey, kindOf } from './kinds.ts';
import type { Kind } from './kinds.ts';
import { namesIn } from './names.ts';
import { order, valueOf } from './order.ts';
import type { Ordered } from './order.ts';
import { othersOf } from './others.ts';
import type { Other } from './others.ts';
import { questionText } from './question-text.ts';
import { totalsOf } from './totals.ts';
import type { Totals } from './totals.ts';
import { asText, boundOf, capital, statedBy } from './words.ts';
import type { Figure, Words } from './words.ts';

/** A share of the axis as a style has it: "12.5%". */
type Share = string;

/** `at` is the best figure or the one stated end; a bar runs from `low` to `high`; an open end has no length. */
export type Lane = { at: Share | null; low: Share | null; high: Share | null; open: 'more' | 'less' | null; about: boolean };

export type Row = {
  id: string;
  kind: Kind;
  name: string;
  /** The figure; null for a position or words without a number. */
  figure: Figure | null;
  /** What is said instead of a number. */
  said: string | null;
  /** Drawn hollow: replaced or withdrawn by its issuer. */
  gone: 'superseded' | 'withdrawn' | null;
  /** States in words: "replaced by its issuer, Aug 2018". */
  tags: string[];
  /** Kind of source, or what it repeats; date; each a piece of the meta line. */
  meta: string[];
  link: { href: string; host: string } | null;
  /** What this counts otherwise than the question; always shown. */
  note: string | null;
  /** How it was counted, by whom said, where published. */
  method: string[];
  tied: boolean;
  lane: Lane | null;
};

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

/** Made where the database is (cardView), drawn where the page is (mountCard): plain data, safe to clone. */
export type CardView = {
  /** Language of the words below, BCP 47. */
  lang: string;
  rtl: boolean;
  figure: string;
  unit: string;
  by: string;
  question: string;
  relation: string | null;
  why: string[];
  plot: Plot | null;
  totals: Totals | null;
  others: Other[];
  database: string;
  stale: string | null;
  /** The card as plain text. */
  citation: string;
};

/** Up to three rows show how they were counted; from ten on they stand close and grouped. */
const FULL = 3;
const COMPACT = 10;
/** Days after which newer totals are likely and the card says so. */
const STALE = 60;
/** A closed period this long is counted "to" a day; a shorter one is one event. Days. */
const EVENT = 7;

export function pageFigure(claim: Claim, { t, figure }: Words): string {
  const stated = claim.kind === 'share' || claim.kind === 'rate' || claim.bound === 'vague' ? null : figure(statedBy(claim));
  if (!stated) return claim.text;
  return claim.increment ? t('card_another', [asText(stated)]) : asText(stated);
}

export function unitOf(claim: Claim, t: Words['t']): string {
  // A vague or relative figure is given in the page's words, which name the people already.
  if (claim.kind === 'share' || claim.kind === 'rate' || claim.bound === 'vague' || (claim.low === null && claim.high === null)) return '';
  return t(`card_unit_${claim.measure}`, [claim.groupText ?? t(`card_group_${claim.group}`)]);
}

/** Who the page credits, for which time, on which day. A credit that was not found is left out, not called missing. */
function byLine({ saidBy, period }: Claim, date: string | null, { t, locale, date: day }: Words): string {
  const said = [saidBy, period?.text].filter((s) => s !== null && s !== undefined).join(t('card_comma'));
  return [capital(said, locale), date === null ? '' : day(date)].filter((s) => s !== '').join(' · ');
}

function dateText(e: Estimate, { period }: CardQuestion, { t, date }: Words): string {
  const day = dayOf(e);
  if (day === null) return t('card_undated');
  const text = date(day);
  if (e.as_of === null) return t('card_published', [text]);
  if (period.end === null) return t('card_as_of', [text]);
  const long = period.start !== null && Date.parse(period.end) - Date.parse(period.start) > EVENT * 86_400_000;
  const within = period.start !== null && day > period.start && day <= period.end;
  return long && within ? t('card_to', [text]) : text;
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return url;
  }
}

function relationTo(e: Estimate, under: Estimate, name: string, t: Words['t']): string {
  if (e.status !== 'restatement') return t('card_rests_on', [name]);
  if (e.low === under.low && e.best === under.best && e.high === under.high) return t('card_repeats_source', [name]);
  const value = valueOf(e);
  if (under.low !== under.high && value === under.low && e.high !== under.high) return t('card_low_end', [name]);
  if (under.low !== under.high && value === under.high) return t('card_high_end', [name]);
  return t('card_restates', [name]);
}

function tagsOf({ estimate: e, older }: Ordered, all: readonly Estimate[], { t, date }: Words): string[] {
  const tags: string[] = [];
  if (e.status === 'superseded') {
    const day = dayOf(e) ?? '';
    const next = all.find((o) => o.source === e.source && o.status === 'current' && (dayOf(o) ?? '') > day);
    const when = next && dayOf(next);
    tags.push(when ? t('card_tag_superseded_on', [date(when.slice(0, 7))]) : t('card_tag_superseded'));
  } else if (/withdrawn|projection|derived|disputed-by-source/.test(e.status)) tags.push(t(`card_tag_${e.status.replaceAll('-', '_')}`));
  if (older) tags.push(t('card_tag_older'));
  if (e.contested) tags.push(t('card_tag_contested'));
  return tags;
}

const share = (n: number): Share => `${+(n * 100).toFixed(2)}%`;

function laneOf(e: Estimate, { at }: Axis): Lane | null {
  const bound = boundOf(e);
  const both = e.low !== null && e.high !== null && e.low !== e.high;
  const one = e.best ?? (both ? null : (e.low ?? e.high));
  if (one === null && !both) return null;
  return {
    at: one === null ? null : share(at(one)),
    low: both ? share(at(e.low ?? 0)) : null,
    high: both ? share(at(e.high ?? 0)) : null,
    open: both ? null : bound === 'at-least' || bound === 'more-than' ? 'more' : bound === 'at-most' || bound === 'less-than' ? 'less' : null,
    about: !both && (bound === 'about' || bound === 'nearly'),
  };
}

function saidOf(e: Estimate, t: Words['t']): string {
  if (e.qualifier !== 'none') return e.text_value ?? t('card_no_number');
  const words = e.text_value ?? t(e.denies ? `card_denies_${e.denies}` : 'card_declines');
  return t('card_no_figure_but', [words]);
}

/** Maintainers write days as 2023-11-01; readers do not. */
function readable(text: string, { date, locale }: Words): string {
  return capital(text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, date), locale);
}

/** People need no unit; a share of them does. */
const unitAfter = (unit: string): string => (unit === 'people' ? '' : unit === 'percent' ? '%' : ` ${unit}`);

type Context = { content: CardContent; name: (source: string) => string; words: Words; axis: Axis | null };

function rowOf(ordered: Ordered, { content: { question, sources }, name, words, axis }: Context): Row {
  const { t } = words;
  const { estimate: e, under } = ordered;
  const figure = words.figure(e);
  const source: Source | undefined = sources[e.source];
  const kind = under ? relationTo(e, under, name(under.source), t) : t(kindKey(e, source, question));
  const draws = under === null && e.derived_from.length > 0 ? t('card_draws_on', [e.derived_from.map(name).join(t('card_comma'))]) : null;
  const said = [e.claimant, e.via ? t('card_via', [name(e.via)]) : null].filter((s) => s !== null).join(t('card_comma'));
  const link = e.link && e.url !== null ? { href: e.url, host: hostOf(e.url) } : null;
  const partial = e.comparable === 'partial' ? (e.scope?.text ?? e.caveat) : null;
  const seenAt = e.seen_at ?? (link ? null : e.url);
  return {
    id: e.id,
    kind: kindOf(e, source),
    name: name(e.source),
    figure: figure && { ...figure, number: figure.number + unitAfter(question.unit) },
    said: figure ? null : saidOf(e, t),
    gone: e.status === 'withdrawn' ? 'withdrawn' : e.status === 'superseded' || ordered.older ? 'superseded' : null,
    tags: tagsOf(ordered, question.estimates, words),
    meta: [kind, ...(under && dayOf(e) === dayOf(under) ? [] : [dateText(e, question, words)])],
    link,
    note: partial === null ? null : readable(partial, words),
    method: [draws, said || null, e.method, e.title === null ? null : t('card_title', [e.title]), seenAt && t('card_seen', [hostOf(seenAt)])].filter((s) => s !== null),
    tied: under !== null,
    lane: axis && laneOf(e, axis),
  };
}

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

function plotOf(content: CardContent, { rows, totals }: Chosen, { name, words }: Pick<Context, 'name' | 'words'>): Plot {
  const { claim, page, question, sources } = content;
  const ordered = order(rows, sources, question.series_rule !== 'all');
  const measured = claim.kind === 'share' || claim.kind === 'rate' || claim.bound === 'vague';
  const ends = measured ? [] : [claim.low, claim.high].filter((n) => n !== null);
  const values = rows.flatMap((e) => [e.low, e.best, e.high]).filter((n) => n !== null);
  const axis = values.length > 0 ? axisOf([...values, ...ends]) : null;
  const drawn = ordered.map((o) => rowOf(o, { content, name, words, axis }));
  const density = drawn.length <= FULL ? 'full' : drawn.length < COMPACT ? 'brief' : 'compact';
  return {
    ...(axis ? drawnAxis(axis, ends, words, pageFigure(claim, words)) : { axis: null, page: null }),
    heading: heading(ordered, { page: page.date, running: question.series_rule === 'nearest-as-of', only: totals.length === 0, words }),
    density,
    groups: grouped(ordered, drawn, density === 'compact'),
  };
}

/** `now` tells how old the database is. Estimates are never averaged, added up or completed here. */
export function cardView(content: CardContent, { words, now }: { words: Words; now: Date }): CardView {
  const { claim, match, page, question, sources, database } = content;
  const { t } = words;
  const name = namesIn(question, sources);
  const figures = [claim.low, claim.high].filter((n) => n !== null);
  const chosen = choose(question, page.date, figures);
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(database.created)) / 86_400_000));
  const said = {
    figure: capital(pageFigure(claim, words), words.locale),
    unit: unitOf(claim, t),
    by: byLine(claim, page.date, words),
    question: questionText(question.title),
    relation: match.relation === 'same' ? null : t(`card_relation_${match.relation}`),
    plot: chosen.rows.length > 0 ? plotOf(content, chosen, { name, words }) : null,
  };
  return {
    ...said,
    lang: words.locale,
    rtl: words.rtl,
    why: match.why,
    totals: totalsOf(chosen.totals, { question, sources, name, page: page.date, words }),
    others: othersOf(chosen.others, { question, sources, words }),
    database: t('card_database', [database.version, words.plural('card_days', days)]),
    stale: days > STALE ? words.plural('card_stale', days) : null,
    citation: citation(said, content, words),
  };
}
