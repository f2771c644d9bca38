// Which fields a form shows, in which order, and which of them only when they matter.
import type { EstimateDraft, EstimateField, QuestionDraft, QuestionField } from '../../lib/mine/fields.ts';

export type Field = QuestionField | EstimateField;
export type Draft = Partial<Record<Field, string>>;

/** `main` first, `more` behind a fold. */
type Shown = { main: readonly Field[]; more: readonly Field[] };

/** What a qualifier leaves to be said. */
const FIGURES: Record<string, readonly EstimateField[]> = {
  'at-least': ['low'],
  'more-than': ['low'],
  'at-most': ['high'],
  'less-than': ['high'],
  range: ['low', 'high'],
  vague: ['said'],
  none: ['said'],
};
const ONE_FIGURE: readonly EstimateField[] = ['best', 'low', 'high'];

export const estimateFields = ({ qualifier }: Draft): Shown => ({
  main: ['source', 'role', 'qualifier', ...(FIGURES[qualifier ?? ''] ?? ONE_FIGURE), 'as_of', 'address', 'publication'],
  more: ['claimant', 'via', 'draws_on', 'published', 'method', 'caveat', 'difference', 'status', 'contested', 'read_again', 'evidence'],
});

export const questionFields = ({ by }: Draft): Shown => ({
  main: ['title', 'measure', 'group', 'by', ...(by === 'actor' ? (['actors'] as const) : []), 'event', 'names', 'place', 'countries', 'from', 'to'],
  more: ['event_type', 'event_start', 'event_end', 'other_names', 'group_text', 'weapons', 'notes'],
});

/** What is not shown says nothing: a figure typed before the qualifier was changed. */
export function shownOnly<T extends QuestionDraft | EstimateDraft>(draft: T, { main, more }: Shown): T {
  const seen = new Set<string>([...main, ...more]);
  return Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, seen.has(field) ? value : ''])) as T;
}

/** Fields of more than a line's length. */
export const LONG: ReadonlySet<Field> = new Set(['names', 'other_names', 'caveat', 'difference', 'notes', 'evidence']);
/** Fields of a few characters. */
export const SHORT: ReadonlySet<Field> = new Set(['low', 'best', 'high', 'as_of', 'published', 'from', 'to', 'event_start', 'event_end', 'countries', 'read_again']);
/** Fields that stand in Latin letters and digits whatever the language. */
export const CODES: ReadonlySet<Field> = new Set([...SHORT, 'address']);
/** Fields that explain themselves by their label alone. */
export const NOTED: ReadonlySet<Field> = new Set(['source', 'role', 'as_of', 'address', 'names', 'other_names', 'countries', 'from', 'event', 'difference', 'draws_on', 'best', 'evidence', 'title', 'method', 'actors', 'weapons']);
