// A claim and what stands around it: its clause, its sentence, the places, people and days these name.
import type { Claim } from '../claim/claim.ts';
import type { PageDocument } from '../claim/document.ts';
import { datesBefore } from './dates-before.ts';
import { firstDay } from './days.ts';
import { textOfCodes } from './fold.ts';
import { knownOf } from './known.ts';
import { later } from './later.ts';
import type { LinkIndex } from './link-index.ts';
import { findNames, seekNames } from './names.ts';
import type { BlockOf, Hit, Seeking } from './names.ts';
import { aroundFigure, clauseOf, endOf, sentencesOf, spansWithin } from './sentences.ts';
import type { Span } from './sentences.ts';
import { timeCues } from './time-cues.ts';
import type { TimeCue } from './time-cues.ts';
import { whoOf } from './who.ts';

/** A country, people or city where it stands; `in`: written as the place where ("in Gaza"), not as a doer or an adjective. */
export type PlaceHit = Span & { country: string; kind: 'country' | 'people' | 'city'; located: boolean };
/** A name that one or several actors, or sources, go by. */
export type NamedHit = Span & { ids: readonly number[] };

export type PageView = {
  folded: string;
  original: string;
  hits: Hit[];
  /** Title and headline of the page, folded, and the names in them. */
  title: string;
  titleText: string;
  titleHits: Hit[];
  places: PlaceHit[];
  titlePlaces: PlaceHit[];
  actors: NamedHit[];
  titleActors: NamedHit[];
  sources: NamedHit[];
  titleSources: NamedHit[];
  day: number | null;
  /** The page's own headline among its blocks, or the first heading long enough to be one. */
  heading: Span | null;
  /** Which kinds of event text and titles speak of, as far as they were asked for. */
  kinds: Map<RegExp, boolean>;
};

export type ClaimView = {
  claim: Claim;
  sentence: Span;
  /** The sentence before it in the same block. */
  previous: Span | null;
  clause: Span;
  block: Span;
  sentenceText: string;
  clauseText: string;
  /** Of the sentence, before and after the figure's whole expression. */
  before: string;
  after: string;
  places: PlaceHit[];
  clausePlaces: PlaceHit[];
  cues: () => Cues;
  inTitle: boolean;
  /** The group counted: the claim's own, or, where it names none, that of the figure before it ("20 soldiers died and 9 were hurt"). */
  group: Claim['group'];
  groupText: string | null;
  groupStated: boolean;
  /** Other figures of the sentence, and the folded text between them and this one. */
  siblings: { claim: Claim; between: string }[];
};

/** The days that the sentence speaks of, those of its clause, and, where it speaks of none, those of the sentence before. Most figures are refused before anybody asks. */
export type Cues = { sentence: TimeCue[]; clause: TimeCue[]; earlier: TimeCue[] };

/** Characters: a shorter heading names a section. */
const HEADLINE_MIN = 40;

const LOCATED = /\b(?:in|inside|across|throughout|at|near|around|outside|within|over|on|hit|struck|invaded|attacked|stormed|bombed|for)(?: (?:the|all of|all|its|western|eastern|northern|southern|north-?west(?:ern)?|north-?east(?:ern)?|south-?west(?:ern)?|south-?east(?:ern)?|central|north|south|east|west|town of|city of|village of|province of|neighbouring|neighboring|besieged|rebel-held|occupied)){0,4} $/;

/** "70, mostly in Mississippi": where most were, not where all were. */
const MOSTLY = /\b(?:mostly|mainly|largely|chiefly|primarily|predominantly|most|many|especially|notably|particularly)(?: of (?:them|whom|these|those))?,? (?:in|inside|around|near|across|at) (?:the )?$/;

export const isMostly = (folded: string, at: number): boolean => MOSTLY.test(folded.slice(Math.max(0, at - 45), at));

/** "In Indian-controlled Kashmir": the ruler says whose side of a line it is. */
const RULED = /^[ -](?:controlled|administered|held|occupied|ruled|run)\b/;

type Known = ReturnType<typeof knownOf<Hit>>;

function placesIn(known: Known, folded: string): PlaceHit[] {
  const out: PlaceHit[] = [];
  for (const { hit, place } of known) {
    if (place === null) continue;
    const last = out.at(-1);
    if (last && last.end >= hit.end && last.start <= hit.start && last.end - last.start > hit.end - hit.start) continue;
    if (last && hit.start <= last.start && hit.end > last.end) out.pop();
    const ruled = RULED.test(folded.slice(hit.end, hit.end + 16));
    const located = (place.kind !== 'people' || ruled) && LOCATED.test(folded.slice(Math.max(0, hit.start - 45), hit.start)) && !isMostly(folded, hit.start);
    out.push({ start: hit.start, end: hit.end, country: place.country, kind: place.kind, located });
  }
  return out;
}

const named = (known: Known, what: 'actors' | 'sources'): NamedHit[] => known.filter((k) => k[what].length > 0).map((k) => ({ start: k.hit.start, end: k.hit.end, ids: k[what] }));

