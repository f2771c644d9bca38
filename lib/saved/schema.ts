// A saved claim as it is stored, exported and read back. Stored data outlives the code: a change of any field here is a new
// VERSION, with a step in read.ts from the one before, and a fixture of the old one that is never changed again.
import * as z from 'zod/mini';
import type { Claim } from '../claim/claim.ts';
import { Estimate, Question, Source } from '../claim/database.ts';
import type { DateOrigin } from '../claim/document.ts';
import type { Match } from '../claim/match.ts';

z.config({ jitless: true });

export const VERSION = 1;

/** UTF-16 units. A note is a page of typescript; the rest is what pages really have, tenfold. */
export const MAX = { quote: 5_000, context: 64, name: 2_000, note: 20_000, tag: 80, tags: 50, collection: 120 } as const;

const text = (max: number) => z.string().check(z.maxLength(max));
const name = z.nullable(text(MAX.name));
const offset = z.int().check(z.minimum(0));
/** ISO date and time in UTC. */
const instant = z.iso.datetime();
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256'));
const address = z.nullable(z.string().check(z.maxLength(MAX.name), z.regex(/^https?:\/\/\S+$/, 'is not an http(s) address')));
const count = z.nullable(z.number().check(z.minimum(0), z.maximum(1e10)));

/** One of these words, and every one of them: the compiler holds the list to the type it stands for. */
const oneOf = <T extends string>(words: Record<T, true>) => z.enum(Object.keys(words) as [T, ...T[]]);

/** A label of the reader's own: one line, without the mark that separates tags in a table. */
const label = (max: number) => z.string().check(z.minLength(1), z.maxLength(max), z.regex(/^[^\s;](?:[^\r\n;]*[^\s;])?$/, 'is not one line without a semicolon'));

/** What the claim says, as it was read or as the reader corrected it. `at`: where in the quotation it stands; null: not in its words. */
export const Figure = z.strictObject({
  text: text(MAX.quote),
  at: z.nullable(z.strictObject({ start: offset, end: offset })),
  low: count,
  high: count,
  bound: oneOf<Claim['bound']>({ exact: true, 'at-least': true, 'more-than': true, 'at-most': true, 'less-than': true, about: true, nearly: true, range: true, vague: true }),
  kind: oneOf<Claim['kind']>({ count: true, vague: true, ordinal: true, zero: true, share: true, rate: true }),
  measure: oneOf<Claim['measure']>({ killed: true, wounded: true, missing: true, displaced: true, detained: true, casualties: true, other: true }),
  group: oneOf<Claim['group']>({
    people: true, civilians: true, combatants: true, military: true, police: true, militants: true, officials: true, children: true, women: true,
    journalists: true, 'aid-workers': true, protesters: true, prisoners: true, migrants: true, other: true,
  }),
  groupText: name,
  increment: z.boolean(),
  hypothetical: z.boolean(),
  saidBy: name,
  actor: name,
  place: name,
  period: z.nullable(z.strictObject({ text: text(MAX.name), from: name, to: name })),
});
export type Figure = z.infer<typeof Figure>;

/** An id of the claims database; of a feed that the reader hears besides, under the feed's key and a full stop. */
const ref = z.string().check(z.maxLength(300), z.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)?$/, 'is not an id'));

/** An estimate as it stood when the claim was saved: all that its row of the card says. */
export const FrozenEstimate = z.extend(z.pick(Estimate, {
  id: true, source: true, claimant: true, via: true, derived_from: true, role: true, low: true, best: true, high: true, qualifier: true, text_value: true,
  as_of: true, published: true, method: true, caveat: true, scope: true, comparable: true, status: true, contested: true, denies: true, url: true,
  link: true, title: true, seen_at: true,
}), { id: ref, source: ref, via: z.nullable(ref), derived_from: z.array(ref) });
export type FrozenEstimate = z.infer<typeof FrozenEstimate>;

