// How sources are called in a card: without what stands in brackets when the name is long, if it stays unmistakable.
import type { CardQuestion, CardSource } from '../claim/card-content.ts';
import type { Source } from '../claim/database.ts';
import type { Words } from './words.ts';

/** Longer names do not fit beside their figure, characters. */
const LONG = 26;

export function namesIn(question: CardQuestion, sources: Record<string, Source>): (source: string) => string {
  const full = (id: string): string => sources[id]?.name ?? id;
  const bare = (id: string): string => full(id).replace(/ \([^()]*\)$/, '');
  const ids = new Set([...question.estimates.flatMap((e) => [e.source, ...e.derived_from]), ...question.series.map((s) => s.source)]);
  const taken = Map.groupBy(ids, bare);
  return (id) => (full(id).length > LONG && (taken.get(bare(id))?.length ?? 0) < 2 ? bare(id) : full(id));
}

/** Whose data a figure is from, where it is not the extension's own: "feed: …", "mine, unverified". */
export function feedText({ feed }: Pick<CardSource, 'feed'>, t: Words['t']): string | null {
  if (feed === undefined) return null;
  return feed === null ? t('card_mine') : t('card_from_feed', [feed]);
}

/** A name with that in brackets, for lines which have no place of their own for it. */
export function withFeed(name: string, source: Pick<CardSource, 'feed'> | undefined, t: Words['t']): string {
  const from = source === undefined ? null : feedText(source, t);
  return from === null ? name : `${name} (${from})`;
}
