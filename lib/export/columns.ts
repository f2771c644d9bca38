// A saved claim as one row of a table: the columns of CSV and XLSX, each with where it comes from and what it means.
import type { FrozenEstimate, SavedClaim } from '../saved/schema.ts';

/** `whole`, `number`: numbers; `flag`: yes or empty; `tags`: joined by "; "; `lines`: by line breaks; `computed`: told, and not read back. */
type Kind = 'text' | 'number' | 'flag' | 'tags' | 'lines' | 'computed';
export type Column = { name: string; kind: Kind; path: string; about: string };

const column = (name: string, kind: Kind, path: string, about: string): Column => ({ name, kind, path, about });

export const COLUMNS: readonly Column[] = [
  column('id', 'text', 'id', 'Names the saved claim; the same claim saved again has the same.'),
  column('quote', 'text', 'quote.exact', 'The exact words of the page, white space collapsed.'),
  column('figure', 'text', 'figure.text', 'The figure in the page’s words. Empty: no figure was read.'),
  column('low', 'number', 'figure.low', 'The lower end that was stated. Empty: none was.'),
  column('high', 'number', 'figure.high', 'The upper end that was stated. Empty: none was. Both equal: one number.'),
  column('bound', 'text', 'figure.bound', 'exact, at-least, more-than, at-most, less-than, about, nearly, range or vague.'),
  column('measure', 'text', 'figure.measure', 'killed, wounded, missing, displaced, detained, casualties (killed and wounded in one number) or other.'),
  column('group', 'text', 'figure.group', 'Who was harmed, as a code: civilians, military, children, people …'),
  column('group_text', 'text', 'figure.groupText', 'Who was harmed, in the page’s words.'),
  column('said_by', 'text', 'figure.saidBy', 'Whom the page credits the figure to, in its words. Empty: it does not say.'),
  column('actor', 'text', 'figure.actor', 'By whose hand, in the page’s words.'),
  column('place', 'text', 'figure.place', 'Where, in the page’s words.'),
  column('period', 'text', 'figure.period.text', 'When, in the page’s words.'),
  column('period_from', 'text', 'figure.period.from', 'ISO date of any precision.'),
  column('period_to', 'text', 'figure.period.to', 'ISO date of any precision.'),
  column('kind', 'text', 'figure.kind', 'count, vague, ordinal, zero, share or rate.'),
  column('increment', 'flag', 'figure.increment', 'yes: adds to an earlier count, and is no total.'),
  column('hypothetical', 'flag', 'figure.hypothetical', 'yes: did not happen, or not yet.'),
  column('by_hand', 'flag', 'byHand', 'yes: the figure’s fields were entered or corrected by the reader.'),
  column('question', 'text', 'match.question', 'The question the claim was matched to. Empty: none.'),
  column('question_title', 'text', 'match.title', 'The question in words.'),
  column('event', 'text', 'match.event', 'The event of the question.'),
  column('relation', 'text', 'match.relation', 'same, narrower (counts part of what the question counts), broader or overlaps.'),
  column('why', 'lines', 'match.why', 'Why the claim was matched to the question, a reason a line.'),
  column('beside', 'computed', 'beside', 'The estimates that stood beside the claim when it was saved, one a line: source, figure, date.'),
  column('database', 'computed', 'beside.database.version', 'Version of the claims database they are from.'),
  column('changed', 'computed', 'changed', 'What is otherwise in a later database, one a line: withdrawn, superseded, changed, removed or newer, and the source.'),
  column('title', 'text', 'page.title', 'Title of the page.'),
  column('headline', 'text', 'page.headline', 'Headline of the page.'),
  column('site', 'text', 'page.site', 'What the outlet calls itself.'),
  column('host', 'text', 'page.host', 'Host of the page’s address.'),
  column('author', 'text', 'page.author', 'Author, where the page says so.'),
  column('published', 'text', 'page.date', 'Publication date, ISO, where the page says so.'),
  column('published_from', 'text', 'page.dateFrom', 'Where on the page the date was found.'),
  column('language', 'text', 'page.lang', 'Language the page says it is in, BCP 47.'),
  column('url', 'text', 'page.url', 'Address of the page.'),
  column('canonical_url', 'text', 'page.canonical', 'Address the page gives itself.'),
  column('page', 'text', 'page.key', 'The address without what changes from visit to visit.'),
  column('collection', 'text', 'collection', 'The reader’s collection.'),
  column('tags', 'tags', 'tags', 'The reader’s tags, separated by semicolons.'),
  column('note', 'text', 'note', 'The reader’s note.'),
  column('saved', 'text', 'saved', 'When it was first saved, ISO, UTC.'),
  column('edited', 'text', 'edited', 'When it was last changed, ISO, UTC.'),
  column('prefix', 'text', 'quote.prefix', 'Up to 32 characters before the quotation.'),
  column('suffix', 'text', 'quote.suffix', 'Up to 32 characters after the quotation.'),
  column('start', 'number', 'position.start', 'Where the quotation starts in the page’s text, UTF-16 units.'),
  column('end', 'number', 'position.end', 'Where it ends.'),
  column('figure_start', 'number', 'figure.at.start', 'Where the figure starts in the quotation.'),
  column('figure_end', 'number', 'figure.at.end', 'Where it ends.'),
  column('paragraph_sha256', 'text', 'paragraphSha256', 'SHA-256 of the paragraph around the quotation, UTF-8.'),
  column('extension', 'text', 'extension', 'Version of Tallyside that saved it.'),
  column('version', 'number', 'version', 'Version of this form of a saved claim.'),
];

