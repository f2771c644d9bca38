import { useState } from 'preact/hooks';
import { covering, readSite, withSite } from '../../lib/settings/site.ts';
import { AddressField } from '../../lib/ui/fields.tsx';
import { Section } from '../../lib/ui/Section.tsx';
import { Switch } from '../../lib/ui/Switch.tsx';
import type { Parts } from './Options.tsx';

/** Where nothing is read. */
export function Sites({ words, settings, set }: Parts) {
  const { t } = words;
  const { offEverywhere, offSites } = settings;
  return (
    <Section id="sites" title={t('options_sites')}>
      <p>
        <Switch label={t(offEverywhere ? 'options_off_all' : 'options_on_all')} on={!offEverywhere} turn={(on) => void set({ offEverywhere: !on })} />
      </p>
      <p class="text">{t('options_sites_note')}</p>
      {offSites.length === 0 ? (
        <p class="small">{t('options_sites_none')}</p>
      ) : (
        <ul class="sites">
          {offSites.map((site) => (
            <li key={site}>
              <bdi>{site}</bdi>
              <button class="btn plain" aria-label={t('options_site_remove', [site])} onClick={() => void set({ offSites: withSite(offSites, site, false) })}>
                {t('options_remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddSite words={words} sites={offSites} add={(site) => set({ offSites: withSite(offSites, site, true) })} />
    </Section>
  );
}

type AddProps = Pick<Parts, 'words'> & { sites: readonly string[]; add(site: string): Promise<void> };

function AddSite({ words: { t }, sites, add }: AddProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  const submit = (event: Event): void => {
    event.preventDefault();
    const typed = readSite(text);
    if ('problem' in typed) return setProblem(t(`options_site_${typed.problem.replaceAll('-', '_')}`, [text.trim()]));
    const known = covering(sites, typed.site);
    if (known !== undefined) return setProblem(t('options_site_known', [known]));
    setProblem(null);
    setText('');
    void add(typed.site);
  };

  return (
    <form onSubmit={submit} noValidate>
      <AddressField
        id="site"
        label={t('options_site_add')}
        placeholder="news.example"
        value={text}
        problem={problem}
        type={(typed) => {
          setText(typed);
          setProblem(null);
        }}
      >
        <button class="btn">{t('options_add')}</button>
      </AddressField>
    </form>
  );
}
