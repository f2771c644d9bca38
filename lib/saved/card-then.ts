// The card of a saved claim, in the shape every card is drawn from: as it was when the claim was saved, or with other records.
import type { CardContent } from '../claim/card-content.ts';
import type { Claim } from '../claim/claim.ts';
import type { SavedClaim } from './schema.ts';

/** Null when the claim competed with nothing, or its figure was not read. */
export function cardThen(saved: SavedClaim): CardContent | null {
  const { beside } = saved;
  if (beside === null) return null;
  return cardWith(saved, {
    question: {
      ...beside.question,
      relations: [],
      // What stood in the card was chosen beside, and is not chosen again.
      series_rule: 'all',
      notes: null,
      thin: false,
      estimates: beside.estimates.map((e) => ({ ...e, party_to_event: false, date_precision: null, series: null, checked: 'full', unchecked: null, show: true, url_kind: null, where: null })),
      series: [],
      related: [],
    },
    sources: Object.fromEntries(
      Object.entries(beside.sources).map(([id, { feed, ...source }]) => [id, { id, ...source, ...(feed === undefined ? {} : { feed }), aliases: [], shared_aliases: [], homepage: null, homepage_checked: false, note: null }]),
    ),
    database: { ...beside.database, contact: null },
  });
}

/** The claim with these records beside it. Null when it was matched to no question, or its figure was not read. */
export function cardWith({ figure, quote, page, match }: SavedClaim, beside: Pick<CardContent, 'question' | 'sources' | 'database'>): CardContent | null {
  if (figure === null || match === null) return null;
  const at = figure.at ?? { start: 0, end: quote.exact.length };
  const { at: _at, ...said } = figure;
  const claim: Claim = { ...said, ...at, number: at, block: 0, rules: [] };
  return {
    claim,
    match: { question: match.question, relation: match.relation, score: 1, why: match.why },
    page: { url: page.url, title: page.title, headline: page.headline, site: page.site, author: page.author, date: page.date, dateFrom: page.dateFrom, lang: page.lang },
    sentence: quote.exact,
    ...beside,
  };
}