export type Value = string | number | null;

export function cellsOf(claim: SavedClaim): Value[] {
  return COLUMNS.map(({ name, kind, path }): Value => {
    if (name === 'beside') return besideText(claim);
    if (name === 'changed') return claim.changed?.list.map((c) => `${c.what}: ${sourceName(claim, c.source)}`).join('\n') ?? null;
    const value = at(claim, path.split('.'));
    if (kind === 'flag') return value === true ? 'yes' : null;
    if (Array.isArray(value)) return value.length > 0 ? value.join(kind === 'tags' ? '; ' : '\n') : null;
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  });
}

function at(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value;
  return typeof value === 'object' && value !== null && key in value ? at((value as Record<string, unknown>)[key], rest) : null;
}

/** With the feed it is from, where that is not the extension's own; null is the reader's own data. */
function sourceName(claim: SavedClaim, id: string): string {
  const source = claim.beside?.sources[id];
  if (source?.feed === undefined) return source?.name ?? id;
  return `${source.name} (${source.feed === null ? 'mine, unverified' : `feed: ${source.feed}`})`;
}

const besideText = (claim: SavedClaim): string | null =>
  claim.beside === null || claim.beside.estimates.length === 0 ? null : claim.beside.estimates.map((e) => besideLine(claim, e)).join('\n');

/** "Harbour Watch: at least 1,200 (2018-04-08)", in the words of the data rather than of an interface language. */
export function besideLine(claim: SavedClaim, e: FrozenEstimate): string {
  const day = e.as_of ?? e.published;
  const state = e.status === 'current' ? '' : `, ${e.status}`;
  return `${sourceName(claim, e.source)}: ${figureText(e)}${day === null && state === '' ? '' : ` (${day ?? 'undated'}${state})`}`;
}

function figureText({ low, best, high, qualifier, text_value }: FrozenEstimate): string {
  const n = (value: number): string => value.toLocaleString('en-GB');
  const range = low !== null && high !== null && low !== high ? `${n(low)} to ${n(high)}` : null;
  if (best !== null) return [qualifier === 'exact' || qualifier === 'range' ? '' : `${qualifier.replace('-', ' ')} `, n(best), range === null ? '' : ` (${range})`].join('');
  if (range !== null) return range;
  if (low !== null) return `${qualifier === 'more-than' ? 'more than' : high === low ? '' : 'at least'} ${n(low)}`.trim();
  if (high !== null) return `${qualifier === 'less-than' ? 'less than' : 'at most'} ${n(high)}`;
  return text_value ?? 'no figure';
}

/** How a figure that was saved reads: "at least 735"; its own words where it is no number. */
export function claimFigure({ figure }: SavedClaim): string | null {
  if (figure === null) return null;
  const { low, high, bound, text } = figure;
  if (bound === 'vague' || (low === null && high === null)) return text;
  const n = (value: number | null): string => value?.toLocaleString('en-GB') ?? '';
  if (low !== null && high !== null && low !== high) return `${n(low)} to ${n(high)}`;
  return `${bound === 'exact' || bound === 'range' ? '' : `${bound.replace('-', ' ')} `}${n(low ?? high)}`;
}