/** The question as it was worded beside. */
const FrozenQuestion = z.extend(z.pick(Question, {
  id: true, collection: true, kind: true, event: true, title: true, place: true, period: true, group: true, group_text: true, measure: true, unit: true, by: true,
}), { id: ref });

const Database = z.strictObject({ version: text(60), created: text(40) });

/**
 * What competed with the claim at the moment of saving. `estimates`: the rows of its card; `latest`: each source's newest
 * total that was known, where that is not in a row. `sources` by id: those which the estimates name, with the feed they come
 * from where that is not the extension's own; null: the reader's own data.
 */
export const Beside = z.strictObject({
  database: Database,
  question: FrozenQuestion,
  estimates: z.array(FrozenEstimate),
  latest: z.array(FrozenEstimate),
  sources: z.record(z.string(), z.extend(z.pick(Source, { name: true, kind: true, country: true }), { feed: z.optional(z.nullable(text(120))) })),
});
export type Beside = z.infer<typeof Beside>;

const Stand = z.pick(Estimate, { low: true, best: true, high: true, qualifier: true, text_value: true, as_of: true, status: true });

/**
 * One thing that is otherwise in a later database. `withdrawn`, `superseded`: by its issuer (`to`: what replaced it, null: not
 * known); `changed`: its figure or status; `removed`: no longer in the database; `newer`: its source has a later total.
 */
export const Change = z.strictObject({
  what: z.enum(['changed', 'superseded', 'withdrawn', 'removed', 'newer']),
  estimate: FrozenEstimate.shape.id,
  source: ref,
  from: z.nullable(Stand),
  to: z.nullable(Stand),
});
export type Change = z.infer<typeof Change>;

export const SavedClaim = z.strictObject({
  version: z.literal(VERSION),
  /** The first 32 digits of a SHA-256 over page, quotation and place of the figure in it: the same claim has the same. */
  id: z.string().check(z.regex(/^[0-9a-f]{32}$/, 'is not an id')),
  /** A W3C TextQuoteSelector over the page's text, white space collapsed. */
  quote: z.strictObject({ exact: text(MAX.quote).check(z.minLength(1)), prefix: text(MAX.context), suffix: text(MAX.context) }),
  /** A W3C TextPositionSelector over the same text, UTF-16 units; null: not known where on the page it stood. */
  position: z.nullable(z.strictObject({ start: offset, end: offset })),
  /** Null: a passage in which no figure was read, and the reader has entered none yet. */
  figure: z.nullable(Figure),
  /** The figure's fields were entered or corrected by the reader. */
  byHand: z.boolean(),
  page: z.strictObject({
    url: address,
    /** As the page gives it; null where it does not. */
    canonical: address,
    /** Without what follows # and without tracking parameters: what tells pages apart. */
    key: text(MAX.name),
    title: name,
    headline: name,
    site: name,
    host: text(255),
    author: name,
    date: z.nullable(text(40)),
    dateFrom: z.nullable(oneOf<DateOrigin>({ given: true, 'json-ld': true, meta: true, time: true, byline: true, url: true })),
    lang: name,
  }),
  /** Of the paragraph around the quotation; null: not known. */
  paragraphSha256: z.nullable(sha256),
  saved: instant,
  edited: instant,
  extension: text(40),
  match: z.nullable(
    z.strictObject({
      question: FrozenQuestion.shape.id,
      title: FrozenQuestion.shape.title,
      event: FrozenQuestion.shape.event,
      relation: oneOf<Match['relation']>({ same: true, narrower: true, broader: true, overlaps: true }),
      why: z.array(text(MAX.name)),
    }),
  ),
  beside: z.nullable(Beside),
  tags: z.array(label(MAX.tag)).check(z.maxLength(MAX.tags)),
  note: text(MAX.note),
  collection: z.nullable(label(MAX.collection)),
  /** What is otherwise in the database named since the claim was saved; null: nothing is. `seen`: the reader knows. */
  changed: z.nullable(z.strictObject({ database: text(60), seen: z.boolean(), list: z.array(Change).check(z.minLength(1)) })),
});
export type SavedClaim = z.infer<typeof SavedClaim>;
