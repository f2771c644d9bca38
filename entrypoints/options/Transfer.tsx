import { useState } from 'preact/hooks';
import { SETTINGS } from '../../lib/settings/settings.ts';
import { readSettingsFile, settingsFile } from '../../lib/settings/transfer.ts';
import { saveFile } from '../../lib/ui/save-file.ts';
import { FileButton } from '../../lib/ui/fields.tsx';
import { Section } from '../../lib/ui/Section.tsx';
import type { Parts } from './Options.tsx';

/** Settings to a file, from a file, and as they were at first. */
export function Transfer({ words: { t }, settings, set }: Parts) {
  const [problem, setProblem] = useState<string | null>(null);

  async function load(file: File): Promise<void> {
    const read = readSettingsFile(await file.text());
    setProblem(null);
    if ('settings' in read) return set(read.settings, t('options_loaded'));
    setProblem(t(`options_file_${read.problem.replaceAll('-', '_')}`, ['bad' in read ? read.bad.join(t('card_comma')) : '']));
  }

  const initial = Object.fromEntries(Object.values(SETTINGS).map(({ key, initial }) => [key, initial]));
  return (
    <Section id="transfer" title={t('options_transfer')}>
      <p class="bar">
        <button class="btn" onClick={() => saveFile(settingsFile(settings), 'tallyside-settings.json', 'application/json')}>{t('options_save')}</button>
        <FileButton label={t('options_load')} accept="application/json,.json" chosen={(file) => void load(file)} />
        <button class="btn plain" onClick={() => void set(initial, t('options_reset_done'))}>{t('options_reset')}</button>
      </p>
      <p>
        <a href="/list.html">{t('list_title')}</a>
      </p>
      <p class="problem" role="alert" hidden={problem === null}>
        {problem}
      </p>
    </Section>
  );
}
