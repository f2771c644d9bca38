// The claims database: what a question, an estimate and a source are. These schemas are the only definition: the types,
// the checks of the compile step, of an update and of an import, and the JSON Schema that editors use all come from here.
import * as z from 'zod/mini';
import { alias, aliasesByLanguage, country, date, id, line, literal, pairId, people, url } from './fields.ts';

const SourceKind = z.enum([
  'belligerent',
  'government',
  'intergovernmental',
  'monitor',
  'press',
  'academic',
  'record',
  'court',
  'encyclopaedia',
  'individual',
  'dataset',
]);

/** Who counts. `shared_aliases` belong to several sources ("AFP"): event and date tell which. `country` null: international. */
export const Source = z.strictObject({
  id,
  name: line(120),
  aliases: z.array(line(80)),
  shared_aliases: z.array(line(80)),
  kind: SourceKind,
  homepage: z.nullable(url),
  homepage_checked: z.boolean(),
  country: z.nullable(country),
  note: z.nullable(line(400)),
});
export type Source = z.infer<typeof Source>;

const EventType = z.enum([
  'war',
  'battle',
  'campaign',
  'massacre',
  'incident',
  'attack',
  'crackdown',
  'occupation',
  'site',
  'disaster',
  'accident',
  'epidemic',
  'famine',
  'migration',
]);

/** What happened: the thing a page names. `end` null: not over, or no last day known. `parent`: the larger event it belongs to. */
export const Event = z.strictObject({
  id,
  name: line(160),
  type: EventType,
  aliases: z.array(alias),
  aliases_i18n: aliasesByLanguage,
  countries: z.array(country),
  start: date,
  end: z.nullable(date),
  parent: z.nullable(id),
});
export type Event = z.infer<typeof Event>;

/** An armed actor named in `by.actors`, with the words used for it. */
export const Actor = z.strictObject({ id, name: line(120), aliases: z.array(alias) });
export type Actor = z.infer<typeof Actor>;

export const QuestionGroup = z.enum([
  'civilians',
  'combatants',
  'military',
  'police',
  'militants',
  'people',
  'children',
  'women',
  'journalists',
  'aid-workers',
  'protesters',
  'prisoners',
  'migrants',
  'other',
]);
export type QuestionGroup = z.infer<typeof QuestionGroup>;

/** `excess-deaths` counts all deaths attributed, direct and indirect. */
export const QuestionMeasure = z.enum([
  'killed',
  'wounded',
  'missing',
  'displaced',
  'detained',
  'casualties',
  'excess-deaths',
  'other',
]);
export type QuestionMeasure = z.infer<typeof QuestionMeasure>;

/** Only `casualty` and `increment` questions have rival counts of people; `context` holds numbers that merely look like tolls. */
const QuestionKind = z.enum(['casualty', 'increment', 'rate', 'partial-count', 'proxy', 'residual', 'context']);

/** `at-least` and `more-than` carry `low`; `at-most` and `less-than` carry `high`; `none` is a denial or a refusal. */
const Qualifier = z.enum([
  'exact',
  'at-least',
  'more-than',
  'at-most',
  'less-than',
  'about',
  'nearly',
  'range',
  'vague',
  'none',
]);

const EstimateRole = z.enum(['party', 'government', 'un', 'monitor', 'press', 'academic', 'record', 'court', 'other']);

const EstimateStatus = z.enum([
  'current',
  'superseded',
  'withdrawn',
  'misreport',
  'restatement',
  'derived',
  'projection',
  'vague',
  'disputed-by-source',
  'excluded',
]);

const period = z.strictObject({ start: z.nullable(date), end: z.nullable(date) });

/** What an estimate counts otherwise than its question; `text` says it to a reader, the rest says it to the code. */
const Scope = z.strictObject({
  text: line(300),
  group: z.optional(QuestionGroup),
  measure: z.optional(QuestionMeasure),
  place: z.optional(line(160)),
  period: z.optional(period),
  by: z.optional(line(160)),
});

/**
 * A second reading against public pages: `evidence` is the page and what it says, in few words; `primary` is true when
 * that page is the source's own publication. `moved`: it answered another question and was filed there.
 */
const Verified = z.strictObject({
  on: date,
  outcome: z.enum(['confirmed', 'corrected', 'moved']),
  evidence: line(400),
  primary: z.boolean(),
});

/**
 * One source's answer to a question.
 * `source` made the figure, `claimant` is the person who said it, `via` relayed it, `derived_from` are sources it rests on.
 * `as_of` is the day the count describes, `published` the day it appeared; null: unknown.
 */
