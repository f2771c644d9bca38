// A plain text as a document: the same shape a page is read into, so that both take one path.
import { stampDate } from './date-text.ts';
import type { Block, BlockRole, PageDocument, PageInfo } from './document.ts';

/** Longer than this it is a sentence set as a line; the longest headlines in use stay below. */
const HEADLINE_MAX = 180;
/** Type-set width of mail, wire and release texts: lines broken by width end between these. */
const WRAP_MIN = 45;
const WRAP_MAX = 100;
/** A page names its own date at its top; a stamp further down belongs to something it quotes. */
const STAMP_LINES = 8;

const NOTHING: PageInfo = { url: null, title: null, headline: null, site: null, author: null, date: null, dateFrom: null, lang: null };

type Line = { start: number; end: number; text: string };

const endsSentence = (line: string): boolean => /[.!?…:;]["'”’»)\]]{0,3}$/.test(line);
const isItem = (line: string): boolean => /^(?:[-–—*•·‣▪]\s|\d{1,2}[.)]\s)/.test(line);

/** Non-empty lines, trimmed, in runs that a blank line ends. */
function runsOf(text: string): Line[][] {
  const runs: Line[][] = [];
  let run: Line[] = [];
  for (const m of text.matchAll(/[^\n\r\u2028\u2029]+|\n\r?|\r/g)) {
    const bare = m[0].trim();
    if (bare !== '') {
      const start = m.index + m[0].indexOf(bare);
      run.push({ start, end: start + bare.length, text: bare });
    } else if (!/[\n\r]/.test(m[0]) || /[\n\r][^\S\n\r]*$/.test(text.slice(Math.max(0, m.index - 200), m.index))) {
      // A line of spaces, or a line break right after another.
      if (run.length > 0) runs.push(run);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** Lines broken by width: all but the last are near one length and most of them stop in mid-sentence. */
function isWrapped(run: readonly Line[]): boolean {
  const full = run.slice(0, -1);
  if (full.length < 2 || run.some((l) => l.text.length > WRAP_MAX || isItem(l.text))) return false;
  return full.every((l) => l.text.length >= WRAP_MIN) && full.filter((l) => !endsSentence(l.text)).length * 2 > full.length;
}

/** `next` goes on with the sentence that `line` left open. */
const goesOn = (line: Line, next: Line): boolean =>
  line.text.length >= WRAP_MIN && !endsSentence(line.text) && !isItem(next.text) && /^\p{Ll}/u.test(next.text);

/** The lines of a run put together where one sentence runs over a line break. */
function joined(run: readonly Line[], text: string): Line[] {
  const wrapped = isWrapped(run);
  const out: Line[] = [];
  for (const line of run) {
    const last = out.at(-1);
    if (last && (wrapped || goesOn(last, line))) {
      out[out.length - 1] = { start: last.start, end: line.end, text: text.slice(last.start, line.end) };
    } else out.push(line);
  }
  return out;
}

const sameWords = (a: string, b: string): boolean => a.replace(/\W+/g, ' ').trim().toLowerCase() === b.replace(/\W+/g, ' ').trim().toLowerCase();

/** Titles open with a capital, a digit or a quotation mark and do not end as a sentence does. */
const looksLikeTitle = (line: string): boolean =>
  line.length <= HEADLINE_MAX && !endsSentence(line) && /^["'“‘«¿¡(]?[\p{Lu}\p{Lo}\p{Nd}]/u.test(line);

/**
 * A document over `text` exactly as given: offsets are into it and nothing is changed.
 * What `info` leaves out is null, but for two things a text itself says: its headline (a first line that is a title)
 * and its date (a dateline or a date stamp at its top, `dateFrom` 'byline'). A date that is given counts as 'given'.
 */
export function plainDocument(text: string, info: Partial<PageInfo>): PageDocument {
  const lines = runsOf(text).flatMap((run) => joined(run, text));
  // "[leader/facilitator]": an archivist's note before the title is no title.
  const first = lines.findIndex((l) => !/^\[[^\]]*\]$/.test(l.text));
  const title = info.headline ?? info.title ?? null;
  const headline = lines[first];
  const hasHeadline = headline !== undefined && ((title !== null && sameWords(headline.text, title)) || (lines.length > 1 && looksLikeTitle(headline.text)));

  const roleOf = (line: Line, i: number): BlockRole => {
    if (hasHeadline && i === first) return 'headline';
    if (isItem(line.text)) return 'item';
    return line.text.length <= 80 && i < lines.length - 1 && looksLikeTitle(line.text) ? 'heading' : 'paragraph';
  };
  const blocks = lines.map((line, i): Block => ({ start: line.start, end: line.end, role: roleOf(line, i), header: null }));

  const full: PageInfo = { ...NOTHING, ...info };
  if (full.date !== null) full.dateFrom ??= 'given';
  else {
    full.date = lines.slice(0, STAMP_LINES).map((l) => stampDate(l.text)).find((d) => d !== null) ?? null;
    full.dateFrom = full.date === null ? null : 'byline';
  }
  if (hasHeadline) full.headline ??= headline.text;
  return { text, blocks, info: full };
}
