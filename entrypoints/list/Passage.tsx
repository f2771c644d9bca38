import type { Words } from '../../lib/card/words.ts';
import type { SavedClaim } from '../../lib/saved/schema.ts';

/** The words of the page, the figure marked in them as the page would mark it; and which page, by whom, when. */
export function Passage({ claim: { quote, figure, page, saved, beside }, words: { t, date } }: { claim: SavedClaim; words: Words }) {
  const { start, end } = figure?.at ?? { start: 0, end: 0 };
  const address = page.url ?? page.canonical;
  const facts = [page.author, page.date === null ? t('list_undated') : date(page.date)].filter((fact) => fact !== null);
  return (
    <>
      <blockquote class="quote" dir="auto" lang={page.lang ?? undefined}>
        <span class="quiet">{quote.prefix === '' ? '' : `… ${quote.prefix}`}</span>
        {quote.exact.slice(0, start)}
        <mark>{quote.exact.slice(start, end)}</mark>
        {quote.exact.slice(end)}
        <span class="quiet">{quote.suffix === '' ? '' : `${quote.suffix} …`}</span>
      </blockquote>
      <p class="small">
        <bdi>{page.headline ?? page.title ?? ''}</bdi>{' '}
        {address === null ? <bdi>{page.site ?? page.host}</bdi> : <a href={address} target="_blank" rel="noreferrer"><bdi>{page.site ?? page.host}</bdi></a>}
        {facts.map((fact) => (
          <> · <bdi>{fact}</bdi></>
        ))}
        <br />
        {beside === null ? t('list_saved_on', [date(saved)]) : t('list_saved_with', [date(saved), beside.database.version])}
      </p>
    </>
  );
}
