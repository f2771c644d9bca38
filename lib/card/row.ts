// One estimate as a row: name, figure, state, kind, date, link, and what it counts otherwise.
import type { CardContent, CardQuestion, CardSource } from '../claim/card-content.ts';
import type { Estimate } from '../claim/database.ts';
import type { Axis } from './axis.ts';
import { dayOf } from './choose.ts';
import { kindKey, kindOf } from './kinds.ts';
import type { Kind } from './kinds.ts';
import { feedText } from './names.ts';
import { valueOf } from './order.ts';
import type { Ordered } from './order.ts';
import { boundOf, capital, codeWord } from './words.ts';
import type { Figure, Words } from './words.ts';

/** A share of the axis as a style has it: "12.5%". */
export type Share = string;

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

/** A closed period this long is counted "to" a day; a shorter one is one event. Days. */
const EVENT = 7;

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
  } else if (/withdrawn|projection|derived|disputed-by-source/.test(e.status)) tags.push(codeWord(t, 'tag', e.status));
  if (older) tags.push(t('card_tag_older'));
  if (e.contested) tags.push(t('card_tag_contested'));
  return tags;
}

export const share = (n: number): Share => `${+(n * 100).toFixed(2)}%`;

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

/** A question and what is known of it. */
export type Asked = Pick<CardContent, 'page' | 'question' | 'sources' | 'database'>;

/** `name` is how a source is called in this card; without an axis there is no lane. */
export type Context = { content: Asked; name: (source: string) => string; words: Words; axis: Axis | null };

export function rowOf(ordered: Ordered, { content: { question, sources }, name, words, axis }: Context): Row {
  const { t } = words;
  const { estimate: e, under } = ordered;
  const figure = words.figure(e);
  const source: CardSource | undefined = sources[e.source];
  const feed = source === undefined ? null : feedText(source, t);
  const others = e.derived_from.map(name).join(t('card_comma'));
  // What it repeats may be a total of another day, which is no row.
  const repeats = under === null && e.status === 'restatement';
  const repeated = others === '' ? t('card_restates_others') : t('card_restates', [others]);
  const kind = under ? relationTo(e, under, name(under.source), t) : repeats ? repeated : t(kindKey(e, source, question));
  const draws = under === null && !repeats && others !== '' ? t('card_draws_on', [others]) : null;
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
    meta: [kind, ...(under && dayOf(e) === dayOf(under) ? [] : [dateText(e, question, words)]), ...(feed === null ? [] : [feed])],
    link,
    note: partial === null ? null : readable(partial, words),
    method: [draws, said || null, e.method, e.title === null ? null : t('card_title', [e.title]), seenAt && t('card_seen', [hostOf(seenAt)])].filter((s) => s !== null),
    tied: under !== null,
    lane: axis && laneOf(e, axis),
  };
}