/** Where names may stand: in the text, and in title and headline (`inTitles` null: there are none). */
export type PageSought = { document: PageDocument; inText: Seeking; titles: string; inTitles: Seeking | null };

export function seekInPage(document: PageDocument, index: LinkIndex): PageSought {
  const titles = [...new Set([document.info.headline, document.info.title].filter((t) => t !== null))].join('\n');
  return { document, inText: seekNames(index.names, document.text), titles, inTitles: titles === '' ? null : seekNames(index.names, titles) };
}

/** Reads the page once for all its claims. */
export function viewPage({ document, inText, titles, inTitles }: PageSought, index: LinkIndex, blockOf: BlockOf): PageView {
  const folded = textOfCodes(inText.codes);
  const hits = findNames(index.names, inText, blockOf);
  const title = inTitles === null ? '' : textOfCodes(inTitles.codes);
  const titleHits = inTitles === null ? [] : findNames(index.names, inTitles, blockOf);
  const known = knownOf(hits, index);
  const titleKnown = knownOf(titleHits, index);
  return {
    folded,
    original: document.text,
    hits,
    title,
    titleText: titles,
    titleHits,
    places: placesIn(known, folded),
    titlePlaces: placesIn(titleKnown, title),
    actors: named(known, 'actors'),
    titleActors: named(titleKnown, 'actors'),
    sources: named(known, 'sources'),
    titleSources: named(titleKnown, 'sources'),
    day: firstDay(document.info.date),
    heading: document.blocks.find((b) => b.role === 'headline') ?? document.blocks.find((b) => b.role === 'heading' && b.end - b.start > HEADLINE_MIN) ?? null,
    kinds: new Map(),
  };
}

/** Figures before and after one that can stand in its sentence. */
const NEIGHBOURS = 20;

/** The other figures of the sentence of the claim at `at`. */
function neighboursOf(claims: readonly Claim[], at: number, sentence: Span): Claim[] {
  const out: Claim[] = [];
  for (let i = Math.max(0, at - NEIGHBOURS); i < Math.min(claims.length, at + NEIGHBOURS); i++) {
    const c = claims[i];
    if (c !== undefined && i !== at && c.end > sentence.start && c.start < sentence.end) out.push(c);
  }
  return out;
}

/** Which of the sentences (in order, without gaps) a position is in. */
function sentenceAt(sentences: readonly Span[], position: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low);
}

/** Makes each claim's view; claims are in order of position. */
export function viewClaims(document: PageDocument, claims: readonly Claim[], page: PageView): ClaimView[] {
  const sentences = new Map<number, Span[]>();
  return claims.map((claim, i) => {
    const block: Span = document.blocks[claim.block] ?? { start: 0, end: document.text.length };
    let own = sentences.get(block.start);
    if (own === undefined) sentences.set(block.start, (own = sentencesOf(document.text, block)));
    const at = sentenceAt(own, claim.start);
    const sentence = aroundFigure(own[at] ?? block, claim);
    const neighbours = neighboursOf(claims, i, sentence);
    const others = neighbours.map((c) => c.number);
    const siblings = neighbours.map((c) => ({ claim: c, between: page.folded.slice(Math.min(c.number.end, claim.number.end), Math.max(c.number.start, claim.number.start)) }));
    const who = whoOf(claim, page.folded.slice(claim.number.end, sentence.end), siblings.filter((s) => s.claim.start < claim.start), page.folded);
    const clause = clauseOf(page.folded, sentence, { start: Math.min(claim.start, claim.number.start), end: Math.max(claim.end, claim.number.end) }, others);
    const earlier = own[at - 1];
    const datesIn = (span: Span): TimeCue[] => timeCues(page.folded, span, claims.slice(Math.max(0, i - NEIGHBOURS), i).map((c) => c.number), page.day);
    const cues = later((): Cues => {
      const all = timeCues(page.folded, sentence, [claim.number, ...others], page.day);
      return {
        sentence: all,
        clause: all.filter((c) => c.start < clause.end && c.end > clause.start),
        earlier: all.length > 0 ? [] : datesBefore(document, page.folded, { block: claim.block, sentences: own ?? [], at }, datesIn),
      };
    });
    const places = spansWithin(page.places, sentence);
    return {
      claim,
      sentence,
      previous: earlier === undefined ? null : endOf(earlier),
      clause,
      block,
      sentenceText: page.folded.slice(sentence.start, sentence.end),
      clauseText: page.folded.slice(clause.start, clause.end),
      before: page.folded.slice(sentence.start, claim.start),
      after: page.folded.slice(claim.end, sentence.end),
      places,
      clausePlaces: spansWithin(places, clause),
      cues,
      siblings,
      group: who.group,
      groupText: who.words,
      groupStated: who.stated,
      inTitle: document.blocks[claim.block]?.role === 'headline',
    };
  });
}
