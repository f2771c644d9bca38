// What counts something else: the questions beside a question, each with a figure per source.
import type { Hand, RelatedFigure, RelatedQuestion } from '../claim/card-content.ts';
import type { Estimate, Question } from '../claim/database.ts';
import type { Library } from './library.ts';

/** A figure its issuer still stands by, made by who is named. The others are for recognising on pages, or for the card of their own question. */
const STANDS = new Set<Estimate['status']>(['current', 'vague', 'projection', 'disputed-by-source']);

/** `date` is the page's, null when it has none: then each source's newest figure is given. */
export async function relatedTo(question: Question, library: Pick<Library, 'question' | 'source' | 'actor'>, date: string | null): Promise<RelatedQuestion[]> {
  const others = await Promise.all(question.relations.map(async (relation) => ({ relation, other: await library.question(relation.question) })));
  const related = others.map(async ({ relation, other }): Promise<RelatedQuestion[]> => {
    if (other === null || other.kind === 'context') return [];
    const { id, title, group, group_text, measure, unit, place, period } = other;
    const figures = await figuresOf(other, library, date);
    return [{ id, title, group, group_text, measure, unit, place, period, type: relation.type, note: relation.note, hands: { theirs: handOf(other, library), ours: handOf(question, library) }, figures, card: hasCard(other) }];
  });
  return (await Promise.all(related)).flat();
}

function handOf({ by: { scope, disputed, actors } }: Question, library: Pick<Library, 'actor'>): Hand {
  const names = actors.flatMap((id) => library.actor(id) ?? []);
  return { scope, disputed, names: names.length < actors.length ? null : names };
}

/** Competing estimates take two sources; numbers that merely look like tolls have no rivals. */
export const hasCard = (question: Question): boolean => !question.thin && question.kind !== 'context';

async function figuresOf(question: Question, library: Pick<Library, 'question' | 'source'>, date: string | null): Promise<RelatedFigure[]> {
  const nearest = new Map<string, Estimate>();
  for (const estimate of question.estimates) {
    if (!estimate.show || !STANDS.has(estimate.status) || estimate.comparable === 'no') continue;
    const other = nearest.get(estimate.source);
    if (other === undefined || distance(estimate, date) < distance(other, date)) nearest.set(estimate.source, estimate);
  }
  const figures = [...nearest.values()].map(async ({ low, best, high, qualifier, text_value, as_of, source }): Promise<RelatedFigure[]> => {
    const by = await library.source(source);
    return by === null ? [] : [{ low, best, high, qualifier, text_value, as_of, source: by.name, ...(by.feed === undefined ? {} : { feed: by.feed }) }];
  });
  return (await Promise.all(figures)).flat();
}

/** Days between a figure and the page; undated figures come last, and without a page date the newest comes first. */
function distance(estimate: Estimate, date: string | null): number {
  if (estimate.as_of === null) return Number.POSITIVE_INFINITY;
  const day = (iso: string): number => Date.parse(iso) / 86_400_000;
  return date === null ? -day(estimate.as_of) : Math.abs(day(estimate.as_of) - day(date));
}
