import { sourceKindKey } from '../../lib/card/kinds.ts';
import type { ListedSource } from '../../lib/lookup/listing.ts';
import type { Ui } from '../../lib/ui/ui.ts';
import { sourcesFor } from './find.ts';

/** Who counts, of what kind, and how much of it is here. */
export function Sources({ words, sources, query }: Ui & { sources: readonly ListedSource[]; query: string }) {
  const { t, plural, number, locale } = words;
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const shown = sourcesFor(sources, query, locale);
  return (
    <>
      <p class="small" role="status">{shown.length === 0 ? t('browse_none') : plural('options_sources', shown.length)}</p>
      {shown.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('browse_source')}</th>
              <th scope="col">{t('browse_kind')}</th>
              <th scope="col" class="n">{t('browse_questions')}</th>
              <th scope="col" class="n">{t('browse_estimates')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((source) => (
              <tr key={source.id}>
                <th scope="row">
                  {source.homepage === null ? (
                    <bdi>{source.name}</bdi>
                  ) : (
                    <a href={source.homepage} rel="noopener noreferrer" target="_blank">
                      <bdi>{source.name}</bdi>
                    </a>
                  )}
                  {source.feed !== undefined && <span class="small"> {source.feed === null ? t('card_mine') : t('card_from_feed', [source.feed])}</span>}
                  {source.note !== null && <p class="small text" lang="en" dir="auto">{source.note}</p>}
                </th>
                <td>{[t(sourceKindKey(source)), source.country === null ? '' : (names.of(source.country) ?? '')].filter((s) => s !== '').join(' · ')}</td>
                <td class="n">{number(source.questions)}</td>
                <td class="n">{number(source.estimates)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
