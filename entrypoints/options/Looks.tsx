import { LANGUAGES, TEXT_SIZES, THEMES } from '../../lib/settings/settings.ts';
import { Select } from '../../lib/ui/fields.tsx';
import { Section } from '../../lib/ui/Section.tsx';
import type { Parts } from './Options.tsx';

/** Text size, colours and language, of the card and of our own pages. */
export function Looks({ words, settings, set }: Parts) {
  const { t, locale } = words;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  // Each language in its own words: who needs it may not read the others.
  const nameOf = (language: string): string => new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return (
    <Section id="looks" title={t('options_looks')}>
      <Select id="text" label={t('options_text')} value={settings.textSize} choices={TEXT_SIZES.map((value) => ({ value, label: percent.format(value) }))} choose={(textSize) => void set({ textSize })} />
      <Select
        id="theme"
        label={t('options_theme')}
        value={settings.theme}
        choices={THEMES.map((value) => ({ value, label: t(`options_theme_${value ?? 'system'}`) }))}
        choose={(theme) => void set({ theme })}
      />
      <Select
        id="language"
        label={t('options_language')}
        value={settings.language}
        choices={[{ value: null, label: t('options_language_browser') }, ...LANGUAGES.map((value) => ({ value, label: nameOf(value) }))]}
        choose={(language) => void set({ language })}
      />
      <p class="small text">{t('options_language_note')}</p>
    </Section>
  );
}