export const Estimate = z.strictObject({
  id: pairId,
  source: id,
  claimant: z.nullable(line(160)),
  via: z.nullable(id),
  derived_from: z.array(id),
  role: EstimateRole,
  party_to_event: z.boolean(),
  low: z.nullable(people),
  best: z.nullable(people),
  high: z.nullable(people),
  qualifier: Qualifier,
  text_value: z.nullable(line(200)),
  as_of: z.nullable(date),
  published: z.nullable(date),
  date_precision: z.nullable(z.enum(['day', 'month', 'year'])),
  method: z.nullable(line(160)),
  caveat: z.nullable(line(400)),
  scope: z.nullable(Scope),
  comparable: z.enum(['full', 'partial', 'no']),
  series: z.nullable(pairId),
  status: EstimateStatus,
  contested: z.boolean(),
  denies: z.nullable(z.enum(['harm', 'responsibility', 'event', 'figure'])),
  checked: z.enum(['full', 'partial', 'date-approx', 'no']),
  /** Fields whose value was not seen on the page at `url`; `attribution: true` hides the estimate. Never displayed. */
  unchecked: z.nullable(
    z.strictObject({
      attribution: z.optional(z.literal(true)),
      date: z.optional(z.literal(true)),
      components: z.optional(z.literal(true)),
      withdrawal: z.optional(z.literal(true)),
      low: z.optional(z.nullable(people)),
      best: z.optional(z.nullable(people)),
      high: z.optional(z.nullable(people)),
    }),
  ),
  /** May be shown: checked, attribution seen, read again, not excluded, and there is something to show. The compile step proves it. */
  show: z.boolean(),
  url: z.nullable(url),
  url_kind: z.nullable(z.enum(['original', 'republication', 'report-of', 'encyclopaedia', 'dataset'])),
  /** The address may be offered as a link: a recognised publisher, institution or archive. */
  link: z.boolean(),
  title: z.nullable(line(300)),
  /** The page on which the figure was read, when `url` is the first publication and the figure was read elsewhere. */
  seen_at: z.nullable(url),
  /** Where it was read, in a maintainer's words; never displayed and not shipped. */
  where: z.nullable(line(300)),
  /** The estimate read again after it was entered; absent: not read again yet, and therefore not shown. Not shipped. */
  verified: z.optional(Verified),
});
export type Estimate = z.infer<typeof Estimate>;

/**
 * One dated value of a running count. `value` is the best figure, else the bound named by the series' qualifier. One that is also an
 * `estimate` has its date, value and address once more, for it outlives it where a reader takes the estimate away; the check holds them alike.
 */
export const SeriesPoint = z.strictObject({
  date,
  value: people,
  low: z.optional(people),
  high: z.optional(people),
  url: z.nullable(url),
  dataset: z.nullable(line(160)),
  checked: z.enum(['full', 'partial', 'date-approx']),
  estimate: z.nullable(pairId),
});
export type SeriesPoint = z.infer<typeof SeriesPoint>;

/** A running count by one source. `drops` are downward steps, with why: a revision or a restart, never an error of ours. */
export const Series = z.strictObject({
  id: pairId,
  source: id,
  unit: line(40),
  qualifier: Qualifier,
  points: z.array(SeriesPoint).check(z.minLength(2)),
  drops: z.array(z.strictObject({ date, from: people, to: people, note: z.nullable(line(300)) })),
});
export type Series = z.infer<typeof Series>;

export const QuestionRelation = z.enum([
  'subset-of',
  'superset-of',
  'overlaps',
  'increment-of',
  'sibling',
  'compare-with',
  'proxy-for',
  'part-of-sum',
  'same-as-other-period',
]);
export type QuestionRelation = z.infer<typeof QuestionRelation>;

/** Whose hand, as the question is framed: a framing, not a finding. */
const By = z.strictObject({
  scope: z.enum([
    'all-causes',
    'actor',
    'weapon',
    'indirect',
    'disaster',
    'accident',
    'disease',
    'undetermined',
    'unknown',
    'not-applicable',
  ]),
  actors: z.array(id),
  weapons: z.array(line(60)),
  disputed: z.boolean(),
});

/**
 * Literal names for linking, never patterns. One `strong` name is enough for the event; a `weak` one needs company;
 * each inner list of `must` needs one hit; an `exclude` in the number's clause vetoes.
 */
const Names = z.strictObject({
  strong: z.array(alias),
  weak: z.array(alias),
  must: z.array(z.array(literal).check(z.minLength(1))),
  exclude: z.array(literal),
  date_phrases: z.array(alias),
  page_dates: z.nullable(z.strictObject({ from: z.nullable(date), to: z.nullable(date) })),
  aliases_i18n: aliasesByLanguage,
  weak_i18n: aliasesByLanguage,
});

/** A quantity that is counted: who was harmed, how, by whose hand, where and when; with everybody's answers. */
export const Question = z.strictObject({
  id,
  collection: id,
  kind: QuestionKind,
  event: id,
  title: line(120),
  place: z.strictObject({ name: line(160), countries: z.array(country) }),
  period,
  group: QuestionGroup,
  /** The group in words for readers; null: the code says it. */
  group_text: z.nullable(line(120)),
  measure: QuestionMeasure,
  unit: line(40),
  by: By,
  match: Names,
  relations: z.array(z.strictObject({ question: id, type: QuestionRelation, note: z.nullable(line(300)) })),
  /** Which dated values stand beside a page: the nearest to its date, the newest of each source, or all. */
  series_rule: z.enum(['nearest-as-of', 'latest-per-source', 'all']),
  notes: z.nullable(line(600)),
  /** Fewer than two distinct checked sources: never a card of competing estimates. */
  thin: z.boolean(),
  estimates: z.array(Estimate),
  series: z.array(Series),
});
export type Question = z.infer<typeof Question>;

/**
 * A site whose pages may be offered as links, and why: a newsroom, an institution, a journal, a public archive, an
 * encyclopaedia. Host names below it count too; a path names one owner on a host of many ("github.com/owid").
 * Maintainers' knowledge: it does not ship.
 */
export const Publisher = z.strictObject({
  site: z.string().check(z.regex(/^(?:[a-z0-9-]+\.)+[a-z0-9-]+(?:\/[\w.-]+)?$/, 'is not a host name, or a host name and its owner')),
  kind: z.enum(['press', 'institution', 'journal', 'archive', 'encyclopaedia', 'dataset']),
});
export type Publisher = z.infer<typeof Publisher>;

/** All that is known, each kind in the order of its ids. */
export type Database = { questions: Question[]; events: Event[]; actors: Actor[]; sources: Source[] };
