import { browser } from 'wxt/browser';
import { Section } from '../../lib/ui/Section.tsx';
import type { Parts } from './Options.tsx';

export function About({ words: { t } }: Parts) {
  return (
    <Section id="about" title={t('options_about')}>
      <p class="text">{t('options_about_mark')}</p>
      <p class="text">{t('options_about_leaves')}</p>
      <p>
        <a href="/welcome.html">{t('options_about_welcome')}</a>
      </p>
      <p>
        <a href="/method.html">{t('method_title')}</a>
      </p>
      <p>
        <a href="/paste.html">{t('paste_title')}</a>
      </p>
      <p class="small">{t('options_about_version', [browser.runtime.getManifest().version])}</p>
    </Section>
  );
}
