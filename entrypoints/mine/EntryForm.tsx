import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CHOICES } from '../../lib/mine/fields.ts';
import type { Slip } from '../../lib/mine/slip.ts';
import { Select } from '../../lib/ui/fields.tsx';
import type { Words } from '../../lib/card/words.ts';
import { CODES, LONG, NOTED, SHORT, type Draft, type Field } from './form-fields.ts';
import { choiceText, fieldText, slipText } from './slip-words.ts';

type Props = {
  title: string;
  /** What is entered is about this. */
  about: string | null;
  draft: Draft;
  shown(draft: Draft): { main: readonly Field[]; more: readonly Field[] };
  /** Names to choose from while typing, by field. */
  offered: Partial<Record<Field, readonly string[]>>;
  words: Words;
  /** Answers what is wrong; empty: it was kept. Null: it could not be kept. */
  keep(draft: Draft): Promise<readonly Slip[] | null>;
  leave(): void;
};

/** What a field holds of which nothing was said. */
const EMPTY: ReadonlySet<string> = new Set(['', 'current']);

/** A form for a question or an estimate. What is typed stays until it was kept. */
export function EntryForm({ title, about, draft: first, shown, offered, words, keep, leave }: Props) {
  const { t } = words;
  const [draft, setDraft] = useState(first);
  const [slips, setSlips] = useState<readonly Slip[]>([]);
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [unfolded, unfold] = useState(() => shown(first).more.some((field) => !EMPTY.has(first[field] ?? '')));
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  // With the fields drawn as wrong, and before a key can go elsewhere.
  useLayoutEffect(() => {
    if (slips.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [slips]);

  // A tab closed by mistake would take along what was typed.
  useEffect(() => {
    if (draft === first) return;
    const ask = (event: Event): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [draft]);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const told = await keep(draft);
    setBusy(false);
    setFailed(told === null);
    setSlips(told ?? []);
    if (told?.some(({ field }) => field !== '' && more.includes(field))) unfold(true);
  }

  const { main, more } = shown(draft);
  const seen = new Set<string>([...main, ...more]);
  const elsewhere = slips.filter(({ field }) => !seen.has(field));
  const set = (field: Field, value: string): void => {
    setDraft((now) => ({ ...now, [field]: value }));
    setSlips((now) => now.filter((slip) => slip.field !== field));
  };
  const entry = (field: Field) => <Entry key={field} field={field} value={draft[field] ?? ''} slip={slips.find((s) => s.field === field) ?? null} offered={offered[field] ?? null} words={words} set={(value) => set(field, value)} />;
  return (
    <form ref={form} class="entry" noValidate onSubmit={(event) => void submit(event)}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {about !== null && (
        <p class="small">
          <bdi>{about}</bdi>
        </p>
      )}
      {main.map(entry)}
      <details open={unfolded} onToggle={({ currentTarget }) => unfold(currentTarget.open)}>
        <summary>{t('mine_more')}</summary>
        {more.map(entry)}
      </details>
      {elsewhere.length > 0 && (
        <p class="problem" role="alert">
          {elsewhere.map((slip) => slipText(slip, words)).join(' ')}
        </p>
      )}
      {failed && (
        <p class="notice old" role="alert">
          {t('mine_not_kept')}
        </p>
      )}
      <p class="bar">
        <button class="btn primary" disabled={busy}>
          {t('mine_keep')}
        </button>
        <button class="btn plain" type="button" onClick={leave}>
          {t('mine_cancel')}
        </button>
      </p>
    </form>
  );
}

type EntryProps = { field: Field; value: string; slip: Slip | null; offered: readonly string[] | null; words: Words; set(value: string): void };

function Entry({ field, value, slip, offered, words, set }: EntryProps) {
  const id = `f-${field}`;
  const described = [NOTED.has(field) ? `${id}-note` : '', slip === null ? '' : `${id}-problem`].filter((s) => s !== '').join(' ') || undefined;
  const common = { id, class: SHORT.has(field) ? 'field short' : 'field', value, 'aria-invalid': slip !== null, 'aria-describedby': described, dir: CODES.has(field) ? ('ltr' as const) : ('auto' as const), autocomplete: 'off', spellcheck: !CODES.has(field) };
  const notes = (
    <>
      {NOTED.has(field) && (
        <p class="small" id={`${id}-note`}>
          {words.t(`mine_n_${field}`)}
        </p>
      )}
      {slip !== null && (
        <p class="problem" id={`${id}-problem`}>
          {slipText(slip, words)}
        </p>
      )}
    </>
  );
  if (field in CHOICES) {
    const choices = CHOICES[field as keyof typeof CHOICES].map((choice) => ({ value: choice as string, label: choiceText(field as keyof typeof CHOICES, choice, words) }));
    // A part that was not said yet is none of them.
    const all = value === '' && field === 'role' ? [{ value: '', label: words.t('mine_c_role_unsaid') }, ...choices] : choices;
    return (
      <div class="entry-field">
        <Select id={id} label={fieldText(field, words)} value={value} choices={all} invalid={slip !== null} describedBy={described} choose={set} />
        {notes}
      </div>
    );
  }
  return (
    <div class="entry-field">
      <label for={id}>{fieldText(field, words)}</label>
      {LONG.has(field) ? <textarea {...common} rows={2} onInput={({ currentTarget }) => set(currentTarget.value)} /> : <input {...common} type="text" list={offered === null ? undefined : `${id}-offered`} onInput={({ currentTarget }) => set(currentTarget.value)} />}
      {offered !== null && (
        <datalist id={`${id}-offered`}>
          {offered.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      {notes}
    </div>
  );
}
