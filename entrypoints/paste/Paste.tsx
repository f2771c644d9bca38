// A text from anywhere, read by the same engine as a page. Nothing of it is kept, but for a claim the reader saves.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { tell } from '../../lib/messages/messages.ts';
import { Select } from '../../lib/ui/fields.tsx';
import type { Ui } from '../../lib/ui/ui.ts';
import { ReadText } from './ReadText.tsx';
import type { Pasted } from './told.ts';

export function Paste(ui: Ui) {
  const { t, locale } = ui.words;
  const [read, setRead] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const [date, setDate] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [shown, setShown] = useState<Pasted | null>(null);
  const [empty, setEmpty] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const wasShown = useRef(false);
  useEffect(() => void tell('languages', null).then(setRead, () => undefined), []);
  // Back from reading, the keyboard is where the reader goes on.
  useLayoutEffect(() => {
    if (shown === null && wasShown.current) field.current?.focus();
    wasShown.current = shown !== null;
  }, [shown]);

  const nameOf = (lang: string): string => new Intl.DisplayNames(locale, { type: 'language' }).of(lang) ?? lang;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '') {
      setEmpty(true);
      field.current?.focus();
      return;
    }
    setShown({ text, date: date === '' ? null : date, lang: chosen ?? (await guess(text)) });
  };

  return (
    <>
      <header data-tallyside="off">
        <h1>{t('paste_title')}</h1>
        <p class="text lead">{t('paste_lead')}</p>
      </header>
      {shown === null ? (
        <form data-tallyside="off" onSubmit={(event) => void submit(event)}>
          <label for="text">{t('paste_text')}</label>
          <textarea
            id="text"
            class="field"
            rows={12}
            dir="auto"
            ref={field}
            value={text}
            aria-invalid={empty}
            aria-describedby={empty ? 'empty' : undefined}
            onInput={({ currentTarget }) => {
              setText(currentTarget.value);
              setEmpty(false);
            }}
          />
          {empty && <p class="problem" id="empty" role="alert">{t('paste_empty')}</p>}
          <div class="labelled">
            <label for="date">{t('paste_date')}</label>
            <input id="date" class="field" type="date" value={date} aria-describedby="date-note" onInput={({ currentTarget }) => setDate(currentTarget.value)} />
            <span id="date-note" class="small">{t('paste_date_note')}</span>
          </div>
          <Select id="lang" label={t('paste_lang')} value={chosen} choices={[{ value: null, label: t('paste_guess') }, ...read.map((lang) => ({ value: lang, label: nameOf(lang) }))]} choose={setChosen} />
          <p class="bar">
            <button class="btn primary">{t('paste_read')}</button>
          </p>
        </form>
      ) : (
        <ReadText {...ui} pasted={shown} read={read} nameOf={nameOf} change={() => setShown(null)} />
      )}
    </>
  );
}

/** BCP 47; null where the browser is not sure: the text is then tried in English, as a page that names no language is. */
async function guess(text: string): Promise<string | null> {
  const { isReliable, languages } = await browser.i18n.detectLanguage(text);
  const [first] = languages.toSorted((a, b) => b.percentage - a.percentage);
  return isReliable && first !== undefined && first.language !== 'und' ? first.language : null;
}
