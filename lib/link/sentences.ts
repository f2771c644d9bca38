// Where sentences and clauses end: a name in the clause of a figure says more than one in its paragraph.

import type { PageDocument } from '../claim/document.ts';
import { eachMatch } from './each-match.ts';
import { isLetterAt, opensAt } from './letters.ts';

export type Span = { start: number; end: number };

/** Words whose full stop does not end a sentence. */
const ABBREVIATIONS = new Set(
  ('mr mrs ms dr gen lt col sgt maj capt brig adm gov sen rep st no jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m ' +
    'u.s u.n u.k e.g i.e vs approx prof rev hon jr sr inc ltd co mt ft').split(' '),
);

/** "NEW ORLEANS, Louisiana (CNN) -- ": where the reporter sat, not where people died. */
const DATELINE = /^[\p{Lu}][^.!?()\n]{0,60}\([\p{L} /]{2,24}\) ?(?:--|[—–-]) ?/u;
/** Characters within which its bracket opens. */
const DATELINE_REACH = 62;

const END = /[.!?…]["'”’)\]]{0,2}[ \n]+/g;

/** Sentences of one block, in order and without gaps. */
export function sentencesOf(text: string, block: Span): Span[] {
  const out: Span[] = [];
  let start = block.start;
  const body = text.slice(block.start, block.end);
  const dateline = body.slice(0, DATELINE_REACH).includes('(') ? DATELINE.exec(body) : null;
  if (dateline !== null) {
    out.push({ start, end: start + dateline[0].length });
    start += dateline[0].length;
  }
  for (const m of eachMatch(body, END)) {
    if (!isOpened(body, m.index + m[0].length)) continue;
    if (m[0].startsWith('.') && isAbbreviation(body, m.index)) continue;
    const end = block.start + m.index + m[0].length;
    if (end <= start) continue;
    out.push({ start, end });
    start = end;
  }
  out.push({ start, end: block.end });
  return out;
}

const OPENING_MARKS = '"\'“‘([';

/** A sentence begins at `at`, after two marks at most. */
function isOpened(text: string, at: number): boolean {
  let from = at;
  while (from < at + 2 && from < text.length && OPENING_MARKS.includes(text.charAt(from))) from++;
  return opensAt(text, from);
}

const LONGEST_ABBREVIATION = 12;

/** The word that ends at `end` is an abbreviation, or an initial ("J. Smith"). */
function isAbbreviation(text: string, end: number): boolean {
  let start = end;
  while (start > Math.max(0, end - LONGEST_ABBREVIATION) && isOfAbbreviation(text, start - 1)) start--;
  return ABBREVIATIONS.has(text.slice(start, end).toLowerCase()) || (end - start === 1 && isLetterAt(text, start));
}

const isOfAbbreviation = (text: string, at: number): boolean => isLetterAt(text, at) || /[\d.]/.test(text.charAt(at));

/** Characters before and after a figure beyond which no sentence of a writer goes on; a text without full stops is cut here. */
const REACH_BEFORE = 700;
const REACH_AFTER = 500;

/** The part of a sentence that can bear on a figure in it. */
export function aroundFigure(sentence: Span, figure: Span): Span {
  return { start: Math.max(sentence.start, figure.start - REACH_BEFORE), end: Math.min(sentence.end, figure.end + REACH_AFTER) };
}

/** The part of a sentence that can bear on what follows it. */
export const endOf = (sentence: Span): Span => aroundFigure(sentence, { start: sentence.end, end: sentence.end });

/** The sentence of the document with the figure in it, whole. */
export function sentenceSpan({ text, blocks }: PageDocument, figure: Span & { block: number }): Span {
  const { start, end } = sentencesOf(text, blocks[figure.block] ?? figure).find((s) => s.end > figure.start) ?? figure;
  return { start: Math.min(start, figure.start), end: Math.max(end, figure.end) };
}

/** The sentence of the document with the figure in it, as far as it bears on the figure. */
export function sentenceAt(document: PageDocument, figure: Span & { block: number }): string {
  const { start, end } = aroundFigure(sentenceSpan(document, figure), figure);
  return document.text.slice(start, end);
}

/** Those of `spans` (in order of their starts) that lie within `outer`. */
export function spansWithin<T extends Span>(spans: readonly T[], outer: Span): T[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < outer.start) low = middle + 1;
    else high = middle;
  }
  const out: T[] = [];
  for (let i = low; i < spans.length; i++) {
    const span = spans[i];
    if (span === undefined || span.start >= outer.end) break;
    if (span.end <= outer.end) out.push(span);
  }
  return out;
}

/** Where one statement of a sentence gives way to the next. */
const JOINT =
  /[;:]|[,.?!]" (?=\w)| [—–-] |—|, (?=(?:while|whereas|but|although|though|and|with|against|including|among|of|who|which|most|some|mostly|not|up|compared|according|level|unlike|worse|twice|close)\b)|,? (?=(?:while|whereas|but)\b)/g;

/** "13 people, including five children, were killed in": what is set between goes on with the first number. */
const INSET = /^, (?:including|among them|among whom|of whom|some of them|many of them|most of them)[^,;.]{0,60}, (?=(?:were|was|have|had|has|are|died|lost)\b)/;
const INSET_REACH = 90;

/**
 * The part of the sentence that speaks of the figure at `figure`: from the joint before it to the joint after it.
 * Other figures (`others`, in order) are kept out where a comma or an "and" stands between.
 */
export function clauseOf(folded: string, sentence: Span, figure: Span, others: readonly Span[]): Span {
  let { start, end } = sentence;
  const body = folded.slice(sentence.start, sentence.end);
  let inset: Span | null = null;
  for (const m of eachMatch(body, JOINT)) {
    const at = sentence.start + m.index;
    if (inset !== null && at < inset.end) continue;
    const set: number = inset === null && at >= figure.end ? (INSET.exec(body.slice(m.index, m.index + INSET_REACH))?.[0].length ?? 0) : 0;
    if (set > 0) {
      inset = { start: at, end: at + set };
      continue;
    }
    // "the storm of 1900, with 6,000 dead": these go on about what stands before them.
    const attached = at + m[0].length <= figure.start && m[0] === ', ' && /^(?:which|who|where|with) /.test(body.slice(m.index + 2));
    if (attached) continue;
    if (at + m[0].length <= figure.start) start = at + m[0].length;
    else if (at >= figure.end) {
      end = at;
      break;
    }
  }
  for (const other of others) {
    if (inset !== null && other.start >= inset.start && other.end <= inset.end) continue;
    if (other.end <= figure.start && other.end > start) start = other.end + split(folded.slice(other.end, figure.start), 'last');
    if (other.start >= figure.end && other.start < end) end = figure.end + split(folded.slice(figure.end, other.start), 'first');
  }
  return { start, end };
}

const CUT = /, (?!which |who |where |with )|\band\b|;|\bagainst\b|\bthan\b/g;

/** Where two figures' words part: at a comma or an "and" between them; else all of it belongs to both. */
function split(between: string, which: 'first' | 'last'): number {
  // "Hurricane Audrey (1957, 416 dead)": what stands in brackets goes with the name before them.
  const opens = between.lastIndexOf('(');
  const open = opens >= 0 && !between.includes(')', opens);
  const cuts = eachMatch(between, CUT).filter((c) => which === 'first' || !open || c.index < opens);
  const cut = which === 'first' ? cuts[0] : cuts.at(-1);
  if (cut === undefined) return which === 'first' ? between.length : 0;
  return cut.index;
}
