import { Section } from '../../lib/ui/Section.tsx';
import type { Parts } from './Options.tsx';

/** Where a researcher's own questions and estimates are entered. */
export function MyData({ words: { t } }: Parts) {
  return (
    <Section id="my-data" title={t('mine_title')}>
      <p class="text">{t('mine_about')}</p>
      <p>
        <a href="/mine.html">{t('options_mine')}</a>
      </p>
    </Section>
  );
}
