// A claim the reader keeps, with where it came from and what competed with it beside. Pure: the clock and the hash are given.
import type { Claim } from '../claim/claim.ts';
import type { PageDocument } from '../claim/document.ts';
import type { Match } from '../claim/match.ts';
import { hostOf, httpOr, keyOf } from './page-key.ts';
import { MAX, VERSION, type Figure, type SavedClaim, type Beside } from './schema.ts';

/** Lower-case hexadecimal SHA-256 of a text's UTF-8 bytes. */
export type Hash = (text: string) => Promise<string>;

/** [start, end) in the document's text. */
export type Span = { start: number; end: number };

/**
 * What there is to keep. `span` is what is quoted: the claim's sentence, or what the reader selected.
 * `canonical` is the address the page gives itself. `beside` is null where the claim matches no question. `now` is ISO, UTC.
 */
export type Keep = {
  document: PageDocument;
  canonical: string | null;
  span: Span;
  claim: Claim | null;
  match: Match | null;
  beside: Beside | null;
  now: string;
  extension: string;
};

/** Either side of a quotation, UTF-16 units: as Hypothesis keeps it, so that both find each other's. */
const CONTEXT = 32;
/** A "sentence" longer than this is a page without full stops. UTF-16 units. */
const LONGEST = 1_000;

/** Under which id a claim of a page would be kept. */
export function idOfClaim({ document: { text, info }, canonical, span, claim }: Pick<Keep, 'document' | 'canonical' | 'span'> & { claim: Claim }, hash: Hash): Promise<string> {
  const quoted = quotedOf(text, span, claim);
  return idOf({ key: keyOf({ canonical, url: info.url }), exact: text.slice(quoted.start, quoted.end), at: figureOf(claim, quoted).at?.start ?? null }, hash);
}

/** A new saved claim. Never throws for a page that says nothing of itself. */
export async function makeSaved({ document, canonical, span, claim, match, beside, now, extension }: Keep, hash: Hash): Promise<SavedClaim> {
  const { text, info } = document;
  const block = document.blocks.find((b) => b.start <= span.start && span.start < b.end) ?? { start: 0, end: text.length };
  const quoted = quotedOf(text, span, claim);
  const exact = text.slice(quoted.start, quoted.end);
  const canon = httpOr(canonical);
  const url = httpOr(info.url);
  const key = keyOf({ canonical, url: info.url });
  const figure = claim && figureOf(claim, quoted);
  return {
    version: VERSION,
    id: await idOf({ key, exact, at: figure?.at?.start ?? null }, hash),
    quote: { exact, prefix: text.slice(Math.max(0, quoted.start - CONTEXT), quoted.start), suffix: text.slice(quoted.end, quoted.end + CONTEXT) },
    position: quoted,
    figure,
    byHand: false,
    page: {
      url,
      canonical: canon,
      key,
      title: cut(info.title),
      headline: cut(info.headline),
      site: cut(info.site),
      host: hostOf(url ?? canon ?? '').slice(0, 255),
      author: cut(info.author),
      date: info.date?.slice(0, 40) || null,
      dateFrom: info.dateFrom,
      lang: cut(info.lang),
    },
    paragraphSha256: await hash(text.slice(block.start, block.end)),
    saved: now,
    edited: now,
    extension,
    match:
      match === null || beside === null
        ? null
        : { question: match.question, title: beside.question.title, event: beside.question.event, relation: match.relation, why: match.why.map((w) => w.replace(/\s+/g, ' ').slice(0, MAX.name)) },
    beside,
    tags: [],
    note: '',
    collection: null,
    changed: null,
  };
}

/**
 * The same claim saved once more: what the page says now, with what the reader wrote. What competed with it is evidence of
 * the first saving and stays, unless there was nothing or it is another question now.
 */
export function savedAgain(old: SavedClaim, fresh: SavedClaim): SavedClaim {
  const keeps = old.beside !== null && old.match?.question === fresh.match?.question;
  return {
    ...fresh,
    saved: old.saved,
    tags: old.tags,
    note: old.note,
    collection: old.collection,
    ...(old.byHand ? { figure: old.figure, byHand: true } : {}),
    ...(keeps ? { beside: old.beside, changed: old.changed, extension: old.extension } : {}),
  };
}

/** A claim from a file over the one in the list. A table cannot hold what stood beside a claim: what the list has of it stays. */
export function takenIn(old: SavedClaim | null, taken: SavedClaim): SavedClaim {
  const keeps = taken.beside === null && old !== null && old.beside !== null && old.match?.question === taken.match?.question;
  return keeps ? { ...taken, beside: old.beside, changed: old.changed } : taken;
}

/** The name under which a claim is kept: page, words, and which figure in them. Layout and the text around may change. */
export async function idOf({ key, exact, at }: { key: string; exact: string; at: number | null }, hash: Hash): Promise<string> {
  const words = exact.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return (await hash(JSON.stringify([key, words, at]))).slice(0, 32);
}

function figureOf(claim: Claim, quoted: Span): Figure {
  const { text, low, high, bound, kind, measure, group, groupText, increment, hypothetical, saidBy, actor, place, period } = claim;
  return {
    text: text.slice(0, MAX.quote),
    at: claim.start >= quoted.start && claim.end <= quoted.end ? { start: claim.start - quoted.start, end: claim.end - quoted.start } : null,
    low,
    high,
    bound,
    kind,
    measure,
    group,
    groupText: cut(groupText),
    increment,
    hypothetical,
    saidBy: cut(saidBy),
    actor: cut(actor),
    place: cut(place),
    period: period && { text: period.text.slice(0, MAX.name), from: period.from, to: period.to },
  };
}

/** The span without the white space around it; of one that is too long, so much as stands around the claim. */
function quotedOf(text: string, { start, end }: Span, claim: Span | null): Span {
  if (claim === null || end - start <= LONGEST) return trimmed(text, { start, end });
  const room = Math.max(0, (LONGEST - (claim.end - claim.start)) >> 1);
  const from = text.indexOf(' ', Math.max(start, claim.start - room));
  const to = text.lastIndexOf(' ', Math.min(end, claim.end + room));
  return trimmed(text, { start: from < 0 || from > claim.start ? claim.start : from, end: to < claim.end ? claim.end : to });
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end).slice(0, MAX.quote);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: from + words.trim().length };
}

const cut = (words: string | null): string | null => words?.slice(0, MAX.name) || null;
