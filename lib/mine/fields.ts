// What can be entered, by form or by table: the fields of a question and of an estimate, each a text as it was typed. Their names
// are the columns of the table.
import type { Estimate, Event, Question } from '../claim/database.ts';

export const QUESTION_FIELDS = [
  'title', 'event', 'event_type', 'event_start', 'event_end', 'names', 'other_names', 'place', 'countries', 'from', 'to',
  'measure', 'group', 'group_text', 'by', 'actors', 'weapons', 'notes',
] as const;

export const ESTIMATE_FIELDS = [
  'source', 'role', 'claimant', 'via', 'draws_on', 'qualifier', 'low', 'best', 'high', 'said', 'as_of', 'published',
  'method', 'caveat', 'difference', 'status', 'contested', 'address', 'publication', 'read_again', 'evidence',
] as const;

export type QuestionField = (typeof QUESTION_FIELDS)[number];
export type EstimateField = (typeof ESTIMATE_FIELDS)[number];
export type QuestionDraft = Record<QuestionField, string>;
export type EstimateDraft = Record<EstimateField, string>;

const blank = <F extends string>(fields: readonly F[]): Record<F, string> => Object.fromEntries(fields.map((f) => [f, ''])) as Record<F, string>;

export const blankQuestion = (): QuestionDraft => ({ ...blank(QUESTION_FIELDS), measure: 'killed', group: 'people', by: 'all-causes' });
export const blankEstimate = (): EstimateDraft => ({ ...blank(ESTIMATE_FIELDS), qualifier: 'exact', status: 'current' });

/** The choices of the fields that have some, in the order in which they are offered. */
export const CHOICES = {
  event_type: ['incident', 'attack', 'battle', 'campaign', 'massacre', 'war', 'crackdown', 'occupation', 'site', 'disaster', 'accident', 'epidemic', 'famine', 'migration'] satisfies Event['type'][],
  measure: ['killed', 'wounded', 'missing', 'displaced', 'detained', 'casualties', 'excess-deaths', 'other'] satisfies Question['measure'][],
  group: ['people', 'civilians', 'children', 'women', 'combatants', 'military', 'militants', 'police', 'journalists', 'aid-workers', 'protesters', 'prisoners', 'migrants', 'other'] satisfies Question['group'][],
  by: ['all-causes', 'actor', 'weapon', 'disaster', 'accident', 'disease', 'indirect', 'undetermined', 'unknown', 'not-applicable'] satisfies Question['by']['scope'][],
  role: ['monitor', 'government', 'party', 'un', 'press', 'academic', 'record', 'court', 'other'] satisfies Estimate['role'][],
  qualifier: ['exact', 'at-least', 'more-than', 'at-most', 'less-than', 'about', 'nearly', 'range', 'vague', 'none'] satisfies Estimate['qualifier'][],
  status: ['current', 'superseded', 'withdrawn', 'projection', 'derived', 'restatement', 'disputed-by-source', 'vague', 'misreport', 'excluded'] satisfies Estimate['status'][],
  contested: ['', 'yes'],
} as const;

export const isChoice = <F extends keyof typeof CHOICES>(field: F, value: string): value is (typeof CHOICES)[F][number] => (CHOICES[field] as readonly string[]).includes(value);

/** Several values in one field: "Operation Fatah; Mosul campaign". No name may hold a semicolon or be broken over lines. */
export const SEPARATOR = '; ';
export const listed = (text: string): string[] => text.split(/[;\n]/).map(tidy).filter((s) => s !== '');

/** White space at the ends and doubled says nothing; letters and their accents are put together. */
export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim().normalize('NFC');
