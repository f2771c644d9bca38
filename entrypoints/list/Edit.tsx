import { useState } from 'preact/hooks';
import type { Words } from '../../lib/card/words.ts';
import type { Edit as Change } from '../../lib/saved/edit.ts';
import { MAX, type SavedClaim } from '../../lib/saved/schema.ts';
import { draftOf, FigureFields, figureIn, type Draft } from './FigureFields.tsx';

type Props = { claim: SavedClaim; collections: readonly string[]; words: Words; /** Answers whether it was kept. */ keep(change: Change): Promise<boolean> };

/** What the reader adds: a note, tags, a collection, and the figure where it was not read as it stands there. What was typed stays until it is kept. */
export function Edit({ claim, collections, words, keep }: Props) {
  const { t } = words;
  const [note, setNote] = useState(claim.note);
  const [tags, setTags] = useState(claim.tags.join(', '));
  const [collection, setCollection] = useState(claim.collection ?? '');
  const [draft, setDraft] = useState<Draft | null>(claim.figure === null ? draftOf(null) : null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  async function give(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    // A passage without a figure may stay one.
    const untouched = claim.figure === null && draft?.low === '';
    const read = draft === null || untouched ? null : figureIn(draft, claim.figure);
    if (read !== null && 'problem' in read) return setProblem(t(read.problem));
    setBusy(true);
    const done = await keep({ note, tags: tags.split(/[;,]/), collection: collection.trim() === '' ? null : collection, ...(read === null ? {} : { figure: read.figure }) });
    setBusy(false);
    setProblem(done ? '' : t('list_form_kept'));
    if (done && claim.figure !== null) setDraft(null);
  }
  return (
    <form class="edit" onSubmit={(event) => void give(event)}>
      <label for="note">{t('list_note')}</label>
      <textarea id="note" class="field" dir="auto" rows={5} maxLength={MAX.note} value={note} onInput={({ currentTarget }) => setNote(currentTarget.value)} />
      <label for="tags">{t('list_tag_which')}</label>
      <input id="tags" class="field" dir="auto" value={tags} onInput={({ currentTarget }) => setTags(currentTarget.value)} />
      <label for="collection">{t('list_filter_collection')}</label>
      <input id="collection" class="field" dir="auto" list="collections" autocomplete="off" maxLength={MAX.collection} value={collection} onInput={({ currentTarget }) => setCollection(currentTarget.value)} />
      <datalist id="collections">
        {collections.slice(0, 500).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {draft === null ? (
        <p>
          <button type="button" class="link" onClick={() => setDraft(draftOf(claim.figure))}>{t('list_figure_correct')}</button>
        </p>
      ) : (
        <fieldset>
          <legend>{t(claim.figure === null ? 'list_figure_enter' : 'list_figure_correct')}</legend>
          <FigureFields draft={draft} words={words} set={setDraft} />
        </fieldset>
      )}
      {problem !== '' && <p class="problem" role="alert">{problem}</p>}
      <p>
        <button class="btn" disabled={busy}>{t('list_keep')}</button>
      </p>
    </form>
  );
}
