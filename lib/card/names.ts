// How sources are called in a card: without what stands in brackets when the name is long, if it stays unmistakable.
import type { CardQuestion } from '../claim/card-content.ts';
import type { Source } from '../claim/database.ts';

/** Longer names do not fit beside their figure, characters. */
const LONG = 26;

export function namesIn(question: CardQuestion, sources: Record<string, Source>): (source: string) => string {
  const full = (id: string): string => sources[id]?.name ?? id;
  const bare = (id: string): string => full(id).replace(/ \([^()]*\)$/, '');
  const ids = new Set([...question.estimates.flatMap((e) => [e.source, ...e.derived_from]), ...question.series.map((s) => s.source)]);
  const taken = Map.groupBy(ids, bare);
  return (id) => (full(id).length > LONG && (taken.get(bare(id))?.length ?? 0) < 2 ? bare(id) : full(id));
}
