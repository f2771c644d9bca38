// What is wrong with what was entered, as a field and a reason that every language has words for.
import type { Problem } from '../claim/check.ts';
import type { EstimateField, QuestionField } from './fields.ts';

/** `given`: what the words of the reason speak of. `other` carries the check's own words. */
export type Slip = { field: QuestionField | EstimateField | ''; code: SlipCode; given: string };

/** The checks' reasons, each with the code that stands for it. What is caught in the pattern is told. */
const REASONS = [
  [/^is missing|^is not \w+$|too short \(at least|is checked but has no address|needs the words$/, 'needed'],
  [/^\w+ (\S+) does not exist$/, 'missing'],
  [/too long \(at most (\d+)\)/, 'long'],
  [/control, zero-width/, 'characters'],
  [/pattern character/, 'pattern'],
  [/is not an ISO date|is not a day that exists/, 'date'],
  [/is not an http/, 'address'],
  [/is not an ISO 3166/, 'country'],
  [/is not a count/, 'number'],
  [/^(?:low|best) (?:\S+) is above/, 'order'],
  [/^(?:\S+) needs (?:low|best|high)$/, 'needed'],
  [/has (?:low|high) only/, 'one-end'],
  [/a range has no centre/, 'no-centre'],
  [/none stands beside a figure/, 'no-figure'],
  [/none needs denies/, 'needed'],
  [/ends \((.*)\) before it starts/, 'ends-before'],
  [/counts up to .* but appeared on (.*)/, 'appeared-before'],
  [/before the question's period, which starts (.*)/, 'before-period'],
  [/same source, date and figures as/, 'twice'],
  [/has more than 14 words/, 'words'],
  [/reads like a working note/, 'note'],
  [/"(.*)" is too broad/, 'broad'],
  [/"(.*)" is too short to name/, 'short'],
  [/"(.*)" is (?:there twice|both strong and weak)/, 'name-twice'],
  [/"(.*)" is also a strong name/, 'name-taken'],
  [/cannot be found: no strong name/, 'needed'],
  [/by.scope is actor and no actor/, 'needed'],
  [/needs the difference in words/, 'needed'],
  [/^a second relation|is not answered there|is answered by|is a relation to itself/, 'relation'],
] as const satisfies readonly (readonly [RegExp, string])[];

/** Those that are found before there is a record that could be checked. */
type Early = 'choice' | 'unknown-source' | 'nobody' | 'unknown-question' | 'differs' | 'refused' | 'full';
export type SlipCode = (typeof REASONS)[number][1] | Early | 'other';

/** Where in a record a field is kept; the first that the path begins with. */
const FIELDS: readonly (readonly [string, QuestionField | EstimateField])[] = [
  ['title', 'title'], ['event', 'event'], ['match.strong', 'names'], ['match.weak', 'other_names'], ['match', 'names'], ['place.name', 'place'], ['place.countries', 'countries'],
  ['period.start', 'from'], ['period.end', 'to'], ['group_text', 'group_text'], ['group', 'group'], ['measure', 'measure'], ['by.actors', 'actors'], ['by.weapons', 'weapons'],
  ['by', 'by'], ['notes', 'notes'],
];
const ESTIMATE: readonly (readonly [string, EstimateField])[] = [
  ['source', 'source'], ['role', 'role'], ['claimant', 'claimant'], ['via', 'via'], ['derived_from', 'draws_on'], ['qualifier', 'qualifier'], ['low', 'low'], ['best', 'best'], ['high', 'high'],
  ['text_value', 'said'], ['denies', 'said'], ['as_of', 'as_of'], ['date_precision', 'as_of'], ['published', 'published'], ['method', 'method'], ['caveat', 'caveat'], ['scope', 'difference'],
  ['comparable', 'difference'], ['status', 'status'], ['url', 'address'], ['seen_at', 'address'], ['link', 'address'], ['title', 'publication'], ['verified.on', 'read_again'], ['verified', 'evidence'], ['show', 'source'],
];

/** Of a question's file: `path` as in the record. */
export function slipOf({ path, reason }: Pick<Problem, 'path' | 'reason'>): Slip {
  const inEstimate = /^estimates\.\d+\.?(.*)$/.exec(path)?.[1];
  const fields = inEstimate === undefined ? FIELDS : ESTIMATE;
  const field = fields.find(([start]) => (inEstimate ?? path).startsWith(start))?.[1] ?? (inEstimate === undefined ? '' : 'best');
  return { field, ...codeOf(reason) };
}

export function codeOf(reason: string): Pick<Slip, 'code' | 'given'> {
  for (const [pattern, code] of REASONS) {
    const found = pattern.exec(reason);
    if (found !== null) return { code, given: found[1] ?? '' };
  }
  return { code: 'other', given: reason };
}
