import { useEffect, useState } from 'preact/hooks';
import type { Words } from '../../lib/card/words.ts';
import { readStyle } from '../../lib/export/style-file.ts';
import type { SavedClaim } from '../../lib/saved/schema.ts';
import { CITE_AS, citeAs, ownStyle, read, write, type CiteAs } from '../../lib/settings/settings.ts';
import { useAnswer } from '../../lib/ui/answer.ts';
import { useCopy } from '../../lib/ui/copy.ts';
import { FileButton } from '../../lib/ui/fields.tsx';
import { cited } from './citing.ts';
import { Pick } from './Pick.tsx';

/** Names of styles are the same in every language. */
const STYLES: Partial<Record<CiteAs, string>> = { apa: 'APA', harvard: 'Harvard', vancouver: 'Vancouver' };

/** One claim as a reference, to be read and put on the clipboard: in a style, or as a manager of references takes it. */
export function Cite({ claim, words: { t, locale } }: { claim: SavedClaim; words: Words }) {
  const [form, setForm] = useState<CiteAs>('plain');
  const [own, setOwn] = useState<string | null>(null);
  const [citation, ask] = useAnswer(async () => ({ text: await cited([[claim]], form, locale) }), [claim, form]);
  const { said, copy, forget } = useCopy(t);
  /** What is wrong with the file that was chosen. */
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    void read(ownStyle).then((style) => setOwn(style?.title ?? null));
    void read(citeAs).then(setForm);
  }, []);
  const choose = (next: CiteAs): void => {
    setForm(next);
    forget();
    setProblem(null);
    void write(citeAs, next);
  };
  async function load(file: File): Promise<void> {
    const found = readStyle(await file.text().catch(() => ''));
    if ('problem' in found) return setProblem(found.problem === 'points' ? t('list_cite_points', [found.to]) : t('list_cite_no_style', [file.name]));
    await write(ownStyle, { title: found.title, xml: found.style.xml });
    setOwn(found.title);
    choose('own');
    // Another style under the same choice.
    if (form === 'own') await ask();
  }
  const labelOf = (value: CiteAs): string => (value === 'plain' ? t('list_cite_plain') : value === 'own' ? (own ?? '') : (STYLES[value] ?? t(`list_format_${value}`)));
  return (
    <section class="part" aria-labelledby="cite">
      <h2 id="cite">{t('list_cite_title')}</h2>
      <div class="bar">
        <Pick label={t('list_cite_as')} value={form} choices={CITE_AS.filter((value) => value !== 'own' || own !== null).map((value) => ({ value, label: labelOf(value) }))} choose={choose} />
        <FileButton label={t('list_cite_own')} accept=".csl,.xml" plain chosen={(file) => void load(file)} />
      </div>
      {problem !== null && <p class="problem" role="alert">{problem}</p>}
      {typeof citation === 'string' ? (
        <p class={citation === 'failed' ? 'problem' : 'small'} role={citation === 'failed' ? 'alert' : 'status'}>{t(citation === 'failed' ? 'list_cite_impossible' : 'list_cite_setting')}</p>
      ) : (
        <>
          <pre class="citation" dir="auto">{citation.text}</pre>
          <p class="bar">
            <button class="btn" onClick={() => copy(citation.text)}>{t('card_cite')}</button>
            <span class="small" role="status">{said}</span>
          </p>
        </>
      )}
    </section>
  );
}
