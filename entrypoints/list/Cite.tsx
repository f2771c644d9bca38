import { useState } from 'preact/hooks';
import { copyText } from '../../lib/card/clipboard.ts';
import type { Words } from '../../lib/card/words.ts';
import { citations } from '../../lib/export/citation.ts';
import { exporters } from '../../lib/export/export.ts';
import type { SavedClaim } from '../../lib/saved/schema.ts';
import { Pick } from './Pick.tsx';

const FORMS = ['plain', 'bibtex', 'ris', 'csl', 'markdown'] as const;
type Form = (typeof FORMS)[number];

async function textOf(claim: SavedClaim, form: Form): Promise<string> {
  if (form === 'plain') return citations([[claim]]);
  let text = '';
  const exporter = exporters.find(({ id }) => id === form);
  for await (const piece of exporter?.write([[claim]], { now: new Date().toISOString(), extension: claim.extension }) ?? []) text += typeof piece === 'string' ? piece : '';
  return text;
}

/** One claim as a reference, on the clipboard: as text, or as a manager of references takes it. */
export function Cite({ claim, words: { t } }: { claim: SavedClaim; words: Words }) {
  const [form, setForm] = useState<Form>('plain');
  const [said, say] = useState('');
  const copy = async (): Promise<void> => say(t((await copyText(await textOf(claim, form))) ? 'card_cited' : 'card_not_copied'));
  return (
    <p class="bar">
      <Pick label={t('list_cite_as')} value={form} choices={FORMS.map((value) => ({ value, label: value === 'plain' ? t('list_cite_plain') : t(`list_format_${value}`) }))} choose={setForm} />
      <button class="btn" onClick={() => void copy()}>{t('card_cite')}</button>
      <span class="small" role="status">{said}</span>
    </p>
  );
}
